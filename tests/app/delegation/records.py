"""Delegations and what is of them made in one line."""

from typing import Any

from app.delegation.model import Debrief, Delegation, HeldTask, Touch, TouchKind
from tests.app.reflections.journals import NOW, TODAY, new_id


def _with(**more: Any) -> dict[str, Any]:
    return {"id": new_id(), "date": TODAY, "created_at": NOW, "updated_at": NOW, **more}


def held_task(title: str = "Quarterly plan", **more: Any) -> HeldTask:
    return HeldTask(**_with(title=title, **more))


def delegation(title: str = "Board metrics", **more: Any) -> Delegation:
    return Delegation(**_with(**{"title": title, "person": "Jonas", "handed_over_on": TODAY, **more}))


def touch(of: Delegation, what: TouchKind = TouchKind.HELD, note: str = "", **more: Any) -> Touch:
    return Touch(**_with(delegation=of.id, what=what, note=note, **more))


def debrief(of: Delegation, **more: Any) -> Debrief:
    return Debrief(**_with(delegation=of.id, **more))
