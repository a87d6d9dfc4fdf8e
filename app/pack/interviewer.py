"""The interviewer's sheet of a kit, to be printed and written on: what is asked, why, and room for what is said."""

from collections.abc import Iterable
from datetime import date

from app.interviews import conversation, grounds, kits
from app.interviews.kits import Questions, Segment
from app.interviews.model import Kit, PartKind
from app.interviews.wording import minutes
from app.pack.contents import Paper
from app.pack.frame import frame, in_one_line
from app.pack.interview_words import about, fields, landings, listed, one_paragraph, place, role_name
from app.pack.typeset import Sheet, Template, midnight_of
from app.pack.wording import set_as_typed
from app.practices.model import Practice
from app.translation import tr

_EMPTY_ROWS = 4  # of the table, where there is no practice to ask about
_LINES, _LINES_AT_THE_ENDS = 4, 2  # to write on, at least


def sheet_of(kit: Kit, questions: Questions, practices: Iterable[Practice], paper: Paper, prepared_on: date) -> Sheet:
    """The parts in the order in which everybody is asked; then how our ways land, and what may not be asked.

    `questions` are those of the bank by their id. Nothing of any candidate is on it.
    """
    words = {
        **frame(title_of(kit), tr("The same questions, in the same order, for everybody."), paper, prepared_on),
        "heading": one_paragraph(role_name(kit), ""),
        "what": _what(kit),
        "how": tr(
            "Ask everybody the same questions in the same order. Note what was said and done; impressions can wait "
            "until after. Tick what you asked."
        ),
        "fields": fields(),
        "follow_ups": tr("Follow-ups"),
        "parts": [_part(each, kit, at, questions) for at, each in enumerate(kits.segments(kit, questions))],
        "landing": _landing(practices, prepared_on),
        "reminder": _reminder(),
    }
    return Sheet(words, midnight_of(prepared_on), Template.INTERVIEWER)


def title_of(kit: Kit) -> str:
    """ "Support engineer, interviewer’s sheet"."""
    return tr("{role}, interviewer’s sheet").format(role=role_name(kit))


def _what(kit: Kit) -> str:
    """ "Interviewer’s sheet, 45 minutes, with 43 planned": what is planned where it is something else."""
    planned = kits.planned(kit)
    said = tr("Interviewer’s sheet, {minutes}")
    if planned not in {0, kit.minutes}:
        said = tr("Interviewer’s sheet, {minutes}, with {planned} planned")
    return said.format(minutes=minutes(kit.minutes), planned=planned)


def _part(given: Segment, kit: Kit, at: int, questions: Questions) -> dict[str, object]:
    part, is_question = given.part, given.part.what is PartKind.QUESTION
    known = questions.get(part.question or "")
    said = in_one_line(kits.words(part, questions))
    return {
        "place": place(kit.parts, at),
        "about": about(given.competency),
        "time": _time(given),
        "text": said[0] if said else None,
        "why": set_as_typed(known.why) if known else [],
        "follow_ups": listed(known.follow_ups) if known else [],
        "listen": {"label": tr("Listen for"), "items": listed(known.listen_for) if known else []},
        "watch": {"label": tr("Watch for"), "items": listed(known.watch_for) if known else []},
        "lines": _LINES if is_question else _LINES_AT_THE_ENDS,
        "grows": part.what is not PartKind.OPENING,
    }


def _time(given: Segment) -> str:
    said = tr("{minutes}, from minute {start}") if given.start else tr("{minutes}")
    return said.format(minutes=minutes(given.minutes), start=given.start)


def _landing(practices: Iterable[Practice], on: date) -> dict[str, object]:
    rows = [in_one_line(each.practice) for each in conversation.rows(practices, on)]
    return {
        "heading": tr("How we work, and how it lands"),
        "how": tr("Describe each practice plainly. Note the first reaction."),
        "practice": tr("Practice"),
        "columns": landings(),
        "rows": rows or [[]] * _EMPTY_ROWS,
        "words": tr("In their words"),
    }


def _reminder() -> dict[str, object]:
    return {
        "heading": tr("What may not be asked"),
        "law": grounds.whose_law(),
        "grounds": [{"name": each.name, "instead": each.instead} for each in grounds.card()],
    }
