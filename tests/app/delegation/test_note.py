"""The hand-over note says all of the brief, in words for the one who gets the work, and never what its owner fears."""

import json
from dataclasses import fields, replace
from datetime import date
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegation.model import Brief, CheckIn, Delegation
from app.delegation.note import Section, Steps, as_text, check_ins_in_words, note
from app.pack.contents import Paper
from app.pack.hand_over import pages_of
from app.people.model import Authority
from tests.app.delegation.briefs import FULL
from tests.app.delegation.making import delegation
from tests.app.reflections.journals import TODAY

_FEARED = "ᎠᎡᎢᎣᎤᎥᎦᎧᎨᎩ"  # letters that nothing else is written in here
_said = st.text("abc .,#\n", max_size=20)
_briefs = st.builds(
    Brief,
    done=st.lists(_said, max_size=5).map(tuple),
    why=_said,
    support=_said,
    may_decide=_said,
    may_spend=_said,
    authority=st.none() | st.sampled_from(Authority),
    check_ins=st.lists(
        st.builds(CheckIn, on=st.dates(date(2025, 1, 1), date(2027, 1, 1)), minutes=st.none() | st.integers(1, 90)),
        max_size=3,
    ).map(tuple),
    due_on=st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    second_eyes=_said,
    checklist=st.none() | st.just("c" * 32),
)


def text_of(given: Brief, title: str = "Board metrics report", person: str | None = "Jonas") -> str:
    return as_text(note(title, person, "Maya", TODAY, given, Steps("Monthly report", 7)))


def test_all_of_the_brief_is_said_to_the_one_who_gets_it() -> None:
    assert text_of(FULL) == (
        "Board metrics report\n"
        "For Jonas, from Maya, 10 March 2026\n"
        "\nDone means\n[ ] Six pages, to the board list\n[ ] One sentence first\n[ ] Figures match the ledger\n"
        "\nWhy you\nYou can already build the numbers.\nThis is for learning to say what they mean.\n"
        "\nWhat you can count on\nTwo check-ins. You bring questions, I bring no edits.\n"
        "\nYours to decide\nPages, order and wording\nTo spend: up to €400\nThe rest we decide together.\n"
        "\nWhen we meet\n1 April and 10 April, 30 minutes each. In between I wait to be asked.\nDue 20 April, 12:00.\n"
        "\nSecond pair of eyes\nNadia reads the figures by 17 April\nChecklist: Monthly report, 7 steps.\n"
    )


def test_what_is_not_agreed_is_left_out() -> None:
    assert text_of(Brief(support=" \n"), "", None) == "Hand-over\nFrom Maya, 10 March 2026\n"
    assert [each.section for each in note("", None, "", TODAY, Brief()).parts] == list(Section)


def test_the_level_is_said_for_all_of_it_where_nothing_else_is() -> None:
    assert "We decide together." in text_of(Brief(authority=Authority.DECIDE_WITH_ME))
    said = {text_of(Brief(authority=each, may_decide=words)) for each in Authority for words in ("", "Wording")}
    assert len(said) == 2 * len(Authority)


@pytest.mark.parametrize(
    ("check_ins", "said"),
    [
        ((CheckIn(on=date(2026, 4, 1)),), "1 April"),
        ((CheckIn(on=date(2026, 4, 1), time="10:30", minutes=1),), "1 April, 10:30 (1 minute)"),
        (
            (CheckIn(on=date(2027, 1, 2), minutes=15), CheckIn(on=date(2026, 4, 1), minutes=30)),
            "1 April (30 minutes) and 2 January 2027 (15 minutes)",
        ),
        (
            tuple(CheckIn(on=date(2026, 4, day), time="09:00", minutes=30) for day in (3, 2, 1)),
            "1 April, 09:00; 2 April, 09:00 and 3 April, 09:00, 30 minutes each",
        ),
    ],
)
def test_check_ins_are_said_in_their_order(check_ins: tuple[CheckIn, ...], said: str) -> None:
    assert check_ins_in_words(check_ins, TODAY) == said


@given(_briefs, _said, st.text(_FEARED, min_size=1, max_size=30), st.integers(0, 10), st.integers(1, 5))
def test_nothing_of_a_fear_gets_in(brief: Brief, title: str, fear: str, likelihood: int, quality: int) -> None:
    feared = delegation(title=title, brief=brief, fear=fear, likelihood=likelihood, quality=quality)
    fearless = replace(feared, fear="", likelihood=None, quality=None)
    made = [
        note(each.title, each.person, "Maya", TODAY, each.brief, Steps("Monthly report", 7))
        for each in (feared, fearless)
    ]
    printed = json.dumps(pages_of(made[0], Paper.A4, TODAY).words, ensure_ascii=False)
    assert made[0] == made[1]
    assert not set(_FEARED) & {*as_text(made[0]), *printed, *repr(made[0])}


def test_the_note_is_made_of_what_has_no_place_for_it() -> None:
    private = {"fear", "likelihood", "quality"}
    assert private <= {each.name for each in fields(Delegation)}  # so what is looked for here is called so
    hints = get_type_hints(note)
    assert Delegation not in hints.values()
    assert not private & {each.name for of in (Brief, CheckIn, Steps) for each in fields(of)}
    assert not private & set(hints)
