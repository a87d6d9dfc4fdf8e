"""Whoever cannot see the window, or has no mouse, reaches everything: names, roles, the way of Tab, keys."""

from collections.abc import Sequence

import pytest

from tests.flows.program import Home, Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window, focus_in
from tests.flows.window.eyes import Part, View

# What a screen reader calls these parts, by their names.
ROLES_OF_FIRST_RUN = {
    "Suggest one": "push button",
    "Passphrase": "password text",
    "Type it again": "password text",
    "Where your journal lives": "text",
    "Continue": "push button",
}
ROLES_OF_TODAY = {
    "Journal": "push button",
    "What pulled you to step in?": "text",
    "Strength of the pull": "slider",
    "Reflection": "text",
    "Not for export": "check box",
    "When": "text",
    "Ask me about it tomorrow": "check box",
    "Finish for today": "push button",
}
WAY_OF_FIRST_RUN = [
    "Suggest one",
    "Passphrase",
    "Show what you type: Passphrase",
    "Type it again",
    "Show what you type: Type it again",
    "Open a journal I have",
    "Restore a backup",
    "Where your journal lives",
    "Change…",
    "Explore a sample journal first",
    "Continue",
]
ROLES_OF_REVIEW = {
    "When the figures come, I will ask one question, open": "check box",
    "Reflection": "text",
    "Three ideas": "push button",
    "I will know it works when": "text",
    "I would stop if": "text",
    "Close the week": "push button",
}
WAY_OF_TODAY = [
    "Narrow rail",
    "Today",
    "choose another day or entry",
    "Search or jump to…",
    "What the pull wanted, and who it was about: ",
    "What pulled you to step in?",
    "Strength of the pull",
    "Another prompt",
    "Edit this prompt",
    "Reflection",
    "Add tag",
    "Not for export",
    "With whom",
    "When",
    "I will",
    "Ask me about it tomorrow",
    "Finish for today",
    "Begin a trust experiment",
    ", nothing written",
]
WAY_OF_JOURNAL = [
    "Narrow rail",
    "Journal",
    "Look into the trash",
    "New entry",
    "Week of ",
    "All pillars",
    "Anyone",
    "Any tag",
    "More filters",
    "Only what is not for export: ",
    "Entries",
    "Older entry",
    "Search or jump to…",
    "Not for export",
    "Reflection",
    "Edit",
]


def assert_named(view: View) -> None:
    """Everything that can have the focus says what it is."""
    reachable = [each for each in view if each.has("focusable")]
    assert len(reachable) > 5
    assert [str(each) for each in reachable if not each.name.strip()] == []


def assert_plain(view: View) -> None:
    """Nothing is read out as markup."""
    assert [str(each) for each in view if "<" in each.name or "<" in each.description] == []


def assert_roles(view: View, roles: dict[str, str]) -> None:
    """The part of each name that can have the focus is what it is here."""
    found = {each.name: each.role for each in view if each.has("focusable")}
    assert {name: found.get(name) for name in roles} == roles


def assert_way(window: Window, names: Sequence[str]) -> None:
    """Tab leads through parts whose names have these words in them, in this order, and back to the first."""
    first = names[0]
    window.tab_until(lambda part: first in part.name, first)
    seen: list[Part] = [window.focus_after(None)]
    for _ in names:
        window.press("tab")
        seen.append(window.focus_after(seen[-1]))
    said = [part.name for part in seen]
    wanted = [*names, first]
    assert all(each in name for each, name in zip(wanted, said, strict=True)), f"{said}\nis not\n{wanted}"


def test_the_first_start_can_be_heard(desk: Desk, home: Home) -> None:
    window = desk.start(home)
    window.wait_for_focus("Passphrase")
    view = window.look()
    assert_named(view)
    assert_plain(view)
    assert_roles(view, ROLES_OF_FIRST_RUN)
    assert_way(window, WAY_OF_FIRST_RUN)


def test_what_is_typed_as_a_passphrase_is_not_read_out(desk: Desk, home: Home) -> None:
    window = desk.start(home)
    window.wait_for_focus("Passphrase")
    window.type("lamp")
    field = window.wait_until(lambda view: focus_in(view) if (focus_in(view) or view[0]).text else None, "typed signs")
    assert field.text == "•" * 4


