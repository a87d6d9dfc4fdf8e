"""The agenda of a one-on-one as a page: its words as the template wants them."""

from datetime import UTC, date, datetime

from app.day_names import in_words
from app.one_on_ones import sheet
from app.one_on_ones.sheet import Line
from app.pack.contents import Paper
from app.pack.paragraphs import one_line, phrase
from app.pack.typeset import Sheet, Template
from app.pack.wording import paper_name, set_as_typed
from app.translation import tr


def page(given: sheet.Sheet, paper: Paper, prepared_on: date) -> Sheet:
    """What is to be set. However much it is, it is one page."""
    prepared = tr("{day} {year}").format(day=in_words(prepared_on), year=prepared_on.year)
    words: dict[str, object] = {
        "language": tr("en"),
        "paper": paper_name(paper),
        "prepared_on": [prepared_on.year, prepared_on.month, prepared_on.day],
        "title": tr("One-on-one with {person}").format(person=phrase(given.person)),
        "when": sheet.when(given),
        "program": "Courage Journal",
        "prepared": tr("Prepared {day}").format(day=prepared),
        "footer": tr("An agenda for both of us."),
        "page_of": tr("{page} of {pages}"),
        "more": tr("And {count} more."),
        "parts": [
            {"heading": phrase(part.heading), "items": [_item(each) for each in part.lines]} for part in given.parts
        ],
    }
    midnight = datetime.combine(prepared_on, datetime.min.time(), UTC)
    return Sheet(words, int(midnight.timestamp()), Template.AGENDA)


def _item(line: Line) -> dict[str, object]:
    return {"text": set_as_typed(one_line(line.text)), "small": phrase(line.small), "closed": line.is_closed}
