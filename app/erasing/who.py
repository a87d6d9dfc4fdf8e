"""Whom a text means: the ways in which it can name one person, among all the people of the journal."""

import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property

from app.erasing.model import Choice, Way
from app.errors import AliasNamesThem
from app.mentions.finding import Span, Spelling, find, fold, plain
from app.mentions.initials import initial_words, initials
from app.mentions.spellings import spellings
from app.translation import tr

_ENDS_SENTENCE = re.compile(r"(^|[.!?…]|\n)[\s\"“”‘’«»(*_>#-]*$")


class Who:
    """One person, by name, and by the names they had `earlier` that nobody else has by now. `everyone` are all the
    names there are.
    """

    def __init__(self, name: str, everyone: Iterable[str], earlier: Iterable[str] = ()) -> None:
        self.name = name
        known = {fold(each): plain(each) for each in everyone} | {fold(name): plain(name)}
        before = {fold(each): plain(each) for each in earlier}
        self._keys = {fold(name), *before.keys() - known.keys()} - {""}
        known = before | known
        known.pop("", None)
        self._known = known
        self._owners = spellings(known)
        self._mine = {each: keys for each, keys in self._owners.items() if not self._keys.isdisjoint(keys)}

    def is_them(self, name: str) -> bool:
        """Whether it is their name, however it is written."""
        return name == self.name or fold(name) in self._keys

    def mentions(self, text: str) -> list[Span]:
        """Where a text names them, or may do so."""
        quick = _quickly(text)
        if not any(each in quick for each in self._needles):
            return []
        return [span for span in find(text, self._owners) if span.spelling in self._mine]

    def may_mean(self, spelling: Spelling) -> tuple[str, ...]:
        """Who else is named so."""
        return tuple(self._known[key] for key in self._mine[spelling] if key not in self._keys)

    def may_be_a_word(self, spelling: Spelling) -> bool:
        """Whether it is an ordinary word that the name itself has without a capital: "Von" of Marta von Aue."""
        return spelling.exact is not None and not any(spelling.exact in self._known[key] for key in self._keys)

    def check(self, choice: Choice) -> None:
        """Raises AliasNamesThem where what they are to be called says who they are."""
        if choice.way is Way.ALIAS and self.mentions(choice.alias):
            raise AliasNamesThem(choice.alias)

    def instead(self, text: str, span: Span, choice: Choice) -> str:
        """What is to stand in the place of one mention, which names them no more.

        Where that would be their name again, as the initial of a name of one sign is, it is something general.
        """
        if choice.way is Way.KEEP:
            return text[span.start : span.end]
        wanted = self._initials(span.spelling) if choice.way is Way.INITIALS else choice.alias
        word = next((each for each in (wanted, tr("a colleague"), tr("someone"), "…") if self._is_fine(each)), "")
        if word.endswith(".") and text.startswith(".", span.end):
            return word[:-1]
        begins = text[span.start].isupper() and _ENDS_SENTENCE.search(text[max(0, span.start - 40) : span.start])
        return word[:1].upper() + word[1:] if begins else word

    def _is_fine(self, word: str) -> bool:
        return bool(word.strip()) and not self.mentions(word)

    def _initials(self, spelling: Spelling) -> str:
        if spelling.folded in self._keys:
            return initials(initial_words(self._known[spelling.folded]))
        return initials(initial_words(spelling.folded))

    @cached_property
    def _needles(self) -> list[str]:
        """Of each way to name them what every text has that does so, once it is folded as a whole."""
        return [max(re.findall(r"\w+|\S+", each.folded), key=len) for each in self._mine]


def _quickly(text: str) -> str:
    """What `fold` makes of a text, but for how blanks, hyphens and apostrophes are written; a hundred times as fast."""
    if text.isascii():
        return text.casefold()
    once = unicodedata.normalize("NFKC", text.translate(_invisible())).casefold()
    return unicodedata.normalize("NFKC", once).casefold()


@cache
def _invisible() -> dict[int, None]:
    return {at: None for at in range(sys.maxunicode + 1) if unicodedata.category(chr(at)) == "Cf"}
