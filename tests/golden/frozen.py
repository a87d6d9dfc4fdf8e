"""Makes a small journal to be kept for ever: one of each kind of record, fixed secrets, and what has to be read of it.

`python -m tests.golden.frozen NAME` makes tests/golden/journals/NAME when a format is released. What is there is never
made again: later programs have to open it.
"""

import io
import json
import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from app.exchange import json_file
from app.exchange.kinds import KINDS, facts
from app.experiments.model import Experiment, Finding
from app.journal import Journal
from app.prompts.library import load
from app.prompts.model import Moment
from app.prompts.own import OwnPrompt, replacement_id
from app.reflections.model import Commitment, Content, Outcome, Pillar, PullKind, Reflection
from app.vault import founding, reserve
from app.vault.slots import SMALL_COST, Passphrase, RecoveryKey
from tests.golden.entries import entries

JOURNALS = Path(__file__).with_name("journals")
PASSPHRASE = "a lamp in the window · 灯り"
WRITTEN = datetime(2026, 4, 1, 8, 30, tzinfo=UTC)
REWRITTEN = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
_EXPORT, _SECRETS, _JOURNAL = "export.json", "secrets.json", "journal"


def make(folder: Path) -> None:
    """The journal, its secrets, and its export as it has to be; `folder` must not be there."""
    folder.mkdir(parents=True)
    recovery = founding.create(folder / _JOURNAL, PASSPHRASE, SMALL_COST)
    with Journal.open(folder / _JOURNAL, Passphrase(PASSPHRASE), WRITTEN) as journal:
        _write(journal)
        journal.vault.back_up(REWRITTEN)
        (folder / _EXPORT).write_bytes(exported(journal))
    # Four megabytes that say nothing; a journal without them makes them again.
    reserve.release(folder / _JOURNAL)
    (folder / _JOURNAL / "vault.lock").unlink()
    secrets = {"passphrase": PASSPHRASE, "recovery_key": recovery}
    (folder / _SECRETS).write_text(json.dumps(secrets, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def secrets(folder: Path) -> tuple[Passphrase, RecoveryKey]:
    """What opens the journal in `folder`."""
    found = json.loads((folder / _SECRETS).read_text(encoding="utf-8"))
    return Passphrase(found["passphrase"]), RecoveryKey(found["recovery_key"])


def copied(folder: Path, target: Path) -> Path:
    """The journal in `folder`, to do anything with."""
    return Path(shutil.copytree(folder / _JOURNAL, target))


def expected(folder: Path) -> bytes:
    """What the export of the journal has to be."""
    return (folder / _EXPORT).read_bytes()


def exported(journal: Journal) -> bytes:
    """The whole journal as JSON, revisions and trash too, as if exported at a fixed time."""
    stream = io.BytesIO()
    with journal.reading():
        records = (each for kind in KINDS for each in journal.stores[kind].every())
        json_file.write(stream, records, journal.vault.journal_id, REWRITTEN)
    return stream.getvalue()


def _write(journal: Journal) -> None:
    journal.write(_write_entries)
    plans = (
        Commitment(id="c1" * 16, when="the figures come", will="ask one question", person="Ann Lee"),
        Commitment(
            id="c2" * 16,
            when="Bo writes",
            will="wait a day",
            outcome=Outcome.DONE,
            outcome_note="Hard, and it held.",
            followed_up_on=date(2026, 4, 2),
        ),
    )
    full = Content(
        date=date(2026, 3, 10),
        time="21:40",
        zone="Europe/Berlin",
        text="I rewrote the summary.\nزهرة 灯り 🙂 a\u0301 <b>&amp;</b>",
        notice="A tight chest.",
        prompt=load()[0].id,
        pillar=Pillar.TRUST,
        pull=7,
        pull_kind=PullKind.REDO,
        tags=("budget", "Ünïcode"),
        people=("Ann Lee", "李雷"),
        private=True,
    )
    given = [_reflection(1, full, plans), _reflection(2, Content(date=date(2026, 3, 11), text="Gone."))]
    imported = Content(date=date(2019, 2, 28), text="From elsewhere.")
    given.append(
        Reflection(
            id=f"{3:032x}",
            content=imported,
            created_at=WRITTEN,
            updated_at=WRITTEN,
            source="jrnl",
            source_id="2019-02-28 09:00",
        )
    )
    journal.write(lambda journal: journal.reflections.add_all(given, WRITTEN))
    second = Content(date=date(2026, 3, 10), text="I rewrote the summary, and then slept.", pillar=Pillar.TRUST)
    again = Reflection(id=given[0].id, content=second, created_at=WRITTEN, updated_at=REWRITTEN, commitments=plans)
    journal.write(lambda journal: journal.reflections.save(again, REWRITTEN))
    journal.write(lambda journal: journal.reflections.delete(given[1].id, REWRITTEN))
    journal.write(lambda journal: journal.stores["experiment"].add_all([_experiment()], WRITTEN))
    journal.write(lambda journal: journal.stores["prompt"].add_all(_own_prompts(), WRITTEN))
    journal.write(lambda journal: journal.preferences.change(name="Maya’s journal"))


def _write_entries(journal: Journal) -> None:
    for each in entries():
        journal.stores[facts(each).kind].add_all([each], WRITTEN)


def _reflection(number: int, content: Content, plans: tuple[Commitment, ...] = ()) -> Reflection:
    return Reflection(id=f"{number:032x}", content=content, created_at=WRITTEN, updated_at=WRITTEN, commitments=plans)


def _experiment() -> Experiment:
    return Experiment(
        id="e1" * 16,
        begun_on=date(2026, 3, 10),
        ends_on=date(2026, 3, 24),
        when="a draft lands",
        will="leave it shut",
        sign="she sends it on",
        stop="the date is lost",
        pillar=Pillar.RESPECT,
        person="李雷",
        private=True,
        outcome=Finding.MIXED,
        outcome_note="Twice of three times.",
        closed_on=date(2026, 3, 24),
        created_at=WRITTEN,
        updated_at=WRITTEN,
    )


def _own_prompts() -> list[OwnPrompt]:
    replaced = load()[1].id
    return [
        OwnPrompt(
            id="f1" * 16,
            pillar=Pillar.ACCOUNTABILITY,
            moment=Moment.WEEK,
            question="What did I leave alone?",
            purpose="To see it.",
            created_at=WRITTEN,
            updated_at=WRITTEN,
        ),
        OwnPrompt(
            id=replacement_id(replaced),
            pillar=Pillar.TRUST,
            moment=Moment.NOTICING,
            question="Where was I quick?",
            replaces=replaced,
            retired=True,
            created_at=WRITTEN,
            updated_at=WRITTEN,
        ),
    ]


if __name__ == "__main__":
    make(JOURNALS / sys.argv[1])
