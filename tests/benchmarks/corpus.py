"""A made-up journal of any size, the same one every time, with few words everywhere and many words seldom."""

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from app.reflections.model import Commitment, Content, Pillar, PullKind, Reflection

LAST_DAY = date(2026, 11, 20)
_PEOPLE = ("Jonas", "Priya", "Tomás", "Amara", "Wei")
_ONSETS = "b c d f g h k l m n p r s t v w br cl dr fl gr pl st tr".split()
_VOWELS = "a e i o u ai ea io ou".split()


def vocabulary(size: int = 15_000) -> list[str]:
    """Invented words, the frequent ones first."""
    chance = random.Random(11)
    found: dict[str, None] = {}
    while len(found) < size:
        syllables = 1 + (len(found) > 200) + (len(found) > 4000)
        found["".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))] = None
        if len(found) <= 200 and chance.random() < 0.5:
            found["".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice("nrst"))] = None
    return list(found)[:size]


WORDS = vocabulary()
_WEIGHTS = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(WORDS))))


def prose(words: int, chance: random.Random) -> str:
    """About so many words, in sentences and paragraphs."""
    drawn = chance.choices(WORDS, cum_weights=_WEIGHTS, k=words)
    sentences = []
    while drawn:
        length = chance.randint(5, 16)
        sentence, drawn = " ".join(drawn[:length]).capitalize() + ".", drawn[length:]
        sentences.append(sentence + ("\n\n" if chance.random() < 0.2 else " "))
    return "".join(sentences).strip()


def reflections(count: int, words: int = 200, seed: int = 5) -> Iterator[Reflection]:
    """One a day, oldest first, the last on LAST_DAY."""
    chance = random.Random(seed)
    for number in range(count):
        day = LAST_DAY - timedelta(days=count - 1 - number)
        written = datetime(day.year, day.month, day.day, 9, 40, tzinfo=UTC)
        person = chance.choice(_PEOPLE)
        plan = Commitment(
            id=UUID(int=chance.getrandbits(128)).hex,
            when=f"{person} {prose(4, chance)}",
            will=prose(6, chance),
            person=person,
        )
        yield Reflection(
            id=UUID(int=chance.getrandbits(128)).hex,
            content=Content(
                date=day,
                text=prose(max(20, int(chance.gauss(words, words / 4))), chance),
                notice=prose(8, chance),
                pillar=chance.choice(list(Pillar)),
                pull=chance.randint(0, 10),
                pull_kind=chance.choice(list(PullKind)),
                people=(person,),
                private=chance.random() < 0.1,
            ),
            created_at=written,
            updated_at=written,
            commitments=(plan,) if chance.random() < 0.4 else (),
        )
