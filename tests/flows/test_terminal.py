"""At a terminal secrets are asked for without an echo, and a person can always leave."""

import sys
from pathlib import Path

import pytest

from tests.flows.program import OTHER_PASSPHRASE, PASSPHRASE, Owner

if sys.platform == "win32":
    pytest.skip("this terminal is one of POSIX", allow_module_level=True)

from tests.flows.rooms import Terminal


def test_a_passphrase_is_asked_for_and_not_shown(owner: Owner) -> None:
    terminal = Terminal(owner.home, "list", "--limit", "1", "--journal", owner.folder)
    terminal.until("Passphrase: ")
    terminal.type(f"{PASSPHRASE}\n")
    assert terminal.end() == 0
    assert PASSPHRASE not in terminal.seen
    assert "A budget held." in terminal.seen


def test_a_new_passphrase_is_asked_for_until_it_was_given_twice_alike(owner: Owner) -> None:
    terminal = Terminal(owner.home, "passphrase", "--journal", owner.folder)
    terminal.until("Passphrase: ")
    terminal.type(f"{PASSPHRASE}\n")
    terminal.until("New passphrase: ")
    terminal.type("password1\n")
    terminal.until("The same again: ")
    assert "could guess this" in terminal.seen
    terminal.type("password2\n")
    terminal.until("That was different.")
    terminal.until("The same again: ")
    terminal.type("password1\n")
    assert terminal.end() == 0
    assert "old passphrase" in terminal.seen
    assert "password1" not in terminal.seen
    owner.secret = "password1"
    assert len(owner.ids()) == 5


def test_a_sample_says_to_a_person_that_its_passphrase_is_the_only_key(blank: Owner, tmp_path: Path) -> None:
    terminal = Terminal(blank.home, "sample", "--journal", tmp_path / "sample")
    terminal.until("New passphrase: ")
    terminal.type("quiet ladder pepper harbour\n")
    terminal.until("The same again: ")
    terminal.type("quiet ladder pepper harbour\n")
    assert terminal.end() == 0
    assert "Only this passphrase opens it" in terminal.seen


def test_a_recovery_key_is_asked_for_and_its_successor_shown(owner: Owner) -> None:
    terminal = Terminal(owner.home, "recover", "--journal", owner.folder)
    terminal.until("Recovery key: ")
    terminal.type(f"{owner.recovery_key}\n")
    terminal.until("New passphrase: ")
    terminal.type(f"{OTHER_PASSPHRASE}\n")
    terminal.until("The same again: ")
    terminal.type(f"{OTHER_PASSPHRASE}\n")
    assert terminal.end() == 0
    assert owner.recovery_key not in terminal.seen
    assert "Write the new recovery key down." in terminal.seen


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl+C", "Ctrl+D"])
def test_a_person_can_leave_at_the_question(owner: Owner, key: str) -> None:
    terminal = Terminal(owner.home, "list", "--journal", owner.folder)
    terminal.until("Passphrase: ")
    terminal.type(key)
    assert terminal.end() == 130
    assert "Traceback" not in terminal.seen
    assert "Something went wrong" not in terminal.seen


def test_text_can_be_typed_after_the_passphrase_and_left_unsaved(owner: Owner) -> None:
    terminal = Terminal(owner.home, "add", "--text-file", "-", "--journal", owner.folder)
    terminal.until("Passphrase: ")
    terminal.type(f"{PASSPHRASE}\n")
    terminal.until("\n")  # what is typed before the echo is back is thrown away
    terminal.until_it_waits()
    terminal.type("words never saved\n")
    terminal.until("never saved\r\n")
    terminal.until_it_waits()
    terminal.type("\x03")
    assert terminal.end() == 130
    assert "Traceback" not in terminal.seen
    assert len(owner.ids()) == 5


def test_a_terminal_gets_no_control_characters_of_anybodys_text(blank: Owner) -> None:
    id = blank.add("--text-file", "-", more="bell \x07 escape \x1b]0;title\x07 end")
    terminal = Terminal(blank.home, "show", id, "--journal", blank.folder)
    terminal.until("Passphrase: ")
    terminal.type(f"{PASSPHRASE}\n")
    assert terminal.end() == 0
    assert "escape" in terminal.seen
    assert not {"\x07", "\x1b"} & set(terminal.seen)
