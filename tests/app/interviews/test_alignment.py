"""Alignment sheets of reports: looked at again after 30, 60 and 90 days, once each."""

from dataclasses import replace
from datetime import timedelta

from app.interviews import alignment
from app.interviews.model import Landed, Landing, Look
from tests.app.practices.making import practice
from tests.app.reflections.journals import NOW, TODAY, new_id

DAY = timedelta(days=1)


def test_a_new_sheet_has_our_practices_and_three_looks() -> None:
    made = alignment.fresh(new_id(), "Jonas", [practice("Checklists")], TODAY, NOW)
    assert [each.practice for each in made.rows] == ["Checklists"]
    assert [(each.on - TODAY).days for each in made.looks] == [30, 60, 90]
    look = alignment.next_look(made)
    assert look == made.looks[0]


def test_a_look_that_was_done_gives_way_to_the_next() -> None:
    made = alignment.of_rows(new_id(), "Jonas", (Landed(practice="Checklists"),), TODAY, NOW)
    once = alignment.looked_at(made, TODAY + 29 * DAY, "Fewer.")
    assert once.looks[0] == Look(on=TODAY + 30 * DAY, done_on=TODAY + 29 * DAY, note="Fewer.")
    assert alignment.next_look(once) == made.looks[1]


def test_who_looks_late_has_done_what_was_due_before() -> None:
    made = alignment.of_rows(new_id(), "Jonas", (), TODAY, NOW)
    late = alignment.looked_at(made, TODAY + 61 * DAY, "Late.")
    assert [(each.done_on is not None, each.note) for each in late.looks] == [(True, ""), (True, "Late."), (False, "")]


def test_after_the_last_one_another_look_is_one_more() -> None:
    made = replace(alignment.of_rows(new_id(), "Jonas", (), TODAY, NOW), looks=())
    assert alignment.next_look(made) is None
    assert alignment.looked_at(made, TODAY).looks == (Look(on=TODAY, done_on=TODAY),)


def test_the_sheet_follows_what_we_do_now() -> None:
    kept, renamed, gone, new = (practice(each) for each in ("Debriefs", "Checklists", "Copies", "Second eyes"))
    made = alignment.fresh(new_id(), "Jonas", [kept, renamed, gone, practice("Never said")], TODAY, NOW)
    made = alignment.with_row(made, 2, replace(made.rows[2], words="It felt like being read along."))
    by_name = replace(made, rows=(*made.rows, Landed(practice="Second eyes", landing=Landing.WELCOMES)))
    now = [kept, replace(renamed, name="A checklist for each"), new]
    brought = alignment.brought_up(by_name, now, TODAY)
    assert [each.practice for each in brought.rows] == ["Debriefs", "A checklist for each", "Copies", "Second eyes"]
    assert brought.rows[3].about == new.id
    assert alignment.brought_up(brought, [*now, practice("One more")], TODAY).rows[4].practice == "One more"


def test_the_note_goes_to_the_look_that_is_done() -> None:
    made = alignment.of_rows(new_id(), "Jonas", (), TODAY, NOW)
    days = (0, 31, 61, 300)
    assert [alignment.at_next(made, TODAY + each * DAY) for each in days] == [0, 0, 1, 2]
    assert alignment.at_next(replace(made, looks=()), TODAY) is None
