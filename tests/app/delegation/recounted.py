"""What the rules say, written as the recount writes it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from app.delegation.authority import ladders
from app.delegation.cycle import Cycle, cycles
from app.delegation.fears import Fears, fears
from app.delegation.history import History, histories
from app.delegation.hover import Hover, hover, of_person
from app.delegation.lasting import decided
from app.delegation.model import CameTrue, HeldTask
from app.delegation.numbers import OfOne, OfPerson, of_one
from app.delegation.numbers import of_person as numbers_of_person
from app.delegation.payback import Payback, payback
from app.delegation.practice_map import practice_map
from app.delegation.suggesting import Suggestion, suggestions
from app.delegation.work import alike, work_key
from app.people.model import Level
from tests.app.delegation.making import Written


def recounted(written: Written, today: date) -> dict[str, Any]:
    """All that `tests.recount` counts, by the rules."""
    found, held = histories(written.delegations, written.touches, written.debriefs), written.held
    people = sorted({each.person for each in written.delegations if each.person})
    paid = payback(found, held, today)
    return {
        "hover": _hovered(hover(found, today)),
        "hover_by_person": {each: _hovered(hover(of_person(found, each), today)) for each in people},
        "cycles": [_cycled(each) for each in cycles(found, held)],
        "practice_map": _mapped(found, held, written.levels, people),
        "fears": _feared(fears(found)),
        "payback": None if paid is None else _returned(paid),
        "of_one": {
            each.delegation.id: _of_one(of_one(each, alike(found, each.delegation), held, today)) for each in found
        },
        "of_person": {each: _of_person(numbers_of_person(of_person(found, each), held, today)) for each in people},
        "authority": {
            f"{key.person}: {key.work}": [(rung.since.isoformat(), rung.authority) for rung in ladder.rungs]
            for key, ladder in ladders(written.levels, written.delegations).items()
        },
        "suggested": [_suggested(each) for each in suggestions(found, ladders(written.levels, written.delegations))],
        "lasting": dict(Counter(each.change.lasted or "not asked" for each in decided(found))),
    }


def _hovered(found: Hover) -> dict[str, object]:
    counted = {"weight": found.weight, "unplanned": len(found.unplanned), "touches": len(found.touches)}
    return counted | {"days": found.days, "index": found.index}


def _cycled(found: Cycle) -> dict[str, object]:
    fear, broken = found.fear, found.broken_by
    loudest = None if fear is None else -1 if fear.likelihood is None else fear.likelihood
    return {
        "take_backs": [each.touch.id for each in found.take_backs],
        "kept": sorted(each.id for each in found.kept),
        "delivered": sorted(each.id for each in found.delivered),
        "last_on": found.last_on.isoformat(),
        "times": found.times,
        "chances_missed": found.chances_missed,
        "loudest": loudest,
        "minutes_a_month": found.minutes_a_month,
        "broken_on": broken.completed_on.isoformat() if broken and broken.completed_on else None,
    }


def _returned(found: Payback) -> dict[str, object]:
    return {
        "spent": found.spent,
        "minutes_a_month": found.minutes_a_month,
        "saved": found.saved,
        "even_on": None if found.even_on is None else found.even_on.isoformat(),
    }


def _feared(found: Fears) -> dict[str, object]:
    return {
        "ended": {each: sorted(str(one.likelihood) for one in found.that(each)) for each in CameTrue},
        "quality": sorted((each.expected, each.was) for each in found.expectations),
    }


def _mapped(
    found: Sequence[History], held: Sequence[HeldTask], levels: Sequence[Level], people: Sequence[str]
) -> dict[str, object]:
    return {
        work_key(row.work): {
            "people": {
                each.person: [one.completed_on.isoformat() for one in each.ever if one.completed_on]
                for each in row.cells
            },
            "minutes_a_month": row.minutes_a_month,
            "only_owner": row.is_only_owner,
        }
        for row in practice_map(found, held, levels, people)
    }


def _of_one(found: OfOne) -> dict[str, object]:
    return {
        "hover": _hovered(found.hover),
        "held": len(found.held),
        "check_ins": {"kept": len(found.kept), "over": len(found.over), "to_come": found.to_come},
        "payback": None if found.payback is None else _returned(found.payback),
        "fears": _feared(found.fears),
    }


def _of_person(found: OfPerson) -> dict[str, object]:
    completed = ((each.completed_on, each.delegation.id) for each in found.completed)
    return {
        "hover": _hovered(found.hover),
        "completed": [(on.isoformat(), id) for on, id in completed if on is not None],
        "fears": _feared(found.fears),
        "payback": None if found.payback is None else _returned(found.payback),
    }


def _suggested(found: Suggestion) -> dict[str, object]:
    works = [each.delegation.id for each in found.histories]
    return {"works": works, "now": found.now, "what": found.to if found.to is not None else "clearer"}
