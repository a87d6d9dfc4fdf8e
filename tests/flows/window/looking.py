"""Looks at windows as a screen reader does. Run by the system's Python, which alone has the bindings.

It is asked over a pipe. Each line of input is a question, each line of output its answer, in JSON: all that is to be
seen of one process, from the top down; nothing while it has no window. All questions about one level are asked at once.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

import gi  # type: ignore[import-not-found]  # belongs to the system's Python, not to the project's

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # noqa: E402  the version has to be chosen first

_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
_ACCESSIBLE, _TEXT, _VALUE, _COMPONENT = (
    f"org.a11y.atspi.{name}" for name in ("Accessible", "Text", "Value", "Component")
)
_PROPERTIES = "org.freedesktop.DBus.Properties"
_WITH_TEXT = {"text", "password text"}
_WITH_VALUE = {"slider"}
_SHOWING, _PASSWORD_TEXT = 25, 40
# The numbers of AT-SPI's states, as far as somebody asks for them here.
_STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 17: "multi-line",
    23: "selected", 24: "sensitive", _SHOWING: "showing", 41: "checkable", 43: "read-only",
}  # fmt: skip
Place = tuple[str, str]


class Bus:
    """The bus on which windows describe themselves."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        [address] = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1
        ).unpack()
        flags = Gio.DBusConnectionFlags
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None
        )

    def ask(self, questions: "Sequence[tuple[Place, str, str, tuple[Any, ...] | None]]") -> "list[Any]":
        """The answers to all of them, None where there is none: what was asked may be gone."""
        answers: list[Any] = [None] * len(questions)
        loop = GLib.MainLoop()
        waiting = len(questions)

        def take(connection: Any, result: Any, at: int) -> None:
            nonlocal waiting
            try:
                [answers[at]] = connection.call_finish(result).unpack()
            except GLib.Error:
                answers[at] = None
            waiting -= 1
            if not waiting:
                loop.quit()

        for at, ((name, path), interface, method, given) in enumerate(questions):
            arguments = GLib.Variant(*given) if given else None
            self._connection.call(name, path, interface, method, arguments, None, 0, -1, None, take, at)
        if waiting:
            loop.run()
        return answers

    def look(self, pid: int, state: str) -> "list[dict[str, Any]]":
        """What is shown of this process; with a `state`, only what is in it."""
        [programs] = self.ask([(_REGISTRY, _ACCESSIBLE, "GetChildren", None)])
        asked = [(_BUS, _BUS[0], "GetConnectionUnixProcessID", ("(s)", (name,))) for name, _ in programs or []]
        pids = self.ask(asked)
        roots = self._shown([place for place, each in zip(programs or [], pids, strict=True) if each == pid], 0)
        level, depth = roots, 0
        while level:
            depth += 1
            found = self.ask([(part["place"], _ACCESSIBLE, "GetChildren", None) for part in level])
            below = {
                part["place"]: part for part in self._shown([each for some in found for each in some or []], depth)
            }
            for part, children in zip(level, found, strict=True):
                part["children"] = [below[child] for child in children or [] if child in below]
            level = list(below.values())
        parts = [part for root in roots for part in _flat(root) if not state or state in part["states"]]
        self._describe(parts)
        return parts

    def _shown(self, places: "list[Place]", depth: int) -> "list[dict[str, Any]]":
        states = self.ask([(place, _ACCESSIBLE, "GetState", None) for place in places])
        return [
            {"place": place, "states": _names(state), "depth": depth}
            for place, state in zip(places, states, strict=True)
            if _is_shown(state)
        ]

    def _describe(self, parts: "list[dict[str, Any]]") -> None:
        answers = iter(self.ask([question for part in parts for question in _questions(part["place"])]))
        for part in parts:
            part["role"] = _role(next(answers), next(answers))
            part["name"], part["description"] = next(answers) or "", next(answers) or ""
            part["box"], part["text"], part["value"] = next(answers), None, None
        self._add(parts, _WITH_TEXT, "text", lambda place: (place, _TEXT, "GetText", ("(ii)", (0, -1))))
        self._add(parts, _WITH_VALUE, "value", lambda place: _property(place, _VALUE, "CurrentValue"))
        for part in parts:
            del part["place"], part["children"]

    def _add(self, parts: "list[dict[str, Any]]", roles: "set[str]", name: str, question: Any) -> None:
        wanted = [part for part in parts if part["role"] in roles]
        for part, answer in zip(wanted, self.ask([question(part["place"]) for part in wanted]), strict=True):
            part[name] = answer


def _questions(place: Place) -> "list[Any]":
    return [
        (place, _ACCESSIBLE, "GetRole", None),
        (place, _ACCESSIBLE, "GetRoleName", None),
        _property(place, _ACCESSIBLE, "Name"),
        _property(place, _ACCESSIBLE, "Description"),
        (place, _COMPONENT, "GetExtents", ("(u)", (0,))),
    ]


def _role(number: "int | None", name: "str | None") -> str:
    # By name Qt calls a field for a secret a text like any other; screen readers go by the number.
    return "password text" if number == _PASSWORD_TEXT else name or ""


def _property(place: Place, interface: str, name: str) -> Any:
    return (place, _PROPERTIES, "Get", ("(ss)", (interface, name)))


def _is_shown(state: Any) -> bool:
    return bool(state) and bool(state[0] >> _SHOWING & 1)


def _names(state: "list[int] | None") -> "list[str]":
    low, high = state or (0, 0)
    return [name for number, name in _STATES.items() if (low | high << 32) >> number & 1]


def _flat(part: "dict[str, Any]") -> Any:
    yield part
    for child in part["children"]:
        yield from _flat(child)


def main() -> None:
    """Answers until there are no more questions."""
    bus = Bus()
    for line in sys.stdin:
        print(json.dumps(bus.look(**json.loads(line))), flush=True)  # noqa: T201  the answer


if __name__ == "__main__":
    main()
