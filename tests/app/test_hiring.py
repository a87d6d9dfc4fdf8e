"""From candidate to report: a person, their words about trust, a sheet, a first agreement; all of it can be undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import hiring, limits
from app.errors import NameTaken
from app.interviews.model import Asked, Interview, Landed, Landing
from app.journal import Journal
from app.people.model import Agreement, Person
from app.reflections.model import Filter
from app.undoing import take_back
from tests.app.interviews.making import TRUST, asked, interview, kit, seen
from tests.app.practices.making import practice
from tests.app.reflections.journals import NOW, TODAY, new_id, reflection

TALK = date(2026, 2, 20)
SHEET = (
    Landed(practice="A second pair of eyes", landing=Landing.WELCOMES, words="Yes."),
    Landed(practice="Checklists", landing=Landing.NEUTRAL),
    Landed(practice="Weekly one-on-ones", landing=Landing.DISTRUST, words="That meant you were\nbeing managed out."),
    Landed(practice="Written hand-overs", landing=Landing.NOT_ASKED),
)


def talked(journal: Journal, *parts: Asked, **more: object) -> Interview:
    plan = journal.kits.save(kit(role="Support engineer"), NOW)
    given = {"kit": plan.id, "date": TALK, "sheet": SHEET, **more}
    return journal.interviews.save(interview(*parts, **given), NOW)


def trust(notes: str = "Leave the how to me.") -> Asked:
    return seen(question=TRUST.id, notes=f"  {notes}\n")


def everything(journal: Journal) -> list[object]:
    return [each for store in journal.stores.values() for each in store.every()]


def test_what_was_said_in_the_interview_begins_how_the_two_work(journal: Journal) -> None:
    given = talked(journal, asked(notes="Hello"), trust())
    hired = hiring.hire(journal, given.id, " Sandra  Koch ", TODAY, NOW)
    person = hired.person
    assert (person.name, person.role, person.date) == ("Sandra Koch", "Support engineer", TODAY)
    assert (person.trust, person.trust_on, person.trust_note) == (
        "Leave the how to me.",
        TALK,
        "Said in the interview.",
    )
    assert hired.sheet is not None
    assert hired.sheet.rows == SHEET
    assert [(each.on - TODAY).days for each in hired.sheet.looks] == [30, 60, 90]
    assert hired.agreement is not None
    assert hired.agreement.mine == (
        "I will keep: A second pair of eyes",
        "To talk about: Weekly one-on-ones (“That meant you were being managed out.”)",
    )
    assert hired.agreement.look_again_on == TODAY + timedelta(days=90)
    assert journal.interviews.get(given.id).hired == "Sandra Koch"


def test_all_of_it_is_undone(journal: Journal) -> None:
    given = talked(journal, trust())
    before = everything(journal)
    hired = hiring.hire(journal, given.id, "Sandra", TODAY, NOW)
    assert len(hired.made) == 4
    assert take_back(journal, hired.made) == ()
    assert everything(journal) == before
    assert journal.people.names() == []


def test_who_is_named_elsewhere_by_then_stays(journal: Journal) -> None:
    hired = hiring.hire(journal, talked(journal, trust()).id, "Sandra", TODAY, NOW)
    journal.reflections.save(reflection("Hm.", people=("Sandra",)), NOW)
    (left,) = take_back(journal, hired.made)
    assert left.after == hired.person
    assert journal.people.names() == ["Sandra"]
    assert journal.interviews.get(hired.interview.id).hired is None


def test_somebody_who_is_known_keeps_what_there_is(journal: Journal) -> None:
    known = Person(
        id=new_id(), date=TALK, name="Sandra", role="Designer", trust="Mine", archived_on=TALK,
        created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    journal.people.save(known, NOW)
    agreed = Agreement(id=new_id(), date=TALK, person="Sandra", mine=("I ask.",), created_at=NOW, updated_at=NOW)
    journal.agreements.save(agreed, NOW)
    hired = hiring.hire(journal, talked(journal, trust()).id, "Sandra", TODAY, NOW)
    assert hired.person == replace(known, archived_on=None)
    assert hired.agreement == agreed
    take_back(journal, hired.made)
    assert journal.people.get(known.id) == known


def test_without_a_sheet_it_is_made_of_our_practices_and_there_is_nothing_to_agree_on_yet(journal: Journal) -> None:
    journal.practices.save(practice("Checklists"), NOW)
    hired = hiring.hire(journal, talked(journal, sheet=()).id, "Sandra", TODAY, NOW)
    assert hired.sheet is not None
    assert [each.practice for each in hired.sheet.rows] == ["Checklists"]
    assert (hired.agreement, hired.person.trust, hired.person.trust_on) == (None, "", None)


def test_nobody_is_hired_twice(journal: Journal) -> None:
    given = talked(journal, trust())
    once = hiring.hire(journal, given.id, "Sandra", TODAY, NOW)
    again = hiring.hire(journal, given.id, "Somebody", TODAY, NOW)
    assert again == once._replace(made=())
    assert journal.people.names() == ["Sandra"]


def test_a_name_that_somebody_in_the_trash_has_is_refused(journal: Journal) -> None:
    gone = journal.people.save(Person(id=new_id(), date=TALK, name="Sandra", created_at=NOW, updated_at=NOW), NOW)
    journal.people.delete(gone.id, NOW)
    with pytest.raises(NameTaken):
        hiring.hire(journal, talked(journal).id, "Sandra", TODAY, NOW)


def test_what_is_longer_than_its_field_is_cut(journal: Journal) -> None:
    sheet = tuple(Landed(practice=f"{n}", landing=Landing.WELCOMES) for n in range(30))
    sheet += tuple(replace(SHEET[2], words="x" * limits.LINE) for _ in range(3))
    hired = hiring.hire(journal, talked(journal, trust("y" * 9_000), sheet=sheet).id, "Sandra", TODAY, NOW)
    assert len(hired.person.trust) == limits.WORDS
    assert hired.agreement is not None
    assert len(hired.agreement.mine) == limits.PROMISES
    assert [len(each) for each in hired.agreement.mine[-3:]] == [limits.LINE] * 3


def test_the_sheet_in_force_is_the_newest_and_else_a_new_one(journal: Journal) -> None:
    journal.practices.save(practice("Checklists"), NOW)
    new = hiring.alignment_for(journal, "Jonas", TODAY, NOW)
    assert ([each.practice for each in new.rows], journal.alignments.find(Filter())) == (["Checklists"], [])
    journal.alignments.save(new, NOW)
    newer = journal.alignments.save(replace(new, id=new_id(), date=TODAY + timedelta(days=1)), NOW)
    assert hiring.alignment_for(journal, "Jonas", TODAY, NOW) == newer


def test_among_others_it_is_them_and_a_role_comes_without_a_word_about_trust(journal: Journal) -> None:
    for name in ("Anna", "Sandra", "Zoe"):
        journal.people.save(Person(id=new_id(), date=TALK, name=name, created_at=NOW, updated_at=NOW), NOW)
    hired = hiring.hire(journal, talked(journal, seen(notes="Of something else.")).id, "Sandra", TODAY, NOW)
    assert (hired.person.name, hired.person.role, hired.person.trust) == ("Sandra", "Support engineer", "")
    assert journal.people.names() == ["Anna", "Sandra", "Zoe"]
    assert hiring.hire(journal, hired.interview.id, "Zoe", TODAY, NOW).person == hired.person


def test_what_comes_of_a_private_conversation_is_private(journal: Journal) -> None:
    hired = hiring.hire(journal, talked(journal, trust(), private=True).id, "Sandra", TODAY, NOW)
    assert hired.sheet is not None
    assert hired.agreement is not None
    assert (hired.sheet.private, hired.agreement.private) == (True, True)


def test_what_just_fits_is_not_cut(journal: Journal) -> None:
    words = "x" * (limits.LINE - len("To talk about: Weekly one-on-ones (“”)"))
    given = talked(journal, trust("y" * limits.WORDS), sheet=(replace(SHEET[2], words=words),))
    hired = hiring.hire(journal, given.id, "Sandra", TODAY, NOW)
    assert hired.person.trust == "y" * limits.WORDS
    assert hired.agreement is not None
    assert hired.agreement.mine == (f"To talk about: Weekly one-on-ones (“{words}”)",)
