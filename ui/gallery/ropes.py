"""Ropes to look at: one as the design has it, and one on which a lot happened within three days."""

from datetime import UTC, date, datetime, timedelta

from app.delegation.history import history
from app.delegation.model import Brief, CheckIn, Delegation, Touch, TouchKind
from ui.rope.view import RopeView
from ui.rope.words import happenings

_NOW = datetime(2026, 3, 10, tzinfo=UTC)
_ID = "0" * 32
_KINDS = (
    TouchKind.AGREED_CHECK_IN,
    TouchKind.ASKED,
    TouchKind.HELD,
    TouchKind.DROPPED_IN,
    TouchKind.EDITED,
    TouchKind.MISTAKE,
)


def as_designed(today: date) -> RopeView:
    """Taken back once, handed back, and a check-in due today."""
    what = (
        (TouchKind.DROPPED_IN, 11),
        (TouchKind.AGREED_CHECK_IN, 7),
        (TouchKind.TOOK_BACK, 6),
        (TouchKind.HANDED_BACK, 4),
        (TouchKind.HELD, 1),
    )
    days = (CheckIn(on=today - timedelta(7)), CheckIn(on=today, time="14:00"), CheckIn(on=today + timedelta(6)))
    return _rope(today, days, what)


def crowded(today: date) -> RopeView:
    """Forty touches on three days."""
    what = tuple((_KINDS[number % len(_KINDS)], 8 - number // 14) for number in range(40))
    return _rope(today, (CheckIn(on=today + timedelta(6)),), what)


def _rope(today: date, check_ins: tuple[CheckIn, ...], what: tuple[tuple[TouchKind, int], ...]) -> RopeView:
    begun = today - timedelta(14)
    told = Brief(due_on=today + timedelta(9), check_ins=check_ins)
    delegation = Delegation(
        id=_ID, date=begun, title="", handed_over_on=begun, brief=told, created_at=_NOW, updated_at=_NOW
    )
    of = history(delegation, (_touch(number, kind, today - timedelta(ago)) for number, (kind, ago) in enumerate(what)))
    view = RopeView()
    view.show_history(happenings(of, today), of.strands, today)
    return view


def _touch(number: int, kind: TouchKind, on: date) -> Touch:
    return Touch(id=f"{number:032x}", date=on, delegation=_ID, what=kind, created_at=_NOW, updated_at=_NOW)
