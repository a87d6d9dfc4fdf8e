"""The calendar has each check-in of work in other hands and each one-on-one as it was agreed, and no private word."""

import io
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.delegation.history import Stage, histories, history
from app.delegation.model import Brief, CheckIn, Delegation, TouchKind
from app.exchange.calendar import Event, check_ins, one_on_ones, write
from app.one_on_ones.model import OneOnOne, State
from app.people.model import Cadence, Rhythm
from tests.app.delegation.making import Written, debrief, delegation, journals, touch
from tests.app.exchange.strategies import days, instants, text, times
from tests.app.people.people import person
from tests.app.reflections.journals import NOW, TODAY, new_id

WEEK = timedelta(days=7)
AGREED = Brief(
    check_ins=(CheckIn(on=TODAY + 2 * WEEK), CheckIn(on=TODAY + WEEK, time="14:05", minutes=30)),
    why="They learn",
    may_decide="All of it",
)
FEAR: dict[str, Any] = {"fear": "They ask about churn", "likelihood": 7, "quality": 3}
events = st.builds(
    Event,
    uid=st.uuids().map(str),
    on=days,
    time=st.none() | times,
    minutes=st.none() | st.integers(1, 1440),
    words=text,
    changed_at=instants,
    is_private=st.booleans(),
)


def written(given: list[Event]) -> bytes:
    stream = io.BytesIO()
    assert write(stream, given) == len(given)
    return stream.getvalue()


