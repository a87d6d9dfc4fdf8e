"""What two debriefs suggest is offered until it is put off or taken, and each way is a real record."""

from datetime import timedelta
from typing import Any

import pytest

from app import debriefing
from app.advising import Advice, advice, make_checklist, raise_topic
from app.delegation.model import Delegation, Score, TouchKind
from app.delegation.suggesting import Offer
from app.journal import Journal
from app.people.model import Authority, Side
from app.undoing import take_back
from tests.app.delegation.making import brief, debrief, delegation, touch
from tests.app.people.people import level
from tests.app.practices.making import checklist
from tests.app.reflections.journals import NOW, TODAY

DAY = timedelta(days=1)


def done(journal: Journal, ago: int, score: Score, **more: Any) -> Delegation:
    """Work that was delivered and talked through so many days ago."""
    of = journal.delegations.save(delegation(begun=TODAY - (ago + 10) * DAY, **more), NOW)
    journal.touches.save(touch(of, TouchKind.DELIVERED, TODAY - ago * DAY), NOW)
    journal.debriefs.save(debrief(of, TODAY - ago * DAY, score), NOW)
    return of


def advised(journal: Journal, of: Delegation | None = None) -> Advice | None:
    return advice(journal, of or delegation(), journal.delegations.outlines(TODAY))


@pytest.fixture
def clean(journal: Journal) -> Journal:
    journal.levels.save(level("reporting", Authority.RECOMMEND, TODAY - 90 * DAY), NOW)
    for ago in (30, 20, 10):
        done(journal, ago, Score.MET)
    return journal


@pytest.fixture
def missed(journal: Journal) -> Journal:
    for ago in (20, 10):
        done(journal, ago, Score.NOT_MET)
    return journal


def test_it_is_the_same_for_all_work_of_the_kind_with_the_person(clean: Journal) -> None:
    found = advised(clean)
    assert found is not None
    assert found.suggestion.offers == (Offer.LEVEL_UP,)
    assert [each.closed_on for each in map(clean.debriefs.get, found.debriefs)] == [TODAY - 20 * DAY, TODAY - 10 * DAY]
    assert advised(clean, delegation(work="Rota")) is None
    assert advised(clean, delegation("Priya")) is None
    assert advised(clean, delegation(None)) is None


def test_what_is_put_off_comes_back_with_a_further_debrief(clean: Journal) -> None:
    found = advised(clean)
    assert found is not None
    clean.preferences.change(suggestions_put_off={found.key: TODAY})
    assert advised(clean) is None
    done(clean, 5, Score.MET)
    again = advised(clean)
    assert again is not None
    assert again.debriefs[0] == found.debriefs[1]


def test_a_level_that_is_raised_is_said_and_can_be_taken_back(clean: Journal) -> None:
    found = advised(clean)
    assert found is not None
    assert found.suggestion.to is Authority.DECIDE_WITH_ME
    made = debriefing.raise_level(clean, found.of, found.suggestion.to, TODAY, NOW)
    said = clean.levels.where(person="Jonas")
    assert [each.authority for each in said] == [Authority.DECIDE_WITH_ME, Authority.RECOMMEND]
    assert advised(clean) is None
    assert take_back(clean, made) == ()
    assert clean.levels.where(person="Jonas") == said[1:]
    assert advised(clean) == found


def test_a_topic_is_raised_about_the_later_debrief(missed: Journal) -> None:
    found = advised(missed)
    assert found is not None
    assert (found.suggestion.offers, found.topic) == ((Offer.CLARIFY, Offer.TRAIN, Offer.CHECKLIST), None)
    made = raise_topic(missed, found, TODAY, NOW)
    assert (made.person, made.raised_by, made.about) == ("Jonas", Side.ME, found.debriefs[-1])
    assert "Reporting" in made.text
    assert advised(missed) == found._replace(topic=made)


def test_the_checklist_of_the_kind_is_found_or_made(missed: Journal) -> None:
    found = advised(missed)
    assert found is not None
    assert found.checklist is None
    made = make_checklist(missed, found, TODAY, NOW)
    assert made.name == "Reporting"
    assert advised(missed) == found._replace(checklist=made)
    own = missed.checklists.save(checklist(name="Six pages"), NOW)
    done(missed, 5, Score.NOT_MET, brief=brief(checklist=own.id))
    last = advised(missed)
    assert last is not None
    assert last.checklist == own
