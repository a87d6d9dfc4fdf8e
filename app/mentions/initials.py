"""A name as its initials."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from app.mentions.finding import clusters, fold, is_letter


def initial_words(name: str) -> list[list[str]]:
    """The letters of each word of a name that has any; of a name without letters, its signs."""
    words = [[cluster for cluster in clusters(word) if is_letter(cluster[0])] for word in name.split()]
    return [word for word in words if word] or [clusters(name.replace(" ", ""))]


def initials(words: Sequence[Sequence[str]], length: int = 1, taken: AbstractSet[str] = frozenset()) -> str:
    """Initials with up to `length` letters of the first word, but no word that is `taken`, as `fold` makes it."""
    first = words[0]
    ends = [1, *(end for end in range(2, min(length, len(first) - 1) + 1) if fold("".join(first[:end])) not in taken)]
    begun = "".join(first[: ends[-1]])
    return " ".join(f"{start[:1].upper()}{start[1:]}." for start in (begun, *(word[0] for word in words[1:])))
