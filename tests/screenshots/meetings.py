"""One-on-ones to take pictures of: with months behind it, with nobody yet, and with what breaks screens."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from app.journal import Journal
from app.one_on_ones.model import FollowUp, Involvement, Note, OneOnOne, State, Topic
from app.people.model import Agreement, Cadence, Feedback, Person, Rhythm, Side

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_DAY = timedelta(days=1)
_ids = count(1)
TODAYS, LAST, SELECTED = (f"{number:032x}" for number in range(0xA1, 0xA4))
NORA, EMIL = "Nora", "Emil"  # whom no other picture is about
HOSTILE = _LONG = "Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Schillingsfürst the Younger"


def fill_real(journal: Journal, reflection: str) -> None:
    """Nora, whose one-on-one is today, and Emil, with whom there was none yet."""
    rhythm = Rhythm(cadence=Cadence.WEEKLY, first=_TODAY - 21 * _DAY, time="10:30")
    _keep(journal.people, _person(journal, NORA, rhythm), _person(journal, EMIL, None))
    said = (Involvement.RIGHT, Involvement.TOO_MUCH, Involvement.TOO_MUCH)
    for number, each in enumerate(said, start=1):
        day = _TODAY - number * 7 * _DAY
        held = _meeting(NORA, day, State.HELD, planned_for=day, involvement=each, private_notes="I talked too long.")
        notes = (Note(text="The plan for the quarter stands. She would like the ledger check back by spring."),)
        _keep(journal.one_on_ones, replace(held, id=LAST if number == 1 else held.id, notes=notes))
    words = (
        "She would rather be wrong in front of Nadia than wait two days for me. Fair.\n\n"
        "Agreed: it goes to Nadia on Monday. I see it when the board does, unless she asks"
    )
    now = _meeting(NORA, _TODAY, State.PLANNED, planned_for=_TODAY, time="10:30", involvement=Involvement.RIGHT)
    private = "My stomach said no, my mouth said yes. Pull 7. Write about this tonight."
    _keep(
        journal.one_on_ones, replace(now, id=TODAYS, notes=(Note(about=SELECTED, text=words),), private_notes=private)
    )
    them, me = Side.THEM, Side.ME
    _keep(
        journal.topics,
        replace(_topic(them, "Conference budget", 2), closed_on=_TODAY, answer="yes, up to €900"),
        replace(_topic(them, "May I send the draft without you?", 1), id=SELECTED),
        _topic(me, "Who the board report is for", 2),
        replace(_topic(me, "What went well with the ledger check", 1), about=reflection),
        _topic(me, "Ask: am I hovering again?", 15),
        _topic(them, "Stakeholder updates: which step?", 9),
    )
    _keep(
        journal.follow_ups,
        _promise(NORA, them, "Send the draft to Nadia", 4, TODAYS),
        _promise(NORA, me, "Tell Nadia it comes from Nora", 0, TODAYS),
        _promise(NORA, me, "Conference form, sign it", 1, TODAYS),
        _promise(NORA, me, "Board metrics: say what done looks like", -2, LAST),
        _promise(NORA, them, "Rota for April", 12, LAST),
    )
    agreement = Agreement(**_new(35), person=NORA, look_again_on=_TODAY - 2 * _DAY)
    _keep(journal.agreements, agreement)
    words = "Last week you asked twice and waited. That helped."
    _keep(journal.feedback, Feedback(**_new(5), person=NORA, giver=Side.THEM, text=words))


def fill_hostile(journal: Journal, texts: tuple[str, ...]) -> None:
    """Forty items, and names and words that are longer than any place for them."""
    _keep(journal.people, _person(journal, _LONG, Rhythm(cadence=Cadence.WEEKLY, first=_TODAY)))
    _keep(journal.one_on_ones, *(_meeting(_LONG, _TODAY - 7 * number * _DAY, State.HELD) for number in range(1, 9)))
    made = _meeting(_LONG, _TODAY, State.PLANNED, planned_for=_TODAY, private_notes="\n".join(texts))
    _keep(journal.one_on_ones, replace(made, notes=tuple(Note(text=each) for each in texts[:1])))
    for number in range(36):
        text = " ".join(texts[number % len(texts)].split())[:500]
        side = Side.ME if number % 3 else Side.THEM
        topic = replace(_topic(side, text, number), person=_LONG, answer=text, closed_on=None if number % 5 else _TODAY)
        _keep(journal.topics, topic)
        if number < 8:
            _keep(journal.follow_ups, _promise(_LONG, side, text, number - 4, made.id if number % 2 else None))
    _keep(journal.feedback, Feedback(**_new(1), person=_LONG, giver=Side.THEM, text="\n".join(texts)))


def _keep(store: Any, *given: Any) -> None:
    for each in given:
        store.save(each, _NOW)


def _person(journal: Journal, name: str, rhythm: Rhythm | None) -> Person:
    """Who is named in reflections already is the same person."""
    known = next((each.id for each in journal.people.everyone() if each.name == name), None)
    given = _new(60)
    return Person(**{**given, "id": known or given["id"]}, name=name, rhythm=rhythm)


def _meeting(person: str, day: date, state: State, **more: Any) -> OneOnOne:
    return OneOnOne(**{**_new(0), "date": day}, person=person, state=state, **more)


def _topic(side: Side, text: str, days: int) -> Topic:
    return Topic(**_new(days), person=NORA, raised_by=side, text=text)


def _promise(person: str, owner: Side, text: str, due: int, of: str | None) -> FollowUp:
    given = _new(0 if of == TODAYS else 7)
    return FollowUp(**given, person=person, owner=owner, text=text, due_on=_TODAY + due * _DAY, one_on_one=of)


def _new(days: int) -> dict[str, Any]:
    id = f"{0xC000 + next(_ids):032x}"
    instant = _NOW + timedelta(seconds=next(_ids))
    return {"id": id, "date": _TODAY - days * _DAY, "created_at": instant, "updated_at": instant}
