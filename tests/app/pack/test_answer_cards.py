"""Answers as cards: four to a page, in their order, whole however long they are, and as they were typed."""

from pathlib import Path

from app.interviews.model import Preparation, Prepared
from app.pack.answer_cards import cards_of
from app.pack.contents import Paper
from app.pack.typeset import typeset_sheet
from tests.app.pack.prints import HOSTILE, printed
from tests.app.reflections.journals import NOW, TODAY, new_id


def preparation(*questions: Prepared, role: str = "Head of support") -> Preparation:
    return Preparation(id=new_id(), date=TODAY, created_at=NOW, updated_at=NOW, role=role, questions=questions)


def asked(text: str, answer: str = "", minutes: int = 2) -> Prepared:
    return Prepared(text=text, minutes=minutes, answer=answer, sources=(new_id(),))


def test_each_question_is_a_card_with_its_answer(tmp_path: Path) -> None:
    given = preparation(asked("What does trust look like?", "One call.\n\nAt four."), asked("And to them?"), asked(" "))
    found = printed(cards_of(given, Paper.A4, TODAY), tmp_path)
    assert found.said == (
        "What does trust look like? One call. At four. Head of support 1 of 2 2 minutes "
        "And to them? Head of support 2 of 2 2 minutes"
    )
    assert found.title == "Head of support, cards"
    assert found.bookmarks == ["What does trust look like?", "And to them?"]
    assert found.sizes == {(595, 841)}


def test_four_are_on_a_page_and_a_long_answer_goes_on_on_the_next_card(tmp_path: Path) -> None:
    words = [f"word{at}" for at in range(500)]
    given = preparation(*(asked(f"Question {at}?") for at in range(3)), asked("Long?", " ".join(words)))
    found = printed(cards_of(given, Paper.LETTER, TODAY), tmp_path)
    assert found.sizes == {(612, 792)}
    assert "4 of 4, card 1 of" in found.pages[0]
    assert [each for each in found.said.split() if each.startswith("word")] == words
    assert f"4 of 4, card {found.said.count('Long?')} of {found.said.count('Long?')}" in found.said


def test_whatever_was_typed_is_set_as_it_was_typed(tmp_path: Path) -> None:
    given = preparation(*(asked(each, "\n".join([each] * 4)) for each in HOSTILE), role=HOSTILE[1])
    found = printed(cards_of(given, Paper.A4, TODAY), tmp_path)
    assert found.said.count(HOSTILE[0]) == 5
    assert found.said.count("🙂") == 5


def test_letters_without_a_blank_are_all_there(tmp_path: Path) -> None:
    found = printed(cards_of(preparation(asked("Ж" * 120, "Ж" * 1500)), Paper.A4, TODAY), tmp_path)
    again = found.said.count("card ") - 1
    assert found.said.count("Ж") == 1620 + again * 120


def test_none_is_a_page_too() -> None:
    assert typeset_sheet(cards_of(preparation(role=""), Paper.A4, TODAY)).pages == 1
