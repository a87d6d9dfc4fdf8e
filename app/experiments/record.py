"""A trust experiment as the JSON record of the documented file, and back.

The shape is described by resources/formats/courage-journal-1.schema.json.
"""

from app.experiments.model import KIND, Experiment, Finding
from app.experiments.rules import check_lengths
from app.fields import Fields, MalformedRecord, Record, as_bool, as_day, as_instant, as_member, as_name, within_limits
from app.moments import format_instant
from app.reflections.model import Pillar

_RECORD = (
    *("id", "kind", "date", "created_at", "updated_at", "private", "deleted_at", "ends_on", "pillar", "when", "will"),
    *("person", "sign", "stop", "outcome", "outcome_note", "closed_on"),
)


def to_record(experiment: Experiment) -> Record:
    """The record, with its keys always in the same order."""
    return {
        "id": experiment.id,
        "kind": KIND,
        "date": experiment.begun_on.isoformat(),
        "created_at": format_instant(experiment.created_at),
        "updated_at": format_instant(experiment.updated_at),
        "private": experiment.private,
        "deleted_at": format_instant(experiment.deleted_at) if experiment.deleted_at else None,
        "ends_on": experiment.ends_on.isoformat(),
        "pillar": experiment.pillar,
        "when": experiment.when,
        "will": experiment.will,
        "person": experiment.person,
        "sign": experiment.sign,
        "stop": experiment.stop,
        "outcome": experiment.outcome,
        "outcome_note": experiment.outcome_note,
        "closed_on": experiment.closed_on.isoformat() if experiment.closed_on else None,
    }


def from_record(record: object) -> Experiment:
    """The experiment in a record. Raises MalformedRecord."""
    fields = Fields(record, _RECORD)
    fields.check_kind(KIND)
    experiment = Experiment(
        id=fields.id("id"),
        begun_on=fields.of("date", as_day),
        created_at=fields.of("created_at", as_instant),
        updated_at=fields.of("updated_at", as_instant),
        private=fields.of("private", as_bool),
        deleted_at=fields.optional("deleted_at", as_instant),
        ends_on=fields.of("ends_on", as_day),
        pillar=fields.optional("pillar", as_member(Pillar)),
        when=fields.text("when"),
        will=fields.text("will"),
        person=fields.optional("person", as_name),
        sign=fields.text("sign"),
        stop=fields.text("stop"),
        outcome=fields.optional("outcome", as_member(Finding)),
        outcome_note=fields.text("outcome_note"),
        closed_on=fields.optional("closed_on", as_day),
    )
    within_limits(check_lengths, experiment)
    if experiment.ends_on < experiment.begun_on:
        raise MalformedRecord("ends_on")
    if (experiment.outcome is None) != (experiment.closed_on is None):
        raise MalformedRecord("closed_on")
    return experiment
