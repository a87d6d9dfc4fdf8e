"""What is said about a conversation on its pages."""

from datetime import date

from app.interviews.conversation import Missing
from app.interviews.model import Asked, Interview, Kit, Outline, PartKind
from app.interviews.wording import competency_name, part_name
from app.interviews.wording import minutes as in_minutes
from app.titles import one_line
from app.translation import tr


def kit_words(kit: Kit | None) -> str:
    """ "Support engineer, 45 min"; of a kit that is gone, what it was."""
    if kit is None:
        return tr("A kit that is not there any more")
    role = one_line(kit.role) or tr("Kit")
    return tr("{role}, {minutes} min").format(role=role, minutes=kit.minutes)


def number_of(interview: Interview, at: int) -> int:
    """Which question it is, from 1; opening and closing do not count."""
    return sum(each.what is PartKind.QUESTION for each in interview.parts[: at + 1])


def count_of(interview: Interview) -> int:
    """How many questions there are."""
    return number_of(interview, len(interview.parts))


def place(interview: Interview, at: int) -> str:
    """ "Question 3 of 6"."""
    part = interview.parts[at]
    if part.what is PartKind.QUESTION:
        said = tr("Question {number} of {count}")
        return said.format(number=number_of(interview, at), count=count_of(interview))
    return part_name(part.what)


def lacking(given: Missing) -> str:
    """ "Accountability has no note yet."."""
    if given.lacks_notes and given.lacks_rating:
        said = tr("{competency} has no note and no rating yet.")
    elif given.lacks_notes:
        said = tr("{competency} has no note yet.")
    else:
        said = tr("{competency} has no rating yet.")
    return said.format(competency=competency_name(given.competency))


def way_there(interview: Interview, at: int) -> str:
    """ "Open question 5"."""
    return tr("Open question {number}").format(number=number_of(interview, at))


def anchor_words(part: Asked, *, short: bool) -> str:
    """What an answer with this rating does, in a sentence or in two or three words; "" where nobody said."""
    if part.rating is None or part.rating > len(part.anchors):
        return ""
    anchor = part.anchors[part.rating - 1]
    return (anchor.short or anchor.text) if short else (anchor.text or anchor.short)


def clock_aloud(seconds: int, minutes: int) -> str:
    """ "18 minutes of 45"."""
    return tr("{gone} of {minutes}").format(gone=in_minutes(seconds // 60), minutes=minutes)


def is_of(interview: Interview | Outline, today: date) -> bool:
    """Whether it goes on today."""
    return interview.finished_on is None and interview.date == today
