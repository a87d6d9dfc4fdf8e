"""A refused command says in one line what is wrong, and has changed nothing."""

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from app.journal import Journal
from app.vault import key_file
from app.vault.slots import Argon2Cost, Passphrase
from tests.flows.program import DATA, PASSPHRASE, PROGRAM, ROOT, Argument, Home, Owner, Said, assert_refused, contents
from tests.flows.rooms import READ_ONLY, SMALL_DISK, can_mount, fill, room

NOW = datetime(2026, 4, 2, tzinfo=UTC)
PERIOD = ("--since", "2026-03-01", "--until", "2026-03-31")
posix = pytest.mark.skipif(sys.platform == "win32", reason="what is tried here is a matter of POSIX systems")
mounts = pytest.mark.skipif(not can_mount(), reason="this system lets this user mount nothing")


def assert_nothing_happens(owner: Owner, said: Callable[[], Said], *words: str) -> None:
    """The command is refused with these words, and every file beside and in the journal is as it was."""
    before = contents(owner.folder.parent)
    assert_refused(said(), *words)
    assert contents(owner.folder.parent) == before


def all_commands(folder: Path) -> list[tuple[Argument, ...]]:
    """One call of every command that opens a journal; what they would write is in `folder`."""
    return [
        ("add", "--text", "x"),
        ("list",),
        ("show", "0" * 32),
        ("search", "x"),
        ("import", "--from", "jrnl", DATA / "jrnl" / "tags.journal"),
        ("export", "--format", "json", "--to", folder / "out.json"),
        ("export", "--format", "markdown", "--to", folder / "out"),
        ("pack", "--output", folder / "out.pdf", *PERIOD),
        ("check",),
        ("backup",),
        ("backups",),
        ("passphrase",),
        ("stats",),
    ]


# Secrets


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        ("wrong", "does not open"),
        ("", "at least one"),
        (" \u3000 ", "at least one"),
        (PASSPHRASE + " ", "not open"),
    ],
)
def test_another_passphrase_is_refused(owner: Owner, secret: str, words: str) -> None:
    owner.secret = secret
    assert_nothing_happens(owner, lambda: owner.ask("add", "--text", "x"), words)


def test_a_passphrase_that_is_no_text_is_refused(owner: Owner) -> None:
    command = owner.command("list")
    assert_nothing_happens(owner, lambda: owner.home.run(*command, stdin=b"\xff\xfe\n"), "Standard input", "UTF-8")


def test_with_nobody_to_ask_a_secret_is_refused_at_once(owner: Owner, tmp_path: Path) -> None:
    for command in all_commands(tmp_path):
        run = owner.home.run(*command, "--journal", owner.folder)
        assert_refused(run, "no terminal", "--passphrase-stdin")
    for making in ("init", "sample"):
        assert_refused(owner.home.run(making, "--journal", tmp_path / "new"), "no terminal")
    assert_refused(owner.home.run("recover", "--journal", owner.folder), "recovery key", "no terminal")
    assert_refused(owner.home.run("list", "--journal", owner.folder, "--passphrase-stdin", stdin=""), "passphrase")
    assert {each.name for each in tmp_path.iterdir()} == {"home", "journal"}


@posix
@pytest.mark.parametrize("flag", [(), ("--passphrase-stdin",)])
def test_a_closed_standard_input_is_refused_at_once(owner: Owner, flag: tuple[str, ...]) -> None:
    program = ["sh", "-c", 'exec "$@" <&-', "sh", *PROGRAM]
    command: tuple[Argument, ...] = ("add", "--text-file", "-", "--journal", owner.folder, *flag)
    assert_nothing_happens(owner, lambda: owner.home.run(*command, program=program), "no terminal")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("", "new passphrase"),
        ("\n", "at least one character"),
        (" \t\n", "at least one"),
        (b"\xff\n", "UTF-8"),
    ],
)
def test_a_new_passphrase_that_is_none_is_refused(owner: Owner, more: str | bytes, words: str) -> None:
    assert_nothing_happens(owner, lambda: owner.ask("passphrase", more=more), words)
    assert len(owner.ids()) == 5


