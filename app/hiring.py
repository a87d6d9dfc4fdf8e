"""A candidate comes: what was said about trust in the interview becomes the beginning of how the two then work."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from app import limits
from app.errors import NoSuchRecord
from app.interviews import alignment
from app.interviews.bank import TRUST_QUESTION
from app.interviews.model import Alignment, Interview, Landed, Landing
from app.interviews.record import ALIGNMENT, INTERVIEW
from app.people import rules as people
from app.people.model import Agreement, Person
from app.people.record import AGREEMENT, PERSON_KIND
from app.reflections.model import Filter
from app.translation import tr
from app.undoing import Made, Making

if TYPE_CHECKING:
    from app.journal import Records


class Hired(NamedTuple):
    """The interview with who they are now, what there is of them since, and all that was made, to be taken back."""

    interview: Interview
    person: Person
    sheet: Alignment | None
    agreement: Agreement | None
    made: tuple[Made, ...] = ()


def hire(journal: "Records", interview_id: str, name: str, today: date, now: datetime) -> Hired:
    """They are a person by this name from today on, a new one or one whom the journal knows.

    They get the alignment sheet of the interview, looked at again after 30, 60 and 90 days; their words about trust,
    unless there are some already; and, where they have none, a first draft of a working agreement made of the sheet.
    `undoing.take_back` takes all of it back, but that whoever was a mere name stays a person. Of an interview after
    which somebody was hired already, nothing changes. To be used inside a transaction. Raises NoSuchRecord, and
    NameTaken where somebody in the trash has the name.
    """
    given = journal.interviews.get(interview_id)
    if given.hired is not None:
        return _whole(journal, given)
    making = Making(journal, now)
    person = _with_trust(journal, _called(journal, name, today, now), given)
    making.save(PERSON_KIND.name, person)
    sheet = replace(_sheet(journal, given, person.name, today, now), private=given.private)
    making.save(ALIGNMENT.name, sheet)
    agreement = draft(uuid4().hex, sheet, today, now)
    if not people.is_blank(agreement) and not journal.agreements.where(person=person.name):
        making.save(AGREEMENT.name, agreement)
    making.save(INTERVIEW.name, replace(given, hired=person.name))
    return _whole(journal, journal.interviews.get(given.id))._replace(made=tuple(making.made))


def alignment_for(journal: "Records", person: str, today: date, now: datetime) -> Alignment:
    """The sheet of this person that is in force; where there is none, a new one of our practices, not saved yet."""
    kept = journal.alignments.where(person=person)
    return kept[0] if kept else alignment.fresh(uuid4().hex, person, journal.practices.find(Filter()), today, now)


def draft(id: str, sheet: Alignment, today: date, now: datetime) -> Agreement:
    """A first working agreement, for the owner to go on with: what is welcome stays, what reads as distrust is talked
    about. Where there is more than it takes, what is to be talked about comes first.
    """
    keeps = [_keep(each) for each in sheet.rows if each.landing is Landing.WELCOMES]
    talks = [_talk(each) for each in sheet.rows if each.landing is Landing.DISTRUST][: limits.PROMISES]
    mine = (*keeps[: limits.PROMISES - len(talks)], *talks)
    return replace(people.first_version(sheet.person, today, id, now), mine=mine, private=sheet.private)


def _keep(row: Landed) -> str:
    return tr("I will keep: {practice}").format(practice=row.practice)


def _talk(row: Landed) -> str:
    said = tr("To talk about: {practice}").format(practice=row.practice)
    if row.words.strip():
        said = tr("{topic} (“{words}”)").format(topic=said, words=" ".join(row.words.split()))
    return said if len(said) <= limits.LINE else said[: limits.LINE - 1].rstrip() + "…"


def _called(journal: "Records", name: str, today: date, now: datetime) -> Person:
    """Who has this name, as they are or as somebody new, back from the archive if they were there."""
    made = PERSON_KIND.tidy(Person(id=uuid4().hex, date=today, name=name, created_at=now, updated_at=now))
    known = next((each for each in journal.people.everyone() if each.name == made.name), made)
    return replace(known, archived_on=None)


def _with_trust(journal: "Records", person: Person, given: Interview) -> Person:
    role = person.role or _role(journal, given)
    said = next((each.notes.strip() for each in given.parts if each.question == TRUST_QUESTION), "")
    if not said or person.trust.strip():
        return replace(person, role=role)
    if len(said) > limits.WORDS:
        said = said[: limits.WORDS - 1].rstrip() + "…"
    return replace(person, role=role, trust=said, trust_on=given.date, trust_note=tr("Said in the interview."))


def _role(journal: "Records", given: Interview) -> str:
    try:
        return journal.kits.get(given.kit).role
    except NoSuchRecord:
        return ""


def _sheet(journal: "Records", given: Interview, person: str, today: date, now: datetime) -> Alignment:
    """That of the interview; where it has none, our practices."""
    if given.sheet:
        return alignment.of_rows(uuid4().hex, person, given.sheet, today, now)
    return alignment.fresh(uuid4().hex, person, journal.practices.find(Filter()), today, now)


def _whole(journal: "Records", given: Interview) -> Hired:
    person = next(each for each in journal.people.everyone() if each.name == given.hired)
    sheets, agreements = journal.alignments.where(person=person.name), journal.agreements.where(person=person.name)
    return Hired(given, person, next(iter(sheets), None), next(iter(agreements), None))
