"""The calendar has each check-in of work in other hands as it was agreed, and not a word that is private."""

import io
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.delegation.history import Stage, histories, history
from app.delegation.model import Brief, CheckIn, Delegation, TouchKind
from app.exchange.calendar import Event, check_ins, write
from tests.app.delegation.making import Written, debrief, delegation, journals, touch
from tests.app.exchange.strategies import days, instants, text, times
from tests.app.reflections.journals import NOW, TODAY

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
    return delegation(**({"title": "Board; metrics, \\ March\n🙂", "brief": AGREED} | FEAR | more))


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
