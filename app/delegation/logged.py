"""What was logged on many delegations, as columns, since there can be thousands of touches."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.delegation.history import History, history
from app.delegation.model import Delegation, Legitimate, Touch, TouchKind

# All that was logged on what one person was handed.
QUERY = """
SELECT id, delegation, entry_date, what, note, minutes, reason FROM touch
WHERE deleted_at IS NULL AND delegation IN (SELECT id FROM delegation WHERE person_id = :person AND deleted_at IS NULL)
"""


def logged(rows: Iterable[Sequence[Any]], given: Mapping[str, Delegation]) -> Iterator[Touch]:
    """The rows of the query as touches, with what a page shows of them, and what is counted."""
    kinds, reasons = {each.value: each for each in TouchKind}, {each.value: each for each in Legitimate}
    for id, delegation, day, what, note, minutes, reason in rows:
        at = given[delegation].created_at
        yield Touch(
            id=id,
            date=date.fromisoformat(day),
            delegation=delegation,
            what=kinds[what],
            note=note,
            minutes=minutes,
            reason=reasons.get(reason),
            created_at=at,
            updated_at=at,
        )


def filled(given: Iterable[History], touches: Iterable[Touch]) -> list[History]:
    """The same histories with these touches in them, in place of what their outlines have of the same ones."""
    whole: dict[str, dict[str, Touch]] = defaultdict(dict)
    for each in touches:
        whole[each.delegation][each.id] = each
    return [
        history(
            each.delegation, ({one.id: one for one in each.touches} | whole[each.delegation.id]).values(), each.debriefs
        )
        for each in given
    ]
