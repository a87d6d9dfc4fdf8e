"""Journals to take pictures of: empty, as after half a year of writing, the sample, and full of what breaks screens."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from app import sample
from app.experiments.model import Experiment
from app.experiments.rules import end_of
from app.journal import Journal
from app.prompts.library import load
from app.prompts.model import Moment
from app.prompts.own import OwnPrompt, in_place_of
from app.reflections.model import Commitment, Content, Outcome, Pillar, PullKind, Reflection
from app.vault.founding import create
from app.vault.slots import SMALL_COST, RecoveryKey
from tests.app.vault.journals import allow_computer
from tests.screenshots import delegations, handing_over, interviews, meetings, others, people, practices, talks

_NOW = datetime.now(UTC).replace(microsecond=0)
_ids = count(1)

_SAID = (
    (
        "Jonas",
        4,
        PullKind.REDO,
        "The chart still used last year’s colours.",
        "He cut the right page, and I did not help.",
    ),
    ("Jonas", 3, PullKind.CHECK, "The folder was quiet since nine.", "I gave the report back before lunch."),
    (
        "Tomás",
        4,
        PullKind.ANSWER,
        "He asked, and I had the answer ready.",
        "Tomás asked for a rule. I gave the reason.",
    ),
    ("Jonas", 6, PullKind.FIX, "Two numbers did not add up.", "I rewrote the summary. Ninety minutes."),
    ("Jonas", 7, PullKind.CHECK, "Nobody had said where it stood.", "Twelve minutes, and I was quiet for nine."),
    ("Jonas", 8, PullKind.TAKE_BACK, "I opened his file just to look.", "I opened his file just to look."),
    ("Priya", 3, PullKind.DECIDE, "She said no in front of the others.", "Priya disagreed in front of everyone."),
    ("Aiko", 5, PullKind.CHECK, "It went out before I had seen it.", "Aiko shipped without asking. It was fine."),
    ("Jonas", 6, PullKind.FIX, "The brief fits on one page now.", "Handed over the March report, in writing."),
)
_MORE = """

Being the manager whose report had a hole in it. Not the report failing, if I am honest. Me, standing next to it.

