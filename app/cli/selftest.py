"""`--selftest`: tries every part of the program once, and says a line for each. Nothing of anybody's is touched.

Somebody who builds the program, or whose copy does not start, learns here what is missing. `ui.selftest` adds the
window; this module's own parts are those that a command has, too.
"""

import json
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import app
from app import __version__, paths, process
from app.cli.answer import put
from app.translation import tr

if TYPE_CHECKING:
    from app.reflections.model import Reflection

RESOURCES = Path(app.__file__).resolve().parents[1] / "resources"
_WORDS = "lamp-in-the-window"


class Broken(Exception):
    """A part does not do what it is there for; says what it did instead."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something to try. `attempt` answers what a person may want to know of it, or raises whatever goes wrong."""

    name: str
    attempt: Callable[[], str]


def run(more: Sequence[Part] = ()) -> int:
    """Tries all parts; 0 when every one works, else 1."""
    process.protect_files()
    results = [_tried(part) for part in (*_parts(), *more)]
    put(tr("All parts work.") + "\n" if all(results) else tr("Not every part works.") + "\n")
    return 0 if all(results) else 1


def expect(condition: bool, otherwise: str) -> None:
    """Raises Broken, saying `otherwise`, unless the condition holds."""
    if not condition:
        raise Broken(otherwise)


def _tried(part: Part) -> bool:
    try:
        said = tr("ok, {detail}").format(detail=part.attempt())
    except Broken as broken:
        said, works = tr("does not work: {reason}").format(reason=broken), False
    except Exception as error:  # noqa: BLE001  whatever is missing here, the next part has its turn
        said, works = tr("does not work: {reason}").format(reason=_reason(error)), False
    else:
        works = True
    put(f"{part.name}: {said}\n")
    return works


def _reason(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


def _parts() -> tuple[Part, ...]:
    return (
        Part(tr("program"), _program),
        Part(tr("resources"), _resources),
        Part(tr("keys"), _keys),
        Part(tr("database"), _database),
        Part(tr("keyring"), _keyring),
        Part(tr("coaching pack"), _pack),
    )


def _program() -> str:
    made = tr("bundled") if getattr(sys, "frozen", False) else tr("from source")
    return f"{__version__}, {made}, Python {platform.python_version()}, {platform.platform(terse=True)}"


def _resources() -> str:
    """Everything that is read from files, by whom it is read."""
    from app import sample, strength
    from app.interviews import grounds
    from app.interviews import library as bank
    from app.phrasing import library as phrases
    from app.prompts import library as prompts

    files = [path for path in RESOURCES.rglob("*") if path.is_file()]
    for path in files:
        if path.suffix == ".json":
            json.loads(path.read_text(encoding="utf-8"))
    now = datetime.now(UTC)
    counted = {
        tr("prompts"): len(prompts.load()) + len(prompts.ideas()),
        tr("phrases"): len(phrases.load()),
        tr("interview questions"): len(bank.load()),
        tr("grounds that may not be asked about"): len(grounds.card()),
        tr("words"): len(strength.word_list()),
        tr("records of the sample"): len(sample.told(now.date(), now)),
    }
    expect(all(counted.values()), tr("a list is empty"))
    strength.judge(_WORDS)
    return ", ".join(f"{number} {name}" for name, number in counted.items())


def _keys() -> str:
    from app.vault import probing

    expect(probing.derives_as_published(), tr("a key is not what its published example says"))
    return ", ".join(probing.KINDS)


def _database() -> str:
    """A journal is made, written, searched, checked, backed up, opened again and taken away."""
    from app.errors import WrongPassphrase
    from app.journal import Journal
    from app.vault import probing, staging
    from app.vault.slots import SMALL_COST, Passphrase

    now = datetime.now(UTC).replace(microsecond=0)
    with staging.new_folder(paths.sample_folder()) as place:
        folder = place / "journal"
        with Journal.create(folder, _WORDS, SMALL_COST)[0] as journal:
            journal.write(lambda journal: journal.reflections.save(_reflection(now), now))
        with Journal.open(folder, Passphrase(_WORDS), now) as journal:
            with journal.reading():
                expect(len(journal.search("lamp", 1)) == 1, tr("what was written is not found"))
            expect(journal.vault.findings() == [], tr("a new journal is not sound"))
            journal.vault.back_up(now)
            version = probing.cipher_version(journal.vault)
        try:
            Journal.open(folder, Passphrase("another"), now).close()
            version = ""
        except WrongPassphrase:
            pass
        words = _WORDS.encode()
        is_readable = any(words in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    with suppress(OSError):  # copies of the sample are there
        paths.sample_folder().parent.rmdir()
    expect(version != "" and not is_readable, tr("it is not encrypted"))
    expect(not probing.has_other_sqlite(), tr("there is an SQLite that does not encrypt"))
    return f"SQLCipher {version}"


def _keyring() -> str:
    """The process that talks to a keyring starts and answers. No keyring is asked anything."""
    from app.vault import computer

    expect(computer.probe(), tr("the process that asks for it does not answer"))
    return tr("asked in a process of its own")


def _pack() -> str:
    """Pages are set in a process of their own, closed with a password, and read back."""
    from pypdf import PdfReader

    from app.pack.child import Typesetting
    from app.pack.contents import Options, choose
    from app.pack.protect import with_password

    now = datetime.now(UTC).replace(microsecond=0)
    today = now.date()
    pack = choose([_reflection(now)], (), Options(since=today, until=today, prepared_on=today))
    pages = Typesetting(pack, pages=True, ppi=40).wait()
    reader = PdfReader(BytesIO(with_password(pages.pdf, _WORDS)), password=_WORDS)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    expect(_WORDS in text, tr("its words cannot be read back"))
    expect(pages.fonts == "bundled", tr("its letters are missing"))
    expect(len(pages.pngs) == pages.count == len(reader.pages), tr("its pages are not all there"))
    return tr("{number} page, set, closed and read back").format(number=pages.count)


def _reflection(now: datetime) -> "Reflection":
    from app.reflections.model import Content, Reflection

    content = Content(date=now.date(), text=_WORDS)
    return Reflection(id=UUID(int=1).hex, content=content, created_at=now, updated_at=now)
