"""A first day with the journal, by keyboard alone, in the real window; the command line reads the same journal."""

from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfReader

from app.journal import Journal
from app.vault.slots import RecoveryKey
from tests.flows.program import OTHER_PASSPHRASE, PASSPHRASE, Home, Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window
from tests.flows.window.steps import Entry

FIRST_WORDS = "The budget, and it held."
ENTRY = Entry(
    text="I rewrote the summary at night. 灯り und Fenster.",
    notice="The numbers looked odd",
    person="Bo Lindqvist",
    tag="budget",
    when="the figures come",
    will="ask one question",
    pull=7,
    is_private=True,
)


def test_from_the_first_start_to_the_last_word(desk: Desk, home: Home, tmp_path: Path) -> None:
    window = desk.start(home)
    recovery_key = steps.found_first_run(window, OTHER_PASSPHRASE)
    steps.give_key_back(window, recovery_key)
    window.type(FIRST_WORDS)
    window.tab_to("Name your journal")
    window.type("Maya's journal")
    window.tab_to("Open my journal")
    window.press("space")
    window.wait_for("Maya's journal")
    window.wait_for_focus("Reflection")

    window.press("ctrl+n")
    steps.write(window, ENTRY)
    steps.lock(window)
    window.wait_for_words("Maya's journal, last saved today at")
    steps.unlock(window, OTHER_PASSPHRASE)

    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.type("summary")
    window.wait_for_words("I rewrote the summary at night")
    window.press("return")
    window.wait_for("2 of 2")
    window.wait_until(lambda view: any(each.text == ENTRY.text and each.has("read-only") for each in view), "the entry")
    window.press("f2")
    window.wait_for_focus("Reflection")
    window.type(" And slept.")
    window.press("ctrl+return")
    window.wait_until(lambda view: any(each.text == f"{ENTRY.text} And slept." for each in view), "the longer text")

    pack = tmp_path / "pack.pdf"
    save_pack(window, pack)
    steps.close(window)
    assert "Traceback" not in window.said()

    folder = home.data / "courage-journal" / "journal"
    maya = Owner(home, folder, OTHER_PASSPHRASE, recovery_key)
    assert_all_is_there(maya)
    words = " ".join("\n".join(page.extract_text() for page in PdfReader(pack).pages).split())
    assert FIRST_WORDS in words
    assert "I rewrote the summary" not in words, "it is not for export"


def save_pack(window: Window, target: Path, counted: str = "1 reflection") -> None:
    """Saves the coaching pack as it is offered."""
    window.press("ctrl+3")
    window.wait_for(counted, "label")
    window.press("ctrl+e")
    window.wait_for_focus("File name:")
    window.press("ctrl+a")
    window.type(f"{target}\n")
    window.wait_for_words(f"Saved as {target.name}")


def assert_all_is_there(maya: Owner) -> None:
    """The command line knows what was typed in the window, and the recovery key that was shown opens it too."""
    records = {each["text"]: each for each in maya.value("list")}
    assert set(records) == {FIRST_WORDS, f"{ENTRY.text} And slept."}
    shown = maya.value("show", records[f"{ENTRY.text} And slept."]["id"])
    said = [shown[name] for name in ("notice", "people", "tags", "pull", "pull_kind", "private")]
    assert said == [ENTRY.notice, [ENTRY.person], [ENTRY.tag], ENTRY.pull, "redo", True]
    [plan] = shown["commitments"]
    assert (plan["when"], plan["will"]) == (ENTRY.when, ENTRY.will)
    maya.done("check")
    Journal.open(maya.folder, RecoveryKey(maya.recovery_key), datetime.now(UTC)).close()


def test_a_journal_of_the_command_line_opens_in_the_window(desk: Desk, owner: Owner) -> None:
    today = owner.add("--text", "Written at a terminal.", "--tag", "terminal")
    window = steps.opened(desk, owner)
    assert window.wait_for_focus("Reflection").text == "Written at a terminal."
    window.press("ctrl+2")
    window.wait_for("6 of 6")
    window.wait_for_focus("Entries")
    window.press("end")
    window.wait_for("1 of 6")
    window.wait_for_words("I rewrote the budget at night.")
    steps.close(window)
    assert today in owner.ids()
    assert len(owner.ids()) == 6


def test_a_week_is_looked_back_on_and_closed_by_keyboard(desk: Desk, owner: Owner) -> None:
    window = steps.opened(desk, owner)
    window.press("ctrl+shift+r")
    window.wait_for("Close the week")
    steps.fill(window, "Reflection", "Nadia and the forecast.")
    steps.fill(window, "When", "a draft lands")
    steps.fill(window, "I will", "leave it shut")
    window.press("ctrl+return")
    window.wait_for("The week is closed")
    steps.close(window)
    [begun] = owner.value("list", "--kind", "experiment")
    assert (begun["when"], begun["will"], begun["outcome"]) == ("a draft lands", "leave it shut", None)
    assert [each["kind"] for each in owner.value("search", "Nadia forecast")] == ["reflection"]


def test_closing_in_the_middle_of_a_word_saves_it(desk: Desk, blank: Owner) -> None:
    window = steps.opened(desk, blank)
    window.type("Nobody pressed save")
    steps.close(window)
    [id] = blank.ids()
    assert "Nobody pressed save" in blank.done("show", id)


def test_another_passphrase_does_not_open_it(desk: Desk, blank: Owner) -> None:
    window = desk.start(blank.home, "--journal", blank.folder)
    window.wait_for_focus("Passphrase")
    window.type(f"{OTHER_PASSPHRASE}\n")
    window.wait_for("That passphrase does not open this journal.", "label")
    window.wait_for_focus("Passphrase")
    window.type(f"{PASSPHRASE}\n")
    window.wait_for_focus("Reflection")
