"""Prompts of the owner's own: written new, or in place of one that came with the program, or retired."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.prompts.model import Moment, Prompt
from app.reflections.model import Pillar

KIND = "prompt"
_NAMESPACE = uuid.UUID("c3a2a6a4-8f0e-4c1c-9a83-0b3f6f0d2f11")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPrompt:
    """A question that the owner wrote. With `replaces`, the id of a prompt that came along, it stands in its place.

    One that is `retired` is not asked any more; reflections that answered it still show it. Instants are aware, in
    UTC, to the second; ids are 32 lowercase hex digits, and that of a replacement follows from what it replaces.
    """

    id: str
    pillar: Pillar
    moment: Moment
    question: str
    purpose: str = ""
    replaces: str | None = None
    retired: bool = False
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None

    @property
    def prompt_id(self) -> str:
        """By what reflections know it."""
        return self.replaces or self.id


def replacement_id(replaces: str) -> str:
    """The id of what stands in the place of a prompt: the same on every computer, so that two copies can be merged."""
    return uuid.uuid5(_NAMESPACE, replaces).hex


def in_place_of(prompt: Prompt, now: datetime) -> OwnPrompt:
    """The owner's version of a prompt that came with the program, in its words."""
    return OwnPrompt(
        id=replacement_id(prompt.id),
        pillar=prompt.pillar,
        moment=prompt.moment,
        question=prompt.question,
        purpose=prompt.purpose,
        replaces=prompt.id,
        created_at=now,
        updated_at=now,
    )


def together(built_in: Sequence[Prompt], own: Iterable[OwnPrompt]) -> list[Prompt]:
    """Every prompt as the owner wants it, retired ones included: those that came along in their order, then the own."""
    replaced = {each.prompt_id: each for each in own if each.deleted_at is None}
    known = [_replaced(each, replaced.pop(each.id, None)) for each in built_in]
    return [*known, *(_prompt(each) for each in replaced.values() if each.replaces is None)]


def asked(built_in: Sequence[Prompt], own: Iterable[OwnPrompt]) -> list[Prompt]:
    """Those of them that may be asked: the retired are left out, unless nothing would be left."""
    given = list(own)
    retired = {each.prompt_id for each in given if each.retired and each.deleted_at is None}
    wanted = [each for each in together(built_in, given) if each.id not in retired]
    return wanted or list(built_in)


def _replaced(prompt: Prompt, own: OwnPrompt | None) -> Prompt:
    if own is None:
        return prompt
    return replace(prompt, pillar=own.pillar, moment=own.moment, question=own.question, purpose=own.purpose)


def _prompt(own: OwnPrompt) -> Prompt:
    return Prompt(id=own.id, pillar=own.pillar, moment=own.moment, question=own.question, purpose=own.purpose)
