"""What is due stands beside the sheet, each thing a way to where it is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.one_on_ones.model import FollowUp
from app.people.model import Agreement, Cadence, Person, Rhythm, Side
from app.practices.model import Practice
from app.reflections.model import Reflection
from app.reflections.plans import MOST_COUNTED
from app.watch import Due, Watched
from tests.app.interviews.making import interview
from tests.app.reflections.journals import NOW, new_id, plan, reflection
from tests.ui.sessions import ask
from tests.ui.today.conftest import Open
from ui.reference import ALIGNMENT, CYCLE, INTERVIEW, ONE_ON_ONE, PEOPLE, PRACTICES, Reference
from ui.session import Change, Session
from ui.today.page import TodayPage
from ui.today.watch import Watch, how_much, number_due, rest
from ui.today.watch_row import WatchRow

TODAY = date.today()  # noqa: DTZ011  the day on the wall
COMMON: dict[str, Any] = {"date": TODAY - timedelta(days=60), "created_at": NOW, "updated_at": NOW}


def rows(page: TodayPage) -> list[WatchRow]:
    return [each for each in page.findChildren(WatchRow) if each.isVisible()]


def names(page: TodayPage) -> list[str]:
    return [each.accessibleName() for each in rows(page)]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def write(session: Session, kind: str, work: Callable[[Journal], object]) -> None:
    session.write(session, Change(kind), work, lambda _: None)


def a_full_watch(session: Session) -> tuple[Person, FollowUp, Agreement, Practice]:
    rhythm = Rhythm(cadence=Cadence.WEEKLY, first=TODAY + timedelta(days=1), time="10:30")
    jonas = Person(id=new_id(), name="Jonas", rhythm=rhythm, **COMMON)
    study = FollowUp(id=new_id(), person="Priya", owner=Side.ME, text="Send the study", due_on=ago(5), **COMMON)
    agreed = Agreement(id=new_id(), person="Jonas", look_again_on=TODAY, **COMMON)
    copied = Practice(id=new_id(), name="Copy me on mail", look_again_on=ago(1), **COMMON)
    write(session, "person", lambda journal: journal.people.save(jonas, NOW))
    write(session, "follow-up", lambda journal: journal.follow_ups.save(study, NOW))
    write(session, "agreement", lambda journal: journal.agreements.save(agreed, NOW))
    write(session, "practice", lambda journal: journal.practices.save(copied, NOW))
    return jonas, study, agreed, copied


def test_what_is_due_stands_before_plans_and_leads_to_its_place(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    jonas, study, agreed, copied = a_full_watch(session)
    given: list[Reflection] = [
        reflection("older", ago(9), plan("the numbers look odd", "wait")),
        reflection("yesterday", ago(1), plan("he sends it", "ask twice")),
    ]
    page = open_today(given)
    qtbot.waitUntil(lambda: len(rows(page)) == 5)
    assert names(page)[:4] == [
        "One-on-one with Jonas Tomorrow, 10:30",
        "Send the study You promised Priya, 5 days",
        "Working agreement with Jonas To be looked at together, today",
        "Copy me on mail A practice to be looked at again, 1 day",
    ]
    assert "9 days" in names(page)[4]
    places = list[Reference]()
    page.referred.connect(places.append)
    for each in rows(page)[:4]:
        each.click()
    assert places == [
        Reference(ONE_ON_ONE, jonas.id),
        Reference(ONE_ON_ONE, study.id),
        Reference(PEOPLE, agreed.id),
        Reference(PRACTICES, copied.id),
    ]


def test_what_is_done_elsewhere_is_not_on_the_watch_any_more(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    study = FollowUp(id=new_id(), person="Priya", owner=Side.THEM, text="Send the study", due_on=TODAY, **COMMON)
    write(session, "follow-up", lambda journal: journal.follow_ups.save(study, NOW))
    qtbot.waitUntil(lambda: names(page) == ["Send the study Priya promised, today"])
    write(session, "follow-up", lambda journal: journal.follow_ups.delete(study.id, NOW))
    qtbot.waitUntil(lambda: names(page) == [])


def test_who_was_put_away_is_not_announced_when_somebody_looks_again(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    given = interview(candidate="D", date=ago(180))
    write(session, "interview", lambda journal: journal.interviews.save(given, NOW))
    page = open_today()
    qtbot.waitUntil(lambda: any("Candidate D" in each for each in names(page)))
    page.hide()
    write(session, "interview", lambda journal: journal.interviews.delete(given.id, NOW))
    ask(qtbot, session, lambda _: None)
    page.show()
    qtbot.waitUntil(lambda: names(page) == [])
    write(session, "interview", lambda journal: journal.interviews.restore(given.id, NOW))
    qtbot.waitUntil(lambda: any("Candidate D" in each for each in names(page)))


def test_a_cycle_is_gone_to_and_not_counted_as_due(qtbot: QtBot) -> None:
    watch = Watch()
    qtbot.addWidget(watch)
    went: list[Reference] = []
    watch.referred.connect(went.append)
    cycle = Watched(due=Due.CYCLE, on=TODAY, id=new_id(), person="Jonas", words="Reporting")
    watch.show_all([cycle], [], 0, TODAY)
    (row,) = watch.findChildren(WatchRow)
    assert row.words() == "Reporting keeps coming back to you"
    row.click()
    assert went == [Reference(CYCLE, id=cycle.id)]
    assert number_due([cycle]) == 0


def test_a_sheet_is_gone_to_and_who_is_erased_soon_is_said_without_being_due(qtbot: QtBot) -> None:
    watch = Watch()
    qtbot.addWidget(watch)
    went: list[Reference] = []
    watch.referred.connect(went.append)
    on = TODAY + timedelta(days=7)
    going = Watched(due=Due.CANDIDATES, on=on, id=new_id(), words="A, B, C", count=3)
    sheet = Watched(due=Due.ALIGNMENT, on=TODAY, id=new_id(), person="Jonas")
    watch.show_all([going, replace(going, on=TODAY + timedelta(days=1), words="D", count=1), sheet], [], 0, TODAY)
    found = watch.findChildren(WatchRow)
    assert [each.accessibleName() for each in found] == [
        "Candidates A, B, C are erased The interviews leave the journal for good, in 7 days",
        "Candidate D is erased The interview leaves the journal for good, in 1 day",
        "Alignment sheet with Jonas To be looked at together, today",
    ]
    for each in found[::2]:
        each.click()
    assert went == [Reference(INTERVIEW, id=going.id), Reference(ALIGNMENT, person="Jonas")]
    assert number_due([going, sheet]) == 1
    assert rest([going, sheet], 0, is_empty=False) == "One more is due, in People."


def test_more_than_four_are_not_all_shown(qtbot: QtBot) -> None:
    watch = Watch()
    qtbot.addWidget(watch)
    due = [Watched(due=Due.PRACTICE, on=TODAY, id=new_id(), words=f"Practice {number}") for number in range(7)]
    watch.show_all(due, [], 0, TODAY)
    assert len(watch.findChildren(WatchRow)) == 4
    assert how_much(0, 0) == ""
    assert how_much(7, 0) == "7 due"
    assert how_much(7, 2) == "7 due, 2 still open"


def test_of_plans_that_nobody_counted_to_the_end_it_is_said_that_there_are_many() -> None:
    assert how_much(0, 900) == "900 still open"
    assert how_much(7, 901) == "7 due, 900+ still open"
    assert rest([], MOST_COUNTED, is_empty=False) == "900+ more wait in the journal."


def test_what_is_left_is_said_to_be_where_it_is() -> None:
    def left(*due: Due) -> str:
        found = [Watched(due=each, on=TODAY, id=new_id(), person="Jonas") for each in due]
        return rest(found, 0, is_empty=False)

    assert left(Due.AGREEMENT) == "One more is due, in People."
    assert left(Due.CHECK_IN, Due.DEBRIEF, Due.CYCLE) == "2 more are due, in Delegation."
    of_all = left(Due.DEBRIEF, Due.FOLLOW_UP, Due.PRACTICE)
    assert of_all == "3 more are due, in Delegation, People and Practices."
    assert left(Due.CYCLE) == "The rest is not yours to watch today."
