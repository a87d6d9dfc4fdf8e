"""What was written or typed is nowhere in the clear, belongs to its owner alone, and never goes to a network."""

import base64
import stat
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import reports
from app.vault import founding
from tests.flows.program import DATA, PROGRAM, SMALL_COST, Argument, Home, Owner, files
from tests.flows.tracing import can_trace, watching

CANARIES = {
    "text": "Zitronenfalter-im-März",
    "file": "Brimstone灯りbutterfly",
    "notice": "Kehlkopfdruck-QX7",
    "tag": "Wechselstromtag",
    "person": "Xanthippe Quarkbaum",
    "when": "Montagsmorgenkreis",
    "will": "Zungenbeißen-dreimal",
    "passphrase": "Dampfschifffahrt 93 Ölkännchen",
    "new passphrase": "Kuckucksuhr 41 Hängebrücke",
    "wish": "Weniger-Nachfragen-Wunsch",
    "query": "Suchwortunikat",
    "pdf password": "Briefkastenschloss",
    "imported": "Importzeile-Eichhörnchen",
    "crash": "Absturzkanarienvogel",
}
ZLIB_HEADERS = tuple(bytes((0x78, second)) for second in (0x01, 0x5E, 0x9C, 0xDA))
GZIP_HEADER = b"\x1f\x8b\x08"
_AT_MOST = 2**22


def disguises(word: str) -> set[bytes]:
    """A word as bytes, in the ways in which programs write words down."""
    plain = {word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), ascii(word)[1:-1].encode()}
    hexadecimal = {each.hex().encode() for each in plain}
    return plain | hexadecimal | {each.upper() for each in hexadecimal} | {b for each in plain for b in _base64(each)}


def _base64(data: bytes) -> Iterator[bytes]:
    """The middle of it, which is the same whatever stands before and after, at each of the three alignments."""
    for ahead in range(3):
        encoded = base64.b64encode(bytes(ahead) + data)
        middle = encoded[4 if ahead else 0 : len(encoded) - 4]
        yield middle
        yield middle.replace(b"+", b"-").replace(b"/", b"_")


def inflated(data: bytes) -> Iterator[bytes]:
    """The data, and whatever in it is compressed."""
    yield data
    for header in (*ZLIB_HEADERS, GZIP_HEADER):
        at = data.find(header)
        while at >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(memoryview(data)[at:], _AT_MOST)
            at = data.find(header, at + 1)


