"""What will be asked of a journal is asked once before, of an invented one in memory, while the passphrase is typed.

SQLAlchemy makes a statement of every question when it is first asked, which takes longer than the answer: without this
the first page of a journal would wait for 30 of them.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from uuid import UUID

from app.journal import Records
from app.reflections.model import Commitment, Content, Outcome, Reflection
from app.today import library
from app.vault.stage import Stage


def rehearse(ask: Callable[[Records], object], now: datetime) -> None:
    """Opens and asks a journal of two days, so that no question stays unasked for want of a reflection."""
    with closing(Stage()) as stage, stage.connection.begin():
        records = Records(stage.connection)
        records.trash_due(now)
        records.preferences.get()
        library(records)
        records.reflections.add_all([_invented(now, days) for days in (1, 0)], now)
        ask(records)


def _invented(now: datetime, days_ago: int) -> Reflection:
    ids = [UUID(int=2 * days_ago + each).hex for each in (0, 1)]
    day = now.date() - timedelta(days=days_ago)
    plan = Commitment(id=ids[1], when="-", will="-", person="-", outcome=Outcome.NOT_YET, followed_up_on=day)
    content = Content(date=day, text="-", tags=("-",), people=("-",))
    return Reflection(id=ids[0], content=content, created_at=now, updated_at=now, commitments=(plan,))
