"""What is to be seen in a window, by the words and roles that a screen reader has."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.flows.window.needs import SYSTEM_PYTHON


@dataclass(frozen=True, slots=True)
class Part:
    """Something shown: a button, a line of text, a field. `box` is x, y, width and height on the screen."""

    role: str
    name: str
    description: str
    states: tuple[str, ...]
    depth: int
    text: str | None
    value: float | None
    box: tuple[int, int, int, int]

    def has(self, state: str) -> bool:
        """Whether it is "focused", "focusable", "checked", "editable"…"""
        return state in self.states

    def says(self, words: str) -> bool:
        """Whether these words are in it."""
        return any(words in each for each in (self.name, self.text or "", self.description))

    def __str__(self) -> str:
        text = f" {self.text!r}" if self.text is not None else ""
        text += f" = {self.value}" if self.value is not None else ""
        text += f" ({self.description})" if self.description else ""
        return f"{'  ' * self.depth}{self.role} {self.name!r}{text} {','.join(self.states)} {self.box}"


View = Sequence[Part]


class Eyes:
    """Looks at the windows of one bus."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, Path(__file__).with_name("looking.py")],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )

    def look(self, pid: int, state: str = "") -> View:
        """What this process shows now, from the top down, or what of it is in that state; nothing without a window."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"pid": pid, "state": state}) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "nobody looks any more"
        return [_part(each) for each in json.loads(answer) or []]

    def close(self) -> None:
        """Closes them."""
        self._process.communicate()


def _part(seen: Mapping[str, Any]) -> Part:
    x, y, width, height = seen["box"] or (0, 0, 0, 0)
    known = {name: seen[name] for name in ("role", "name", "description", "depth", "text", "value")}
    return Part(**known, states=tuple(seen["states"]), box=(x, y, width, height))
