"""A delegation takes its touches and debriefs along, into the trash, out of it, and away for good."""

from datetime import timedelta

from app.delegation.model import Delegation, TouchKind
from app.journal import Journal
from app.reflections.model import Filter
from app.trash import TRASH_KEPT
from tests.app.delegation.records import debrief, delegation, held_task, touch
from tests.app.reflections.journals import NOW, TODAY

LATER = NOW + timedelta(hours=1)
LONG_AFTER = NOW + TRASH_KEPT + timedelta(days=1)


def kept(journal: Journal) -> tuple[Delegation, Delegation]:
    """Two delegations with two touches and a debrief each."""
    both = delegation(), delegation("On-call rota")
    for each in both:
        journal.delegations.save(each, NOW)
        journal.touches.add_all([touch(each, note="axis"), touch(each, TouchKind.TOOK_BACK, "axis")], NOW)
        journal.debriefs.save(debrief(each, helped="axis"), NOW)
    return both


def of(journal: Journal, given: Delegation) -> tuple[int, int]:
    return len(journal.touches.where(delegation=given.id)), len(journal.debriefs.where(delegation=given.id))


def test_what_is_of_it_goes_to_the_trash_with_it_and_comes_back_with_it(journal: Journal) -> None:
    gone, other = kept(journal)
    by_itself = journal.touches.save(touch(gone, note="by itself"), NOW)
    journal.touches.delete(by_itself.id, NOW)
    journal.delegations.delete(gone.id, LATER)
    journal.delegations.delete(gone.id, LATER + timedelta(hours=1))  # twice is once
    assert (of(journal, gone), of(journal, other)) == ((0, 0), (2, 1))
    assert len(journal.search("axis", 9)) == 3
    assert [each.id for each in journal.trash()] == [gone.id]  # it alone is there to be brought back
    journal.delegations.restore(gone.id, LATER)
    assert (of(journal, gone), of(journal, other)) == ((2, 1), (2, 1))
    assert len(journal.search("axis", 9)) == 6
    assert [each.id for each in journal.trash()] == [by_itself.id]


def test_nothing_of_it_is_left_when_the_trash_is_emptied(journal: Journal) -> None:
    """Whenever it went there, and also what was brought back by itself."""
    gone, other = kept(journal)
    journal.delegations.delete(gone.id, NOW)
    first, second = (each.id for each in journal.touches.every() if each.delegation == gone.id)
    journal.touches.restore(first, LATER)
    journal.touches.restore(second, LATER)
    journal.touches.delete(second, LONG_AFTER)
    assert journal.delegations.empty_trash(LONG_AFTER) == 1
    left = [each.delegation for each in journal.touches.every()] + [
        each.delegation for each in journal.debriefs.every()
    ]
    assert left == [other.id] * 3
    assert len(journal.search("axis", 9)) == 3


def test_a_draft_that_was_left_empty_leaves_nothing(journal: Journal) -> None:
    gone, other = kept(journal)
    journal.delegations.discard(gone.id)
    assert (journal.delegations.ids(), of(journal, gone), of(journal, other)) == ({other.id}, (0, 0), (2, 1))
    assert len(journal.search("axis", 9)) == 3


def test_what_nobody_has_yet_is_found_by_its_day(journal: Journal) -> None:
    task, draft = held_task(), delegation(person=None, handed_over_on=None)
    journal.held_tasks.save(task, NOW)
    journal.delegations.save(draft, NOW)
    for wanted in (Filter(since=TODAY), Filter(until=TODAY), Filter(since=TODAY, until=TODAY)):
        assert [each.id for each in journal.held_tasks.find(wanted)] == [task.id]
        assert [each.id for each in journal.delegations.find(wanted)] == [draft.id]
    assert journal.delegations.find(Filter(since=TODAY + timedelta(days=1))) == []
