"""How long the trash keeps what was deleted."""

from datetime import datetime, timedelta

TRASH_KEPT = timedelta(days=30)


def trash_ends(now: datetime) -> datetime:
    """Whatever was deleted before this instant leaves the trash for good."""
    return now - TRASH_KEPT
