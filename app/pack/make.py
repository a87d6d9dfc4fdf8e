"""Makes a coaching pack out of an open journal."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.pack.contents import Options, choose
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


def make(journal: "Journal", options: Options, password: str | None = None) -> Made:
    """The pack as a PDF, closed with the password if there is one. The journal is only read.

    Raises PeriodBackwards and EmptyPeriod.
    """
    with journal.reading():
        reflections = journal.reflections.find(Filter(since=options.since, until=options.until))
        everyone = journal.people.names()
    pack = choose(reflections, everyone, options)
    done = typeset(pack)
    pdf = done.pdf if password is None else _protected(done.pdf, password)
    return Made(pdf, done.pages, pack.left_out, done.fonts)


def _protected(pdf: bytes, password: str) -> bytes:
    from app.pack.protect import with_password

    return with_password(pdf, password)
