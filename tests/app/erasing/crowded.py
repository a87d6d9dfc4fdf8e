"""Journals in which one name is everywhere: in every kind, every field, earlier versions, the trash, preferences."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from app.delegation.model import (
    Brief,
    Change,
    ChangeKind,
    Debrief,
    Delegation,
    EarlierBrief,
    HeldTask,
    Scored,
    Touch,
    TouchKind,
)
from app.interviews.model import (
    Alignment,
    Anchor,
    Asked,
    Competency,
    FollowUpQuestion,
    Interview,
    Kit,
    KitPart,
    Landed,
    Look,
    MockRun,
    OwnQuestion,
    PartKind,
    Preparation,
    Prepared,
)
from app.journal import Journal
from app.one_on_ones.model import FollowUp, Note, OneOnOne, Topic
from app.people.model import Agreement, Feedback, Level, Person, Side
from app.phrasing.model import OwnPhrase
from app.practices.model import Checklist, Practice, Reaction, Reading, Run, Step, Version
from app.prompts.model import Moment
from app.prompts.own import OwnPrompt
from app.reflections.model import Content, Pillar, Reflection, Revision
from app.rewriting import AnyRecord, rewritten
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import NOW, TODAY, new_id, plan, reflection

OTHER = "Ravi"
KEPT = "the heron stands in the river"  # what is about nobody, and has to stay


def one_of_each(person: str | None) -> list[AnyRecord]:
    """A record of each kind in which a name can stand, with something in each of its lists."""
    common: dict[str, Any] = {"date": TODAY, "created_at": NOW, "updated_at": NOW}
    about: dict[str, Any] = common | {"person": person}
    steps = (Step(text="x", second_eyes=person), Step(text="y"))
    said = Reaction(person=person, reading=Reading.CARE, date=TODAY)
    earlier = Content(date=date(2026, 3, 2), tags=("tag",), people=(person,) if person else ())
    written = reflection("", TODAY, plan(person=person), tags=("tag",), people=earlier.people)
    found: list[AnyRecord] = [
        replace(written, revisions=(Revision(id=new_id(), saved_at=NOW, content=earlier),)),
        replace(experiment("x"), id=new_id(), person=person),
        Practice(id=new_id(), name="x", reactions=(said, replace(said, person=OTHER)), **common),
        Checklist(id=new_id(), name="x", owner=person, versions=(Version(date=TODAY, steps=steps),), **common),
        Run(id=new_id(), checklist=new_id(), version=1, by=person, **common),
        HeldTask(id=new_id(), title="x", **about),
        *_delegated(person),
        *_interviews(person),
    ]
    if person is None:
        prompt = OwnPrompt(
            id=new_id(), pillar=Pillar.TRUST, moment=Moment.ACTING, question="x", created_at=NOW, updated_at=NOW
        )
        return [*found, prompt, Person(id=new_id(), name=f"Someone {new_id()}", **common)]
    return [
        *found,
        Agreement(id=new_id(), mine=("x",), theirs=("y",), **about),
        Feedback(id=new_id(), giver=Side.ME, text="x", **about),
        Level(id=new_id(), work="x", **about),
        Topic(id=new_id(), raised_by=Side.ME, text="x", **about),
        FollowUp(id=new_id(), owner=Side.ME, text="x", **about),
        OneOnOne(id=new_id(), notes=(Note(text="x"),), **about),
        Alignment(id=new_id(), rows=(Landed(practice="x"),), looks=(Look(on=TODAY),), **about),
    ]


def _delegated(person: str | None) -> list[AnyRecord]:
    """A delegation with what is of it; all of it goes with who has it."""
    common: dict[str, Any] = {"date": TODAY, "created_at": NOW, "updated_at": NOW}
    brief = Brief(done=("x",))
    whole = Delegation(
        id=new_id(), title="x", person=person, brief=brief, earlier=(EarlierBrief(until=TODAY, brief=brief),), **common
    )
    of: dict[str, Any] = common | {"delegation": whole.id}
    change = Change(what=ChangeKind.PRACTICE, text="x")
    return [
        whole,
        Touch(id=new_id(), what=TouchKind.HELD, note="x", **of),
        Debrief(id=new_id(), points=(Scored(point="x"),), changes=(change,), **of),
    ]


def _interviews(person: str | None) -> list[AnyRecord]:
    """A conversation after which they were hired, and what else belongs to interviews."""
    common: dict[str, Any] = {"date": TODAY, "created_at": NOW, "updated_at": NOW}
    anchors, what = (Anchor(text="x", short="x"),), PartKind.QUESTION
    asked = Asked(what=what, text="x", minutes=5, follow_ups=(FollowUpQuestion(text="x"),), anchors=anchors)
    lines: dict[str, Any] = {"follow_ups": ("x",), "listen_for": ("x",), "watch_for": ("x",), "anchors": anchors}
    kit = Kit(id=new_id(), parts=(KitPart(what=what, text="x", minutes=5),), **common)
    answers = (Prepared(text="x", minutes=5),)
    return [
        OwnQuestion(id=new_id(), competency=Competency.TRUST, text="x", minutes=5, **lines, **common),
        kit,
        Interview(
            id=new_id(),
            kit=kit.id,
            candidate="x",
            parts=(asked,),
            sheet=(Landed(practice="x"),),
            hired=person,
            **common,
        ),
        Preparation(id=new_id(), questions=answers, runs=(MockRun(date=TODAY),), **common),
    ]


def saying(given: AnyRecord, words: str) -> Any:
    """The same with these words in each of its texts."""
    return rewritten(given, str, lambda _at, _text, _most: words)


def crowd(journal: Journal, name: str, spellings: tuple[str, ...]) -> Person:
    """Fills the journal with the name, written in each of these ways; returns who has it. Inside a transaction."""
    common: dict[str, Any] = {"date": TODAY, "created_at": NOW, "updated_at": NOW}
    person = Person(id=new_id(), name=name, role="x", trust="x", trust_note="x", **common)
    trashed: dict[str, Any] = {"deleted_at": NOW - timedelta(days=1)}
    given: list[AnyRecord] = []
    for spelling in spellings:
        words = f"What {spelling} said: {KEPT}, {spelling}'s own"
        for each in (*one_of_each(name), *one_of_each(OTHER), *one_of_each(None)):
            given.append(saying(each, words))
            if not isinstance(each, Person):
                given.append(replace(given[-1], id=new_id(), **trashed, **_parts_anew(given[-1])))
    journal.people.save(saying(person, f"{name} {KEPT}"), NOW)
    for store in journal.stores.values():
        new, clashing = store.new([each for each in given if store is _store_of(journal, each)])
        assert clashing == []
        store.add_all(new, NOW)
    journal.reflections.save(reflection(f"{name} last, {KEPT}", people=(name, OTHER)), NOW)
    phrase = OwnPhrase(new_id(), f"{spellings[0]} never asks", f"What did {name} need?")
    journal.preferences.change(wish=f"Less of {name}", name=f"{name} and I", own_phrases=(phrase,))
    return person


def churn(journal: Journal, name: str) -> None:
    """Long words with the name that are not there any more, and of which free pages and freed cells still have some.

    As if another program had changed the journal, which does not wipe what it deletes as ours does.
    """
    raw = journal.vault._raw
    raw.execute("PRAGMA secure_delete = OFF")
    long = " ".join([f"{name} again"] * 700)
    for number in range(2):
        written = reflection(long, people=(name,))
        _save(journal, written, NOW)
        shorter = replace(written, content=replace(written.content, text=f"{name} {KEPT}"))
        _save(journal, shorter, NOW + timedelta(hours=number + 1))
    raw.execute("PRAGMA secure_delete = ON")


def _save(journal: Journal, given: Reflection, now: datetime) -> None:
    journal.write(lambda journal: journal.reflections.save(given, now))


def _store_of(journal: Journal, given: AnyRecord) -> Any:
    from app.exchange.kinds import facts

    return journal.stores[facts(given).kind]


def _parts_anew(given: AnyRecord) -> dict[str, Any]:
    """Other ids for what has some of its own."""
    changed = {}
    for field in ("commitments", "revisions"):
        if parts := getattr(given, field, None):
            changed[field] = tuple(replace(each, id=new_id()) for each in parts)
    return changed
