"""At the command line this computer opens the journal where it may; else the passphrase is asked for."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.journal import Journal
from app.vault.slots import RecoveryKey
from tests.app.vault import keyrings
from tests.app.vault.journals import allow_computer
from tests.flows.conftest import WRITTEN
from tests.flows.program import OTHER_PASSPHRASE, PASSPHRASE, Owner, assert_refused, contents

if sys.platform == "win32":
    pytest.skip("this terminal is one of POSIX", allow_module_level=True)

from tests.flows.rooms import Terminal


@pytest.fixture
def guest(owner: Owner, tmp_path: Path) -> Iterator[Owner]:
    """Somebody whose journal this computer may open, on a bus with nobody on it."""
    keyrings.require()
    with Journal.open(owner.folder, RecoveryKey(owner.recovery_key), WRITTEN) as journal:
        allow_computer(journal.vault)
    with keyrings.bus(tmp_path / "bus") as address:
        owner.home.environment[keyrings.ADDRESS] = address
        yield owner


@pytest.fixture
def welcome(guest: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    """The same, with the key in a keyring that is open."""
    with keyrings.keyring("open", tmp_path / "keyring", guest.home.environment):
        monkeypatch.setenv(keyrings.ADDRESS, guest.home.environment[keyrings.ADDRESS])
        with Journal.open(guest.folder, RecoveryKey(guest.recovery_key), WRITTEN) as journal:
            journal.vault.allow_computer()
        yield guest


def test_nobody_is_asked_for_a_passphrase(welcome: Owner) -> None:
    said = welcome.home.run("list", "--journal", welcome.folder)
    assert (said.status, said.err) == (0, "")
    assert "A budget held." in said.out
    said = welcome.home.run("add", "--text-file", "-", "--journal", welcome.folder, stdin="All of this is text.\n")
    assert (said.status, said.err) == (0, "")
    assert len(welcome.ids()) == 6


def test_who_changes_the_passphrase_has_to_know_it(welcome: Owner) -> None:
    assert_refused(welcome.home.run("passphrase", "--journal", welcome.folder), "passphrase is needed")
    welcome.done("passphrase", more=f"{OTHER_PASSPHRASE}\n")
    assert welcome.home.run("stats", "--journal", welcome.folder).status == 0


def test_after_the_recovery_key_it_is_turned_off(welcome: Owner) -> None:
    said = welcome.home.run(
        "recover", "--journal", welcome.folder, stdin=f"{welcome.recovery_key}\n{OTHER_PASSPHRASE}\n"
    )
    assert said.status == 0
    assert keyrings.held(welcome.home.environment) == []
    assert_refused(welcome.home.run("stats", "--journal", welcome.folder), "passphrase is needed")


@pytest.mark.parametrize("kind", keyrings.KEYRINGS)
def test_without_anybody_to_ask_it_is_refused_in_one_line(guest: Owner, tmp_path: Path, kind: str) -> None:
    before = contents(guest.folder)
    with keyrings.keyring(kind, tmp_path / "keyring", guest.home.environment):
        said = guest.home.run("list", "--journal", guest.folder)
    assert_refused(said, " computer ", "Type the passphrase, or give it with --passphrase-stdin.")
    assert contents(guest.folder) == before


@pytest.mark.parametrize("kind", ["locked", "wedged"])
def test_at_a_terminal_the_passphrase_is_asked_for(guest: Owner, tmp_path: Path, kind: str) -> None:
    with keyrings.keyring(kind, tmp_path / "keyring", guest.home.environment):
        terminal = Terminal(guest.home, "list", "--limit", "1", "--journal", guest.folder)
        terminal.until("The keyring of this computer ")
        terminal.until("Passphrase: ")
        terminal.type(f"{PASSPHRASE}\n")
        assert terminal.end() == 0
    assert "A budget held." in terminal.seen


def test_with_a_passphrase_no_keyring_is_asked(guest: Owner, tmp_path: Path) -> None:
    # This one dies of the first question.
    with keyrings.keyring("dropping", tmp_path / "keyring", guest.home.environment):
        assert len(guest.ids()) == 5
        assert keyrings.is_there(guest.home.environment)