@pytest.mark.parametrize("command", ["init", "sample", "recover"])
def test_an_empty_new_passphrase_is_refused_everywhere(owner: Owner, tmp_path: Path, command: str) -> None:
    folder = owner.folder if command == "recover" else tmp_path / "new"
    asked = Owner(owner.home, folder, owner.recovery_key if command == "recover" else "")
    assert_nothing_happens(owner, lambda: asked.ask(command, more="\n"), "at least one")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("", "eight groups"),
        ("not a key", "eight groups"),
        ("0000-0000-0000-0000-0000-0000-0000-0001", "eight groups"),
        ("0000-0000-0000-0000-0000-0000-0000-0000", "another journal"),
    ],
)
def test_another_recovery_key_is_refused(owner: Owner, key: str, words: str) -> None:
    run = ("recover", "--journal", owner.folder)
    assert_nothing_happens(owner, lambda: owner.home.run(*run, stdin=f"{key}\nnew passphrase\n"), words)


def test_no_password_for_a_pack_is_refused(owner: Owner, tmp_path: Path) -> None:
    command = ("pack", "--output", tmp_path / "x.pdf", *PERIOD, "--pdf-password-stdin")
    assert_nothing_happens(owner, lambda: owner.ask(*command), "password")
    assert_nothing_happens(owner, lambda: owner.ask(*command, more="\n"), "at least one character")


# The journal


@pytest.mark.parametrize("kind", ["missing", "empty", "other", "file"])
def test_a_place_without_a_journal_is_refused(home: Home, tmp_path: Path, kind: str) -> None:
    owner = Owner(home, tmp_path / "at" / "here")
    owner.folder.parent.mkdir()
    if kind == "file":
        owner.folder.write_text("a letter")
    elif kind != "missing":
        owner.folder.mkdir()
    if kind == "other":
        (owner.folder / "letter.txt").write_text("a letter")
    words = {"missing": "`init`", "empty": "`init`", "other": "no journal", "file": "no journal"}[kind]
    assert_nothing_happens(owner, lambda: owner.ask("list"), str(owner.folder), words)
    assert_nothing_happens(owner, lambda: owner.ask("add", "--text", "x"), words)
    if kind in ("other", "file"):
        for command in ("init", "sample"):
            assert_nothing_happens(owner, partial(owner.ask, command), "not empty")


def cut(path: Path, size: int) -> None:
    """Leaves this many bytes."""
    path.write_bytes(path.read_bytes()[:size])


def flip(path: Path, at: int) -> None:
    """Changes one bit."""
    data = bytearray(path.read_bytes())
    data[at] ^= 0x10
    path.write_bytes(data)


