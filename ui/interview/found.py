"""What is read of a conversation, and what day it is there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import NoSuchRecord
from app.interviews.model import Interview, Kit

if TYPE_CHECKING:
    from ui.session import Journal


@dataclass(frozen=True, slots=True)
class Found:
    """What the journal has: the conversation, its kit if that is there, how many others go by it, and who was hired
    after it, by the id.
    """

    interview: Interview
    kit: Kit | None
    others: int
    person: str | None


def is_begun(given: Interview) -> bool:
    """Whether something was done in it already."""
    return given.at > 0 or any(each.seconds or each.notes for each in given.parts)


def read(journal: "Journal", id: str) -> Found:
    """The conversation with this id, and what is around it. Raises NoSuchRecord, also for one that is in the trash."""
    given = journal.interviews.get(id)
    if given.deleted_at is not None:
        raise NoSuchRecord(id)
    others = sum(each.kit == given.kit and each.id != id for each in journal.interviews.outlines())
    try:
        kit: Kit | None = journal.kits.get(given.kit)
    except NoSuchRecord:
        kit = None
    known = journal.people.everyone() if given.hired is not None else ()
    person = next((each.id for each in known if each.name == given.hired), None)
    return Found(given, kit, others, person)
