"""Work is handed over by the keyboard alone; the note has what was agreed, and nothing of what is feared."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QWidget

from app.delegation.model import CheckIn
from app.people.model import Authority
from tests.ui.handover.desk import CHECKLIST, CONTROL, HELD, Desk, Key, focused, kept, today
from ui.delegation.page import DelegationPage
from ui.handover.steps import Step
from ui.reference import DELEGATION, HANDOVER, TODAY, Reference
from ui.widgets.labels import Paragraph
from ui.widgets.tab_loop import stops


def choose(desk: Desk, pill: str, name: str) -> None:
    """Opens a pill and takes a name."""
    desk.tab_to(pill)
    desk.press(Key.Key_Space)
    desk.wait(lambda: focused().accessibleName().startswith("Find"))
    desk.type(name)
    desk.press(Key.Key_Return)
    desk.wait(lambda: focused().accessibleName().startswith(f"{pill}: {name}"))


def test_all_of_it_is_done_by_keys_and_the_fear_stays(desk: Desk) -> None:
    desk.type("Board report")
    choose(desk, "To whom", "Jonas")
    choose(desk, "Kind of work", "Reporting")
    desk.tab_to("Point 1")
    desk.type("Six pages")
    desk.press(Key.Key_Return)
    desk.type("Figures match")
    desk.press(Key.Key_Right, CONTROL)
    desk.type("You can build the numbers.")
    desk.press(Key.Key_Right, CONTROL)
    desk.type("Two check-ins.")
    desk.press(Key.Key_Right, CONTROL)
    desk.type("Wording")
    desk.press(Key.Key_Tab)
    desk.type("up to €400")
    desk.tab_to("Look into it")
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Right, CONTROL)
    desk.press(Key.Key_Space)
    desk.tab_to("Time of the check-in")
    desk.type("9:30")
    desk.tab_to("Due on")
    desk.press(Key.Key_Space)
    desk.tab_to("Month after")
    desk.press(Key.Key_Tab)  # to the days
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Right, CONTROL)
    desk.type("Nadia, the figures")
    desk.tab_to("Checklist")
    desk.press(Key.Key_Space)
    desk.wait(lambda: focused().accessibleName() == "None")
    desk.press(Key.Key_Down)
    assert focused().accessibleName() == "Monthly report"  # browsed, and so still open
    desk.press(Key.Key_Space)
    assert focused().accessibleName() == "Checklist: Monthly report"
    desk.press(Key.Key_Right, CONTROL)
    desk.type("canary")
    desk.tab_to("How likely")
    desk.press(Key.Key_7)
    desk.tab_to("1")
    desk.press(Key.Key_Right)
    note = desk.page.presenter.note()
    desk.press(Key.Key_Return, CONTROL)
    (made,) = desk.ask(kept)
    assert (made.title, made.person, made.work, made.handed_over_on) == ("Board report", "Jonas", "Reporting", today())
    brief = made.brief
    assert brief.done == ("Six pages", "Figures match")
    assert (brief.why, brief.support) == ("You can build the numbers.", "Two check-ins.")
    assert (brief.may_decide, brief.may_spend, brief.authority) == ("Wording", "up to €400", Authority.RECOMMEND)
    assert [(each.time, each.minutes) for each in brief.check_ins] == [("09:30", 30)]
    assert brief.due_on is not None
    assert (brief.second_eyes, brief.checklist) == ("Nadia, the figures", CHECKLIST)
    assert (made.fear, made.likelihood, made.quality) == ("canary", 7, 2)
    assert "canary" not in repr(note)
    assert desk.said() == "Handed over to Jonas"
    assert focused() is desk.page.handed.go


def test_it_is_a_draft_again_by_undo_and_is_found_again(desk: Desk) -> None:
    desk.type("Board report")
    choose(desk, "To whom", "Jonas")
    desk.press(Key.Key_Return, CONTROL)
    desk.undo()
    desk.wait(lambda: not desk.page.presenter.is_handed_over)
    assert desk.page.body.currentWidget() is desk.page.steps
    (draft,) = desk.ask(kept)
    assert draft.handed_over_on is None
    desk.window.inside.workspace.open(Reference(TODAY))
    desk.begin()
    desk.wait(lambda: desk.page.presenter.material.drafts)
    assert desk.page.head.title.text() == ""
    assert desk.page.head.drafts.words() == "1 more draft"
    desk.page.head.drafts.click()
    desk.press(Key.Key_Space)
    assert desk.page.head.title.text() == "Board report"


def test_a_brief_is_changed_later_and_keeps_how_it_was(desk: Desk) -> None:
    desk.page.presenter.edit(title="Board report", person="Jonas", fear="canary")
    desk.page.presenter.edit_brief(support="Two check-ins.")
    desk.page.presenter.hand_over()
    (made,) = desk.ask(kept)
    desk.window.inside.workspace.open(Reference(HANDOVER, made.id))
    desk.wait(lambda: desk.page.presenter.is_amending)
    assert not desk.page.steps.heads[Step.FEAR].isVisible()
    assert not desk.page.head.person.isEnabled()
    desk.page.steps.heads[Step.SUPPORT].click()
    desk.type(" And a call.")
    (changed,) = desk.ask(kept)
    assert changed.brief.support == "Two check-ins. And a call."
    assert [each.brief.support for each in changed.earlier] == ["Two check-ins."]
    assert (changed.handed_over_on, changed.fear) == (made.handed_over_on, "canary")


def test_without_a_name_it_is_asked_for_whom(desk: Desk) -> None:
    desk.type("Board report")
    desk.press(Key.Key_Return, CONTROL)
    desk.wait(lambda: focused().accessibleName().startswith("Find"))
    assert desk.said() == "Say first who gets it."
    assert not desk.page.presenter.is_handed_over


def test_a_held_task_begins_one_and_knows_of_it(desk: Desk) -> None:
    desk.window.inside.workspace.open(Reference(HANDOVER, HELD))
    desk.wait(lambda: desk.page.head.title.text() == "Board report")
    assert (desk.page.head.person.person(), desk.page.head.work.words()) == ("Jonas", "reporting")
    assert not desk.ask(kept)  # nothing was typed yet
    said = [each.text() for each in desk.page.steps.fields[Step.THEIRS].findChildren(Paragraph)]
    assert any("reporting: Recommend" in each for each in said)
    desk.page.steps.heads[Step.WHY].click()
    desk.type("You know the numbers.")
    (made,) = desk.ask(kept)
    assert desk.ask(lambda journal: journal.held_tasks.get(HELD)).delegation == made.id
    desk.page.head.trash.click()
    desk.wait(lambda: desk.said() == "Moved to the trash")
    assert desk.ask(lambda journal: journal.held_tasks.get(HELD)).delegation is None
    desk.undo()
    desk.wait(lambda: desk.page.head.title.text() == "Board report")
    assert desk.ask(lambda journal: journal.held_tasks.get(HELD)).delegation == made.id


def test_what_is_meant_is_taken_in_hand_though_something_is_saved_meanwhile(desk: Desk) -> None:
    assert desk.page.foot_height() > 0
    workspace = desk.window.inside.workspace
    workspace.open(Reference(DELEGATION))
    delegation = workspace.current
    assert isinstance(delegation, DelegationPage)
    desk.wait(lambda: delegation.presenter.held_task is not None)
    delegation.deeds.hand_over()  # its draft is on its way to the disk
    desk.wait(lambda: desk.page.head.title.text() == "Board report" and focused().accessibleName() == "Point 1")
    desk.press(Key.Key_Return, CONTROL)
    desk.wait(lambda: focused() is desk.page.handed.go)
    desk.press(Key.Key_Space)
    desk.wait(lambda: focused().accessibleName().startswith("Board report. Jonas"))


def test_a_cell_of_the_map_begins_one_that_is_kept_when_something_is_said(desk: Desk) -> None:
    desk.window.inside.workspace.open(Reference(HANDOVER, person="Jonas", work="Reporting"))
    assert (desk.page.head.person.person(), desk.page.head.work.words()) == ("Jonas", "Reporting")
    assert not desk.ask(kept)
    desk.type("A")
    assert [each.person for each in desk.ask(kept)] == ["Jonas"]
    desk.press(Key.Key_Return)
    assert focused().accessibleName() == "Point 1"  # the open step, not the one after it


def test_what_is_emptied_again_was_never_begun(desk: Desk) -> None:
    desk.type("A")
    assert len(desk.ask(kept)) == 1
    desk.press(Key.Key_Backspace)
    assert not desk.ask(lambda journal: journal.delegations.ids())


def test_steps_open_in_any_order_and_say_what_was_said(desk: Desk) -> None:
    heads = desk.page.steps.heads
    heads[Step.MEETINGS].click()
    desk.page.presenter.edit_brief(check_ins=(CheckIn(on=today(), minutes=30),))
    desk.page.presenter.taken.emit()  # as if it had come so from the journal
    heads[Step.MEETINGS].setFocus()
    desk.press(Key.Key_Tab)
    assert focused().accessibleName().startswith("Check-in on")
    desk.press(Key.Key_Right, CONTROL)
    assert heads[Step.MEETINGS].accessibleName() == "Step 5: Check-ins and due date, done"
    assert heads[Step.MEETINGS].accessibleDescription().endswith("(30 minutes).")
    assert heads[Step.EYES].state == "open"
    assert focused() is desk.page.steps.fields[Step.EYES].start()
    heads[Step.EYES].click()
    assert desk.page.presenter.step is None
    assert focused() is heads[Step.EYES]


def test_every_control_has_a_name(desk: Desk) -> None:
    desk.page.presenter.edit_brief(check_ins=(CheckIn(on=today()),))
    desk.page.presenter.taken.emit()
    nameless: list[QWidget] = []
    for step in Step:
        desk.page.presenter.turn(step)
        nameless += [each for each in stops(desk.page) if not each.accessibleName()]
    assert not nameless


def test_the_note_leaves_without_the_fear(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.type("Board/report")
    desk.page.presenter.edit(fear="canary")
    desk.page.note.owner.insert("Maya")
    desk.page.note.owner.textEdited.emit("Maya")
    desk.page.note.copy.click()
    assert QApplication.clipboard().text().startswith("Board/report\nFrom Maya, ")
    assert "canary" not in QApplication.clipboard().text()
    suggested: list[str] = []

    def answer(_parent: object, _title: str, start: Path) -> Path | None:
        suggested.append(start.name)
        return tmp_path / "note"

    monkeypatch.setattr("ui.places.save_file", answer)
    desk.page.note.save.click()
    desk.wait(lambda: desk.said().startswith("Saved as note.pdf"))
    (page,) = PdfReader(tmp_path / "note.pdf").pages
    assert "From Maya" in page.extract_text()
    assert "canary" not in page.extract_text()
    assert suggested == ["Board-report.pdf"]
    assert desk.session.preferences.signs_as == "Maya"
    desk.page.note.print.click()  # what was there is not replaced unasked
    assert "note.pdf" in desk.said()
    assert len(PdfReader(tmp_path / "note.pdf").pages) == 1
