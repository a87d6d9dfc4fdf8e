"""A checklist takes its runs along, and what has to be talked about comes with the practice that raised it."""

from dataclasses import replace
from datetime import timedelta

from app.journal import Journal
from app.one_on_ones.model import Topic
from app.oversight import keep_practice
from app.people.model import Person, Side
from app.practices.model import Decision, Reading
from app.trash import TRASH_KEPT
from tests.app.practices.making import checklist, practice, reaction, run, steps
from tests.app.reflections.journals import NOW, TODAY, new_id

LATER = NOW + timedelta(hours=1)
DISTRUST, MIXED = Reading.DISTRUST, Reading.MIXED


def topics(journal: Journal, about: str) -> list[tuple[str, str]]:
    return sorted((each.person, each.text) for each in journal.topics.where(about=about))


def test_its_runs_go_to_the_trash_with_it_and_come_back_with_it(journal: Journal) -> None:
    kept, other = checklist(steps("a")), checklist(steps("b"))
    mine, before, others = run(kept), run(kept), run(other)
    journal.checklists.add_all([kept, other], NOW)
    journal.runs.add_all([mine, before, others], NOW)
    journal.runs.delete(before.id, NOW)
    journal.checklists.delete(kept.id, LATER)
    assert journal.runs.where(checklist=kept.id) == []
    assert [each.id for each in journal.runs.where(checklist=other.id)] == [others.id]
    journal.checklists.restore(kept.id, LATER)
    assert [each.id for each in journal.runs.where(checklist=kept.id)] == [mine.id]
    assert [each.id for each in journal.runs.trash()] == [before.id]


def test_they_leave_the_trash_for_good_together(journal: Journal) -> None:
    kept = checklist(steps("a"))
    journal.checklists.save(kept, NOW)
    journal.runs.save(run(kept), NOW)
    journal.checklists.delete(kept.id, NOW)
    long_after = NOW + TRASH_KEPT + timedelta(days=1)
    assert [each.empty_trash(long_after) for each in (journal.checklists, journal.runs)] == [1, 1]


def test_distrust_becomes_a_topic_once(journal: Journal) -> None:
    given = practice("Copy me", reactions=(reaction("Priya", DISTRUST, "You read along."), reaction(None, DISTRUST)))
    kept = keep_practice(journal, given, TODAY, NOW)
    assert kept.practice == journal.practices.get(given.id)
    (raised,) = kept.raised
    assert isinstance(raised, Topic)
    assert (raised.person, raised.raised_by, raised.about, raised.date) == ("Priya", Side.ME, given.id, TODAY)
    assert topics(journal, given.id) == [("Priya", "“Copy me”: how it reads to you")]
    assert keep_practice(journal, replace(kept.practice, serves="me"), TODAY, LATER).raised == ()
    loosened = keep_practice(journal, replace(given, decision=Decision.LOOSEN), TODAY, LATER)
    assert loosened.raised == ()  # one is open with her
    journal.topics.save(replace(raised, closed_on=TODAY), LATER)
    (again,) = keep_practice(journal, replace(given, decision=Decision.EXPLAIN), TODAY, LATER).raised
    assert again.text == "“Copy me”: what it is for"


def test_a_topic_that_was_taken_back_stays_away(journal: Journal) -> None:
    given = practice(reactions=(reaction("Priya", DISTRUST),))
    (raised,) = keep_practice(journal, given, TODAY, NOW).raised
    journal.topics.delete(raised.id, NOW)
    assert keep_practice(journal, replace(given, serves="me"), TODAY, LATER).raised == ()
    assert topics(journal, given.id) == []


def test_who_has_left_has_no_next_one_on_one(journal: Journal) -> None:
    gone = Person(id=new_id(), date=TODAY, name="Ravi", archived_on=TODAY, created_at=NOW, updated_at=NOW)
    journal.people.save(gone, NOW)
    given = practice(reactions=(reaction("Ravi", MIXED), reaction("Jonas", MIXED)), decision=Decision.LOOSEN)
    raised = keep_practice(journal, given, TODAY, NOW).raised
    assert [each.person for each in raised] == ["Jonas"]
