"""What a debrief changes is really changed, once, where it belongs; and the next one asks whether it held."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app import debriefing, limits
from app.delegation.history import histories
from app.delegation.lasting import to_ask
from app.delegation.model import Change, ChangeKind, Debrief, Delegation, Lasted
from app.journal import Journal
from app.people.model import Authority
from app.reflections.model import Filter
from tests.app.delegation.making import debrief, delegation
from tests.app.people.people import agreement, level
from tests.app.practices.making import checklist, practice, run, steps
from tests.app.reflections.journals import NOW, TODAY

DAY = timedelta(days=1)


def closed(journal: Journal, *changes: Change, of: Delegation | None = None, level: Authority | None = None) -> Debrief:
    """A debrief with these changes, closed today."""
    about = journal.delegations.save(of or delegation(begun=TODAY - 9 * DAY), NOW)
    given = journal.debriefs.save(debrief(about, None, changes=changes), NOW)
    return debriefing.close(journal, given, level, TODAY, NOW).debrief


def test_a_checklist_gets_a_step_as_a_new_version_with_its_reason(journal: Journal) -> None:
    known = journal.checklists.save(checklist(steps("Pull the numbers")), NOW)
    journal.runs.save(run(known), NOW)
    done = closed(journal, Change(what=ChangeKind.CHECKLIST, text="Ask legal", about=known.id))
    versions = journal.checklists.get(known.id).versions
    assert [[step.text for step in each.steps] for each in versions] == [
        ["Pull the numbers"],
        ["Pull the numbers", "Ask legal"],
    ]
    assert versions[-1].reason == "After the debrief of Board metrics"
    assert (done.closed_on, done.changes[0].about) == (TODAY, known.id)


def test_a_full_checklist_loses_nothing(journal: Journal) -> None:
    known = journal.checklists.save(checklist(steps(*"x" * limits.STEPS)), NOW)
    closed(journal, Change(what=ChangeKind.CHECKLIST, text="Ask legal", about=known.id))
    newest = journal.checklists.get(known.id).versions[-1].steps
    assert (len(newest), newest[-1].text) == (limits.STEPS, "x; Ask legal")


@pytest.mark.parametrize("kind", [ChangeKind.CHECKLIST, ChangeKind.PRACTICE])
def test_without_one_chosen_a_new_one_is_made(journal: Journal, kind: ChangeKind) -> None:
    done = closed(journal, Change(what=kind, text="Ask legal"))
    kept = journal.get(done.changes[0].about or "")
    assert kept.name == ("Reporting" if kind is ChangeKind.CHECKLIST else "Ask legal")


def test_a_practice_gets_the_line_about_it(journal: Journal) -> None:
    known = journal.practices.save(practice(decision_note="before"), NOW)
    closed(journal, Change(what=ChangeKind.PRACTICE, text="One check-in, half way", about=known.id))
    assert journal.practices.get(known.id).decision_note == "One check-in, half way"


def test_an_agreement_gets_a_new_version(journal: Journal) -> None:
    before = journal.agreements.save(agreement(day=TODAY - 30 * DAY, mine=("wait to be asked",)), NOW)
    done = closed(journal, Change(what=ChangeKind.AGREEMENT, text="say who signs off"))
    now, then = journal.agreements.where(person="Jonas")
    assert (now.id, now.mine) == (done.changes[0].about, ("wait to be asked", "say who signs off"))
    assert then == before


def test_a_level_is_said_from_today_on(journal: Journal) -> None:
    for to in (Authority.RECOMMEND, Authority.DECIDE_WITH_ME):
        done = closed(journal, Change(what=ChangeKind.LEVEL, text="two clean ones"), level=to)
    (said,) = journal.levels.where(person="Jonas")  # of one day, one
    assert (said.work, said.authority, said.id) == ("Reporting", Authority.DECIDE_WITH_ME, done.changes[0].about)


def test_what_cannot_be_made_stays_in_the_debrief(journal: Journal) -> None:
    kinds = (ChangeKind.AGREEMENT, ChangeKind.LEVEL)
    done = closed(journal, *(Change(what=each, text="x") for each in kinds), of=delegation(None, TODAY, ""))
    assert [each.about for each in done.changes] == [None, None]
    assert not journal.agreements.find(Filter())
    assert not journal.levels.find(Filter())


def test_it_is_closed_once(journal: Journal) -> None:
    done = closed(journal, Change(what=ChangeKind.AGREEMENT, text="say who signs off"))
    assert debriefing.close(journal, done, None, TODAY, NOW) == (done, done, ())
    assert len(journal.agreements.where(person="Jonas")) == 1


# Taken back

Prepare = Callable[[Journal], str | None]
LATER = NOW + timedelta(hours=1)


def everything(journal: Journal) -> dict[str, list[Any]]:
    """All that there is, and what a search finds of it."""
    found: dict[str, list[Any]] = {kind: list(store.every()) for kind, store in journal.stores.items()}
    return found | {"found": journal.search("legal", 20)}


def known_list(journal: Journal, *, is_used: bool = False) -> str:
    kept = journal.checklists.save(checklist(steps("Pull the numbers")), NOW)
    if is_used:
        journal.runs.save(run(kept), NOW)
    return kept.id


def nothing(_journal: Journal) -> None:
    return None


def promised(day: date) -> Prepare:
    return lambda journal: journal.agreements.save(agreement(day=day, mine=("wait",)), NOW).id


def said(day: date) -> Prepare:
    return lambda journal: journal.levels.save(level("reporting", Authority.RECOMMEND, day, note="so far"), NOW).id


TABLE: dict[str, tuple[ChangeKind, Prepare]] = {
    "a new checklist": (ChangeKind.CHECKLIST, nothing),
    "a version more": (ChangeKind.CHECKLIST, lambda journal: known_list(journal, is_used=True)),
    "the version of today": (ChangeKind.CHECKLIST, known_list),
    "a new practice": (ChangeKind.PRACTICE, nothing),
    "a known practice": (ChangeKind.PRACTICE, lambda journal: journal.practices.save(practice(), NOW).id),
    "a first agreement": (ChangeKind.AGREEMENT, nothing),
    "the next agreement": (ChangeKind.AGREEMENT, promised(TODAY - 30 * DAY)),
    "the agreement of today": (ChangeKind.AGREEMENT, promised(TODAY)),
    "a first level": (ChangeKind.LEVEL, nothing),
    "the next level": (ChangeKind.LEVEL, said(TODAY - 30 * DAY)),
    "the level of today": (ChangeKind.LEVEL, said(TODAY)),
}
IN_BETWEEN = {
    "checklist": {"name": "Mine"},
    "practice": {"serves": "Mine"},
    "agreement": {"signal": "Mine"},
    "level": {"note": "Mine"},
}


def begun(journal: Journal, change: ChangeKind, prepare: Prepare, number: int = 1) -> Debrief:
    """A debrief that is open, with a change, or several of the same kind."""
    about = prepare(journal)
    of = journal.delegations.save(delegation(begun=TODAY - 9 * DAY), NOW)
    given = tuple(Change(what=change, text=f"Ask legal {each}", about=about) for each in range(number))
    return journal.debriefs.save(debrief(of, None, changes=given), NOW)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(("change", "prepare"), TABLE.values(), ids=TABLE)
def test_undone_it_is_as_if_it_had_not_been(
    journal: Journal, change: ChangeKind, prepare: Prepare, number: int
) -> None:
    given = begun(journal, change, prepare, number)
    before = everything(journal)
    done = debriefing.close(journal, given, Authority.YOURS, TODAY, LATER)
    assert len(done.made) == number
    assert everything(journal) != before
    assert debriefing.reopen(journal, done, LATER) == ()
    assert everything(journal) == before


def test_one_that_was_not_kept_before_is_gone_again(journal: Journal) -> None:
    of = journal.delegations.save(delegation(begun=TODAY - 9 * DAY), NOW)
    before = everything(journal)
    debriefing.reopen(journal, debriefing.close(journal, debrief(of, None), None, TODAY, LATER), LATER)
    assert everything(journal) == before


@pytest.mark.parametrize(("change", "prepare"), TABLE.values(), ids=TABLE)
def test_what_was_changed_since_is_not_overwritten(journal: Journal, change: ChangeKind, prepare: Prepare) -> None:
    done = debriefing.close(journal, begun(journal, change, prepare), Authority.YOURS, TODAY, LATER)
    (made,) = done.made
    store: Any = journal.stores[made.kind]
    mine = store.save(replace(store.get(made.after.id), **IN_BETWEEN[made.kind]), LATER + DAY)
    assert debriefing.reopen(journal, done, LATER + DAY) == (made,)
    assert store.get(made.after.id) == mine
    assert journal.debriefs.get(done.debrief.id).closed_on is None


def test_a_version_that_somebody_works_by_stays(journal: Journal) -> None:
    done = debriefing.close(journal, begun(journal, ChangeKind.CHECKLIST, nothing), None, TODAY, LATER)
    kept = journal.checklists.get(done.made[0].after.id)
    journal.runs.save(run(kept), LATER)
    assert debriefing.reopen(journal, done, LATER) == done.made
    assert journal.checklists.get(kept.id) == kept


def test_what_was_said_in_it_since_stays_when_it_is_open_again(journal: Journal) -> None:
    done = debriefing.close(journal, begun(journal, ChangeKind.PRACTICE, nothing), None, TODAY, LATER)
    journal.debriefs.save(replace(done.debrief, helped="The list"), LATER)
    debriefing.reopen(journal, done, LATER)
    kept = journal.debriefs.get(done.debrief.id)
    assert (kept.closed_on, kept.helped, kept.changes[0].about) == (None, "The list", None)


def test_the_next_one_asks_whether_it_held(journal: Journal) -> None:
    closed(journal, Change(what=ChangeKind.AGREEMENT, text="say who signs off"))
    after = journal.delegations.save(delegation(begun=TODAY), NOW)
    next_one = journal.debriefs.save(debrief(after, None, date=TODAY + DAY), NOW)

    def asked() -> tuple[Lasted | None, ...]:
        known = histories(journal.delegations.find(Filter()), (), journal.debriefs.find(Filter()))
        found = to_ask(known, after, next_one)
        for each in found:
            debriefing.answer(journal, each, Lasted.PARTLY, TODAY + DAY, NOW)
        return tuple(each.change.lasted for each in found)

    assert asked() == (None,)
    assert asked() == (Lasted.PARTLY,)
