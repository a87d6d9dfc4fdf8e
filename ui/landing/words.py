"""Their words about one practice, and what is worth asking behind them."""

from app import limits
from app.interviews.model import Landing
from app.translation import tr
from ui.widgets.writing import WritingArea


class WordsArea(WritingArea):
    """Their words about one practice, on a line."""

    def __init__(self) -> None:
        super().__init__(
            tr("In their words"),
            tr("What they said about it"),
            1,
            maximum_height=220,
            style="readingS",
            most=limits.LINE,
            lined=True,
        )


def more(landing: Landing | None) -> str:
    """The quiet question where it is worth one."""
    if landing is Landing.DISTRUST:
        return tr("Worth one more question: what would make it useful to them?")
    return ""


def quoted(words: str) -> str:
    """As something that somebody said; "" where that is nothing."""
    return tr("“{words}”").format(words=words) if words and words[0] not in "“\"„«‘'" else words
