"""What a person does in the window again and again, by keyboard alone."""

from dataclasses import dataclass
from datetime import datetime

from tests.flows.program import Owner
from tests.flows.window.desk import Desk, Window
from tests.flows.window.eyes import View

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is typed into the fields of Today."""

    text: str
    notice: str = ""
    person: str = ""
    tag: str = ""
    when: str = ""
    will: str = ""
    pull: int | None = None
    is_private: bool = False


def found_first_run(window: Window, passphrase: str) -> str:
    """Makes a journal; the recovery key, which is on the screen now."""
    window.wait_for_focus("Passphrase")
    window.type(passphrase)
    window.tab_to("Type it again")
    window.type(f"{passphrase}\n")
    shown = window.wait_for_words("Recovery key: ").name.removeprefix("Recovery key: ")
    return shown.replace(" ", "").replace(",", "-")


def give_key_back(window: Window, recovery_key: str) -> None:
    """Types the group of the recovery key that is asked for, and says that the key is stored."""
    asked = window.wait_until(lambda view: _asked_group(view), "a question for a group")
    window.tab_to(f"The {_ORDINALS[asked]} group of the key")
    window.type(recovery_key.split("-")[asked].lower())
    window.wait_for("That matches")
    window.tab_to("I have stored it away from this computer")
    window.press("space")
    window.wait_for_focus("I have stored it away from this computer")
    window.tab_to("Continue")
    window.press("space")
    window.wait_for("Ready")


def unlock(window: Window, passphrase: str) -> None:
    """Opens the journal, and arrives at Today."""
    window.wait_for_focus("Passphrase")
    window.type(f"{passphrase}\n")
    window.wait_for_focus("Reflection")


def opened(desk: Desk, owner: Owner) -> Window:
    """The window of this person's journal, at Today."""
    window = desk.start(owner.home, "--journal", owner.folder)
    unlock(window, owner.secret)
    return window


def write(window: Window, entry: Entry) -> None:
    """Fills the fields of Today in, from the text on round to the strength of the pull, and waits until it is saved."""
    begun = datetime.now().strftime("%H:%M")  # noqa: DTZ005  the clock on the wall
    fill(window, "Reflection", entry.text)
    _add_tag(window, entry.tag)
    if entry.is_private:
        window.tab_to("Not for export")
        window.press("space")
    for name, words in (("When", entry.when), ("I will", entry.will)):
        fill(window, name, words)
    _add_person(window, entry.person)
    fill(window, "What pulled you to step in?", entry.notice)
    if entry.pull is not None:
        window.tab_to("Strength of the pull")
        window.type(str(entry.pull))
        window.wait_until(lambda view: any(each.value == entry.pull for each in view), "the strength", "focused")
    window.wait_until(lambda view: is_saved_since(view, begun), "word that it is saved")


def fill(window: Window, name: str, words: str) -> None:
    """Types words, if there are any, into the field of that name."""
    if words:
        window.tab_to(name)
        window.type(words)
        window.wait_until(lambda view: any(each.text == words for each in view), f"{words!r}", "focused")


def lock(window: Window) -> None:
    """Locks, and waits at the door."""
    window.press("ctrl+l")
    window.wait_for("Unlock", "push button")
    window.wait_for_focus("Passphrase")


def close(window: Window) -> None:
    """Ends the program as a person does."""
    window.press("ctrl+q")
    assert window.wait_for_end() == 0


def is_saved_since(view: View, clock: str) -> bool:
    """Whether it is said that all is saved, at this time of the day or later (or after midnight)."""
    said = [each.name for each in view if each.name.startswith("Saved ")]
    return any(each[6:11] >= clock or each[6:8] == "00" for each in said)


def _asked_group(view: View) -> int | None:
    names = {each.name for each in view}
    found = (number for number, which in enumerate(_ORDINALS) if f"The {which} group of the key" in names)
    return next(found, None)


def _add_tag(window: Window, tag: str) -> None:
    if tag:
        window.tab_to("Add tag")
        window.press("space")
        window.wait_for_focus("New tag")
        window.type(f"{tag}\n")
        window.wait_for(f"Remove the tag {tag}")


def _add_person(window: Window, name: str) -> None:
    if name:
        asked = "What the pull wanted, and who it was about: "
        window.tab_until(lambda part: part.name.startswith(asked), asked)
        window.press("space")
        window.wait_for("redo", "radio button")
        window.wait_for("not said", "radio button", "focused")
        window.press("up", "up", "up", "up")
        window.wait_for("redo", state="checked")
        window.tab_to("Find or add a name")
        window.type(f"{name}\n")
        window.press("escape")
        window.wait_for_focus(f"{asked}redo, {name}")
