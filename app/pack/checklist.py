"""A checklist as one page to print and to tick: its steps and nothing private."""

from collections.abc import Sequence
from datetime import date

from app.day_names import in_words
from app.pack.contents import Paper
from app.pack.paragraphs import paragraphs, phrase
from app.pack.typeset import Sheet, Template, midnight_of
from app.practices.model import Checklist, Step
from app.practices.rules import steps_of
from app.practices.wording import checklist_name
from app.translation import tr


def sheet_of(given: Checklist, number: int, paper: Paper, today: date) -> Sheet:
    """The version with this number, from 1, ready to be set. What it was changed for stays in the journal."""
    version = given.versions[number - 1]
    words: dict[str, object] = {
        "language": tr("en"),
        "paper": {"a4": "a4", "letter": "us-letter"}[paper],
        "prepared_on": [today.year, today.month, today.day],
        "program": "Courage Journal",
        "prepared": tr("Printed {day}").format(day=_day(today)),
        "page_of": tr("{page} of {pages}"),
        "title": phrase(checklist_name(given.name)),
        "about": tr("Version {number}, since {day}").format(number=number, day=_day(version.date)),
        "who": tr("Done by"),
        "when": tr("On"),
        "steps": _steps(steps_of(given, number)),
    }
    return Sheet(words, midnight_of(today), Template.CHECKLIST)


def _steps(given: Sequence[Step]) -> list[dict[str, object]]:
    return [
        {"number": str(number), "text": _set(step.text), "eyes": _eyes(step.second_eyes)}
        for number, step in enumerate(given, 1)
    ]


def _set(text: str) -> list[dict[str, object]]:
    return [
        {"lines": list(each.lines), "rtl": each.right_to_left, "language": each.language, "gap": each.gap}
        for each in paragraphs(" ".join(text.split()))
    ]


def _eyes(person: str | None) -> str:
    return tr("Second eyes: {person}").format(person=phrase(person)) if person else ""


def _day(day: date) -> str:
    return tr("{day} {year}").format(day=in_words(day), year=day.year)
