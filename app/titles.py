"""What a record is called in a list: one line, however much was written."""

_LENGTH = 120


def one_line(text: str) -> str:
    """The words with single spaces between them, at most 120 characters; what is cut ends with "…"."""
    words = " ".join(text.split())
    return words if len(words) <= _LENGTH else words[: _LENGTH - 1].rstrip() + "…"
