"""What people are called in a pack, so that a session can be about them without naming them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from app.mentions.finding import Spelling, clusters, find, fold, plain, replace
from app.mentions.initials import initial_words, initials
from app.mentions.spellings import Owners, parts, spellings
from app.translation import tr


class Naming(StrEnum):
    """How people are named."""

    FULL = "full"
    INITIALS = "initials"
    ALIASES = "aliases"


class Names:
    """What each known person is called, in fields and inside a text.

    `everyone` are all the names known; their order decides who is "Person A". `texts` are those that go
    into the pack: initials are made longer only where two people *in it* would share them.
    """

    def __init__(self, naming: Naming, everyone: Iterable[str], texts: Iterable[str]) -> None:
        self._called: dict[str, str] = {}
        self._words: dict[Spelling, str] = {}
        if naming is Naming.FULL:
            return
        known: dict[str, str] = {}
        for name in everyone:
            known.setdefault(fold(name), plain(name))
        known.pop("", None)
        owners = spellings(known)
        if naming is Naming.ALIASES:
            self._called = {key: tr("Person {letter}").format(letter=_letter(at)) for at, key in enumerate(known)}
            self._words = {spelling: _alias(keys, list(known)) for spelling, keys in owners.items()}
        else:
            present = _present(known, owners, texts)
            self._called = _initials(known, present)
            self._words = _shortened(known, owners, self._called, present)

    def person(self, name: str) -> str:
        """What this person is called."""
        return self._called.get(fold(name), name)

    def text(self, text: str) -> str:
        """The text with everyone it names called so; possessives and the rest stay as they are."""
        return replace(text, self._words) if self._words else text


def _present(known: Mapping[str, str], owners: Owners, texts: Iterable[str]) -> list[str]:
    """Who is named in the pack, in the order of the known."""
    named = {key for text in texts for span in find(text, owners) for key in owners[span.spelling]}
    return [key for key in known if key in named]


def _letter(at: int) -> str:
    """A to Z, then AA, AB and so on."""
    rest, last = divmod(at, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + last)


def _alias(keys: Sequence[str], everyone: Sequence[str]) -> str:
    letters = "/".join(_letter(everyone.index(key)) for key in keys)
    return tr("Person {letter}").format(letter=letters)


def _initials(known: Mapping[str, str], present: Sequence[str]) -> dict[str, str]:
    """Initials for everyone; the first name is given more letters until no two people in the pack share them.

    It is never written out in full, nor as somebody else's name; where that leaves two alike, they are numbered.
    """
    words = {key: initial_words(name) for key, name in known.items()}
    taken = {fold(part) for name in known.values() for part in (name, *parts(name))}
    called = {key: initials(each, 1, taken) for key, each in words.items()}
    pending = list(present)
    for length in range(1, max((len(each[0]) for each in words.values()), default=0) + 1):
        for key in pending:
            called[key] = initials(words[key], length, taken)
        shared = Counter(called[key] for key in present)
        pending = [key for key in pending if shared[called[key]] > 1]
    for at, key in enumerate(pending, start=1):
        called[key] = f"{initials(words[key], 1, taken)} {at}"
    return called


def _shortened(
    known: Mapping[str, str], owners: Owners, called: Mapping[str, str], present: Sequence[str]
) -> dict[Spelling, str]:
    """What each spelling becomes: a full name its initials, a part of one its own."""
    whole = Counter(called[key] for key in present)
    words: dict[Spelling, str] = {}
    for spelling, keys in owners.items():
        if spelling.folded in known:
            words[spelling] = called[keys[0]]
            continue
        short = {_part_called(spelling, known[key], called[key]) for key in keys}
        label = min(short, key=lambda word: (len(word), word))
        words[spelling] = called[keys[0]] if len(keys) == 1 and whole[label] else label
    return words


def _part_called(spelling: Spelling, name: str, called: str) -> str:
    """The initial of one part; the first name keeps the letters that tell its bearer apart."""
    if fold(name.split()[0]) == spelling.folded:
        return called.split(" ")[0]
    return f"{clusters(spelling.folded)[0].upper()}."
