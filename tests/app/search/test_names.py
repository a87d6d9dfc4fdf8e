"""A hit in a name alone still says what was written; the owner's own prompts are found like all else."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.prompts.model import Moment
from app.prompts.own import OwnPrompt
from app.reflections.model import Commitment, Pillar
from tests.app.exchange.strategies import reflection
from tests.app.reflections.journals import new_journal
from tests.app.vault.journals import NOW

OWN = OwnPrompt(
    id="c" * 32,
    pillar=Pillar.TRUST,
    moment=Moment.ACTING,
    question="What did the heron leave undone?",
    purpose="Patience",
    created_at=NOW,
    updated_at=NOW,
)


@pytest.mark.parametrize(
    ("query", "snippet"),
    [
        ("jonas", "The report left us late. · [Jonas] Wen monthly"),
        ("wen", "The report left us late. · Jonas [Wen] monthly"),
        ("monthly", "The report left us late. · Jonas Wen [monthly]"),
        ("report", "The [report] left us late."),
        ("report jonas", "The [report] left us late."),
    ],
)
def test_what_stands_in_the_snippet(query: str, snippet: str, tmp_path: Path) -> None:
    given = reflection(text="The report left us late.", people=("Jonas",), tags=("monthly",))
    given = replace(given, commitments=(Commitment(id="a" * 32, when="", will="", person="Wen"),))
    with new_journal(tmp_path / "journal") as journal:
        journal.write(lambda journal: journal.reflections.save(given, NOW))
        with journal.reading():
            assert [hit.snippet for hit in journal.search(query, 5)] == [snippet]


def test_names_alone_are_all_there_is(tmp_path: Path) -> None:
    with new_journal(tmp_path / "journal") as journal:
        journal.write(lambda journal: journal.reflections.save(reflection(text="", people=("Jonas [x]",)), NOW))
        with journal.reading():
            assert [hit.snippet for hit in journal.search("jonas", 5)] == ["[Jonas] [x]"]


def test_an_own_prompt_is_found_until_it_is_put_away(tmp_path: Path) -> None:
    with new_journal(tmp_path / "journal") as journal:

        def found(query: str) -> list[tuple[str, str]]:
            assert journal.vault.findings() == []
            with journal.reading():
                return [(hit.kind, hit.snippet) for hit in journal.search(query, 5)]

        journal.write(lambda journal: journal.prompts.save(OWN, NOW))
        assert found("heron") == [("prompt", "What did the [heron] leave undone? Patience")]
        journal.write(lambda journal: journal.prompts.save(replace(OWN, question="And the crane?"), NOW))
        assert found("heron") == []
        assert len(found("crane patience")) == 1
        journal.write(lambda journal: journal.prompts.delete(OWN.id, NOW))
        assert found("crane") == []
        journal.write(lambda journal: journal.prompts.save(OWN, NOW))
        assert len(found("heron")) == 1
        others = [replace(OWN, id="d" * 32), replace(OWN, id="e" * 32, deleted_at=NOW)]
        journal.write(lambda journal: journal.prompts.add_all(others, NOW))
        assert len(found("heron")) == 2