def betrayals(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Which files give which canary away, in their content or their name."""
    wanted = {name: disguises(word) for name, word in CANARIES.items()}
    found = []
    for path in paths:
        for data in (*inflated(path.read_bytes()), str(path).encode(errors="surrogateescape")):
            found += [(path, name) for name, forms in wanted.items() if any(form in data for form in forms)]
    return found


def test_a_canary_would_be_found_in_every_disguise(tmp_path: Path) -> None:
    word = CANARIES["text"]
    hidden = [
        *(f"...{word}...".encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")),
        *(base64.b64encode(b"x" * ahead + word.encode() + b"yz") for ahead in range(3)),
        *(base64.urlsafe_b64encode(b"x" * ahead + word.encode("utf-16-le") + b"y") for ahead in range(3)),
        word.encode().hex().encode(),
        b"??" + zlib.compress(b"front " + word.encode() + b" back", 9) + b"!!",
    ]
    for number, data in enumerate(hidden):
        (tmp_path / str(number)).write_bytes(data)
    (tmp_path / f"named {word}").touch()
    found = betrayals(files([tmp_path]))
    assert {path.name for path, _ in found} == {str(number) for number in range(len(hidden))} | {f"named {word}"}


@pytest.fixture
def author(home: Home, tmp_path: Path) -> Owner:
    """Somebody with a journal whose passphrase is a canary."""
    key = founding.create(tmp_path / "journal", CANARIES["passphrase"], SMALL_COST)
    return Owner(home, tmp_path / "journal", CANARIES["passphrase"], key)


def session(place: Path) -> list[tuple[tuple[Argument, ...], str]]:
    """One call of every command, with canaries in all that can be given; what is written in the clear is in `place`."""
    word = CANARIES
    place.mkdir()
    (place / "text").write_text(word["file"], encoding="utf-8")
    (place / "import").write_text(f"[2026-03-04 05:06] {word['imported']}. @{word['tag']}\n", encoding="utf-8")
    known = (
        "add",
        "--text",
        word["text"],
        "--notice",
        word["notice"],
        "--tag",
        word["tag"],
        "--person",
        word["person"],
    )
    period = ("--since", "2026-01-01")
    return [
        ((*known, "--when", word["when"], "--will", word["will"], "--date", "2026-03-01"), ""),
        (("add", "--text-file", place / "text", "--private"), ""),
        (("add", "--text-file", "-"), word["file"] * 500),
        (("list", "--person", word["person"], "--json"), ""),
        (("search", word["query"]), ""),
        (("search", word["text"]), ""),
        (("import", "--from", "jrnl", place / "import"), ""),
        (("import", "--from", "dayone", DATA / "dayone" / "demo.json"), ""),
        (("export", "--format", "json", "--to", place / "out.json"), ""),
        (("export", "--format", "markdown", "--to", place / "out"), ""),
        (("export", "--format", "csv", "--to", place / "tables"), ""),
        (("import", "--from", "json", place / "out.json"), ""),
        (("pack", "--output", place / "1.pdf", "--wish", word["wish"], *period), ""),
        (("pack", "--output", place / "2.pdf", "--pdf-password-stdin", *period), word["pdf password"] + "\n"),
        (("backup",), ""),
        (("backups",), ""),
        (("stats",), ""),
        (("check",), ""),
    ]


def refused(place: Path) -> list[tuple[tuple[Argument, ...], str]]:
    """Commands that fail with canaries in their hands."""
    word = CANARIES
    return [
        (("show", word["query"]), ""),
        (("touch", word["query"], "held", "--note", word["text"]), ""),
        (("add", "--text", word["text"], "--date", "2999-01-01"), ""),
        (("add", "--text-file", place / word["file"]), ""),
        (("import", "--from", "json", place / "import"), ""),
    ]


def assert_private(folders: Sequence[Path]) -> None:
    """Nobody else may read, change or enter anything."""
    found = [each for folder in folders for each in (folder, *folder.rglob("*"))]
    assert len(found) > 5
    modes = {each: stat.S_IMODE(each.lstat().st_mode) for each in found}
    assert {each: oct(mode) for each, mode in modes.items() if mode != (0o700 if each.is_dir() else 0o600)} == {}


def test_after_a_long_session_no_word_is_left_in_the_clear_and_all_is_private(author: Owner, tmp_path: Path) -> None:
    place = tmp_path / "in the clear"
    for arguments, more in session(place):
        said = author.home.run(*author.command(*arguments), stdin=f"{author.secret}\n{more}", umask=0)
        assert (said.status, said.err) == (0, ""), arguments
    for arguments, more in refused(place):
        assert author.ask(*arguments, more=more).status == 1
    backup = next((author.folder / "backups").glob("*.backup"))
    other = Owner(author.home, tmp_path / "other", author.secret)
    copied = other.home.run(*other.command("restore", backup), stdin=f"{other.secret}\n", umask=0)
    assert copied.status == 0
    author.done("passphrase", more=f"{CANARIES['new passphrase']}\n")
    author.secret = author.recovery_key
    author.done("recover", more=f"{CANARIES['new passphrase']}\n")
    fail = "import sys, uuid; uuid.uuid4 = lambda: {}[str(sys.argv)]; from app.cli.main import main; main(sys.argv[1:])"
    author.secret = CANARIES["new passphrase"]
    said = author.ask("add", "--text", CANARIES["crash"], program=[sys.executable, "-c", fail])
    assert "A report without your words" in said.err
    assert CANARIES["crash"] not in said.err
    assert betrayals(files([author.folder, other.folder, author.home.folder])) == []
    assert {name for _, name in betrayals(files([place]))} >= {"text", "notice", "tag", "person", "file", "imported"}
    assert_private([author.folder, other.folder, author.home.state / "courage-journal"])
    assert_private([place / "out"])
    written = [place / name for name in ("out.json", "1.pdf", "2.pdf")]
    assert {oct(stat.S_IMODE(each.stat().st_mode)) for each in written} == {"0o600"}
    assert list(author.home.temporary.iterdir()) == []


def test_a_first_journal_in_a_world_without_a_mask_is_private(home: Home) -> None:
    said = home.run("init", "--passphrase-stdin", stdin=f"{CANARIES['passphrase']}\n", umask=0)
    assert said.status == 0
    assert_private([home.data, home.config])
    assert betrayals(files([home.folder])) == []
    assert [each for each in files([home.folder]) if said.out.strip().encode() in each.read_bytes()] == []


def test_a_report_of_a_fault_holds_no_words(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(home.state))
    secret = CANARIES["crash"]

    def fail(words: str) -> None:
        try:
            raise KeyError(words)
        except KeyError as error:
            unreadable = UnicodeDecodeError("utf-8", words.encode(), 0, 1, words)
            raise ExceptionGroup(words, [ValueError(words, error), unreadable]) from error

    with pytest.raises(ExceptionGroup) as caught:
        fail(secret)
    caught.value.add_note(secret)
    path = reports.write(caught.value, datetime(2026, 4, 1, tzinfo=UTC))
    assert path is not None
    assert "ExceptionGroup" in path.read_text()
    assert "test_privacy.py" in path.read_text()
    assert betrayals([path]) == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")
def test_no_command_opens_a_socket(author: Owner, tmp_path: Path) -> None:
    log = tmp_path / "network"
    watched = watching(["%network"], log)
    backup = author.done("backup", "--to", tmp_path / "stick").strip()
    new = Owner(author.home, tmp_path / "new", author.secret)
    again = Owner(author.home, author.folder, author.recovery_key)
    calls = [(author, arguments, more) for arguments, more in session(tmp_path / "in the clear")]
    shown = author.add("--text", "Shown to nobody.")
    calls += [(author, ("show", shown), ""), (author, ("add", "--help"), ""), (author, ("--version",), "")]
    calls += [(new, ("restore", backup), ""), (Owner(author.home, tmp_path / "newer", "x"), ("init",), "")]
    calls += [(Owner(author.home, tmp_path / "sample", "x"), ("sample",), "")]
    calls += [(author, ("passphrase",), f"{author.secret}\n"), (again, ("recover",), f"{author.secret}\n")]
    for who, arguments, more in calls:
        assert who.ask(*arguments, more=more, program=[*watched, *PROGRAM]).status == 0, arguments
        assert log.read_text() == "", arguments
    author.home.run(program=[*watched, sys.executable, "-c", "import socket; socket.socket()"])
    assert "AF_INET" in log.read_text()
