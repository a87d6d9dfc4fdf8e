"""The interviews of the sample: by the rules of the program, in its story, and on no ground that is not to be asked."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from app import sample
from app.exchange.kinds import to_record
from app.interviews import alignment, bank, comparing, conversation, grounds, kits, library, retention
from app.interviews.model import Alignment, Competency, Interview, Kit, OwnQuestion, PartKind, Preparation
from app.people.model import Agreement
from app.practices.model import Practice
from app.preferences.model import KEPT_CHOICES
from app.reflections.model import Reflection
from tests.app.test_sample import AS_TOLD, EVENING, LAST, TODAY
from tests.app.test_sample_people import HELD, PEOPLE, of

OWN = of(OwnQuestion)
QUESTIONS = bank.by_id(library.load(), OWN)
PHONE, DESK = of(Kit)
TALKS = of(Interview)
A, B, C = TALKS
SHEETS = {each.person: each for each in of(Alignment)}


def strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)


@pytest.mark.parametrize("each", [*OWN, *of(Kit), *TALKS, *SHEETS.values(), *of(Preparation)])
def test_nothing_touches_what_may_not_be_asked(
    each: OwnQuestion | Kit | Interview | Alignment | Preparation,
) -> None:
    said = list(strings(to_record(each)))
    assert [text for text in said if grounds.touched(text)] == []
    assert grounds.touched(f"{said[-1]} How old are you?"), "it would have been noticed"


def test_a_question_is_edited_and_one_is_her_own() -> None:
    entries = bank.entries(library.load(), OWN)
    assert [each.is_edited for each in entries].count(True) == 1
    (own,) = (each.question for each in entries if each.is_own)
    assert {own.id, next(each.replaces for each in OWN if each.replaces)} <= {part.question for part in DESK.parts}
    for each in OWN:
        assert len(each.anchors) == 4
        assert each.why
        assert each.follow_ups
        assert each.listen_for
        assert each.watch_for


def test_kits_add_up_and_ask_about_trust() -> None:
    assert [(kit.minutes, kits.planned(kit)) for kit in (DESK, PHONE)] == [(45, 45), (30, 30)]
    for kit in (DESK, PHONE):
        assert kits.has(kit, bank.TRUST_QUESTION)
        assert (kit.parts[0].what, kit.parts[-1].what) == (PartKind.OPENING, PartKind.CLOSING)
        assert [part.text for part in kit.parts] == [kits.words(part, QUESTIONS) for part in kit.parts]
        assert len(kits.covered(kit, QUESTIONS)) + len(kits.missing(kit, QUESTIONS)) == len(Competency)


def test_three_were_asked_the_same_and_their_sheet_is_of_the_practices_of_that_day() -> None:
    assert [each.candidate for each in TALKS] == ["A", "B", "C"]
    for each in TALKS:
        begun = conversation.begin(each.id, DESK, QUESTIONS, of(Practice), each.candidate, each.date, each.created_at)
        asked = [(part.question, part.text, part.competency, part.minutes, part.anchors) for part in begun.parts]
        assert asked == [(part.question, part.text, part.competency, part.minutes, part.anchors) for part in each.parts]
        assert [(row.practice, row.about) for row in each.sheet] == [(row.practice, row.about) for row in begun.sheet]
    questions = len([part for part in DESK.parts if part.what is PartKind.QUESTION])
    assert len(comparing.side_by_side(TALKS).questions) == questions


def test_a_rating_has_evidence_and_one_recommendation_is_not_open() -> None:
    for each in TALKS:
        assert [part for part in each.parts if part.rating and not part.notes] == []
    assert [conversation.may_recommend(each) for each in TALKS] == [True, True, False]
    assert [bool(each.recommendation and each.reason) for each in TALKS] == [True, True, False]
    (missing,) = conversation.missing(C)
    assert (missing.lacks_notes, missing.lacks_rating) == (True, True)


def test_whoever_was_hired_was_heard_in_the_interview() -> None:
    (came,) = (each for each in TALKS if each.hired)
    person = PEOPLE[came.hired or ""]
    assert person.trust_on == came.date
    assert any("leave it open" in part.notes for part in came.parts), "as he is quoted on his page"
    sheet = SHEETS[person.name]
    assert sheet.rows == came.sheet
    assert sheet.date == person.date
    assert [each.on - sheet.date for each in sheet.looks] == [timedelta(days=each) for each in alignment.LOOKS]
    assert not [each for each in of(Agreement) if each.person == person.name], "they write that once he is there"


def test_a_sheet_was_looked_at_again_in_meetings_and_is_to_be_once_more() -> None:
    looked = SHEETS["Nadia"]
    done = [each.done_on for each in looked.looks if each.done_on]
    assert len(done) == 2
    assert set(done) <= {each.date for each in HELD if each.person == "Nadia"}
    assert all(bool(each.note) == (each.done_on is not None) for each in looked.looks)
    coming = alignment.next_look(looked)
    assert coming is not None
    assert LAST < coming.on <= LAST + timedelta(days=7)


def test_she_prepares_out_of_what_she_wrote() -> None:
    (own,) = of(Preparation)
    kept = {each.id: each for each in AS_TOLD}
    assert len(own.questions) == 3
    for each in own.questions:
        assert each.answer
        assert each.text == QUESTIONS[each.question or ""].text
        assert any(isinstance(kept[source], Reflection) for source in each.sources)
        assert max(kept[source].created_at for source in each.sources) < own.created_at
    (run,) = own.runs
    assert len(run.seconds) == len(own.questions)
    assert own.date <= run.date <= LAST


@pytest.mark.parametrize("day", [TODAY + timedelta(days=each) for each in (0, 6)])
def test_nobody_is_erased_soon_whenever_it_is_opened(day: date) -> None:
    told = sample.told(day, EVENING + (day - TODAY))
    talks = [retention.Dated(each.id, each.candidate, each.date) for each in told if isinstance(each, Interview)]
    assert len(talks) == 3
    for months in KEPT_CHOICES:
        assert retention.due(talks, months, day) == []
        assert retention.soon(talks, months, day) == []
