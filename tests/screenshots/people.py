"""People to take pictures of: the five of the drawings and two who left, and those with what breaks screens."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from app.journal import Journal
from app.one_on_ones.model import FollowUp, Note, OneOnOne, State, Topic
from app.people.model import Agreement, Authority, Cadence, Feedback, Level, Person, Rhythm, Side
from app.records.entry import Entry
from app.reflections.model import Pillar

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_DAY = timedelta(days=1)
_ids = count(0x9000)


def add_real(journal: Journal) -> None:
    """Those whom the journal names, with what there is to show of them."""
    known = {each.name: each for each in journal.people.everyone()}
    for each in _people():
        journal.people.save(_same(known, each), _NOW)
    store(journal, [*_jonas(), *_others()])


def add_hostile(journal: Journal, said: Iterable[str], names: Iterable[str]) -> None:
    """Everybody has what breaks screens in every field."""
    words = [each for each in said if each.strip()]
    for number, name in enumerate(names):
        text = words[number % len(words)]
        line = " ".join(text.split())[:400]
        weekly = Rhythm(cadence=Cadence.FORTNIGHTLY, first=_TODAY - 13 * _DAY, time="23:45")
        given = Person(
            **_entry(_TODAY),
            name=name,
            role=line,
            since="2019-11",
            trust=text[:4000],
            trust_on=_TODAY,
            trust_note=line,
            rhythm=weekly if number % 2 else None,
        )
        known = {each.name: each for each in journal.people.everyone()}
        journal.people.save(_same(known, given), _NOW)
        store(
            journal,
            [
                Agreement(
                    **_entry(_TODAY - 9 * _DAY),
                    person=name,
                    mine=(line, "short"),
                    theirs=(line,) * 4,
                    signal=line,
                    look_again_on=_TODAY,
                ),
                *(
                    Level(**_entry(_TODAY), person=name, work=each.replace("\n", " ")[:100], authority=authority)
                    for each, authority in zip(words, Authority, strict=False)
                ),
                Feedback(**_entry(_TODAY), person=name, giver=Side.THEM, text=text[:4000], pillar=Pillar.TRUST),
                *(
                    Topic(
                        **_entry(_TODAY - 20 * _DAY),
                        person=name,
                        raised_by=Side.THEM,
                        text=" ".join(each.split())[:400],
                    )
                    for each in words[:4]
                ),
                OneOnOne(
                    **_entry(_TODAY - 13 * _DAY),
                    person=name,
                    state=State.HELD,
                    notes=(Note(text=text),),
                ),
            ],
        )


def store(journal: Journal, given: Iterable[Entry]) -> None:
    """Each into the store of its kind."""
    stores: dict[type[Entry], Any] = {
        Agreement: journal.agreements,
        Feedback: journal.feedback,
        Level: journal.levels,
        Topic: journal.topics,
        FollowUp: journal.follow_ups,
        OneOnOne: journal.one_on_ones,
    }
    for each in given:
        stores[type(each)].save(each, _NOW)


def _entry(day: date) -> dict[str, Any]:
    return {"id": f"{next(_ids):032x}", "date": day, "created_at": _NOW, "updated_at": _NOW}


def _same(known: dict[str, Person], given: Person) -> Person:
    """With the id that the name has already."""
    return replace(given, id=known[given.name].id) if given.name in known else given


def _in(days: int, time: str, cadence: Cadence = Cadence.WEEKLY) -> Rhythm:
    return Rhythm(cadence=cadence, first=_TODAY + days * _DAY, time=time)


def _people() -> list[Person]:
    jonas = Person(
        **_entry(_TODAY),
        name="Jonas",
        role="Data analyst",
        since="2025-04",
        rhythm=_in(2 - 28, "10:30"),
        trust="“Tell me what done looks like, then let me be wrong in the draft. If you are worried, say it to me "
        "before you open the file.”",
        trust_on=_TODAY - 26 * _DAY,
        trust_note="You asked, he took a day to answer.",
    )
    return [
        Person(**_entry(_TODAY), name="Aiko", role="Engineer", since="2023", rhythm=_in(1, "09:30")),
        jonas,
        Person(
            **_entry(_TODAY), name="Priya", role="Designer", since="2022", rhythm=_in(3, "11:00", Cadence.FORTNIGHTLY)
        ),
        Person(**_entry(_TODAY), name="Ravi", role="Support engineer", since=f"{_TODAY.year}-02"),
        Person(**_entry(_TODAY), name="Tomás", role="Support lead", since="2024", rhythm=_in(6, "14:00")),
        Person(**_entry(_TODAY), name="Lena", role="Data analyst", until="2025-11", archived_on=_TODAY - 99 * _DAY),
        Person(
            **_entry(_TODAY), name="Samir", role="Support engineer", until="2025-06", archived_on=_TODAY - 200 * _DAY
        ),
    ]


def _jonas() -> list[Entry]:
    him: dict[str, Any] = {"person": "Jonas"}
    mine = (
        "The reason before the deadline",
        "Questions in the margin, no silent edits",
        "A straight answer when I am worried",
    )
    theirs = (
        "A note the same day if a date will slip",
        "One sentence on what he would do",
        "To be told when I am hovering",
    )
    levels = [
        ("Ad-hoc analysis", Authority.DECIDE_AND_TELL_ME, 120),
        ("Ad-hoc analysis", Authority.YOURS, 26),
        ("Dashboards", Authority.DECIDE_AND_TELL_ME, 110),
        ("Reporting", Authority.RECOMMEND, 90),
        ("Reporting", Authority.DECIDE_WITH_ME, 14),
        ("Stakeholder updates", None, 20),
    ]
    said = [
        (Side.ME, "You told finance the delay was ours. That was steady.", Pillar.RESPECT, 4),
        (Side.ME, "The ledger check came a day late, and you said so first.", Pillar.ACCOUNTABILITY, 12),
        (Side.THEM, "“When you asked instead of fixing it, I thought harder.”", Pillar.TRUST, 19),
    ]
    return [
        Agreement(**_entry(_TODAY - 100 * _DAY), **him, mine=mine[:2], theirs=theirs[:1], signal=""),
        Agreement(
            **_entry(_TODAY - 33 * _DAY),
            **him,
            mine=mine,
            theirs=theirs,
            signal="Either of us says “page two”.",
            look_again_on=_TODAY + 60 * _DAY,
        ),
        *(Level(**_entry(_TODAY - ago * _DAY), **him, work=work, authority=each) for work, each, ago in levels),
        *(
            Feedback(**_entry(_TODAY - ago * _DAY), **him, giver=by, text=text, pillar=pillar)
            for by, text, pillar, ago in said
        ),
        Topic(**_entry(_TODAY), **him, raised_by=Side.ME, text="Who the board report is for"),
        Topic(**_entry(_TODAY - 14 * _DAY), **him, raised_by=Side.THEM, text="Ask: am I hovering again?"),
        Topic(**_entry(_TODAY - 7 * _DAY), **him, raised_by=Side.ME, text="Stakeholder updates: which step?"),
        Topic(
            **_entry(_TODAY - 9 * _DAY),
            **him,
            raised_by=Side.ME,
            text="Conference budget, answer either way",
            closed_on=_TODAY,
        ),
        *(
            OneOnOne(
                **_entry(_TODAY - ago * _DAY),
                **him,
                state=state,
                time="10:30",
                planned_for=_TODAY - ago * _DAY,
                notes=(Note(text=text),) if text else (),
            )
            for ago, state, text in (
                (5, State.HELD, "He has a rule for what goes to the board now."),
                (12, State.HELD, "Talked about the ledger. He had seen it first."),
                (19, State.MISSED, ""),
                (26, State.HELD, "What trust looks like: he wanted a day to think."),
            )
        ),
    ]


def _others() -> list[Entry]:
    given: list[Entry] = [
        OneOnOne(**_entry(_TODAY - 2 * _DAY), person="Priya", time="11:00"),
        Topic(**_entry(_TODAY - 3 * _DAY), person="Aiko", raised_by=Side.THEM, text="Search ranking, round two"),
        FollowUp(**_entry(_TODAY - 2 * _DAY), person="Aiko", owner=Side.ME, text="Ask for the second reviewer"),
        Topic(**_entry(_TODAY - 6 * _DAY), person="Priya", raised_by=Side.ME, text="Onboarding emails"),
        Topic(**_entry(_TODAY - 1 * _DAY), person="Tomás", raised_by=Side.THEM, text="On-call rota"),
        Feedback(
            **_entry(_TODAY - 9 * _DAY), person="Ravi", giver=Side.ME, text="You asked first.", pillar=Pillar.RESPECT
        ),
    ]
    return given