He noticed that I had been in the document. He did not say anything, but at stand-up he asked whether to wait for my
changes before going on. That question cost more than any hole on page two."""
_HOSTILE = (
    "<b>Bold</b> & <img src='file:///etc/passwd'> [link](file:///etc/passwd) //server/share/x",
    "شكرًا لك على المساعدة اليوم، لقد كان الأمر صعبًا",
    "תודה רבה על העזרה היום, זה היה קשה",
    "👩🏽‍💻🏳️‍🌈 émoji and ẑ̴̧̛̺͝algo, then 李雷 and 灯り",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpoliturbeauftragter" * 3,
    "\u202eright to left, forced\u202c, then on\u200b\u200b\u200b",
    "\n".join(["One more line, and another."] * 60),
    "{name} %s %(x)s \\n &amp; ' \" ` $(rm)",
)
_HOSTILE_NAMES = ("שרה", "سارة", "👩🏽‍💻", "李雷")
_LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Schillingsfürst the Younger"


def make(folder: Path, kind: str) -> RecoveryKey:
    """Makes the journal of that kind ("empty", "real", "sample" or "hostile") and returns what opens it."""
    key = RecoveryKey(create(folder, "quiet ladder pepper harbour", SMALL_COST))
    if kind == "sample":
        _fill_with_sample(folder, key)
        return key
    names = {"empty": "", "real": "Maya’s journal", "hostile": f"<i>{_LONG_NAME}</i> 🪢"}
    given = {"empty": list[Reflection], "real": _real, "hostile": _hostile}[kind]()

    def fill(journal: Journal) -> None:
        journal.preferences.change(name=names[kind], review_weekday=None)  # the same on every day
        journal.reflections.add_all(given, _NOW)
        journal.prompts.add_all({"empty": [], "real": _own_prompts(), "hostile": _hostile_prompts()}[kind], _NOW)
        practices.fill(journal, kind)
        talks.fill(journal, kind)
        delegations.fill(journal, kind, _HOSTILE, (_LONG_NAME, *_HOSTILE_NAMES))
        handing_over.fill(journal, kind, _HOSTILE)
        interviews.fill(journal, kind, _HOSTILE)
        if kind != "empty":
            journal.experiments.save(_experiment(kind), _NOW)
        if kind == "hostile":
            people.add_hostile(journal, _HOSTILE, (_LONG_NAME[:60], *_HOSTILE_NAMES))
        if kind == "real":
            meetings.fill_real(journal, given[3].id)
        if kind == "hostile":
            meetings.fill_hostile(journal, _HOSTILE)
            others.fill(journal, kind, _HOSTILE)

    with Journal.open(folder, key, _NOW) as journal:
        journal.write(fill)
        if kind == "real":
            journal.vault.back_up(_NOW)
            allow_computer(journal.vault)
            journal.write(people.add_real)
            journal.write(lambda journal: others.fill(journal, kind, _HOSTILE))
    return key


def _fill_with_sample(folder: Path, key: RecoveryKey) -> None:
    with Journal.open(folder, key, _NOW) as journal:
        sample.fill(journal, date.today(), _NOW)  # noqa: DTZ011  the day on the wall
        journal.vault.back_up(_NOW)


def name_of(kind: str) -> str:
    """The name of that journal, as the settings of the device remember it."""
    return {"empty": "", "hostile": _LONG_NAME}.get(kind, "Maya’s journal")


def _real() -> list[Reflection]:
    given, day = [], date.today() - timedelta(days=1)  # noqa: DTZ011  the day on the wall
    for number in range(130):
        while day.weekday() > 4:
            day -= timedelta(days=1)
        given.append(_reflection(number, day))
        day -= timedelta(days=2 if number % 7 == 3 else 1)
    return given


def _reflection(number: int, day: date) -> Reflection:
    person, pull, kind, notice, first = _SAID[number % len(_SAID)]
    prompt = load()[number % len(load())]
    content = Content(
        date=day,
        time="17:51",
        zone="Europe/Berlin",
        text=first + (_MORE if number % 3 else ""),
        notice=notice,
        prompt=prompt.id,
        pillar=prompt.pillar,
        pull=pull,
        pull_kind=kind,
        tags=("writing", "silence") if number % 4 == 1 else (),
        people=(person,),
        private=number % 9 == 2,
    )
    made = _new(content)
    if number in (0, 4, 6, 9) or (number > 20 and number % 5 == 0):
        plan = Commitment(
            id=_id(),
            when=f"{person} sends the draft" if number else "Jonas sends the draft",
            will="ask two questions before I touch it",
            person=person,
            outcome=(Outcome.DONE, Outcome.PARTLY)[number % 2] if number > 9 else None,
            outcome_note="I wrote it down, and then opened the draft anyway." if number > 9 else "",
            followed_up_on=day + timedelta(days=1) if number > 9 else None,
        )
        made = replace(made, commitments=(plan,))
    if number in (1, 2, 3):
        made = replace(made, commitments=(_answered(number, day, person),))
    return made


def _own_prompts() -> list[OwnPrompt]:
    prompts = load()
    mine = (
        ("What did Jonas decide this week that I would have decided otherwise?", "To see where his way is as good."),
        ("Why did I open the folder?", ""),
    )
    asked = [
        OwnPrompt(
            id=_id(),
            pillar=tuple(Pillar)[number],
            moment=Moment.WEEK,
            question=question,
            purpose=purpose,
            created_at=_NOW,
            updated_at=_NOW,
        )
        for number, (question, purpose) in enumerate(mine)
    ]
    edited = replace(in_place_of(prompts[1], _NOW), question="What was I about to check when I stopped?")
    return [*asked, edited, replace(in_place_of(prompts[3], _NOW), retired=True)]


def _hostile_prompts() -> list[OwnPrompt]:
    blank = replace(_own_prompts()[0], purpose="")
    return [
        replace(blank, id=_id(), question=" ".join(text.split()), pillar=tuple(Pillar)[number % 3], purpose=text)
        for number, text in enumerate(_HOSTILE)
    ]


def _answered(number: int, day: date, person: str) -> Commitment:
    """A plan of this week that was asked about already."""
    outcome, note = {
        1: (Outcome.PARTLY, "I asked, and then answered it myself."),
        2: (Outcome.DONE, "Agreed: it goes to Nadia on Monday. I see it when the board does."),
        3: (Outcome.NOT_YET, ""),
    }[number]
    when, will = f"{person} brings the rota", "ask what they would change"
    return Commitment(
        id=_id(), when=when, will=will, person=person, outcome=outcome, outcome_note=note, followed_up_on=day
    )


def _experiment(kind: str) -> Experiment:
    """Day 10 of 14."""
    begun_on = date.today() - timedelta(days=9)  # noqa: DTZ011  the day on the wall
    is_real = kind == "real"
    return Experiment(
        id=_id(),
        begun_on=begun_on,
        ends_on=end_of(begun_on),
        when="someone brings me a problem" if is_real else _HOSTILE[0],
        will="ask one question and wait until they have finished thinking" if is_real else _HOSTILE[4] + _HOSTILE[3],
        sign="they leave twice with an idea of their own" if is_real else _HOSTILE[1],
        stop="the problem is about safety and cannot wait" if is_real else _HOSTILE[7],
        person="Jonas" if is_real else _LONG_NAME,
        created_at=_NOW,
        updated_at=_NOW,
    )


def _hostile() -> list[Reflection]:
    day = date.today()  # noqa: DTZ011  the day on the wall
    given = []
    for number, text in enumerate(_HOSTILE * 2):
        names = (_LONG_NAME, _tidy(text[:60]), "שרה", "سارة", "👩🏽‍💻")
        content = Content(
            date=day - timedelta(days=number // 2),
            time="23:59",
            text=text,
            notice=text[:300],
            pillar=tuple(Pillar)[number % 3],
            pull=10,
            pull_kind=PullKind.TAKE_BACK,
            tags=names,
            people=names,
        )
        plan = Commitment(id=_id(), when=text[:200], will=text[:200], person=_LONG_NAME)
        given.append(replace(_new(content), commitments=(plan,)))
    return given


def _tidy(name: str) -> str:
    """As names are kept."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _new(content: Content) -> Reflection:
    return Reflection(id=_id(), content=content, created_at=_NOW, updated_at=_NOW)


def _id() -> str:
    return f"{next(_ids):032x}"
