"""In any order of raising, promising, meeting, moving, missing, deleting and having back: what is open is in sight."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from app import agenda
from app.agenda import Between
from app.journal import Journal
from app.one_on_ones import changes, rules
from app.one_on_ones.model import FollowUp, OneOnOne, State, Topic
from app.people.model import Cadence, Person, Rhythm, Side
from tests.app.reflections.journals import NOW, TODAY, new_id, undone

DAY = timedelta(days=1)
number = st.integers(0, 40)
sides = st.sampled_from(Side)


class Months(RuleBasedStateMachine):
    """Two people, of whom one has a rhythm, on a real journal. What is open is noted here, by hand."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.journal, self.today = journal, TODAY
        self._undone = ExitStack()
        self._undone.enter_context(undone(journal))
        rhythm = Rhythm(cadence=Cadence.WEEKLY, first=TODAY - 19 * DAY, time="10:30")
        self.people = [self.person("Jonas", rhythm), self.person("سارة", None)]
        self.open: dict[str, str] = {}  # the names of whom they are about, by the ids of open items
        self.shut: dict[str, str] = {}
        self.away: dict[str, tuple[str, bool]] = {}  # in the trash: the name, and whether it was open
        self.meetings: list[str] = []
        self.binned: list[str] = []

    def teardown(self) -> None:
        self._undone.close()

    def person(self, name: str, rhythm: Rhythm | None) -> Person:
        made = Person(id=new_id(), date=TODAY, name=name, rhythm=rhythm, created_at=NOW, updated_at=NOW)
        return self.journal.people.save(made, NOW)

    # What is talked about

    @rule(of=number, side=sides, when=number)
    def raise_topic(self, of: int, side: Side, when: int) -> None:
        person = self.people[of % 2].name
        made = Topic(
            id=new_id(),
            date=self.some_day(person, when),
            person=person,
            raised_by=side,
            text="Ask",
            created_at=NOW,
            updated_at=NOW,
        )
        self.journal.topics.save(made, NOW)
        self.open[made.id] = person

    @rule(of=number, side=sides, when=number, due=st.none() | st.integers(-9, 30), within=st.booleans())
    def promise(self, of: int, side: Side, when: int, due: int | None, within: bool) -> None:
        person = self.people[of % 2].name
        held = [each for each in self.records(person) if within]
        chosen = held[when % len(held)] if held else None
        made = FollowUp(
            id=new_id(),
            date=min(chosen.date, self.today) if chosen else self.today,
            person=person,
            owner=side,
            text="Send",
            due_on=None if due is None else self.today + due * DAY,
            one_on_one=chosen.id if chosen else None,
            created_at=NOW,
            updated_at=NOW,
        )
        self.journal.follow_ups.save(made, NOW)
        self.open[made.id] = person

    @precondition(lambda self: self.open)
    @rule(which=number, when=number)
    def close(self, which: int, when: int) -> None:
        id = chosen(self.open, which)
        on = self.some_day(self.open[id], when)
        self.change(id, lambda given: changes.closed(given, on, self.today))
        self.shut[id] = self.open.pop(id)

    @precondition(lambda self: self.shut)
    @rule(which=number)
    def reopen(self, which: int) -> None:
        id = chosen(self.shut, which)
        self.change(id, changes.reopened)
        self.open[id] = self.shut.pop(id)

    @precondition(lambda self: self.open or self.shut)
    @rule(which=number)
    def put_away(self, which: int) -> None:
        id = chosen(self.open | self.shut, which)
        self.store(id).delete(id, NOW)
        self.away[id] = (self.open.pop(id), True) if id in self.open else (self.shut.pop(id), False)

    @precondition(lambda self: self.away)
    @rule(which=number)
    def have_back(self, which: int) -> None:
        id = chosen(self.away, which)
        person, was_open = self.away.pop(id)
        self.store(id).restore(id, NOW)
        (self.open if was_open else self.shut)[id] = person

    # The meetings

    @rule(of=number)
    def begin_the_next(self, of: int) -> None:
        person = self.people[of % 2]
        found = agenda.between(self.journal, person.id).next_meeting(self.today)
        if found is not None and found.record is None:
            self.keep(changes.noted(changes.begun(new_id(), person.name, found, NOW), None, "Begun."))

    @rule(of=number, which=number)
    def write_up(self, of: int, which: int) -> None:
        person = self.people[of % 2]
        found = [each for each in agenda.between(self.journal, person.id).unanswered(self.today) if each.record is None]
        if found:
            made = changes.begun(new_id(), person.name, found[which % len(found)], NOW)
            self.keep(changes.held(made, self.today))

    @rule(of=number, ahead=st.integers(-20, 20))
    def meet_outside_the_rhythm(self, of: int, ahead: int) -> None:
        meeting = rules.Meeting(on=self.today + ahead * DAY, time=None, minutes=30, planned_for=None)
        self.keep(changes.begun(new_id(), self.people[of % 2].name, meeting, NOW))

    @precondition(lambda self: self.meetings)
    @rule(which=number, ahead=st.integers(-20, 20))
    def move(self, which: int, ahead: int) -> None:
        self.keep(rules.moved(self.meeting(which), self.today + ahead * DAY, "09:00"))

    @precondition(lambda self: self.meetings)
    @rule(which=number)
    def hold(self, which: int) -> None:
        self.keep(changes.held(self.meeting(which), self.today))

    @precondition(lambda self: self.meetings)
    @rule(which=number, state=st.sampled_from((State.MISSED, State.PLANNED)))
    def miss_or_take_back(self, which: int, state: State) -> None:
        self.keep(replace(self.meeting(which), state=state))

    @precondition(lambda self: self.meetings)
    @rule(which=number)
    def delete(self, which: int) -> None:
        id = self.meeting(which).id
        self.journal.one_on_ones.delete(id, NOW)
        self.meetings.remove(id)
        self.binned.append(id)

    @precondition(lambda self: self.binned)
    @rule(which=number)
    def restore(self, which: int) -> None:
        id = self.binned.pop(which % len(self.binned))
        self.journal.one_on_ones.restore(id, NOW)
        self.meetings.append(id)

    @precondition(lambda self: self.meetings)
    @rule(which=number)
    def begin_and_leave_empty(self, which: int) -> None:
        id = self.meeting(which).id
        self.journal.one_on_ones.discard(id)
        self.meetings.remove(id)

    @rule(days=st.integers(1, 9))
    def let_days_pass(self, days: int) -> None:
        self.today += days * DAY

    @rule(cadence=st.none() | st.sampled_from(Cadence), ahead=st.integers(-9, 9))
    def change_the_rhythm(self, cadence: Cadence | None, ahead: int) -> None:
        rhythm = Rhythm(cadence=cadence, first=self.today + ahead * DAY) if cadence else None
        self.people[0] = self.journal.people.save(replace(self.people[0], rhythm=rhythm), NOW)

    # What holds whatever was done

    @invariant()
    def everything_is_in_sight(self) -> None:
        for person in self.people:
            found = agenda.between(self.journal, person.id)
            ahead = found.next_meeting(self.today)
            for on in {self.today, self.today + 30 * DAY, ahead.on if ahead else self.today}:
                self.shows_all(found, on, None)
            for each in found.one_on_ones:
                self.shows_all(found, each.date, each.id)
            self.forgets_no_meeting(found)
            self.passes_no_day_over(found)

    def forgets_no_meeting(self, found: Between) -> None:
        ahead = found.next_meeting(self.today)
        asked = {each.record.id for each in found.unanswered(self.today) if each.record}
        for each in found.one_on_ones:
            if each.state is State.PLANNED and each.date >= self.today:
                assert ahead is not None
                assert ahead.on <= each.date
            elif each.state is State.PLANNED:
                assert each.id in asked

    def passes_no_day_over(self, found: Between) -> None:
        rhythm, ahead = found.person.rhythm, found.next_meeting(self.today)
        if rhythm is not None and ahead is not None:
            stood_for = {day for each in found.one_on_ones for day in (each.date, each.planned_for)}
            days = rules.days_of(rhythm, self.today)
            assert all(day in stood_for for day in takewhile(lambda day: day < ahead.on, days))

    def shows_all(self, found: Between, on: date, meeting: str | None) -> None:
        """A page shows what is open on its agenda, or beside it what was promised there."""
        items = [each.of.id for each in found.items(on, self.today, meeting)]
        beside = [each.id for each in found.follow_ups if meeting is not None and each.one_on_one == meeting]
        shown = items + beside
        assert len(shown) == len(set(shown))
        wanted = {id for id, name in self.open.items() if name == found.person.name}
        if on < self.today:  # an earlier day has what there was then
            raised = {each.id for each in (*found.topics, *found.follow_ups) if each.date <= on}
            wanted &= raised | set(beside)
        assert wanted <= set(shown)
        assert not set(shown) & set(self.away)

    def some_day(self, person: str, which: int) -> date:
        """Today, or the day of a meeting that is over."""
        days = [self.today, *(each.date for each in self.records(person) if each.date < self.today)]
        return days[which % len(days)]

    def store(self, id: str) -> Any:
        return self.journal.topics if id in self.journal.topics.ids() else self.journal.follow_ups

    def change(self, id: str, changed: Callable[[Any], Any]) -> None:
        self.store(id).save(changed(self.store(id).get(id)), NOW)

    def records(self, person: str) -> list[OneOnOne]:
        return self.journal.one_on_ones.where(person=person)

    def meeting(self, which: int) -> OneOnOne:
        return self.journal.one_on_ones.get(self.meetings[which % len(self.meetings)])

    def keep(self, given: OneOnOne) -> None:
        self.journal.one_on_ones.save(given, NOW)
        if given.id not in self.meetings:
            self.meetings.append(given.id)


def chosen(of: dict[str, Any], which: int) -> str:
    return list(of)[which % len(of)]


def test_in_any_order_nothing_open_is_lost(shared: Journal) -> None:
    class Here(Months):
        def __init__(self) -> None:
            super().__init__(shared)

    short = settings(max_examples=12, stateful_step_count=30, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Here, settings=short)
