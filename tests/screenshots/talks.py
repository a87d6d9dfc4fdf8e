"""Conversations with candidates to take pictures of: the three of the drawings, and those with what breaks screens."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.interviews.model import (
    Anchor,
    Asked,
    Competency,
    FollowUpQuestion,
    Interview,
    Kit,
    Landed,
    Landing,
    PartKind,
    Recommendation,
)
from app.journal import Journal
from ui.interview.page import InterviewPage
from ui.reference import INTERVIEW, SIDE_BY_SIDE, Reference
from ui.shell.inside import Inside
from ui.side_by_side.page import SideBySidePage

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_DAY = timedelta(days=1)
_ids = count(0xC000)
KIT, HOSTILE = f"{0xCA:032x}", f"{0xCB:032x}"
NOW, DONE, BARE = f"{0xC3:032x}", f"{0xC1:032x}", f"{0xCC:032x}"


def fill(journal: Journal, kind: str) -> None:
    """What a journal of that kind has of it."""
    if kind == "real":
        journal.kits.add_all([Kit(id=KIT, role="Support engineer", minutes=45, **_long_ago())], _NOW)
        journal.interviews.add_all(_three(), _NOW)
    elif kind == "hostile":
        journal.kits.add_all([Kit(id=HOSTILE, role=_LONG, minutes=480, **_long_ago())], _NOW)
        journal.interviews.add_all([_hostile(number) for number in range(5)], _NOW)


def _entry(on: date = _TODAY) -> dict[str, Any]:
    return {"date": on, "created_at": _NOW, "updated_at": _NOW}


def _long_ago() -> dict[str, Any]:
    """Before the kits of `interviews`, which are then the ones to be seen."""
    made = _NOW - timedelta(days=90)
    return {"date": made.date(), "created_at": made, "updated_at": made}


_LONG = "<b>Wolfeschlegelsteinhausenbergerdorff</b> & " + "Donaudampfschifffahrtsgesellschaftskapitän" * 2
_PRACTICES = (
    "A second pair of eyes",
    "Checklists",
    "Debriefs after delivery",
    "Weekly one-on-ones",
    "Written hand-overs",
)
_LANDED = (Landing.WELCOMES, Landing.NEUTRAL, Landing.WELCOMES, Landing.DISTRUST, Landing.NOT_ASKED)
_TRUST = (
    ("Trust means not being checked.", "not checked"),
    ("Describes being trusted, little about trusting.", "being trusted"),
    ("One real case, with what was agreed.", "one real case"),
    ("Names the check, the risk and the repair.", "check, risk, repair"),
)
_OTHER = (
    ("Speaks of work in general.", "in general"),
    ("One case, without what it took.", "one case, thin"),
    ("One case, and why it mattered.", "why it mattered"),
    ("Weighs the options, and says what each cost.", "options weighed"),
)
_QUESTIONS = (
    (Competency.JUDGEMENT, "Show me a ticket you are proud of.", 7, _OTHER, ()),
    (
        Competency.TRUST,
        "What does trust look like to you?",
        8,
        _TRUST,
        ("Who were you relying on?", "How did you know, without looking?", "What happened the time it did not?"),
    ),
    (
        Competency.RESPECT,
        "When did you last change your mind because of a colleague?",
        7,
        _OTHER,
        ("What did they say?", "What did you do the same week?"),
    ),
    (Competency.ACCOUNTABILITY, "A promise you could not keep. What did you do first?", 7, _OTHER, ()),
)
_SAID = {
    "A": (
        (3, "Closed nine duplicates with one sentence in the help page."),
        (3, "Left a junior alone with a release for a day. Agreed one call at four."),
        (3, "Dropped a tool after a support colleague showed her the tickets."),
        (4, "Told the customer on Tuesday for Friday. Said what she had missed."),
    ),
    "B": (
        (4, "Three ways out, each with its cost. Chose the slow one, said why."),
        (2, "“They left me alone, that was the best time.” No case of trusting someone."),
        (3, "A tester’s question moved the launch by a week. He thanked her in the room."),
        (2, "Told them on the day, then fixed it over the weekend."),
    ),
    "C": (
        (3, "Wrote the reply, then the fix to the form behind it."),
        (
            4,
            (
                "Night shift, two people. Asked Sam to own escalations for a week. Agreed one message at 02:00, "
                "nothing else.\nSam missed one, told her first. She changed the hand-over note, not the person."
            ),
        ),
        (3, "Changed the rota after asking why nobody swapped."),
        (None, ""),
    ),
}


def _three() -> list[Interview]:
    made = [_talk(f"{0xC1 + at:032x}", name, _TODAY - (6 - 3 * at) * _DAY) for at, name in enumerate("ABC")]
    made[0] = replace(made[0], finished_on=made[0].date, recommendation=Recommendation.YES, reason=_REASON)
    made[1] = replace(made[1], finished_on=made[1].date)
    parts = tuple(replace(each, seconds=(300, 480, 324)[at] if at < 3 else 0) for at, each in enumerate(made[2].parts))
    made[2] = replace(made[2], parts=parts, at=2)
    return made


_REASON = "She says what she missed before she is asked. I would learn from her how to write things down."


def _talk(id: str, name: str, on: date) -> Interview:
    opening = Asked(what=PartKind.OPENING, text="Welcome, and how this works", minutes=5, seconds=300)
    closing = Asked(what=PartKind.CLOSING, text="Their questions, next steps", minutes=6)
    asked = [_part(*given, *said) for given, said in zip(_QUESTIONS, _SAID[name], strict=True)]
    sheet = tuple(
        Landed(practice=each, landing=landing, words=_WORDS if landing is Landing.DISTRUST else "")
        for each, landing in zip(_PRACTICES, _LANDED, strict=True)
    )
    return Interview(id=id, kit=KIT, candidate=name, parts=(opening, *asked, closing), sheet=sheet, **_entry(on))


_WORDS = "“At my last place, weekly meant you were being managed out.”"


def _part(about: Competency, text: str, minutes: int, anchors: Any, more: Any, rating: int | None, said: str) -> Asked:
    return Asked(
        what=PartKind.QUESTION,
        question=text,
        text=text,
        competency=about,
        minutes=minutes,
        follow_ups=tuple(FollowUpQuestion(text=each, asked=not at) for at, each in enumerate(more)),
        anchors=tuple(Anchor(text=each, short=short) for each, short in anchors),
        rating=rating,
        notes=said,
        seconds=minutes * 60 - 20,
    )


_BREAKS = (
    "<b>Bold</b> & <img src='file:///etc/passwd'> //server/share/x",
    "شكرًا لك على المساعدة اليوم، لقد كان الأمر صعبًا",
    "👩🏽‍💻🏳️‍🌈 émoji and ẑ̴̧̛̺͝algo, then 李雷 and 灯り",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpoliturbeauftragter" * 2,
    "One more line, and another.\n" * 40,
)


def _hostile(number: int) -> Interview:
    long = " ".join(_BREAKS[:4])
    anchors = tuple((each[:200] * 2, each[:60]) for each in _BREAKS[:4])
    asked = [
        _part(each, long[: 80 * (at + 1)], 60, anchors, _BREAKS[:4], at % 4 + 1, _BREAKS[at % 5])
        for at, each in enumerate(Competency)
    ]
    sheet = tuple(Landed(practice=each[:120], landing=Landing.DISTRUST, words=each[:400]) for each in _BREAKS * 2)
    name = ("سارة", "👩🏽‍💻", _LONG[:110], "D", "E")[number]
    id = BARE if not number else f"{next(_ids):032x}"
    on = _TODAY - number * _DAY
    return Interview(id=id, kit=HOSTILE, candidate=name, parts=tuple(asked), sheet=sheet, **_entry(on))


def _open(inside: Inside, reference: Reference) -> QWidget | None:
    """The page with what is meant, once it shows that."""
    inside.workspace.open(reference)
    page = inside.workspace.current
    while page is not None and (not page.is_filled or (isinstance(page, InterviewPage) and page.is_awaited)):
        QApplication.processEvents()
    QTest.qWait(50)
    return page


def _known(inside: Inside, *wanted: str) -> str | None:
    answers: list[str | None] = []

    def find(journal: Journal) -> str | None:
        ids = journal.interviews.ids() | journal.kits.ids()
        mine = next((each for each in wanted if each in ids), None)
        if mine is not None:
            return mine
        kits = [each.id for each in journal.kits.every() if each.deleted_at is None]
        talks = [each for each in journal.interviews.every() if each.deleted_at is None]
        return (kits[0] if KIT in wanted else talks[0].id) if kits and talks else None

    inside._session.read(inside, find, answers.append)
    while not answers:
        QApplication.processEvents()
    return answers[0]


def _talk_page(inside: Inside, *wanted: str) -> InterviewPage | None:
    id = _known(inside, *wanted, BARE)
    page = _open(inside, Reference(INTERVIEW, id)) if id else None
    return page if isinstance(page, InterviewPage) else None


def _write(inside: Inside) -> None:
    page = _talk_page(inside, NOW)
    if page is not None:
        page.presenter.is_paused = False
        page.presenter.be_open(True)
        page.part.notes.insertPlainText(" ")
        page.flush()


def _compare(inside: Inside) -> SideBySidePage | None:
    id = _known(inside, KIT, HOSTILE)
    page = _open(inside, Reference(SIDE_BY_SIDE, id)) if id else None
    return page if isinstance(page, SideBySidePage) else None


def _do(find: Callable[[Inside], Any], do: Callable[[Any], object]) -> Callable[[Inside], object]:
    def go(inside: Inside) -> None:
        page = find(inside)
        if page is not None:
            do(page)
            QTest.qWait(80)

    return go


def _now(inside: Inside) -> InterviewPage | None:
    return _talk_page(inside, NOW)


def _touch(inside: Inside) -> InterviewPage | None:
    page = _talk_page(inside, NOW)
    if page is not None:
        page.presenter.go(1)
        page.part.notes.insertPlainText("She is pregnant, and will be away from May on.")
        page.part.grounds.look()
    return page


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("interview-now", _write),
    ("interview-opening", _do(_now, lambda page: page.presenter.go(0))),
    ("interview-ground", _touch),
    ("interview-name", _do(_now, lambda page: page.head.candidate.click())),
    ("interview-over", lambda inside: _talk_page(inside, DONE)),
    ("interview-lacking", _do(_now, lambda page: page.deeds.finish())),
    ("interview-menu", _do(_now, lambda page: page.head.more.click())),
    ("interview-lands", _do(_now, lambda page: page.beside.open_upward())),
    ("interview-hired", _do(lambda inside: _talk_page(inside, DONE), lambda page: page.open_hired())),
    ("interview-card", _do(_touch, lambda page: page.part.grounds.about.click())),
    ("interview-help", _do(_now, lambda page: page.asked.emit("help"))),
    ("side-by-side", _compare),
    ("side-by-side-help", _do(_compare, lambda page: page.asked.emit("help"))),
    ("side-by-side-lands", _do(_compare, lambda page: page.lands.click())),
)
