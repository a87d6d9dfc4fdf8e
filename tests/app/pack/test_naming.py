"""How people are called: what is replaced, what stays, and that no name slips through."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mentions.common_words import COMMON_WORDS
from app.mentions.finding import fold
from app.pack.naming import Names, Naming


def named(text: str, *everyone: str, naming: Naming = Naming.INITIALS) -> str:
    return Names(naming, everyone, [*everyone, text]).text(text)


def called(*everyone: str, naming: Naming = Naming.INITIALS) -> list[str]:
    names = Names(naming, everyone, everyone)
    return [names.person(name) for name in everyone]


@pytest.mark.parametrize(
    ("everyone", "expected"),
    [
        (["Jonas"], ["J."]),
        (["Jonas Weber"], ["J. W."]),
        (["jonas weber"], ["J. W."]),
        (["Jonas", "Jana"], ["Jo.", "Ja."]),
        (["Jonas Weber", "Jana Wolff", "Priya"], ["Jo. W.", "Ja. W.", "P."]),
        (["Jonas", "Jonathan", "Jana"], ["Jona.", "Jonat.", "Ja."]),
        (["Jo", "Jonas"], ["J.", "Jon."]),
        (["Team 2", "Team 3"], ["T. 1", "T. 2"]),
        (["O’Brien", "Anne-Marie Dupont"], ["O.", "A. D."]),
        (["José", "Jose\u0301"], ["J.", "J."]),
        (["田中", "אבי כהן"], ["田.", "א. כ."]),
    ],
)
def test_initials_are_as_short_as_they_can_be(everyone: list[str], expected: list[str]) -> None:
    assert called(*everyone) == expected


def test_initials_grow_only_where_two_people_in_the_pack_share_them() -> None:
    names = Names(Naming.INITIALS, ["Jana", "Jonas"], ["asked Jonas"])
    assert names.text("asked Jonas") == "asked J."


def test_aliases_follow_the_order_of_everyone() -> None:
    assert called("Priya", "Jonas Weber", naming=Naming.ALIASES) == ["Person A", "Person B"]
    many = [f"Name{chr(0x4E00 + at)}" for at in range(28)]
    assert called(*many, naming=Naming.ALIASES)[-3:] == ["Person Z", "Person AA", "Person AB"]


def test_a_name_that_two_people_bear_says_both_aliases() -> None:
    text = named("Jonas. Jonas Klein's.", "Jonas Weber", "Jonas Klein", naming=Naming.ALIASES)
    assert text == "Person A/B. Person B's."


def test_full_names_change_nothing() -> None:
    assert named("Jonas, jonas", "Jonas", naming=Naming.FULL) == "Jonas, jonas"
    assert called("Jonas", naming=Naming.FULL) == ["Jonas"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asked Jonas.", "asked J."),
        ("asked Jonas...", "asked J..."),
        ("Jonas's draft, JONAS’ draft", "J.'s draft, J.’ draft"),
        ("_Jonas_ (jonas) #jonas2", "_J._ (J.) #J.2"),
        ("Jonasz, Notjonas", "Jonasz, Notjonas"),
        ("Jonas\u0301 is another name", "Jonas\u0301 is another name"),
        ("Jo\u00adnas and Jonas\u200f!", "J. and J.!"),
        ("Ｊｏｎａｓ", "J."),
        ("Jonasさんに", "J.さんに"),
    ],
)
def test_a_mention_is_a_whole_word_in_any_dress(text: str, expected: str) -> None:
    assert named(text, "Jonas") == expected


def test_each_part_of_a_name_is_a_mention() -> None:
    text = "Jonas Weber; Weber; jonas  weber; Jonas\nWeber; Müller and MU\u0308LLER-lüdenscheidt"
    expected = "J. W.; W.; J. W.; J.\nW.; M. and M."
    assert named(text, "Jonas Weber", "Jens Müller-Lüdenscheidt").replace("L.", "M.") == expected


def test_a_part_that_would_read_as_somebody_else_becomes_the_whole() -> None:
    assert named("Jonas and Julia", "Jonas Weber", "Julia") == "J. W. and J."


@pytest.mark.parametrize("naming", [Naming.INITIALS, Naming.ALIASES])
def test_common_words_are_names_only_with_their_capital(naming: Naming) -> None:
    text = named("I will mark it in may. Will did, and Mark May.", "Will", "Mark May", naming=naming)
    expected = {
        Naming.INITIALS: "I will mark it in may. W. did, and M. M.",
        Naming.ALIASES: "I will mark it in may. Person A did, and Person B.",
    }
    assert text == expected[naming]


def test_small_words_inside_a_name_leave_other_languages_alone() -> None:
    assert named("El plan de la semana de Juan", "Juan de la Cruz") == "El plan de la semana de J."


def test_scripts_without_capitals_or_blanks() -> None:
    assert named("田中さんと話した", "田中") == "田.さんと話した"
    assert named("अमित शर्मा से", "अमित शर्मा") == "अ. श. से"
    assert named(unicodedata.normalize("NFD", "김철수 said"), "김철수") == "김. said"


LETTERS = st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x30FF)
WORD = st.text(LETTERS, min_size=2, max_size=6).filter(lambda word: fold(word) not in COMMON_WORDS | {"person"})
NAME = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
DRESSES: list[Callable[[str], str]] = [
    str,
    str.upper,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: f"«{name}»'s.",
]
DRESS = st.sampled_from(DRESSES)


@given(st.lists(NAME, min_size=1, max_size=6), st.sampled_from([Naming.INITIALS, Naming.ALIASES]), st.data())
def test_no_full_name_survives(everyone: list[str], naming: Naming, data: st.DataObject) -> None:
    spoken = st.sampled_from(everyone).flatmap(lambda name: DRESS.map(lambda dress: dress(name)))
    text = " ".join(data.draw(st.lists(st.one_of(spoken, st.just("and then")), min_size=1, max_size=8)))
    names = Names(naming, everyone, [*everyone, text])
    said = f" {fold(names.text(text))} "
    for name in everyone:
        assert f" {fold(name)} " not in said.replace(".", " ").replace("'", " ").replace("»", " ").replace("«", " ")
        assert fold(names.person(name)) != fold(name)


@given(st.lists(NAME, min_size=2, max_size=6, unique_by=fold))
def test_two_people_in_a_pack_are_never_called_alike(everyone: list[str]) -> None:
    assert len(set(called(*everyone))) == len(everyone)
    assert len(set(called(*everyone, naming=Naming.ALIASES))) == len(everyone)


@given(st.text(), st.lists(st.text(max_size=8), max_size=4))
def test_any_text_and_any_names_are_taken(text: str, everyone: list[str]) -> None:
    for naming in Naming:
        assert isinstance(named(text, *everyone, naming=naming), str)


@given(st.text())
def test_a_text_that_names_nobody_stays_as_it_is(text: str) -> None:
    assert named(text, "\U0001f98a\U0001f98a") == text.replace("\U0001f98a\U0001f98a", "\U0001f98a.")
