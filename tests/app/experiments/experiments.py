"""Trust experiments made in one line."""

from datetime import date

from app.experiments.model import Experiment
from app.experiments.rules import end_of
from tests.app.reflections.journals import NOW, TODAY, new_id


def experiment(will: str = "ask one question", begun_on: date = TODAY, **given: object) -> Experiment:
    """One of fourteen days, written now."""
    said = {"when": "someone brings me a problem", "ends_on": end_of(begun_on), **given}
    return Experiment(id=new_id(), begun_on=begun_on, will=will, created_at=NOW, updated_at=NOW, **said)  # type: ignore[arg-type]  # by name
