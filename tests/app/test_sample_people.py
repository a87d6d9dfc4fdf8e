"""The people and practices of the sample are of one piece: with each other, and with what its reflections tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, TypeVar

from app.delegation.cycle import cycles
from app.delegation.history import Stage, histories
from app.delegation.model import Debrief, Delegation, HeldTask, Touch
from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.exchange.kinds import to_record
from app.interviews.model import Alignment, Interview, Kit, Preparation
from app.interviews.record import KINDS as INTERVIEW_KINDS
from app.one_on_ones.model import FollowUp, Involvement, OneOnOne, State, Topic
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.people.model import Agreement, Authority, Cadence, Feedback, Level, Person, Side
from app.people.record import AGREEMENT, FEEDBACK, LEVEL, PERSON_KIND
from app.practices.model import Checklist, Decision, Mark, Practice, Reading, Run
from app.practices.record import CHECKLIST, PRACTICE, RUN
from app.records.entry import Entry
from app.records.kind import Kind
from app.reflections.model import Pillar
from app.sample import ZONE
from tests.app.test_sample import AS_TOLD, FIVE, LAST, WRITTEN, days_of

E = TypeVar("E", bound=Entry)
KINDS: dict[type[Entry], Kind[Any]] = {
    each.make: each
    for each in (
        *(PERSON_KIND, AGREEMENT, FEEDBACK, LEVEL, TOPIC, FOLLOW_UP, ONE_ON_ONE, PRACTICE, CHECKLIST, RUN),
        *(HELD_TASK, DELEGATION, TOUCH, DEBRIEF),
        *INTERVIEW_KINDS,
    )
}
NEW_YEAR = date(2026, 1, 5)  # the first working day of it
AWAY = [date(2026, 2, 9) + timedelta(days=each) for each in range(5)]  # the week in which she did not look
DAYS = {Cadence.WEEKLY: 7, Cadence.FORTNIGHTLY: 14, Cadence.FOUR_WEEKLY: 28}


def of(kind: type[E]) -> list[E]:
    """All of it, in the order of the story."""
    return sorted((each for each in AS_TOLD if isinstance(each, kind)), key=lambda each: (each.date, each.created_at))


ENTRIES = of(Entry)
BY_ID = {each.id: each for each in ENTRIES}
PEOPLE = {each.name: each for each in of(Person)}
MEETINGS, TOPICS, FOLLOW_UPS = of(OneOnOne), of(Topic), of(FollowUp)
HELD = [each for each in MEETINGS if each.state is State.HELD]
NAMED_ON = {(each.content.date, name) for each in WRITTEN for name in each.content.people}


def named(given: Entry) -> list[str]:
    """Whom it is about, a person themselves included."""
    return [given.name] if isinstance(given, Person) else KINDS[type(given)].people(given)


def meetings_between(person: str, first: date, last: date) -> list[date]:
    return [each.date for each in HELD if each.person == person and first <= each.date <= last]


# People


def test_everybody_has_a_voice_and_whoever_is_named_is_there() -> None:
    assert len(PEOPLE) == len(FIVE) + 2
    assert set(PEOPLE) > FIVE
    for each in PEOPLE.values():
        assert each.role
        assert each.since
        assert each.trust
        assert each.trust_on
        assert each.trust_note
    assert {name for entry in ENTRIES for name in named(entry)} <= set(PEOPLE)


def test_one_has_left_and_one_has_no_rhythm_yet() -> None:
    (gone,) = (each for each in PEOPLE.values() if each.archived_on)
    assert gone.until
    assert gone.archived_on
    assert max(each.date for each in ENTRIES if gone.name in named(each)) <= gone.archived_on
    (new,) = (each for each in PEOPLE.values() if not each.archived_on and not each.rhythm)
    assert new.name not in FIVE
    assert new.since > LAST.isoformat()


def test_lately_one_pillar_is_missing_with_one_of_the_five() -> None:
    lately = LAST - timedelta(days=29)
    shown = defaultdict[str, set[Pillar | None]](set)
    for each in WRITTEN:
        for name in each.content.people if each.content.date >= lately else ():
            shown[name].add(each.content.pillar)
    for said in of(Feedback):
        if said.date >= lately:
            shown[said.person].add(said.pillar)
    assert {name: set(Pillar) - shown[name] for name in FIVE} == {name: set() for name in FIVE} | {
        "Tomás": {Pillar.RESPECT}
    }


def test_agreements_changed_on_days_that_tell_of_it() -> None:
    versions = defaultdict[str, list[Agreement]](list)
    for each in of(Agreement):
        assert (each.date, each.person) in NAMED_ON
        assert each.mine
        assert each.theirs
        assert each.look_again_on is None or each.look_again_on > each.date
        versions[each.person].append(each)
    assert set(versions) == FIVE
    assert sorted(len(each) for each in versions.values()) == [2, 2, 3, 3, 3]
    for old, new in (pair for each in versions.values() for pair in pairwise(each)):
        assert (old.mine, old.theirs) != (new.mine, new.theirs)
    due = [each[-1].look_again_on or LAST for each in versions.values()]
    assert any(day < LAST for day in due)
    assert any(LAST < day <= LAST + timedelta(days=14) for day in due)


def test_levels_moved_up_on_days_that_tell_of_it() -> None:
    authorities, moved = list(Authority), 0
    work = dict[tuple[str, str], Authority | None]()
    for each in of(Level):
        assert (each.date, each.person) in NAMED_ON
        before = work.get((each.person, each.work))
        if before is not None and each.authority is not None:
            assert authorities.index(each.authority) > authorities.index(before)
            moved += 1
        work[each.person, each.work] = each.authority
    assert moved >= 10
    assert list(work.values()).count(None) == 1
    assert all(3 <= count <= 5 for count in Counter(person for person, _ in work).values())


def test_feedback_goes_both_ways() -> None:
    said = of(Feedback)
    assert len(said) >= 25
    assert {each.giver for each in said} == {*Side}
    assert {each.pillar for each in said} == {*Pillar}
    assert sum(each.asked for each in said) >= 5
    assert not [each for each in said if each.asked and each.giver is Side.ME]


# One-on-ones


def test_each_is_on_a_day_of_its_rhythm_unless_it_was_moved() -> None:
    for each in MEETINGS:
        rhythm = PEOPLE[each.person].rhythm
        if rhythm is None or each.planned_for is None:
            assert not each.moved_from
            continue
        since = each.planned_for - rhythm.first
        assert since % timedelta(days=7 if since < timedelta(0) else DAYS[rhythm.cadence]) == timedelta(0)
        assert (each.moved_from[:1] or (each.date,)) == (each.planned_for,)
        assert each.moved_from or each.time == rhythm.time
        assert each.date not in each.moved_from
    assert 40 <= len(HELD) <= 65
    assert sum(each.state is State.MISSED for each in MEETINGS) == 3
    assert sum(bool(each.moved_from) for each in MEETINGS) == 3


def test_no_two_are_on_one_day_with_one_person_and_those_to_come_are_to_come() -> None:
    assert len({(each.person, each.date) for each in MEETINGS}) == len(MEETINGS)
    planned = [each for each in MEETINGS if each.state is State.PLANNED]
    assert planned
    assert all(each.date >= LAST + timedelta(days=7) for each in planned), "however late in a week it is opened"


def test_lately_every_day_of_a_rhythm_has_its_meeting() -> None:
    for person in PEOPLE.values():
        rhythm = person.rhythm
        if rhythm is None:
            continue
        stood_for = {each.planned_for for each in MEETINGS if each.person == person.name}
        for number in range((LAST - rhythm.first).days // DAYS[rhythm.cadence] + 1):
            day = rhythm.first + timedelta(days=number * DAYS[rhythm.cadence])
            assert day < NEW_YEAR or day in stood_for or day in AWAY, (person.name, day)


def test_how_much_of_me_there_was_came_right_with_each_of_the_five() -> None:
    for name in FIVE:
        said = [each.involvement for each in HELD if each.person == name and each.involvement]
        assert set(said[:4]) != {Involvement.RIGHT}
        assert said.count(Involvement.RIGHT) >= 3
    latest = [each.involvement for each in HELD if each.date > LAST - timedelta(weeks=3) and each.involvement]
    assert Counter(latest).most_common(1)[0][0] is Involvement.RIGHT


def test_a_note_on_a_topic_was_made_while_it_was_open_with_that_person() -> None:
    about = [(each, BY_ID[note.about]) for each in MEETINGS for note in each.notes if note.about]
    assert len(about) >= 40
    for meeting, topic in about:
        assert isinstance(topic, Topic)
        assert topic.person == meeting.person
        assert topic.date <= meeting.date
        assert topic.closed_on is None or meeting.date <= topic.closed_on
    assert all(note.text for each in MEETINGS for note in each.notes)
    for each in MEETINGS:
        assert len({note.about for note in each.notes}) == len(each.notes)


def test_a_topic_is_closed_in_a_meeting_with_an_answer() -> None:
    for each in TOPICS:
        assert bool(each.answer) == (each.closed_on is not None)
        assert each.closed_on is None or each.closed_on in meetings_between(each.person, each.date, each.closed_on)
        assert each.about is None or each.about in BY_ID
    assert {each.person for each in TOPICS if each.closed_on is None} == FIVE


def test_some_topics_were_carried_over_twice_and_more() -> None:
    met = [len(meetings_between(each.person, each.date, each.closed_on or LAST)) for each in TOPICS]
    assert sum(count >= 3 for count in met) >= 4
    assert max(met) >= 4


def test_a_follow_up_is_from_the_meeting_in_which_it_was_promised() -> None:
    for each in FOLLOW_UPS:
        meeting = BY_ID[each.one_on_one] if each.one_on_one else None
        if meeting is not None:
            assert isinstance(meeting, OneOnOne)
            assert (meeting.person, meeting.date, meeting.state) == (each.person, each.date, State.HELD)
        assert each.due_on is None or each.due_on >= each.date
        assert each.done_on is None or each.date <= each.done_on <= LAST
    still = [each for each in FOLLOW_UPS if each.done_on is None]
    assert all(each.due_on and each.due_on > LAST - timedelta(days=8) for each in still)
    assert any(each.due_on and each.due_on < LAST for each in still)
    for owner in Side:
        assert any(each.owner is owner and each.done_on for each in FOLLOW_UPS)
        assert any(each.owner is owner and each.due_on and each.due_on > LAST for each in still)


# Practices


def test_a_practice_was_loosened_and_one_is_to_be_explained() -> None:
    practices = of(Practice)
    assert 7 <= len(practices) <= 8
    assert {each.decision for each in practices} == {*Decision}
    for each in practices:
        assert each.rhythm
        assert each.serves
        assert each.decision_note
        assert all(bool(said.words) == (said.reading is not Reading.NOT_ASKED) for said in each.reactions)
        assert [said.date for said in each.reactions] == sorted(said.date for said in each.reactions)
        assert all(each.date <= said.date for said in each.reactions)


def test_what_read_as_distrust_became_a_topic() -> None:
    for practice in of(Practice):
        doubted = [each.date for each in practice.reactions if each.reading is Reading.DISTRUST]
        raised = [each.date for each in TOPICS if each.about == practice.id]
        assert raised == doubted
    assert any(each.person is None for practice in of(Practice) for each in practice.reactions)


def test_a_checklist_was_changed_for_a_reason_and_its_runs_fit() -> None:
    lists = {each.id: each for each in of(Checklist)}
    assert sorted(len(each.versions) for each in lists.values()) == [2, 4]
    for each in lists.values():
        assert all(version.reason for version in each.versions)
        assert [version.date for version in each.versions] == sorted({version.date for version in each.versions})
        assert all(one.steps != next_.steps for one, next_ in pairwise(each.versions))
    assert {each.checklist for each in of(Practice) if each.checklist} <= set(lists)
    for run in of(Run):
        given = lists[run.checklist].versions
        version = given[run.version - 1]
        assert len(run.marks) == len(version.steps)
        assert version.date <= run.date
        assert run.version == len(given) or run.date < given[run.version].date
        assert (run.finished_on is None) == (Mark.NOT_YET in run.marks)


def test_the_board_report_has_seven_steps_and_runs_of_every_sort() -> None:
    (board,) = (each for each in of(Checklist) if len(each.versions) == 4)
    assert {len(version.steps) for version in board.versions} == {7}
    assert any(step.second_eyes for step in board.versions[-1].steps)
    sorts = {frozenset(each.marks) for each in of(Run) if each.checklist == board.id}
    assert sorts == {frozenset({Mark.FILLED, *more}) for more in ([], [Mark.LEFT_OUT], [Mark.NOT_YET])}


# Handed-over work


def test_work_is_at_several_stages_and_every_debrief_scored_every_point() -> None:
    told = histories(of(Delegation), of(Touch), of(Debrief))
    stages = Counter(each.stage for each in told)
    assert stages == {Stage.DEBRIEFED: 5, Stage.AWAITING_DEBRIEF: 3, Stage.HANDED_OVER: 1}
    assert of(HeldTask)
    for each in told:
        for debrief in each.debriefs:
            assert [scored.point for scored in debrief.points] == list(each.delegation.brief.done)
            assert all(change.about in BY_ID for change in debrief.changes)


def test_the_cycle_closed_and_was_broken() -> None:
    told = histories(of(Delegation), of(Touch), of(Debrief))
    (found,) = cycles(told, of(HeldTask))
    assert (found.person, found.work, found.times) == ("Jonas", "Board report", 2)
    assert found.broken_by is not None


# All of it


def test_nothing_knows_of_a_day_after_it_was_last_written() -> None:
    for each in ENTRIES:
        assert max(days_of(each), default=each.updated_at.date()) <= each.updated_at.astimezone(ZONE).date()
        assert max(days_of(each), default=LAST) <= LAST


TOLD_ONCE: dict[type[Entry], Callable[[Any], Sequence[str]]] = {
    Person: lambda each: (each.trust, each.trust_note),
    Agreement: lambda each: (each.signal,),
    Level: lambda each: (each.note,),
    Practice: lambda each: (each.serves, each.decision_note, *(said.words for said in each.reactions)),
    Checklist: lambda each: tuple(version.reason for version in each.versions),
    Delegation: lambda each: (each.title, each.fear, *each.brief.done, each.brief.why, each.brief.support),
    Debrief: lambda each: (each.helped, each.broke, each.my_part, each.happened),
    Kit: lambda each: tuple(part.text for part in each.parts if part.question is None),
    Interview: lambda each: (each.reason, *(part.notes for part in each.parts), *(row.words for row in each.sheet)),
    # Whoever came out of an interview brought the words of its sheet along.
    Alignment: lambda each: (
        *(look.note for look in each.looks),
        *(row.words for row in each.rows if each.person not in {given.hired for given in of(Interview)}),
    ),
    Preparation: lambda each: (*(asked.answer for asked in each.questions), *(run.note for run in each.runs)),
}


def texts() -> Iterator[str]:
    """What is told once: roles, names of practices and kinds of work come again, and what versions keep."""
    for each in ENTRIES:
        told = TOLD_ONCE.get(type(each))
        yield from told(each) if told else KINDS[type(each)].words(each)


def test_no_text_is_there_twice() -> None:
    told = [" ".join(re.findall(r"\w+", text.casefold())) for text in texts() if text]
    assert [text for text, count in Counter(told).items() if count > 1] == []
    written = " ".join(" ".join(re.findall(r"\w+", each.content.text.casefold())) for each in WRITTEN)
    assert [text for text in told if len(text.split()) > 7 and text in written] == []


def test_no_version_keeps_a_line_of_another_person() -> None:
    lines = {(line, each.person) for each in of(Agreement) for line in (*each.mine, *each.theirs)}
    assert len({line for line, _ in lines}) == len(lines)


def test_no_text_tells_the_season_which_moves() -> None:
    moves = re.compile(
        r"\b(january|february|april|june|july|august|september|october|november|december|"
        r"spring|summer|autumn|winter|christmas|easter|\d{4})\b",
        re.IGNORECASE,
    )
    found = [text for each in ENTRIES for text in KINDS[type(each)].words(each) if moves.search(text)]
    assert found == []


def test_all_of_it_is_typed_as_the_reflections_are() -> None:
    assert [each.id for each in ENTRIES if set("!’‘“”…–") & set(str(to_record(each)))] == []
