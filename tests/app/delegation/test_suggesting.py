"""Two of a kind suggest something, with the records, and never to take anything back."""

from datetime import date

import pytest

from app.delegation.authority import ladders
from app.delegation.history import History, history
from app.delegation.model import Score, TouchKind
from app.delegation.suggesting import Offer, Reason, Suggestion, suggestions
from app.people.model import Authority, Level
from tests.app.delegation.making import DAY, debrief, delegation, touch
from tests.app.people.people import level
from tests.app.reflections.journals import TODAY

MET, PARTLY, NOT_MET = Score.MET, Score.PARTLY, Score.NOT_MET
TWO = Authority.RECOMMEND
AT = level("reporting", TWO, TODAY - 90 * DAY)


def done(ago: int, *scores: Score | None, back: bool = False, **more: str) -> History:
    """Work that was delivered and talked through so many days ago."""
    of = delegation(begun=TODAY - (ago + 10) * DAY, **more)
    day = TODAY - ago * DAY
    to_and_fro = [touch(of, what, day - DAY) for what in (TouchKind.TOOK_BACK, TouchKind.HANDED_BACK)] if back else []
    return history(of, [*to_and_fro, touch(of, TouchKind.DELIVERED, day)], [debrief(of, day, *scores)])


def suggested(given: list[History], *levels: Level) -> list[Suggestion]:
    return suggestions(given, ladders(levels, [each.delegation for each in given]))


def test_two_clean_ones_suggest_one_level_up() -> None:
    two = [done(20, MET, MET), done(10, MET)]
    (found,) = suggested([two[1], two[0]], AT)
    assert (found.reason, found.offers, found.now, found.to) == (
        Reason.TWO_CLEAN,
        (Offer.LEVEL_UP,),
        TWO,
        Authority.DECIDE_WITH_ME,
    )
    assert found.histories == tuple(two)


@pytest.mark.parametrize(
    "given_histories",
    [
        [done(10, MET)],
        [done(20, MET), done(10, MET, PARTLY)],
        [done(20, MET), done(10, MET, None)],
        [done(20, MET), done(10)],
        [done(20, MET), done(10, MET, back=True)],
        [done(20, MET), done(10, MET, person="Priya")],
        [done(20, MET), done(10, MET, work="Rota")],
        [done(30, MET), done(20, MET), done(10, NOT_MET)],
        [done(20, NOT_MET), done(10, MET)],
    ],
)
def test_anything_else_suggests_nothing(given_histories: list[History]) -> None:
    assert suggested(given_histories, AT) == []


@pytest.mark.parametrize(
    ("authority", "since", "suggests"),
    [
        (TWO, TODAY - 30 * DAY, True),
        (TWO, TODAY - 25 * DAY, True),
        (TWO, TODAY - 20 * DAY, False),
        (TWO, TODAY - 5 * DAY, False),
        (Authority.YOURS, TODAY - 90 * DAY, False),
        (None, TODAY - 90 * DAY, False),
    ],
)
def test_both_were_at_the_level_that_is_to_be_raised(authority: Authority | None, since: date, suggests: bool) -> None:
    two = [done(20, MET), done(10, MET)]
    assert bool(suggested(two, level("Reporting", authority, since))) == suggests
    assert suggested(two) == []


def test_two_misses_suggest_what_makes_it_clearer() -> None:
    two = [done(20, MET, NOT_MET), done(10, NOT_MET)]
    (found,) = suggested([done(30, MET), *two])
    assert found.reason is Reason.TWO_MISSES
    assert found.offers == (Offer.CLARIFY, Offer.TRAIN, Offer.CHECKLIST)
    assert (found.histories, found.now, found.to) == (tuple(two), None, None)


def test_the_latest_comes_first() -> None:
    given_histories = [done(9, NOT_MET, work="Rota"), done(8, NOT_MET, work="Rota"), done(7, NOT_MET), done(6, NOT_MET)]
    assert [each.work for each in suggested(given_histories)] == ["Reporting", "Rota"]
