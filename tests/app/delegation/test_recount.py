"""Every number agrees with a recount from the export that shares no code with the rules."""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app import sample
from app.delegation.model import Debrief, Delegation, HeldTask, Touch
from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.exchange import json_file
from app.people.model import Level
from app.people.record import LEVEL
from tests.app.delegation.making import Written, days, journals
from tests.app.delegation.recounted import recounted
from tests.app.reflections.journals import TODAY
from tests.recount import recount


def exported(written: Written) -> Any:
    """The export of it, as any program reads it."""
    records = [
        *map(HELD_TASK.to_record, written.held),
        *map(DELEGATION.to_record, written.delegations),
        *map(TOUCH.to_record, written.touches),
        *map(DEBRIEF.to_record, written.debriefs),
        *map(LEVEL.to_record, written.levels),
    ]
    return json.loads(json.dumps({"records": records}))


@given(journals(), days | st.just(TODAY))
def test_all_numbers_agree_with_the_recount(written: Written, today: date) -> None:
    counted, found = recount(exported(written), today.isoformat()), recounted(written, today)
    for name, value in found.items():
        assert value == counted[name], name


def test_the_numbers_of_the_sample_agree_with_the_recount() -> None:
    file = json.loads(sample.FILE.read_text(encoding="utf-8"))
    records = [each for each in json_file.read(sample.FILE).records if each.deleted_at is None]
    written = Written(
        held=[each for each in records if isinstance(each, HeldTask)],
        delegations=[each for each in records if isinstance(each, Delegation)],
        touches=[each for each in records if isinstance(each, Touch)],
        debriefs=[each for each in records if isinstance(each, Debrief)],
        levels=[each for each in records if isinstance(each, Level)],
    )
    today = max(each.date for each in written.touches)
    counted, found = recount(file, today.isoformat()), recounted(written, today)
    for name, value in found.items():
        assert value == counted[name], name
    assert found["cycles"]
    assert any(each["fears"]["ended"]["no"] for each in found["of_one"].values())
