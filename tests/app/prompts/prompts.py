"""Prompts of an owner's own, arbitrary and in one line, for every test of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import uuid4

from hypothesis import strategies as st

from app.prompts.library import load
from app.prompts.model import Moment, Prompt
from app.prompts.own import OwnPrompt, entries, replacement_id
from app.reflections.model import Pillar
from tests.app.exchange.strategies import ids, instants, text
from tests.app.reflections.journals import NOW

BUILT_IN = load()


def own(question: str = "What did you leave alone today?", **given: object) -> OwnPrompt:
    """One that the owner wrote, now."""
    made = OwnPrompt(
        id=uuid4().hex,
        pillar=Pillar.TRUST,
        moment=Moment.NOTICING,
        question=question,
        created_at=NOW,
        updated_at=NOW,
    )
    return replace(made, **given)  # type: ignore[arg-type]  # its own fields


def instead(prompt: Prompt, **given: object) -> OwnPrompt:
    """One that stands in the place of a prompt, with other words."""
    made = own(f"And now: {prompt.question}", id=replacement_id(prompt.id), replaces=prompt.id)
    return replace(made, **given)  # type: ignore[arg-type]  # its own fields


def _placed(made: OwnPrompt) -> OwnPrompt:
    return made if made.replaces is None else replace(made, id=replacement_id(made.replaces))


own_prompts = st.builds(
    OwnPrompt,
    id=ids,
    pillar=st.sampled_from(Pillar),
    moment=st.sampled_from(Moment),
    question=text,
    purpose=text,
    replaces=st.none() | st.sampled_from([each.id for each in BUILT_IN]) | text,
    retired=st.booleans(),
    created_at=instants,
    updated_at=instants,
    deleted_at=st.none() | instants,
).map(_placed)
several = st.lists(own_prompts, max_size=8, unique_by=lambda each: each.id)


def together(built_in: Sequence[Prompt], own: Iterable[OwnPrompt]) -> list[Prompt]:
    """Every prompt as the owner has it."""
    return [each.prompt for each in entries(built_in, own)]
