"""Headings and lists of Markdown, as the bodies of records have them."""

import re
from collections.abc import Iterable

_LINES = re.compile(r"\r\n|\r|\n")


def under(heading: str, said: str) -> list[str]:
    """The words below a heading, where there are any."""
    return [f"## {heading}", said] if said else []


def points(said: Iterable[str]) -> str:
    """A list with these items; one of several lines stays one item."""
    return "\n".join(indented("- ", each) for each in said)


def indented(mark: str, said: str) -> str:
    """One item of a list: every line of it after the first stands below the first, so that it stays in the item."""
    return mark + _LINES.sub(lambda found: found[0] + " " * len(mark), said)
