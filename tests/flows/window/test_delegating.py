"""A year with delegated work by keys alone, in the real window; commands, and a recount, say the same as it showed."""

import json
from datetime import date
from pathlib import Path

from tests import recount
from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window


def test_a_year_of_handing_over_by_keys_alone(desk: Desk, blank: Owner, tmp_path: Path) -> None:
    window = steps.opened(desk, blank)
    keep(window)
    hand_over(window)
    window.press("f6")
    take_back(window, "A typo")
    press_at(window, "Hand it back")
    take_back(window, "I redid it")
    break_the_cycle(window)
    window.press("f6")
    press_at(window, "Hand it back")
    deliver_and_debrief(window)
    agree_on_a_change(window)
    close_undo_and_close(window)
    shown = [each.name for each in window.look() if each.role == "push button"]
    hand_over_from_the_map(window)
    window.press("f6")
    deliver_and_debrief(window)
    window.press("ctrl+return")
    window.wait_for_words("in each of the last two")
    steps.close(window)
    assert_told(blank, tmp_path / "all.json", shown)


def assert_told(owner: Owner, file: Path, shown: list[str]) -> None:
    """Commands know all of it, and the window showed what a recount of the export comes to."""
    works = {each["title"]: each for each in owner.value("delegations")}
    assert {each["stage"] for each in works.values()} == {"debriefed"}
    assert (set(works), owner.done("held")) == ({"Board report", "Next report"}, "")
    jonas = owner.done("people", "show", "Jonas")
    assert "Say who signs off" in jonas
    assert "what worries me about it" in jonas
    owner.done("export", "--format", "json", "--to", str(file))
    told = recount.recount(json.loads(file.read_text(encoding="utf-8")), date.today().isoformat())  # noqa: DTZ011
    of_one = told["of_one"][works["Board report"]["id"]]
    hover, held = of_one["hover"], of_one["held"]
    words = {f"{hover['index']:.1f} hover index", f"{hover['unplanned']} unplanned touches", f"{held} pulls held"}
    assert words <= set(shown), (words, shown)
    assert [len(each["take_backs"]) for each in told["cycles"]] == [2]
    assert [each["what"] for each in told["suggested"]] == ["clearer"]


def keep(window: Window) -> None:
    """Six hours a month that are still the owner's, meant for Jonas."""
    window.press("ctrl+6")
    window.wait_for_focus("Hand something over")
    window.press("ctrl+shift+k")
    window.wait_for_focus("What it is")
    window.type("Board report")
    for name, words in (("Kind of work", "Reporting"), ("Hours a month", "6"), ("Why it is still mine", "I fear it")):
        window.tab_to(name)
        window.type(words)
        if name == "Hours a month":
            press_at(window, "Meant for: No one yet")
            window.wait_for_focus("Find or add a name")
            window.type("Jonas\n")
            window.wait_for_focus("Meant for: Jonas")


def hand_over(window: Window) -> None:
    """Says what done looks like and what is feared, and lets go."""
    press_at(window, "Hand it over")
    window.wait_for_focus("Point 1")
    window.type("Six pages")
    window.press(*["ctrl+right"] * 6)
    window.wait_for_focus("What I fear")
    window.type("It is late")
    window.press("ctrl+return")
    window.wait_for_focus("See how it goes")
    window.press("space")
    wait_for_start(window, "Board report. Jonas · Since ")


def take_back(window: Window, why: str) -> None:
    """On the sheet that asks first."""
    press_at(window, "Took it back")
    window.wait_for_focus("What set it off? One line, or none")
    window.type(f"{why}\n")
    window.wait_for_focus("Leave it with Jonas")
    window.press("shift+tab")
    window.wait_for_focus("Log it")
    window.press("space")
    window.wait_for("Hand it back")


def break_the_cycle(window: Window) -> None:
    """From the banner: the worry goes on the agenda."""
    press_at(window, "See the cycle")
    window.wait_for_focus("Give the next one whole, and debrief it.")
    window.press("right", "right", "return")
    press_at(window, "Put it on the agenda")
    window.wait_for_focus("Open the one-on-one")
    window.press("escape")
    window.wait_for("Hand it back")


def deliver_and_debrief(window: Window) -> None:
    """A point was not met."""
    press_at(window, "Delivered")
    press_at(window, "Debrief")
    window.wait_for_focus("Met")
    window.press("right", "right")
    window.wait_for("Not met", state="checked")


def agree_on_a_change(window: Window) -> None:
    """What helped, and one line for the working agreement."""
    window.tab_to("Helped")
    window.type("The template")
    press_at(window, "Type of change 1: Type")
    window.wait_for("None", "radio button", "focused")
    window.press("down", "down", "down", "escape")
    window.wait_for_focus("Type of change 1: Agreement")
    window.tab_to("Change 1")
    window.type("Say who signs off")


def close_undo_and_close(window: Window) -> None:
    """Undo is in the message, to which Tab leads backwards."""
    window.press("ctrl+return")
    window.wait_for("The debrief is closed")
    window.wait_for("Read the debrief")
    while window.focus_after(None).name != "Undo":
        window.press("shift+tab")
    window.press("space")
    window.wait_for("The debrief is open again")
    press_at(window, "Debrief")
    window.wait_for_focus("Not met")
    window.press("ctrl+return")
    window.wait_for("Read the debrief")


def hand_over_from_the_map(window: Window) -> None:
    """The next one, from the cell of the two."""
    window.press("ctrl+g")
    wait_for_start(window, "Reporting, Jonas: 1 time, last in ")
    window.press("return")
    window.wait_for_focus("Hand this over")
    window.press("space")
    window.wait_for_focus("What is handed over")
    window.type("Next report\n")
    window.wait_for_focus("Point 1")
    window.type("Six pages")
    window.press("ctrl+return")
    window.wait_for_focus("See how it goes")
    window.press("space")
    wait_for_start(window, "Next report. Jonas · Since ")


def press_at(window: Window, name: str) -> None:
    """Goes there by Tab and presses it."""
    window.wait_for(name)
    window.tab_to(name)
    window.press("space")


def wait_for_start(window: Window, words: str) -> None:
    """Until the focus is at what begins with these words."""
    window.wait_until(lambda view: any(each.name.startswith(words) for each in view), repr(words), "focused")
