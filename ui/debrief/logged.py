"""What was logged of a piece of work, counted in a line: what came from the owner, and then what was agreed."""

from collections import Counter
from collections.abc import Iterable

from app.delegation.model import Touch, TouchKind
from app.translation import tr, trn

_MINE = (
    *(TouchKind.DROPPED_IN, TouchKind.EDITED, TouchKind.OVERRULED, TouchKind.TOOK_BACK),
    TouchKind.HELD,
)
_AGREED = (TouchKind.AGREED_CHECK_IN, TouchKind.ASKED)
_HARD_SPACE = "\N{NO-BREAK SPACE}"


def counted(touches: Iterable[Touch]) -> str:
    """ "1 dropped in, 3 held," and below it "1 agreed check-in"; what did not happen is not named."""
    times = Counter(each.what for each in touches)
    lines = [[_words(kind, times[kind]) for kind in kinds if times[kind]] for kinds in (_MINE, _AGREED)]
    return ",\n".join(", ".join(line) for line in lines if line)


def _words(kind: TouchKind, count: int) -> str:
    said = {
        TouchKind.DROPPED_IN: tr("{count} dropped in"),
        TouchKind.EDITED: tr("{count} edited"),
        TouchKind.OVERRULED: tr("{count} overruled"),
        TouchKind.TOOK_BACK: trn("{count} take-back", "{count} take-backs", count),
        TouchKind.HELD: tr("{count} held"),
        TouchKind.AGREED_CHECK_IN: trn("{count} agreed check-in", "{count} agreed check-ins", count),
        TouchKind.ASKED: trn("asked by them once", "asked by them {count} times", count),
    }[kind]
    return said.format(count=count).replace(" ", _HARD_SPACE)  # a line breaks between two of them only
