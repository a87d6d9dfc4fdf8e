"""Looks at windows as a screen reader does. Run by the system's Python, which alone has AT-SPI; asked over a pipe.

Each line of input is a question, each line of output its answer, in JSON: all that is to be seen of one process, from
the top down, or null while there is none.
"""

import json
import sys
from typing import Any

import gi  # type: ignore[import-not-found]  # belongs to the system's Python, not to the project's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  the version has to be chosen first

_WITH_TEXT = {"text", "password text", "entry", "paragraph", "editable text", "document text"}
_WITH_VALUE = {"slider", "scroll bar", "spin button", "progress bar"}
_DEEPEST = 60


def tree(pid: int) -> "list[dict[str, Any]] | None":
    """What is shown of this process; None while it shows nothing, or while it changes under the eyes."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        if program is not None and program.get_process_id() == pid:
            # Whatever was remembered may be old by now.
            program.set_cache_mask(Atspi.Cache.NONE)
            return list(_walk(program, 0))
    return None


def _walk(part: Any, depth: int) -> Any:
    states = [each.value_nick for each in part.get_state_set().get_states()]
    if "showing" not in states or depth > _DEEPEST:
        return
    yield _described(part, states, depth)
    for at in range(part.get_child_count()):
        child = part.get_child_at_index(at)
        if child is not None:
            yield from _walk(child, depth + 1)


def _described(part: Any, states: "list[str]", depth: int) -> "dict[str, Any]":
    role = part.get_role_name()
    seen = {
        "role": role,
        "name": part.get_name(),
        "description": part.get_description(),
        "states": states,
        "depth": depth,
        "text": None,
        "value": None,
        "box": None,
    }
    if depth > 0:
        area = part.get_extents(Atspi.CoordType.SCREEN)
        seen["box"] = [area.x, area.y, area.width, area.height]
    if role in _WITH_TEXT and part.get_text_iface() is not None:
        seen["text"] = Atspi.Text.get_text(part, 0, Atspi.Text.get_character_count(part))
    if role in _WITH_VALUE and part.get_value_iface() is not None:
        seen["value"] = Atspi.Value.get_current_value(part)
    return seen


def main() -> None:
    """Answers until there are no more questions."""
    Atspi.init()
    for line in sys.stdin:
        try:
            answer = tree(json.loads(line)["pid"])
        except GLib.Error:
            answer = None
        print(json.dumps(answer), flush=True)  # noqa: T201  the answer


if __name__ == "__main__":
    main()
