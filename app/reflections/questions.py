"""What is asked of reflections: lists, counts and days, none of which reads more than it tells."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from app.errors import NoSuchRecord
from app.reflections import rows, tables
from app.reflections.model import Day, Filter, Heading, Lately, OpenCommitment, Pillar, PullKind, Reflection
from app.reflections.plans import MOST_COUNTED, STALE
from app.reflections.tables import Place, Select

_AT_ONCE = 500


class Questions:
    """The half of the store that only reads. To be used inside a transaction."""

    def __init__(self, connection: tables.Connection) -> None:
        self._connection = connection

    def get(self, id: str) -> Reflection:
        """One reflection, from the trash too. Raises NoSuchRecord."""
        found = self._found([id])
        if not found:
            raise NoSuchRecord(id)
        return found[0]

    def find(self, wanted: Filter, limit: int | None = None) -> list[Reflection]:
        """Newest first, without the trash."""
        return list(self._in_order([row.id for row in self._filtered(tables.ID, wanted, limit)]))

    def headings(self, wanted: Filter, limit: int | None = None, after: Heading | None = None) -> list[Heading]:
        """Newest first, without the trash; with `after`, the next ones of that list.

        Raises NoSuchRecord where the one of `after` is gone for good meanwhile.
        """
        place = None if after is None else self._place(after.id)
        found = self._filtered(tables.HEADING, wanted, limit, place)
        people: dict[str, list[rows.Row]] = {}
        for at in range(0, len(found), _AT_ONCE):
            ids = [row.id for row in found[at : at + _AT_ONCE]]
            people |= _grouped(self._connection.execute(tables.PEOPLE, {"ids": ids}))
        return [rows.heading(row, people.get(row.id, [])) for row in found]

    def number_of(self, wanted: Filter) -> int:
        """How many a list with this filter has."""
        asked = tables.asked(wanted)
        return int(self._connection.scalars(tables.how_many(frozenset(asked)), asked).one())

    def position_of(self, id: str, wanted: Filter) -> int | None:
        """How many come before it in a list with this filter, newest first; None where it is not in the list."""
        asked = tables.asked(wanted)
        conditions = frozenset(asked)
        if self._connection.scalar(tables.within(conditions), asked | {"id": id}) is None:
            return None
        before = tables.how_many_before(conditions)
        return int(self._connection.scalars(before, asked | tables.at(self._place(id))).one())

    def days(self, since: date, until: date) -> list[Day]:
        """The days of the period, both ends in it, on which there is anything outside the trash; oldest first."""
        return [rows.day(row) for row in self._connection.execute(tables.DAYS, _period(since, until))]

    def tags(self) -> list[str]:
        """Every tag outside the trash in order of name; one that differs in case alone is there once."""
        return list(self._connection.scalars(tables.TAG_NAMES))

    def prompt_use(self, before: date) -> tuple[dict[str, date], dict[Pillar, date]]:
        """The last day before that one on which each prompt, and each pillar, was written about."""
        found = self._connection.execute(tables.PROMPT_USE, _on(before))
        prompts = {prompt: date.fromisoformat(day) for prompt, day in found}
        newest = {pillar: self._latest_days(before, 1, pillar) for pillar in Pillar}
        return prompts, {pillar: found[0] for pillar, found in newest.items() if found}

    def lately(self, before: date) -> Lately:
        """What the last day before that one holds on which anything was written."""
        newest = self._latest_days(before, 3)
        if not newest:
            return Lately()
        last = newest[0]
        kinds = self._connection.scalars(tables.PULL_KINDS, _period(last, last))
        return Lately(
            number=len(newest),
            last_day=last,
            pull=self.days(last, last)[0].pull,
            pull_kinds=frozenset(map(PullKind, kinds)),
            outcomes=frozenset(each.commitment.outcome for each in self.answered_on(last) if each.commitment.outcome),
        )

    def every(self) -> Iterator[Reflection]:
        """All of them, the trash included, by id."""
        return self._in_order(list(self._connection.scalars(tables.EVERY_ID)))

    def trash(self) -> list[Reflection]:
        """What was deleted, latest first."""
        return list(self._in_order(list(self._connection.scalars(tables.TRASH))))

    def open_commitments(self) -> list[OpenCommitment]:
        """Those to be asked about and not done or given an answer yet, oldest first, without the trash."""
        return [rows.open_commitment(row) for row in self._connection.execute(tables.OPEN_PLANS)]

    def latest_open_commitments(self, before: date, limit: int) -> tuple[list[OpenCommitment], int]:
        """The newest of the open ones made before that day, newest first; and how many there are in all, counted as
        far as `MOST_COUNTED`.
        """
        found = self._connection.execute(tables.LATEST_OPEN_PLANS, _on(before) | {"limit": limit})
        number = self._connection.scalars(tables.NUMBER_OF_OPEN_PLANS, _on(before) | {"limit": MOST_COUNTED}).one()
        return [rows.open_commitment(row) for row in found], int(number)

    def stale_commitments(self, today: date, limit: int) -> list[OpenCommitment]:
        """The oldest of the open ones about which nothing was said for three weeks, oldest first."""
        asked = _on(today - STALE) | {"limit": limit}
        return [rows.open_commitment(row) for row in self._connection.execute(tables.STALE_PLANS, asked)]

    def answered_on(self, day: date) -> list[OpenCommitment]:
        """Those followed up on this day, also the ones that stay open, oldest first, without the trash."""
        return [rows.open_commitment(row) for row in self._connection.execute(tables.ANSWERED_PLANS, _on(day))]

    def naming(self, id: str, name: str) -> list[Reflection]:
        """Those that name the person with this id and this name, in an earlier version, too, the trash included."""
        return list(self._in_order(list(self._connection.scalars(tables.naming(id, name)))))

    def ids(self) -> set[str]:
        """Those of all of them, the trash included."""
        return set(self._connection.scalars(tables.EVERY_ID))

    def count(self) -> tuple[int, int]:
        """How many there are: outside the trash, and in it."""
        outside, inside = (int(self._connection.scalars(each).one()) for each in tables.COUNTS)
        return outside, inside

    def first_and_last(self) -> tuple[date, date] | None:
        """The days of the oldest and the newest, without the trash."""
        first, last = self._connection.execute(tables.SPAN).one()
        return (date.fromisoformat(first), date.fromisoformat(last)) if first else None

    def _latest_days(self, before: date, limit: int, pillar: Pillar | None = None) -> list[date]:
        if before == date.min:  # the calendar has no day before its first
            return []
        wanted = Filter(until=before - timedelta(days=1), pillar=pillar)
        return [date.fromisoformat(row.entry_date) for row in self._filtered(tables.DAY_OF, wanted, limit)]

    def _place(self, id: str) -> Place:
        row = self._connection.execute(tables.PLACE_OF, {"id": id}).one_or_none()
        if row is None:
            raise NoSuchRecord(id)
        return row[0], row[1], row[2], row[3]

    def _filtered(
        self, columns: Select[Any], wanted: Filter, limit: int | None, after: Place | None = None
    ) -> Sequence[rows.Row]:
        asked = tables.asked(wanted)
        question = tables.filtered(columns, frozenset(asked), goes_on=after is not None)
        more = {"limit": -1 if limit is None else limit} | (tables.at(after) if after is not None else {})
        return self._connection.execute(question, asked | more).all()

    def _in_order(self, ids: Sequence[str]) -> Iterator[Reflection]:
        for at in range(0, len(ids), _AT_ONCE):
            found = {each.id: each for each in self._found(ids[at : at + _AT_ONCE])}
            yield from (found[id] for id in ids[at : at + _AT_ONCE])

    def _found(self, ids: Sequence[str]) -> list[Reflection]:
        given = {"ids": list(ids)}
        parts = [_grouped(self._connection.execute(query, given)) for query in tables.PARTS]
        return [
            rows.reflection(row, rows.Parts(*(each.get(row.id, []) for each in parts)))
            for row in self._connection.execute(tables.ROWS, given)
        ]


def _on(day: date) -> tables.Values:
    return {"day": day.isoformat()}


def _period(since: date, until: date) -> tables.Values:
    return {"since": since.isoformat(), "until": until.isoformat()}


def _grouped(found: Iterable[rows.Row]) -> dict[str, list[rows.Row]]:
    groups: dict[str, list[rows.Row]] = {}
    for row in found:
        groups.setdefault(row.reflection_id, []).append(row)
    return groups
