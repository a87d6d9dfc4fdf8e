"""Answers for the owner's own interview as cards to cut out: a question and what there is to say, four to a page.

A quarter of the page is the size of a common index card: two cuts make four of them, one hand holds them, and an answer
of a minute or two fits. What does not fit goes on on the next card, which says so.
"""

from datetime import date

from app.interviews.model import Preparation, Prepared
from app.interviews.wording import minutes
from app.pack.contents import Paper
from app.pack.frame import frame, in_one_line
from app.pack.paragraphs import one_line, phrase
from app.pack.typeset import Sheet, Template, midnight_of
from app.pack.wording import set_as_typed
from app.translation import tr


def cards_of(given: Preparation, paper: Paper, prepared_on: date) -> Sheet:
    """The questions in their order, each with its answer; one without an answer has lines to write it on.

    What lies behind an answer is not printed, nor what was noticed in a mock run.
    """
    asked = [each for each in given.questions if each.text.strip() or each.answer.strip()]
    words = {
        **frame(title_of(given), "", paper, prepared_on),
        "role": phrase(given.role),
        "goes_on": tr("{number}, card {card} of {cards}"),
        "nothing": tr("No question yet"),
        "cards": [_card(each, at, len(asked)) for at, each in enumerate(asked, 1)],
    }
    return Sheet(words, midnight_of(prepared_on), Template.ANSWER_CARDS)


def title_of(given: Preparation) -> str:
    """ "Team lead, cards"."""
    role = one_line(given.role)
    return tr("{role}, cards").format(role=role) if role else tr("Cards for an interview")


def _card(given: Prepared, number: int, count: int) -> dict[str, object]:
    return {
        "number": tr("{number} of {count}").format(number=number, count=count),
        "minutes": minutes(given.minutes) if given.minutes else "",
        "question": in_one_line(given.text),
        "answer": set_as_typed(given.answer),
    }
