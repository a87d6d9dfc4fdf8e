"""A record is its experiment without loss, and whatever is not a record is refused without being quoted."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.experiments.model import Experiment, Finding
from app.experiments.record import from_record, to_record
from app.experiments.rules import close
from app.fields import MalformedRecord
from tests.app.exchange.strategies import experiments
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import TODAY

KEYS = (
    "id kind date created_at updated_at private deleted_at ends_on pillar when will person sign stop outcome"
    " outcome_note closed_on"
).split()
SECRET = "whatwaswrittenbyme"
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.sampled_from(KEYS), inner, max_size=3),
)


def whole() -> dict[str, Any]:
    return to_record(close(experiment(person="Jonas", sign="he sends it"), Finding.MIXED, "twice", TODAY))


@given(experiments)
def test_a_record_is_its_experiment_again(given: Experiment) -> None:
    assert from_record(to_record(given)) == given
    assert from_record(json.loads(json.dumps(to_record(given)))) == given


@settings(max_examples=40)
@given(experiments)
def test_keys_are_always_in_one_order(given: Experiment) -> None:
    assert list(to_record(given)) == KEYS


@given(anything)
def test_anything_else_is_refused(given: object) -> None:
    with pytest.raises(MalformedRecord):
        from_record(given)


@given(st.sampled_from(KEYS), anything)
def test_any_value_of_a_field_is_understood_or_refused_by_its_name(key: str, value: object) -> None:
    try:
        read = from_record({**whole(), key: value})
    except MalformedRecord as error:
        said = re.match(r"\w+", str(error))
        assert said
        assert said[0] == key or {key, said[0]} <= {"date", "ends_on", "outcome", "closed_on"}
    else:
        assert to_record(read)[key] == value


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_field_is_refused_by_name(key: str) -> None:
    record = whole()
    del record[key]
    with pytest.raises(MalformedRecord, match=key):
        from_record(record)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kind": "reflection"}, "kind"),
        ({"ends_on": "2026-03-09"}, "ends_on"),
        ({"outcome": None}, "closed_on"),
        ({"closed_on": None}, "closed_on"),
        ({"outcome": "won"}, "outcome"),
        ({"pillar": "love"}, "pillar"),
        ({"person": " Jonas"}, "person"),
        ({"person": ""}, "person"),
        ({"will": None}, "will"),
        ({"more": 1}, "1 unknown fields"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], named: str) -> None:
    with pytest.raises(MalformedRecord, match=named):
        from_record({**whole(), **changes})


@pytest.mark.parametrize("key", KEYS)
def test_a_refusal_quotes_nothing(key: str) -> None:
    with pytest.raises(MalformedRecord) as caught:
        from_record({**whole(), key: [SECRET]})
    assert SECRET not in str(caught.value)
