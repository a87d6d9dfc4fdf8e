"""Prompts of the owner's own: written new, or in place of one that came with the program, or retired."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app import limits
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


def check_lengths(own: OwnPrompt) -> None:
    """Raises TooLong for what is longer than its field takes."""
    limits.check(
        (
            ("question", own.question, limits.QUESTION),
            ("purpose", own.purpose, limits.PURPOSE),
            ("replaces", own.replaces, limits.CODE),
        )
    )


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One prompt as the owner has it: `original` is what came with the program, `own` what the owner made of it."""

    prompt: Prompt
    original: Prompt | None = None
    own: OwnPrompt | None = None

    @property
    def is_own(self) -> bool:
        """Whether the owner wrote it."""
        return self.original is None

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than it did when it came along."""
        return self.original is not None and self.prompt != self.original

    @property
    def is_retired(self) -> bool:
        """Whether it is not asked any more."""
        return self.own is not None and self.own.retired


def entries(built_in: Sequence[Prompt], own: Iterable[OwnPrompt]) -> list[Entry]:
    """Every prompt as the owner wants it, retired ones included: those that came along in their order, then the own.

    One of the own without a question is not a prompt yet.
    """
    kept = {each.prompt_id: each for each in own if each.deleted_at is None}
    known = [_entry(each, kept.pop(each.id, None)) for each in built_in]
    written = [each for each in kept.values() if each.replaces is None and each.question.strip()]
    return [*known, *(Entry(_prompt(each), own=each) for each in written)]


def asked(built_in: Sequence[Prompt], own: Iterable[OwnPrompt]) -> list[Prompt]:
    """Those of them that may be asked: the retired are left out, unless nothing would be left."""
    known = entries(built_in, own)
    return [each.prompt for each in known if not each.is_retired] or [each.prompt for each in known]


def says_more(own: OwnPrompt, original: Prompt) -> bool:
    """Whether it is needed beside what it replaces: it is retired, or its words are others."""
    return own.retired or _replaced(original, own) != original


def _entry(original: Prompt, own: OwnPrompt | None) -> Entry:
    return Entry(original if own is None else _replaced(original, own), original, own)


def _replaced(prompt: Prompt, own: OwnPrompt) -> Prompt:
    question = own.question if own.question.strip() else prompt.question
    return replace(prompt, pillar=own.pillar, moment=own.moment, question=question, purpose=own.purpose)


def _prompt(own: OwnPrompt) -> Prompt:
    return Prompt(id=own.id, pillar=own.pillar, moment=own.moment, question=own.question, purpose=own.purpose)