def test_today_can_be_heard(desk: Desk, blank: Owner) -> None:
    window = steps.opened(desk, blank)
    view = window.look()
    assert_named(view)
    assert_plain(view)
    assert_roles(view, ROLES_OF_TODAY)
    assert_way(window, WAY_OF_TODAY)
    window.tab_to("Strength of the pull")
    window.type("7")
    window.wait_until(lambda view: any(each.value == 7 for each in view), "strength of 7")
    window.wait_for_words("7 of 10")
    window.tab_to("Reflection")
    window.type("He cut the right page.")
    window.wait_until(
        lambda view: (focus_in(view) or view[0]).text == "He cut the right page.", "text that can be read"
    )


def test_the_weekly_review_can_be_heard(desk: Desk, owner: Owner) -> None:
    window = steps.opened(desk, owner)
    window.press("ctrl+shift+r")
    window.wait_for("Close the week")
    view = window.look()
    assert_named(view)
    assert_plain(view)
    assert_roles(view, ROLES_OF_REVIEW)
    window.wait_for("0 days you wrote")


def test_the_journal_can_be_heard(desk: Desk, owner: Owner) -> None:
    window = steps.opened(desk, owner)
    window.press("ctrl+2")
    window.wait_for_focus("Entries")
    window.wait_for("5 of 5")
    view = window.look()
    assert_named(view)
    assert_plain(view)
    assert next(each.name for each in view if each.role == "list item").endswith("A budget held. Trust")
    assert_way(window, WAY_OF_JOURNAL)


@pytest.mark.parametrize("page", ["ctrl+1", "ctrl+2", "ctrl+,"], ids=["Today", "Journal", "Settings"])
def test_f6_goes_from_pane_to_pane_and_round(desk: Desk, owner: Owner, page: str) -> None:
    window = steps.opened(desk, owner)
    window.press(page)
    window.wait_until(lambda view: any(each.description == "Shown now" for each in view), "a page")
    begin = window.focus_after(None)
    seen = [begin]
    while len(seen) < 2 or (seen[-1].name, seen[-1].box) != (begin.name, begin.box):
        window.press("f6")
        seen.append(window.focus_after(seen[-1]))
        assert len(seen) < 10, [each.name for each in seen]
    assert any(each.box[0] < 200 and each.description == "Shown now" for each in seen), "the rail is one of them"


def test_the_help_can_be_heard(desk: Desk, owner: Owner) -> None:
    window = steps.opened(desk, owner)
    window.press("shift+f1")
    window.wait_for_focus("Today")
    view = window.look()
    assert_named(view)
    assert_plain(view)
    assert_roles(view, {"Privacy": "push button", "Close": "push button", "What do I do first?": "text"})
    window.press("tab", "tab")
    window.wait_for_focus("What is this page for?")
    window.press("escape")
    window.wait_for_focus("Reflection")


def test_the_prompts_can_be_heard_and_changed(desk: Desk, owner: Owner) -> None:
    window = steps.opened(desk, owner)
    window.press("ctrl+shift+o")
    window.wait_for_focus("Prompts")
    view = window.look()
    assert_named(view)
    assert_plain(view)
    assert_roles(view, {"Find a prompt": "text", "Only Trust": "check box", "Retire": "push button"})
    assert any(each.role == "list item" and each.name.endswith("? Respect") for each in view)
    window.press("ctrl+n")
    window.wait_for_focus("Question")
    window.type("Why did I look")
    window.wait_until(
        lambda view: "question mark" in (focus_in(view) or view[0]).description, "the hint, beside the question"
    )
    window.press("escape")
    window.wait_until(
        lambda view: any(each.role == "list item" and each.name.endswith("Your own") for each in view), "the new prompt"
    )
    window.press("escape")
    window.wait_for_focus("Reflection")


def test_the_keys_of_the_shell(desk: Desk, owner: Owner) -> None:
    window = steps.opened(desk, owner)
    window.press("f1")
    window.wait_for("Keyboard shortcuts", "label")
    window.wait_for("Another prompt", "label")
    window.press("escape")
    window.wait_for_focus("Reflection")
    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.press("tab", "escape")
    window.wait_for_focus("Reflection")
    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.type("Coach")
    window.wait_for_words("Coaching pack, Ctrl 3")
    window.press("escape", "ctrl+2")
    window.wait_for_focus("Entries")
    window.press("return", "ctrl+1")
    window.wait_for_focus("Reflection")
