"""The tables of reflections, as SQLAlchemy sees them; `app.vault.migrations` makes them."""

from sqlalchemy import Column, Integer, MetaData, Table, Text

metadata = MetaData()

reflection = Table(
    "reflection",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text),
    Column("entry_date", Text),
    Column("entry_time", Text),
    Column("zone", Text),
    Column("created_at", Text),
    Column("updated_at", Text),
    Column("deleted_at", Text),
    Column("private", Integer),
    Column("prompt", Text),
    Column("pillar", Text),
    Column("pull", Integer),
    Column("pull_kind", Text),
    Column("source", Text),
    Column("source_id", Text),
    Column("title", Text),
    Column("notice", Text),
    Column("text", Text),
)
reflection_tag = Table(
    "reflection_tag",
    metadata,
    Column("reflection_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("tag", Text),
    Column("folded", Text),
)
reflection_person = Table(
    "reflection_person",
    metadata,
    Column("reflection_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("person_id", Text),
)
commitment = Table(
    "commitment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reflection_id", Text),
    Column("place", Integer),
    Column("when_text", Text),
    Column("will_text", Text),
    Column("person_id", Text),
    Column("outcome", Text),
    Column("outcome_note", Text),
    Column("followed_up_on", Text),
)
reflection_revision = Table(
    "reflection_revision",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reflection_id", Text),
    Column("saved_at", Text),
    Column("content", Text),
)
person = Table("person", metadata, Column("id", Text, primary_key=True), Column("name", Text), Column("folded", Text))
