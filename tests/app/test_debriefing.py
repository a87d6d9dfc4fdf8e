"""What a debrief changes is really changed, once, where it belongs; and the next one asks whether it held."""

from datetime import timedelta

import pytest

from app import debriefing, limits
from app.delegation.history import histories
from app.delegation.lasting import to_ask
from app.delegation.model import Change, ChangeKind, Debrief, Delegation, Lasted
from app.journal import Journal
from app.people.model import Authority
from app.reflections.model import Filter
from tests.app.delegation.making import debrief, delegation
from tests.app.people.people import agreement
from tests.app.practices.making import checklist, practice, run, steps
from tests.app.reflections.journals import NOW, TODAY

DAY = timedelta(days=1)


def closed(journal: Journal, *changes: Change, of: Delegation | None = None, level: Authority | None = None) -> Debrief:
    """A debrief with these changes, closed today."""
    about = journal.delegations.save(of or delegation(begun=TODAY - 9 * DAY), NOW)
    given = journal.debriefs.save(debrief(about, None, changes=changes), NOW)
    return debriefing.close(journal, given, level, TODAY, NOW)


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
    for level in (Authority.RECOMMEND, Authority.DECIDE_WITH_ME):
        done = closed(journal, Change(what=ChangeKind.LEVEL, text="two clean ones"), level=level)
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
    assert debriefing.close(journal, done, None, TODAY, NOW) == done
    assert len(journal.agreements.where(person="Jonas")) == 1


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
