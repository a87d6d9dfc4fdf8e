"""A practice and its checklist are written and gone through by keys alone, and can be heard, in the real window."""

from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk
from tests.flows.window.test_reach import assert_named


def test_a_practice_and_its_checklist_by_keys_alone(desk: Desk, blank: Owner) -> None:
    window = steps.opened(desk, blank)
    window.press("ctrl+5")
    window.wait_for_focus("Add a practice")
    window.press("ctrl+shift+t")
    window.wait_for_focus("Name")
    window.type("Weekly report\n")
    window.wait_for_focus("When it happens")
    window.press("ctrl+return")
    window.wait_for_focus("Weekly report, Nobody asked yet")
    window.tab_to("Keep")
    window.press("right")
    window.wait_for_focus("Loosen")
    window.tab_to("Begin a checklist")
    window.press("return")
    window.wait_for_focus("Name of the checklist")
    window.type("Report\n")
    window.wait_for_focus("Step 1")
    window.type("Pull the numbers\nSend by noon")
    window.press("ctrl+return")
    window.wait_for_focus("Begin a run")
    assert_named(window.look())
    window.press("ctrl+r")
    window.wait_for_focus("Pull the numbers")
    window.press("space", "down")
    window.wait_for_focus("Send by noon")
    window.press("escape")
    window.wait_for_words("Run of ")
    steps.close(window)