def change_document(path: Path, **changed: object) -> None:
    """Changes the key file and keeps it JSON."""
    path.write_text(json.dumps(json.loads(path.read_text()) | changed, indent=1) + "\n")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda folder: cut(folder / "journal.db", 0), "missing or empty"),
        (lambda folder: cut(folder / "journal.db", 8192), "damaged"),
        (lambda folder: cut(folder / "journal.db", 8192 + 17), "cut off"),
        (lambda folder: (folder / "journal.db").unlink(), "missing or empty"),
        (lambda folder: flip(folder / "journal.db", 3), "damaged"),
        (lambda folder: flip(folder / "journal.db", 4096 + 99), "damaged"),
        (lambda folder: (folder / "journal.db").write_bytes(os.urandom(40960)), "damaged"),
        (lambda folder: cut(folder / "vault.json", 0), "vault.json"),
        (lambda folder: cut(folder / "vault.json", 300), "vault.json"),
        (lambda folder: (folder / "vault.json").unlink(), "missing"),
        (lambda folder: (folder / "vault.json").write_bytes(os.urandom(600)), "vault.json"),
        (lambda folder: (folder / "vault.json").write_text("{}"), "no journal"),
        (lambda folder: (folder / "vault.json").write_text("[" * 60000), "vault.json"),
        (lambda folder: (folder / "vault.json").write_bytes(bytes(2**20)), "vault.json"),
        (lambda folder: flip(folder / "vault.json", 700), ""),
        (lambda folder: change_document(folder / "vault.json", format=2), "newer version"),
        (lambda folder: change_document(folder / "vault.json", format="1"), "vault.json"),
        (lambda folder: change_document(folder / "vault.json", journal_id="0" * 32), "vault.json"),
        (lambda folder: change_document(folder / "vault.json", state=None), "vault.json"),
        (lambda folder: change_document(folder / "vault.json", extra=1), "vault.json"),
    ],
)
def test_a_damaged_journal_is_refused_and_left_alone(
    owner: Owner, damage: Callable[[Path], object], words: str
) -> None:
    damage(owner.folder)
    assert_nothing_happens(owner, lambda: owner.ask("add", "--text", "x"), words)
    assert_nothing_happens(owner, lambda: owner.ask("check"), words)


def test_a_flipped_bit_in_any_page_is_found_by_the_check(owner: Owner) -> None:
    database = owner.folder / "journal.db"
    sound = database.read_bytes()
    pages = len(sound) // 4096
    for page in range(1, pages, 7):
        flip(database, page * 4096 + 1234)
        assert_nothing_happens(owner, lambda: owner.ask("check"), "damaged", "`restore`")
        database.write_bytes(sound)
    flip(database, len(sound) - 5)
    said = owner.ask("check", "--json")
    assert (said.status, len(said.err.splitlines())) == (1, 1)
    assert said.json()["ok"] is False
    assert all(list(each) == ["finding", "what"] for each in said.json()["findings"])
    assert said.json()["findings"][0]["what"] in said.err


@pytest.mark.parametrize("cost", [Argon2Cost(2**32 - 1, 3, 4), Argon2Cost(65536, 2**31, 4), Argon2Cost(8, 1, 1)])
def test_a_hostile_cost_is_not_paid(owner: Owner, cost: Argon2Cost) -> None:
    keys = key_file.read(owner.folder)
    hostile = tuple(replace(slot, cost=cost) if slot.cost else slot for slot in keys.slots)
    key_file.write(owner.folder, replace(keys, slots=hostile))
    assert_nothing_happens(owner, lambda: owner.ask("list"), "unsafe amount of work")


def test_while_it_is_open_elsewhere_every_command_is_refused(owner: Owner, tmp_path: Path) -> None:
    backup = owner.done("backup", "--to", tmp_path / "stick").removesuffix("\n")
    with Journal.open(owner.folder, Passphrase(PASSPHRASE), NOW):
        before = contents(tmp_path)
        for command in (*all_commands(tmp_path), ("restore", backup, "--force")):
            said = owner.ask(*command, more="a new passphrase\n")
            assert_refused(said, "open in a window on this computer")
            assert contents(tmp_path) == before, command
        said = owner.home.run("recover", "--journal", owner.folder, stdin=f"{owner.recovery_key}\nnew\n")
        assert_refused(said, "open in a window")
        assert contents(tmp_path) == before
    assert len(owner.ids()) == 5


# What was asked


