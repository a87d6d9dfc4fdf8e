"""What is typed into the window is nowhere in the clear, goes to no network, and leaves the memory with the lock."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app.vault import engine, key_file, slots
from app.vault.slots import Passphrase
from tests.flows.program import Argument, Home, Owner, files
from tests.flows.test_privacy import CANARIES, assert_private, betrayals, disguises
from tests.flows.tracing import can_trace, watching
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window
from tests.flows.window.steps import Entry

WORDS = Entry(
    text=CANARIES["text"],
    notice=CANARIES["notice"],
    person=CANARIES["person"],
    tag=CANARIES["tag"],
    when=CANARIES["when"],
    will=CANARIES["will"],
    pull=3,
    is_private=True,
)
traced = pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")
_CHUNK = 2**24
_LONGEST = 2**10


def traces(pid: int) -> list[str]:
    """Which canaries stand in the arguments or the environment of a process."""
    seen = b"".join(Path(f"/proc/{pid}/{name}").read_bytes() for name in ("cmdline", "environ"))
    return [name for name, word in CANARIES.items() if any(form in seen for form in disguises(word))]


def search_for(window: Window, query: str) -> None:
    """Types into the palette, and leaves it again."""
    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.type(query)
    window.wait_until(lambda view: any(each.text == query for each in view), "the query")
    window.press("escape")
    window.wait_until(lambda view: not any(each.text == query for each in view), "end of the search")


def test_a_session_leaves_no_word_in_the_clear(desk: Desk, home: Home) -> None:
    window = desk.start(home)
    recovery_key = steps.found_first_run(window, CANARIES["passphrase"])
    steps.give_key_back(window, recovery_key)
    window.type(CANARIES["file"])
    window.tab_to("Open my journal")
    window.press("space")
    window.wait_for_focus("Reflection")
    window.press("ctrl+n")
    steps.write(window, WORDS)
    search_for(window, CANARIES["query"])
    places = [home.folder, desk.run_folder]
    assert betrayals(files(places)) == []
    assert traces(window.pid) == []
    steps.lock(window)
    window.type(f"{CANARIES['new passphrase']}\n")
    window.wait_for("That passphrase does not open this journal.", "label")
    assert betrayals(files(places)) == []
    assert traces(window.pid) == []
    steps.unlock(window, CANARIES["passphrase"])
    steps.close(window)
    found = files(places)
    assert betrayals(found) == []
    assert [each for each in found if recovery_key.encode() in each.read_bytes()] == []
    assert [each for each in found if "QtProject" in each.name] == []
    assert list(home.temporary.iterdir()) == []
    assert_private([home.data / "courage-journal" / "journal"])


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the system calls are written to."""
    return tmp_path / "calls"


def watched(log: Path) -> list[Argument]:
    """What stands before a program to have its sockets and files written down."""
    return watching(["socket", "connect", "%file"], log)


def hostile(bait: Path) -> Iterator[str]:
    """Texts that name a file so that some program would open it."""
    for number, form in enumerate(
        (
            "file://{path}.png",
            '<img src="file://{path}.png"> <a href="{path}.html">a</a>',
            "![a picture]({path}.png) [a link](file://{path}.html)",
            "<link rel=stylesheet href='{path}.css'><style>p {{background: url({path}.png)}}</style>",
            "//bait-host/share/picture.png <img src=//bait-host/share/picture.png>",
        )
    ):
        yield form.format(path=f"{bait}-{number}")


@traced
def test_no_socket_leaves_the_computer_and_no_text_opens_a_file(
    desk: Desk, blank: Owner, tmp_path: Path, log: Path
) -> None:
    bait = tmp_path / "bait"
    texts = list(hostile(bait))
    window = desk.start(blank.home, "--journal", blank.folder, before=watched(log))
    steps.unlock(window, blank.secret)
    steps.write(
        window, Entry(text=texts[0] + "\n" + texts[1], notice=texts[2], tag=texts[3][:90], when=texts[4], will=texts[1])
    )
    window.press("ctrl+n")
    steps.write(window, Entry(text="\n".join(texts), when=texts[2], will=texts[4], person=texts[1][:60]))
    for query in ("bait", "<img"):
        search_for(window, query)
    window.press("ctrl+2")
    window.wait_for("2 of 2")
    window.wait_until(lambda view: any((each.text or "").endswith(texts[-1]) for each in view), "the hostile text")
    window.press("end")
    window.wait_for("1 of 2")
    window.press("f2")
    window.wait_for_focus("Reflection")
    window.press("ctrl+return", "ctrl+1")
    steps.lock(window)
    steps.unlock(window, blank.secret)
    steps.close(window)
    called = log.read_text(errors="replace")
    assert re.search(r"execve\(.*execve\(", called, re.DOTALL), "the start after the lock was watched too"
    assert "journal.db" in called, "files are written down"
    assert [line for line in called.splitlines() if "bait" in line] == []
    sockets = re.findall(r"\b(?:socket|connect)\(.*", called)
    assert sockets, "the screen and the bus are reached through sockets"
    assert [line for line in sockets if "AF_UNIX" not in line] == []


