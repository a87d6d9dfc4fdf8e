"""The real window at real keyrings: one key opens it, or the passphrase is asked for and typed at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.journal import Journal
from app.vault import KEYRING_COMMAND
from app.vault.slots import RecoveryKey
from tests.app.vault import keyrings
from tests.app.vault.journals import allow_computer
from tests.flows.conftest import WRITTEN
from tests.flows.program import Owner
from tests.flows.window.desk import Desk, Window
from tests.flows.window.steps import close, lock

BUTTON = "Unlock with this computer"


@pytest.fixture
def guest(owner: Owner, desk: Desk) -> Iterator[Owner]:
    """Somebody whose journal this computer may open; whether it can is up to its keyring."""
    keyrings.require()
    with Journal.open(owner.folder, RecoveryKey(owner.recovery_key), WRITTEN) as journal:
        allow_computer(journal.vault)
    yield owner
    desk.clear(None)


def press_button(window: Window) -> None:
    window.wait_for_focus("Passphrase")
    window.tab_to(BUTTON)
    window.press("space")


def children(pid: int) -> list[bytes]:
    """The command lines of what this process has started."""
    found = [each.read_text(encoding="ascii").split() for each in Path(f"/proc/{pid}/task").glob("*/children")]
    return [Path(f"/proc/{child}/cmdline").read_bytes() for each in found for child in each]


def test_one_key_opens_it_also_after_locking(
    desk: Desk, guest: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = desk.environment(guest.home.environment)
    with keyrings.keyring("open", tmp_path / "keyring", environment):
        monkeypatch.setenv(keyrings.ADDRESS, environment[keyrings.ADDRESS])
        with Journal.open(guest.folder, RecoveryKey(guest.recovery_key), WRITTEN) as journal:
            journal.vault.allow_computer()
        window = desk.start(guest.home, "--journal", guest.folder)
        press_button(window)
        window.wait_for_focus("Reflection")
        lock(window)
        press_button(window)
        window.wait_for_focus("Reflection")
        close(window)


@pytest.mark.parametrize("kind", ["locked", "wedged"])
def test_without_an_answer_the_passphrase_is_typed_at_once(desk: Desk, guest: Owner, tmp_path: Path, kind: str) -> None:
    environment = desk.environment(guest.home.environment)
    with keyrings.keyring(kind, tmp_path / "keyring", environment):
        window = desk.start(guest.home, "--journal", guest.folder)
        press_button(window)
        window.wait_for_words("The passphrase opens it.")
        window.wait_for_focus("Passphrase")
        assert [each for each in children(window.pid) if KEYRING_COMMAND.encode() in each] == []
        assert not keyrings.is_there(environment, "org.gnome.keyring.SystemPrompter")
        window.type(f"{guest.secret}\n")
        window.wait_for_focus("Reflection")
        close(window)
