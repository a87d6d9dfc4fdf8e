"""What every page says beside what it is about: program, day, paper, the numbers of the pages."""

from datetime import date

from app.day_names import in_words
from app.pack.contents import Paper
from app.pack.paragraphs import one_line, phrase
from app.pack.wording import paper_name, set_as_typed
from app.translation import tr


def frame(title: str, footer: str, paper: Paper, prepared_on: date) -> dict[str, object]:
    """The words of it, as the templates want them."""
    return {
        "language": tr("en"),
        "paper": paper_name(paper),
        "prepared_on": [prepared_on.year, prepared_on.month, prepared_on.day],
        "title": phrase(title),
        "program": "Courage Journal",
        "prepared": tr("Prepared {day}").format(day=full_day(prepared_on)),
        "footer": footer,
        "page_of": tr("{page} of {pages}"),
    }


def full_day(day: date) -> str:
    """ "10 March 2026"."""
    return tr("{day} {year}").format(day=in_words(day), year=day.year)


def in_one_line(text: str) -> list[dict[str, object]]:
    """What a person typed, in one line in its own direction: one paragraph, none where there are no words."""
    return set_as_typed(one_line(text))