def in_memory(pid: int, wanted: Mapping[str, set[bytes]]) -> set[str]:
    """Which of these can be read somewhere in the memory of a process."""
    found: set[str] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for begin, end in _maps(pid):
            for at in range(begin, end, _CHUNK):
                try:
                    data = os.pread(memory.fileno(), min(_CHUNK + _LONGEST, end - at), at)
                except OSError:
                    continue  # what the kernel keeps for itself
                open_still = wanted.keys() - found
                found |= {name for name in open_still if any(form in data for form in wanted[name])}
    return found


def _maps(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
        places, rights, _, _, inode, *_ = line.split()
        # What cannot be written to and comes from a file is what is in that file.
        if rights.startswith("rw") or (rights.startswith("r") and inode == "0"):
            begin, end = (int(each, 16) for each in places.split("-"))
            yield begin, end


def as_kept(word: str) -> set[bytes]:
    """A word as Qt, Python, SQLite and C keep it."""
    forms = {word.encode(), word.encode("utf-16-le")}
    return forms | ({word.encode("latin-1")} if max(map(ord, word)) < 0x100 else set())


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may read this memory")
def test_the_memory_holds_nothing_of_the_journal_after_the_lock(desk: Desk, blank: Owner) -> None:
    keys = key_file.read(blank.folder)
    master_key = slots.unwrap(keys.slots, Passphrase(blank.secret), keys.journal_id)
    database_key = engine.database_key(master_key)
    wanted = {name: as_kept(getattr(WORDS, name)) for name in ("text", "notice", "tag", "person", "when", "will")}
    wanted["master key"] = {master_key}
    wanted["database key"] = {bytes.fromhex(database_key), database_key.encode()}
    wanted["passphrase"] = as_kept(blank.secret)
    window = desk.start(blank.home, "--journal", blank.folder)
    window.wait_for_focus("Passphrase")
    window.type(blank.secret)
    window.wait_until(lambda view: any(each.text == "•" * len(blank.secret) for each in view), "the passphrase")
    assert in_memory(window.pid, wanted) == {"passphrase"}, "what is typed there can be found by this search"
    window.press("return")
    window.wait_for_focus("Reflection")
    steps.write(window, WORDS)
    assert in_memory(window.pid, wanted) >= set(wanted) - {"passphrase"}, "an open journal can be found by this search"
    steps.lock(window)
    assert in_memory(window.pid, wanted) == set()


def test_the_sample_ends_with_the_lock_and_leaves_nothing(desk: Desk, home: Home) -> None:
    window = desk.start(home)
    window.wait_for_focus("Passphrase")
    window.tab_to("Explore a sample journal first")
    window.press("space")
    window.wait_for("Begin your own")
    window.press("ctrl+n")  # on the day of its review the sample begins with that
    window.wait_for_focus("Reflection")
    steps.write(window, WORDS)
    found = files([home.folder, desk.run_folder])
    assert any(each.name == "journal.db" for each in found)
    assert betrayals(found) == []
    assert [each for each in found if b"Jonas" in each.read_bytes()] == [], "nor a word of the story"
    assert traces(window.pid) == []
    window.press("ctrl+l")
    window.wait_for("Choose a passphrase")
    window.wait_for_focus("Passphrase")
    assert {each.name for each in files([home.folder])} <= {"settings.json"}
    assert not home.data.exists()
    steps.close(window)


def test_what_a_killed_window_leaves_of_the_sample_goes_at_the_next_start(desk: Desk, home: Home) -> None:
    window = desk.start(home)
    window.wait_for_focus("Passphrase")
    window.tab_to("Explore a sample journal first")
    window.press("space")
    window.wait_for("Begin your own")
    window.kill()
    left = [each for each in files([home.cache]) if each.name == "journal.db"]
    assert len(left) == 1
    again = desk.start(home)
    again.wait_for_focus("Passphrase")
    again.wait_until(lambda _: not left[0].exists(), "end of what was left")
    steps.close(again)
