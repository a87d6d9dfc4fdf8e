"""What was said in one conversation or in several of a kit, as pages to print: evidence, and the words it led to.

They are what the journal has of the conversation itself. No rating is added to another, and they stand in the order of
the conversations.
"""

from collections.abc import Sequence
from datetime import date

from app.interviews import conversation
from app.interviews.comparing import side_by_side
from app.interviews.model import Asked, Interview, Kit, Landed, PartKind
from app.interviews.wording import (
    candidate_name,
    competency_name,
    landing_name,
    minutes,
    recommendation_name,
    when_erased,
)
from app.pack.contents import Paper
from app.pack.frame import frame, full_day, in_one_line
from app.pack.interview_words import about, anchor, listed, one_paragraph, place, role_name
from app.pack.paragraphs import phrase
from app.pack.typeset import Sheet, Template, midnight_of
from app.pack.wording import set_as_typed
from app.translation import tr, trn

_LONGEST = 48  # letters of a name at the foot of a page


def summaries_of(
    interviews: Sequence[Interview], kit: Kit | None, months: int, paper: Paper, prepared_on: date
) -> Sheet:
    """One or several of them; the journal keeps each for so many months. The kit may be gone."""
    columns = side_by_side(interviews).columns
    several = len(columns) != 1
    words = {
        **frame(title_of(columns, kit), tr("Private. This copy does not erase itself."), paper, prepared_on),
        "several": several,
        "heading": one_paragraph(role_name(kit), ""),
        "what": _how_many(len(columns)),
        "follow_ups": tr("Also asked"),
        "landing": {
            "heading": tr("How we work, and how it lands"),
            "columns": [tr("Practice"), tr("How it lands"), tr("In their words")],
        },
        "recommendation": tr("My recommendation"),
        "candidates": [_candidate(each, "" if several else role_name(kit), months) for each in columns],
    }
    return Sheet(words, midnight_of(prepared_on), Template.SUMMARIES)


def title_of(interviews: Sequence[Interview], kit: Kit | None) -> str:
    """ "Candidate C, summary", or "Support engineer, summaries"."""
    if len(interviews) == 1:
        return tr("{candidate}, summary").format(candidate=candidate_name(interviews[0].candidate))
    return tr("{role}, summaries").format(role=role_name(kit))


def _how_many(count: int) -> str:
    said = trn(
        "{count} conversation. Nothing is added up.",
        "{count} conversations, in the order of their days. Nothing is added up.",
        count,
    )
    return said.format(count=count)


def _candidate(given: Interview, role: str, months: int) -> dict[str, object]:
    return {
        "heading": one_paragraph(candidate_name(given.candidate), ""),
        "foot": tr("{candidate}. Private. This copy does not erase itself.").format(candidate=_short(given)),
        "what": _facts(given, role),
        "parts": [
            _part(given, at)
            for at, part in enumerate(given.parts)
            if part.what is PartKind.QUESTION or part.notes.strip()
        ],
        "landing": [_landed(each) for each in given.sheet],
        "recommendation": _recommendation(given),
        "erased": " ".join((when_erased([given.date], months), tr("Shred or delete this copy by then."))),
    }


def _facts(given: Interview, role: str) -> str:
    """ "Support engineer, 10 March 2026, 42 minutes": the role where no heading has it."""
    facts = [phrase(role)] if role else []
    facts.append(full_day(given.date))
    if gone := round(conversation.elapsed(given) / 60):
        facts.append(minutes(gone))
    if given.finished_on is None:
        facts.append(tr("not finished yet"))
    return ", ".join(facts)


def _short(given: Interview) -> str:
    name = candidate_name(given.candidate)
    return phrase(name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…")


def _part(given: Interview, at: int) -> dict[str, object]:
    part = given.parts[at]
    is_rated = part.rating is not None and not part.not_asked
    return {
        "place": place(given.parts, at),
        "about": about(part.competency),
        "text": one_paragraph(part.text, tr("Question")),
        "notes": set_as_typed(part.notes),
        "none": _nothing(part),
        "rating": {"number": str(part.rating), "text": anchor(part.anchors, part.rating or 0)} if is_rated else None,
        "follow_ups": listed([each.text for each in part.follow_ups if each.asked]),
    }


def _nothing(part: Asked) -> str:
    if part.not_asked:
        return tr("Not asked")
    if part.what is not PartKind.QUESTION:
        return ""
    if not part.notes.strip():
        return tr("Nothing noted")
    return tr("No rating") if part.rating is None else ""


def _landed(given: Landed) -> dict[str, object]:
    return {
        "practice": in_one_line(given.practice),
        "lands": tr("Nothing noted") if given.landing is None else landing_name(given.landing),
        "words": set_as_typed(given.words),
    }


def _recommendation(given: Interview) -> dict[str, object]:
    """What is recommended and why; as long as it may not be given, what is still missing, and no word of it."""
    found, missing = conversation.recommended(given), conversation.missing(given)
    lacking = ", ".join(competency_name(each.competency) for each in missing)
    return {
        "said": tr("Not given yet") if found is None else recommendation_name(found),
        "more": tr("Still without a rating and evidence: {what}").format(what=lacking) if lacking else "",
        "reason": [] if missing else set_as_typed(given.reason),
    }
