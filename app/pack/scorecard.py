"""The scorecard of a kit, to be printed and filled in: evidence first, then a rating by what it describes."""

from collections.abc import Iterator
from datetime import date

from app.interviews import kits
from app.interviews.kits import Questions
from app.interviews.model import Competency, Kit, PartKind, Recommendation
from app.interviews.wording import recommendation_name
from app.pack.contents import Paper
from app.pack.frame import frame
from app.pack.interview_words import about, anchors, fields, one_paragraph, place, role_name
from app.pack.typeset import Sheet, Template, midnight_of
from app.translation import tr


def sheet_of(kit: Kit, questions: Questions, paper: Paper, prepared_on: date) -> Sheet:
    """The questions by what they are about, in the order in which that comes up; nothing is there to be added up.

    `questions` are those of the bank by their id. Nothing of any candidate is on it.
    """
    words = {
        **frame(title_of(kit), tr("Evidence first, the rating after it. Nothing is added up."), paper, prepared_on),
        "heading": one_paragraph(role_name(kit), ""),
        "what": tr("Scorecard"),
        "how": tr(
            "One for each candidate. Write down what was said and done, then tick the description that comes closest. "
            "What was left out is marked as not asked."
        ),
        "fields": fields(),
        "evidence": tr("What was said and done"),
        "rating": tr("Then the rating: which description comes closest?"),
        "not_asked": tr("Not asked"),
        "questions": _questions(kit, questions),
        "recommendation": {
            "heading": tr("My recommendation"),
            "how": tr("In words, once each competency has a rating with evidence. Nothing is added up."),
            "choices": [recommendation_name(each) for each in Recommendation],
            "why": tr("What it rests on"),
        },
    }
    return Sheet(words, midnight_of(prepared_on), Template.SCORECARD)


def title_of(kit: Kit) -> str:
    """ "Support engineer, scorecard"."""
    return tr("{role}, scorecard").format(role=role_name(kit))


def _questions(kit: Kit, questions: Questions) -> list[dict[str, object]]:
    found = list[dict[str, object]]()
    before: Competency | None = None
    for at, competency in _in_groups(kit, questions):
        part = kit.parts[at]
        known = questions.get(part.question or "")
        found.append(
            {
                "opens": about(competency) if not found or competency is not before else None,
                "place": place(kit.parts, at),
                "text": one_paragraph(kits.words(part, questions), tr("Question")),
                "anchors": anchors(known.anchors if known else ()),
            }
        )
        before = competency
    return found


def _in_groups(kit: Kit, questions: Questions) -> Iterator[tuple[int, Competency | None]]:
    """The places of the questions, those on one competency together; those of which nobody knows it come last."""
    asked = [
        (at, kits.competency(part, questions)) for at, part in enumerate(kit.parts) if part.what is PartKind.QUESTION
    ]
    order = [*dict.fromkeys(competency for _, competency in asked if competency is not None), None]
    yield from sorted(asked, key=lambda each: order.index(each[1]))
