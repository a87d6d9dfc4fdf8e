"""Who is on the practice map of a journal, and whose words are found for a kind of work."""

from datetime import date
from typing import Any

from app.delegation.model import TouchKind
from app.delegation.period import EVER, last_months
from app.journal import Journal
from app.one_on_ones.model import Topic
from app.people.model import Feedback, Person, Side
from app.work_map import Where, between, read
from tests.app.delegation.making import DAY, delegation, held, touch
from tests.app.reflections.journals import NOW, TODAY, new_id


def new(**given: Any) -> dict[str, Any]:
    return {"id": new_id(), "date": TODAY, "created_at": NOW, "updated_at": NOW, **given}


def test_who_left_is_on_it_for_what_they_completed_in_that_time(journal: Journal) -> None:
    for name, left in (("Jonas", None), ("Gerrit", TODAY)):
        journal.people.save(Person(**new(name=name, archived_on=left)), NOW)
    of = delegation("Gerrit", TODAY - 200 * DAY)
    journal.delegations.save(of, NOW)
    journal.delegations.save(delegation("Wen", TODAY), NOW)  # a mere name
    journal.held_tasks.save(held(work="Plan", minutes_a_month=240), NOW)
    journal.touches.save(touch(of, TouchKind.DELIVERED, TODAY - 150 * DAY), NOW)
    lately, ever = (read(journal, TODAY, period) for period in (last_months(3, TODAY), EVER))
    assert (lately.people, ever.people) == (("Jonas", "Wen"), ("Gerrit", "Jonas", "Wen"))
    assert [sorted(each.archived) for each in (lately, ever)] == [[], ["Gerrit"]]
    assert [each.work for each in ever.rows if each.is_only_owner] == ["Plan"]
    assert ever.only_owner == 1


def test_the_newest_of_their_own_words_that_name_the_work(journal: Journal) -> None:
    journal.people.save(Person(**new(name="Priya", trust="Let me do a plan", trust_on=TODAY - 9 * DAY)), NOW)
    topics = [
        Topic(**new(person="Priya", raised_by=Side.THEM, text="How the  PLAN gets made", date=TODAY - 3 * DAY)),
        Topic(**new(person="Priya", raised_by=Side.THEM, text="Planning the offsite")),  # another word
        Topic(**new(person="Priya", raised_by=Side.ME, text="The plan, again", closed_on=TODAY)),
        Topic(**new(person="Aiko", raised_by=Side.THEM, text="The plan")),
    ]
    for each in topics:
        journal.topics.save(each, NOW)
    found = between(journal, "Priya", "Plan")
    assert found.said is not None
    assert (found.said.text, found.said.where) == ("How the  PLAN gets made", Where.TOPIC)
    assert [each.id for each in found.open_topics] == [topics[0].id]
    said = Feedback(**new(person="Priya", giver=Side.THEM, text="You kept the plan to yourself"))
    journal.feedback.save(said, NOW)
    newest = between(journal, "Priya", "Plan").said
    assert newest is not None
    assert newest.where is Where.FEEDBACK
    assert between(journal, "Priya", "Reporting").said is None
    assert between(journal, "Priya", "").said is None


def test_months_end_with_the_day_that_there_is() -> None:
    assert last_months(3, date(2026, 5, 31)).since == date(2026, 2, 28)
    assert last_months(12, date(2026, 3, 9)).since == date(2025, 3, 9)
