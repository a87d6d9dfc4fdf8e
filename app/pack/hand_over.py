"""The hand-over note as pages to print: its words as the template wants them."""

from datetime import date

from app.day_names import in_words
from app.delegation.note import HandOverNote, Part, heading, whose
from app.pack.contents import Paper
from app.pack.paragraphs import phrase
from app.pack.typeset import Sheet, Template, midnight_of
from app.pack.wording import paper_name, set_as_typed
from app.translation import tr


def pages_of(given: HandOverNote, paper: Paper, prepared_on: date) -> Sheet:
    """What is to be set: what is agreed, and nothing of what is not yet."""
    prepared = tr("{day} {year}").format(day=in_words(prepared_on), year=prepared_on.year)
    words: dict[str, object] = {
        "language": tr("en"),
        "paper": paper_name(paper),
        "prepared_on": [prepared_on.year, prepared_on.month, prepared_on.day],
        "title": phrase(heading(given)),
        "whose": phrase(whose(given)),
        "program": "Courage Journal",
        "prepared": tr("Prepared {day}").format(day=prepared),
        "footer": tr("A hand-over note for both of us."),
        "page_of": tr("{page} of {pages}"),
        "parts": [_part(each) for each in given.agreed],
    }
    return Sheet(words, midnight_of(prepared_on), Template.HAND_OVER)


def _part(given: Part) -> dict[str, object]:
    items = [set_as_typed(each) for each in given.lines]
    return {"heading": phrase(given.heading), "ticked": given.ticked, "items": items}