@pytest.mark.parametrize(
    ("arguments", "more", "words"),
    [
        (("add", "--text", "x", "--date", "2999-12-31"), "", "has not come yet"),
        (("add", "--text", "x", "--tag", "a" * 121), "", "too much in tags: it takes 120"),
        (("add", "--text-file", "-"), "a" * 200_001, "too much in text: it takes 200000"),
        (("add",), "", "nothing to save"),
        (("add", "--text", " \n\t "), "", "nothing to save"),
        (("add", "--private", "--pillar", "trust", "--tag", " "), "", "nothing to save"),
        (("add", "--text-file", "-"), "", "nothing to save"),
        (("add", "--text-file", "-"), b"caf\xe9", "UTF-8"),
        (("add", "--text-file", "no-such-file"), "", "cannot be read"),
        (("add", "--text-file", "."), "", "cannot be read"),
        (("add", "--text-file", "a" * 300), "", "cannot be read"),
        (("show", "0" * 32), "", "No record"),
        (("show", "' OR 1=1 --\n"), "", "No record"),
        (("import", "--from", "jrnl", "no-such-file"), "", "cannot be read"),
        (("import", "--from", "jrnl", "README.nothing"), "", "cannot be read"),
        (("import", "--from", "dayone", DATA / "jrnl" / "tags.journal"), "", "Day One"),
        (("import", "--from", "json", DATA / "dayone" / "demo.json"), "", "could be read"),
        (("export", "--format", "json", "--to", "out", "--since", "2026-03-02", "--until", "2026-03-01"), "", "Swap"),
        (("export", "--format", "json", "--to", "no-folder/out.json"), "", "cannot be written"),
        (("export", "--format", "markdown", "--to", "a" * 300), "", "cannot be written"),
        (("pack", "--output", "no-folder/x.pdf", *PERIOD), "", "cannot be written"),
        (("pack", "--output", "x.pdf", "--since", "2026-03-02", "--until", "2026-03-01"), "", "Swap"),
        (("list", "--since", "2026-03-02", "--until", "2026-03-01"), "", "Swap"),
        (("pack", "--output", "x.pdf", "--since", "2020-01-01", "--until", "2020-12-31"), "", "nothing for a pack"),
        (("pack", "--output", "x.pdf", "--since", "2026-03-20", "--until", "2026-03-20"), "", "nothing for a pack"),
        (("pack", "--output", "x.pdf", "--since", "2999-01-01"), "", "Swap"),
        (("restore", "no-such-backup"), "", "no backup"),
        (("restore", "."), "", "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_refused(
    owner: Owner, arguments: Sequence[Argument], more: str | bytes, words: str
) -> None:
    assert_nothing_happens(owner, lambda: owner.ask(*arguments, more=more), words)


@pytest.mark.parametrize("source", ["jrnl", "dayone", "json"])
def test_what_is_no_text_or_nothing_is_not_imported(owner: Owner, tmp_path: Path, source: str) -> None:
    (tmp_path / "bytes").write_bytes(b"\x80\x81\xff" * 100)
    (tmp_path / "empty").touch()
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(50))
    (tmp_path / "folder").mkdir()
    for name, words in (("bytes", "UTF-8"), ("empty", ""), ("broken.zip", "zip"), ("folder", "nothing to read")):
        assert_nothing_happens(owner, lambda name=name: owner.ask("import", "--from", source, tmp_path / name), words)  # type: ignore[misc]


def test_a_file_of_a_newer_version_is_not_imported(owner: Owner, tmp_path: Path) -> None:
    newer = {"format": "courage-journal", "version": 2, "records": []}
    (tmp_path / "newer.json").write_text(json.dumps(newer))
    command = ("import", "--from", "json", tmp_path / "newer.json")
    assert_nothing_happens(owner, lambda: owner.ask(*command), "newer version")


@pytest.mark.parametrize(
    ("command", "target"),
    [
        (("export", "--format", "json", "--to"), "folder"),
        (("export", "--format", "markdown", "--to"), "file"),
        (("pack", *PERIOD, "--output"), "folder"),
        (("backup", "--to"), "file"),
    ],
)
def test_a_target_of_the_other_kind_is_left_alone(
    owner: Owner, tmp_path: Path, command: Sequence[Argument], target: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter").write_text("a letter")
    (tmp_path / "file").write_text("a letter")
    if command[0] != "backup":
        assert_nothing_happens(owner, lambda: owner.ask(*command, tmp_path / target), "exists already")
    force = () if command[0] == "backup" else ("--force",)
    assert_nothing_happens(owner, lambda: owner.ask(*command, tmp_path / target, *force), "cannot be written")


def test_a_link_that_leads_nowhere_is_something_that_exists(owner: Owner, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    said = owner.ask("export", "--format", "json", "--to", tmp_path / "link")
    assert_refused(said, "exists already")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("damage", ["magic", "header", "seal", "content", "cut", "empty", "other"])
def test_a_broken_backup_is_not_restored(owner: Owner, tmp_path: Path, damage: str) -> None:
    backup = Path(owner.done("backup").removesuffix("\n"))
    data = backup.read_bytes()
    header = 23 + 8 + int.from_bytes(data[23:31], "big")
    places = {"magic": 3, "header": 100, "seal": header + 5, "content": len(data) - 9}
    if damage in places:
        flip(backup, places[damage])
    else:
        backup.write_bytes({"cut": data[:-4096], "empty": b"", "other": b"a letter"}[damage])
    new = Owner(owner.home, tmp_path / "new", PASSPHRASE)
    # A slot that was changed cannot be told from a wrong secret.
    words = "" if damage == "header" else str(backup)
    assert_nothing_happens(owner, lambda: new.ask("restore", backup), words)
    assert_nothing_happens(owner, lambda: owner.ask("restore", backup, "--force"), words)


@pytest.mark.parametrize("secret", ["wrong", "0000-0000-0000-0000-0000-0000-0000-0000", ""])
def test_a_backup_is_not_restored_without_its_secret(owner: Owner, tmp_path: Path, secret: str) -> None:
    backup = owner.done("backup").removesuffix("\n")
    new = Owner(owner.home, tmp_path / "new", secret)
    assert_nothing_happens(owner, lambda: new.ask("restore", backup), "")


def test_a_backup_is_not_restored_over_anything(owner: Owner, tmp_path: Path) -> None:
    backup = owner.done("backup").removesuffix("\n")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter").touch()
    new = Owner(owner.home, tmp_path / "full")
    assert_nothing_happens(owner, lambda: new.ask("restore", backup), "not empty")
    assert_nothing_happens(owner, lambda: owner.ask("restore", backup), "not empty")


@posix
@pytest.mark.parametrize(
    "command",
    [
        ("list", "--journal"),
        ("add", "--text-file"),
        ("import", "--from", "json"),
        ("restore",),
        ("pack", *PERIOD, "--output"),
        ("show",),
    ],
)
def test_a_name_with_control_characters_stays_in_one_harmless_line(owner: Owner, command: tuple[str, ...]) -> None:
    name = b"no\nsuch\r\x1b[31mfolder\xc2\x85\xe2\x80\xa8/name" + (b"" if command == ("show",) else b"\xff")
    run: tuple[Argument, ...] = (*command, name, "--passphrase-stdin")
    said = owner.home.run(*run, stdin=f"{PASSPHRASE}\n", COURAGE_JOURNAL=str(owner.folder))
    assert_refused(said)
    assert all(character.isprintable() for character in said.err.removesuffix("\n"))


# Wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("list", "--since", "yesterday"),
        ("list", "--since", "20260301"),
        ("list", "--limit", "0"),
        ("list", "--limit", "-1"),
        ("list", "--kind", "poem"),
        ("add", "--text", "a", "--text-file", "b"),
        ("add", "--text", "a", "--pull", "11"),
        ("add", "--text", "a", "--pull", "٣x"),
        ("add", "--text", "a", "--pull-kind", "nap"),
        ("add", "--text", "a", "--pillar", "hope"),
        ("add", "--when", "a"),
        ("add", "--will", "a"),
        ("add", "--tex", "an abbreviation"),
        ("show",),
        ("search",),
        ("import", "x"),
        ("import", "--from", "word", "x"),
        ("export", "--format", "json"),
        ("export", "--format", "doc", "--to", "x"),
        ("pack", *PERIOD),
        ("pack", "--output", "x", "--names", "none"),
        ("pack", "--output", "x", "--sections"),
        ("restore",),
        ("check", "--force"),
        ("list", "--journal"),
        ("add", "--text", b"\xff"),
        ("show", b"\xff"),
        ("search", b"\xff"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_how(home: Home, arguments: Sequence[Argument]) -> None:
    said = home.run(*arguments)
    assert (said.status, said.out) == (2, "")
    assert "usage: courage-journal" in said.err
    assert "Traceback" not in said.err


# Where the answer goes


@posix
@pytest.mark.parametrize("arguments", [("list",), ("--help",), ("export", "--help"), ("--version",)])
def test_a_reader_that_has_had_enough_is_no_fault(owner: Owner, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, *(owner.command("list") if arguments == ("list",) else arguments)],
        cwd=ROOT,
        env=owner.home.environment,
        input=f"{PASSPHRASE}\n".encode(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", [("list",), ("stats", "--json")])
def test_an_answer_that_cannot_be_written_is_a_refusal(owner: Owner, arguments: tuple[str, ...]) -> None:
    program = ["sh", "-c", 'exec "$@" >/dev/full', "sh", *PROGRAM]
    assert_nothing_happens(owner, lambda: owner.ask(*arguments, program=program), "Standard output")


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_a_closed_stream_is_nobody_listening(owner: Owner, closed: str) -> None:
    program = ["sh", "-c", f'exec "$@" {closed}', "sh", *PROGRAM]
    said = owner.ask("add", "--text", "said to nobody", program=program)
    assert said.err == ""
    assert said.status == (1 if "<" in closed else 0)
    assert len(owner.ids()) == (5 if "<" in closed else 6)


# The disk


@mounts
def test_on_a_read_only_folder_everything_is_refused(owner: Owner, tmp_path: Path) -> None:
    backup = owner.done("backup", "--to", tmp_path / "stick").removesuffix("\n")
    with room(READ_ONLY, owner.folder) as read_only:
        for command in (*all_commands(tmp_path), ("restore", backup, "--force")):
            run = lambda command=command: owner.ask(*command, more="new\n", program=read_only.program)  # noqa: E731
            assert_nothing_happens(owner, run, "cannot be written to")
    assert len(owner.ids()) == 5


@mounts
def test_on_a_read_only_target_nothing_is_written(owner: Owner, tmp_path: Path) -> None:
    backup = owner.done("backup").removesuffix("\n")
    target = tmp_path / "read-only"
    target.mkdir()
    new = Owner(owner.home, target / "journal")
    with room(READ_ONLY, target) as read_only:
        commands: list[tuple[Argument, ...]] = [
            ("export", "--format", "json", "--to", target / "out.json"),
            ("export", "--format", "markdown", "--to", target / "out"),
            ("pack", "--output", target / "out.pdf", *PERIOD),
            ("backup", "--to", target),
        ]
        for command in commands:
            run = lambda command=command: owner.ask(*command, program=read_only.program)  # noqa: E731
            assert_nothing_happens(owner, run, "cannot be written to")
        for command in [("init",), ("sample",), ("restore", backup)]:
            run = lambda command=command: new.ask(*command, program=read_only.program)  # noqa: E731
            assert_nothing_happens(owner, run, "cannot be written to")


@posix
def test_a_folder_that_may_not_be_looked_into_is_refused(owner: Owner, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    shutil.move(owner.folder, closed / "journal")
    owner.folder = closed / "journal"
    before = contents(closed)
    closed.chmod(0)
    program: list[str] = list(PROGRAM)
    if os.geteuid() == 0:
        program = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *PROGRAM]
        if shutil.which("setpriv") is None or owner.home.run("--version", program=program).status != 0:
            pytest.skip("the superuser cannot be somebody else here who may run the program")
    try:
        for command in (
            ("list",),
            ("add", "--text", "x"),
            ("init",),
            ("sample",),
            ("check",),
            ("restore", owner.folder / "x"),
        ):
            assert_refused(owner.ask(*command, program=program), "cannot be")
    finally:
        closed.chmod(0o700)
    assert contents(closed) == before


@mounts
def test_on_a_full_disk_the_last_words_still_fit_and_then_all_is_refused(owner: Owner, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    backup = owner.done("backup", "--to", tmp_path / "stick").removesuffix("\n")
    with room(SMALL_DISK, disk, "12m", owner.folder) as small:
        inside = small.inside(disk)
        there = Owner(owner.home, disk / "journal")
        fill(inside)
        assert (inside / "journal" / "reserve.bin").exists()
        last = there.ask("add", "--text", "the last words " * 1000, program=small.program)
        assert (last.status, last.err) == (0, "")
        assert not (inside / "journal" / "reserve.bin").exists()
        fill(inside)
        before = contents(inside)
        empty_log = {f"journal/journal.db{ending}" for ending in ("-wal", "-shm")}
        new = Owner(owner.home, disk / "new")
        for who, command in (
            (there, ("add", "--text", "one more " * 5000)),
            (there, ("passphrase",)),
            (there, ("import", "--from", "jrnl", DATA / "jrnl" / "basic_onefile.journal")),
            (there, ("backup",)),
            (there, ("export", "--format", "json", "--to", disk / "out.json")),
            (there, ("export", "--format", "markdown", "--to", disk / "out")),
            (there, ("pack", "--output", disk / "out.pdf", *PERIOD)),
            (new, ("init",)),
            (new, ("sample",)),
            (new, ("restore", backup)),
        ):
            said = who.ask(*command, more="a new passphrase\n", program=small.program)
            assert_refused(said, "no space left")
            after = contents(inside)
            assert {name: after[name] for name in after.keys() - empty_log} == before, command
        (inside / "filling").unlink()
        assert there.ask("check", program=small.program) == Said(0, "ok\n", "")
        listed = there.ask("list", program=small.program).out.splitlines()
        assert listed[0].startswith(last.out.strip())
        assert len(listed) == 6
        assert there.ask("add", "--text", "space again", program=small.program).status == 0


def test_nothing_that_was_refused_left_the_home_changed(owner: Owner) -> None:
    before = contents(owner.home.folder)
    for command in (("show", "x"), ("add",), ("restore", "x"), ("init",), ("sample",)):
        assert_refused(owner.ask(*command))
    assert contents(owner.home.folder) == before


def test_a_fault_of_ours_is_one_line_and_a_private_report(owner: Owner) -> None:
    code = (
        "import sys, uuid\n"
        "def fail(): raise RuntimeError(' '.join(sys.argv))\n"
        "uuid.uuid4 = fail\n"
        "from app.cli.main import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    said = owner.ask("add", "--text", "the secret words", program=[sys.executable, "-c", code])
    assert (said.status, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert "Traceback" not in said.err
    assert "secret" not in said.err
    [report] = (owner.home.state / "courage-journal").rglob("report-*.txt")
    assert str(report) in said.err
    assert "secret" not in report.read_text()
    assert "reflection_commands.py" in report.read_text()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    for folder in report.relative_to(owner.home.folder).parents:
        with suppress(ValueError):
            assert stat.S_IMODE((owner.home.folder / folder).stat().st_mode) == 0o700


def test_a_day_of_tomorrow_is_refused_and_today_is_not(blank: Owner) -> None:
    today = date.today()  # noqa: DTZ011
    said = blank.ask("add", "--text", "x", "--date", (today + timedelta(days=2)).isoformat())
    assert_refused(said, "has not come yet")
    blank.add("--text", "x", "--date", today.isoformat())
