"""The settings of this device: where the journal is, and how the window looks. Nothing else tells that there is one."""

import json
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from app import paths

TEXT_SIZES = (90, 100, 115, 130, 150)
_T = TypeVar("_T")


class Look(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Settings(NamedTuple):
    """What this device remembers.

    `journal` is the folder of the last journal and `name` its name ("" without one), `text_size` a percentage of
    TEXT_SIZES. With `rail_is_collapsed` None, the width decides. `place` is where the window was, in its own words.
    """

    journal: Path | None = None
    name: str = ""
    look: Look = Look.SYSTEM
    text_size: int = 100
    rail_is_collapsed: bool | None = None
    place: str = ""


def load() -> Settings:
    """The settings. What is missing or no good is the default, and the rest still counts."""
    return _settings(_read())


def keep(**changes: object) -> Settings:
    """Changes the fields named and returns the settings as they are now. A device that cannot keep them forgets them.

    Raises TypeError for a field that there is not.
    """
    from app.vault.files import complete_file, create_private_folder  # nothing that a first paint can wait for

    unknown = changes.keys() - set(Settings._fields)
    if unknown:
        raise TypeError(f"no such settings: {sorted(unknown)}")
    said = {name: str(value.absolute()) if isinstance(value, Path) else value for name, value in changes.items()}
    document = _read() | said
    with suppress(OSError):
        create_private_folder(paths.settings_file().parent)
        with complete_file(paths.settings_file()) as partial:
            partial.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return _settings(document)


def remembered_journal() -> Path | None:
    """The folder of the last journal."""
    return load().journal


def remember_journal(folder: Path) -> None:
    """Keeps the folder of a journal whose name is not known here."""
    keep(journal=folder, name="")


def _settings(document: dict[str, object]) -> Settings:
    default = Settings()

    def read(name: str, convert: Callable[[object], _T], otherwise: _T) -> _T:
        try:
            return convert(document[name])
        except (KeyError, TypeError, ValueError):
            return otherwise

    return Settings(
        journal=read("journal", _folder, default.journal),
        name=read("name", _text, default.name),
        look=read("look", lambda value: Look(_text(value)), default.look),
        text_size=read("text_size", _text_size, default.text_size),
        rail_is_collapsed=read("rail_is_collapsed", _choice, default.rail_is_collapsed),
        place=read("place", _text, default.place),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a surrogate cannot be shown
    return value


def _folder(value: object) -> Path | None:
    text = _text(value)
    if not text or "\0" in text:
        raise ValueError
    return Path(text)


def _text_size(value: object) -> int:
    if type(value) is not int or value not in TEXT_SIZES:
        raise ValueError
    return value


def _choice(value: object) -> bool | None:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _read() -> dict[str, object]:
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(paths.settings_file().read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}
