"""Makes a coaching pack out of an open journal."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.pack.contents import Options, Pack, choose
from app.pack.protect import with_password
from app.pack.typeset import Fonts, typeset
from app.reflections.model import Filter

if TYPE_CHECKING:
    from app.journal import Journal


@dataclass(frozen=True, slots=True)
class Made:
    """A finished pack: the file, and what to tell the person who asked for it."""

    pdf: bytes
    pages: int
    left_out: int
    fonts: Fonts


def gather(journal: "Journal", options: Options) -> Pack:
    """What goes into the pack. The journal is only read, and needed no longer afterwards.

    Raises PeriodBackwards and EmptyPeriod.
    """
    with journal.reading():
        reflections = journal.reflections.find(Filter(since=options.since, until=options.until))
        everyone = journal.people.names()
    return choose(reflections, everyone, options)


def make(journal: "Journal", options: Options, password: str | None = None) -> Made:
    """The pack as a PDF, closed with the password if there is one. Raises what `gather` does."""
    pack = gather(journal, options)
    done = typeset(pack)
    pdf = done.pdf if password is None else with_password(done.pdf, password)
    return Made(pdf, done.pages, pack.left_out, done.fonts)
