"""What the prints of interviews say alike: what a question is about, what an answer with a rating does."""

from collections.abc import Sequence

from app.interviews.model import ANCHORS, Anchor, Asked, Competency, Kit, KitPart, Landing, PartKind
from app.interviews.wording import competency_name, landing_name, part_name
from app.pack.frame import in_one_line
from app.pack.paragraphs import one_line
from app.pack.wording import set_as_typed
from app.translation import tr

LANDINGS = (Landing.WELCOMES, Landing.NEUTRAL, Landing.DISTRUST, Landing.NOT_ASKED)


def role_name(kit: Kit | None) -> str:
    """What the kit is for, in one line; of one that is gone, as of one without a role."""
    return (one_line(kit.role) if kit is not None else "") or tr("Interview")


def place(parts: Sequence[KitPart] | Sequence[Asked], at: int) -> str:
    """ "Question 3 of 6", or "Opening": opening and closing do not count."""
    if parts[at].what is not PartKind.QUESTION:
        return part_name(parts[at].what)
    asked = [each.what is PartKind.QUESTION for each in parts]
    return tr("Question {number} of {count}").format(number=sum(asked[: at + 1]), count=sum(asked))


def about(competency: Competency | None) -> dict[str, object] | None:
    """Its name, and what the template knows it by."""
    return None if competency is None else {"key": competency.value, "name": competency_name(competency)}


def anchor(given: Sequence[Anchor], rating: int) -> list[dict[str, object]]:
    """What an answer with this rating, from 1, does: in a sentence, else in a few words; nothing where nobody said."""
    if not 1 <= rating <= len(given):
        return []
    return in_one_line(given[rating - 1].text) or in_one_line(given[rating - 1].short)


def anchors(given: Sequence[Anchor]) -> list[dict[str, object]]:
    """All ratings with what each means."""
    return [{"rating": str(each), "text": anchor(given, each)} for each in range(1, ANCHORS + 1)]


def one_paragraph(text: str, otherwise: str) -> dict[str, object]:
    """What stands alone in one line: what was typed, or this where nothing was. One of the two has words."""
    return (in_one_line(text) or in_one_line(otherwise))[0]


def listed(given: Sequence[str]) -> list[list[dict[str, object]]]:
    """Lines that a person typed, without those that have no words."""
    return [set_as_typed(each) for each in given if one_line(each)]


def landings() -> list[str]:
    """How a practice can land, in the order of the columns."""
    return [landing_name(each) for each in LANDINGS]


def fields() -> list[str]:
    """What is filled in by hand at the head of a print."""
    return [tr("Candidate, by letter or initials"), tr("On"), tr("From"), tr("To")]