def read(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar, as RFC 5545 has them: lines unfolded, texts with their signs back."""
    assert data.endswith(b"\r\n")
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    found: list[dict[str, str]] = []
    for line in lines[3:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif line != "END:VEVENT":
            assert name not in found[-1]
            found[-1][name] = unescaped(value) if name == "SUMMARY" else value
    return found


def unescaped(value: str) -> str:
    signs = iter(value)
    return "".join(next(signs) if each == "\\" else each for each in signs)


def open_one(**more: Any) -> Delegation:
    given: dict[str, Any] = {"title": "Board; metrics, \\ March\n🙂", "brief": AGREED}
    return delegation(**(given | FEAR | more))


@given(st.lists(events, max_size=4))
def test_what_is_written_is_what_a_reader_finds(given: list[Event]) -> None:
    data = written(given)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    for event, found in zip(given, read(data), strict=True):
        day = event.on.strftime("%Y%m%d").zfill(8)
        begins = found.get("DTSTART") or found["DTSTART;VALUE=DATE"]
        assert begins == (f"{day}T{event.time[:2]}{event.time[3:]}00" if event.time else day)
        assert ("DURATION" in found) is (event.time is not None and event.minutes is not None)
        assert found["SUMMARY"] == "".join(each if each.isprintable() else " " for each in event.words)
        assert found["UID"] == event.uid


def test_a_check_in_is_there_as_it_was_agreed() -> None:
    of = open_one()
    first, second = read(written(list(check_ins([history(of, [])], TODAY))))
    assert first == {
        "UID": f"{of.id}-1@courage-journal",
        "DTSTAMP": NOW.strftime("%Y%m%dT%H%M%SZ"),
        "DTSTART": (TODAY + WEEK).strftime("%Y%m%dT140500"),
        "DURATION": "PT30M",
        "SUMMARY": "Check-in: Board; metrics, \\ March 🙂 (Jonas)",
        "CLASS": "PRIVATE",
    }
    assert second["DTSTART;VALUE=DATE"] == (TODAY + 2 * WEEK).strftime("%Y%m%d")
    assert [each.words for each in check_ins([history(open_one(title="", person=None), [])], TODAY)] == ["Check-in"] * 2


def test_of_a_private_delegation_there_is_no_word() -> None:
    (event, _) = check_ins([history(open_one(private=True), [])], TODAY)
    assert (event.words, event.is_private, event.on) == ("Check-in", True, TODAY + WEEK)


def test_what_is_not_in_other_hands_has_no_check_in() -> None:
    of, day = open_one(), TODAY + timedelta(days=1)
    for closed in (
        history(open_one(begun=None), []),
        history(of, [touch(of, TouchKind.TOOK_BACK, day)]),
        history(of, [touch(of, TouchKind.DELIVERED, day)]),
        history(of, [touch(of, TouchKind.DELIVERED, day)], [debrief(of, day)]),
    ):
        assert list(check_ins([closed], TODAY)) == []


# One-on-ones

MONDAYS = Rhythm(cadence=Cadence.FORTNIGHTLY, first=date(2026, 3, 2), time="14:30", minutes=45)
_ago = st.integers(-40, 60).map(lambda ago: TODAY + timedelta(days=ago))


def meeting(day: date, **more: Any) -> OneOnOne:
    given = {"id": new_id(), "date": day, "person": "Jonas", "created_at": NOW, "updated_at": NOW}
    return OneOnOne(**{**given, **more})


def days_in(found: list[dict[str, str]], until: date) -> list[str]:
    """The day of each meeting that a calendar shows, as RFC 5545 has them come again."""
    shown = []
    for event in found:
        begins = event.get("DTSTART") or event["DTSTART;VALUE=DATE"]
        never = (event.get("EXDATE") or event.get("EXDATE;VALUE=DATE") or "").split(",")
        day = date.fromisoformat(begins[:8])
        rule = dict(part.split("=") for part in event.get("RRULE", "INTERVAL=0").split(";"))
        end = min(until, date.fromisoformat(rule["UNTIL"][:8])) if "UNTIL" in rule else until
        step = timedelta(weeks=int(rule["INTERVAL"]))
        while day <= end:
            if begins.replace(begins[:8], day.strftime("%Y%m%d")) not in never:
                shown.append(day.isoformat())
            if not step:
                break
            day += step
    return sorted(shown)


def test_a_rhythm_comes_again_and_a_meeting_of_its_own_stands_for_its_day() -> None:
    jonas = person(rhythm=MONDAYS)
    moved = meeting(date(2026, 3, 18), planned_for=date(2026, 3, 16), time="09:00", minutes=20)
    rhythm, other = read(written(list(one_on_ones([jonas], [moved], until=date(2026, 6, 1)))))
    assert rhythm == {
        "UID": f"{jonas.id}-one-on-ones@courage-journal",
        "DTSTAMP": NOW.strftime("%Y%m%dT%H%M%SZ"),
        "DTSTART": "20260302T143000",
        "DURATION": "PT45M",
        "RRULE": "FREQ=WEEKLY;INTERVAL=2;UNTIL=20260601T143000",
        "EXDATE": "20260316T143000",
        "SUMMARY": "One-on-one with Jonas",
        "CLASS": "PRIVATE",
    }
    assert (other["UID"], other["DTSTART"]) == (f"{moved.id}@courage-journal", "20260318T090000")


@given(
    st.sampled_from(Cadence),
    st.lists(st.tuples(_ago, st.none() | _ago, st.sampled_from(State)), max_size=6),
    st.none() | _ago,
    st.none() | _ago,
    st.none() | times,
)
def test_a_calendar_shows_each_meeting_once(
    cadence: Cadence,
    kept: list[tuple[date, date | None, State]],
    since: date | None,
    until: date | None,
    time: str | None,
) -> None:
    rhythm = Rhythm(cadence=cadence, first=TODAY - WEEK, time=time)
    records = [meeting(day, planned_for=planned, state=state, time=time) for day, planned, state in kept]
    end = TODAY + 20 * WEEK
    taken = {day for each in kept for day in each[:2]}
    every = {Cadence.WEEKLY: 7, Cadence.FORTNIGHTLY: 14, Cadence.FOUR_WEEKLY: 28}[cadence]
    by_rhythm = [rhythm.first + timedelta(days=every * number) for number in range(30)]
    days = [day for day in by_rhythm if day not in taken and day <= end]
    days += [day for day, _, state in kept if state is not State.MISSED]
    wanted = [day for day in days if (since or date.min) <= day <= (until or date.max)]
    found = read(written(list(one_on_ones([person(rhythm=rhythm)], records, since, until))))
    assert days_in(found, end) == sorted(day.isoformat() for day in wanted)
    assert len({each["UID"] for each in found}) == len(found)


def test_of_what_is_private_and_of_who_left_there_is_no_word() -> None:
    away = person("Bo", rhythm=MONDAYS, archived_on=TODAY)
    jonas = person(private=True, rhythm=MONDAYS)
    kept = [meeting(TODAY, private_notes="The salary"), meeting(TODAY, person="Bo")]
    found = list(one_on_ones([away, jonas], kept))
    assert [(each.words, each.is_private) for each in found] == [("One-on-one", True)] * 2
    assert b"salary" not in written(found)


@given(journals())
def test_of_any_journal_only_agreed_days_and_never_what_is_feared(given: Written) -> None:
    known = histories(given.delegations, given.touches, given.debriefs)
    planned: set[date] = set()
    for each in known:
        if each.stage is Stage.HANDED_OVER:
            planned |= {check_in.on for check_in in each.delegation.brief.check_ins}
    found = list(check_ins(known, TODAY))
    assert {each.on for each in found} <= planned
    assert len({each.uid for each in found}) == len(found)
    assert b"They will ask" not in written(found)
