"""What is read of many touches in columns says what the records say: of a person, and of the time that was spent."""

from hypothesis import HealthCheck, given, settings

from app.delegation.history import History, histories
from app.delegation.logged import filled
from app.delegation.model import Touch
from app.delegation.numbers import of_person
from app.delegation.payback import payback
from app.journal import Journal
from tests.app.delegation.making import Written, journals
from tests.app.reflections.journals import NOW, TODAY


def shown(touch: Touch) -> tuple[object, ...]:
    return touch.id, touch.date, touch.what, touch.note, touch.minutes, touch.reason


def told(given: History) -> tuple[object, ...]:
    return given.delegation, given.stage, given.strands and given.strands[-1].ends, list(map(shown, given.touches))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(journals())
def test_what_is_read_of_one_person_and_of_time_is_what_was_written(journal: Journal, written: Written) -> None:
    for id in journal.delegations.ids():  # those of the example before
        journal.delegations.discard(id)
    journal.delegations.add_all(written.delegations, NOW)
    journal.touches.add_all(written.touches, NOW)
    journal.debriefs.add_all(written.debriefs, NOW)
    for gone in written.touches[:1]:
        journal.touches.delete(gone.id, NOW)
    whole = histories(written.delegations, written.touches[1:], written.debriefs)
    for person in journal.people.everyone():
        read = journal.delegations.histories(person.id)
        theirs = [each for each in whole if each.delegation.person == person.name]
        assert {each.delegation.id: told(each) for each in read} == {each.delegation.id: told(each) for each in theirs}
        one, other = (of_person(some, written.held, TODAY) for some in (read, theirs))
        assert (one.hover.index, len(one.completed)) == (other.hover.index, len(other.completed))
    outlines = journal.delegations.outlines(TODAY)
    timed = journal.touches.timed(each.delegation.id for each in outlines)
    paid, expected = (payback(some, written.held, TODAY) for some in (filled(outlines, timed), whole))
    assert (paid is None) == (expected is None)
    if paid is not None and expected is not None:
        assert (paid.spent, paid.saved, paid.even_on) == (expected.spent, expected.saved, expected.even_on)
