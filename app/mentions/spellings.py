"""The ways in which a text can name somebody: by the whole name, or by a part of it."""

from collections.abc import Mapping, Sequence

from app.mentions.common_words import COMMON_WORDS
from app.mentions.finding import Spelling, clusters, fold, is_letter

Owners = Mapping[Spelling, Sequence[str]]


def spellings(known: Mapping[str, str]) -> dict[Spelling, list[str]]:
    """Each way to name somebody, with the people it may mean; `known` are their names by what `fold` makes of them.

    A full name means its bearer alone.
    """
    owners: dict[Spelling, list[str]] = {}
    for key, name in known.items():
        owners.setdefault(spelling(name), [key])
    for key, name in known.items():
        for part in parts(name):
            one = spelling(part)
            if one.folded not in known and key not in owners.setdefault(one, []):
                owners[one].append(key)
    return owners


def spelling(name: str) -> Spelling:
    """One way to name somebody; where it is an ordinary word as well, its capitals count."""
    folded = fold(name)
    if folded not in COMMON_WORDS:
        return Spelling(folded)
    return Spelling(folded, name if name != name.lower() else name.capitalize())


def parts(name: str) -> list[str]:
    """The words of a name, and what hyphens and apostrophes join in them; those of two letters or more."""
    words = name.split()
    runs = "".join(char if is_letter(char) else " " for char in name).split()
    return [part for part in dict.fromkeys((*words, *runs)) if _letters(part) > 1]


def _letters(text: str) -> int:
    return sum(is_letter(cluster[0]) for cluster in clusters(text))
