"""A one-on-one is prepared, led and finished; what is open afterwards is on the next one."""

from dataclasses import replace

from app.delegation.model import Delegation
from app.journal import Journal
from app.one_on_ones.model import Involvement, State
from app.one_on_ones.sheet import as_text
from app.people.model import Side
from tests.app.reflections.journals import NOW
from tests.ui.one_on_ones.room import CONTROL, DAY, SHIFT, Key, Room, focused, record, today, topic
from tests.ui.sessions import ask_to_write
from ui.page import Page
from ui.reference import DELEGATION, PEOPLE, Reference
from ui.session import Change
from ui.widgets.buttons import Pressable

# What there is to see


def test_the_agenda_asks_for_what_is_open_by_where_it_comes_from(room: Room) -> None:
    said = [each.split(",")[0] for each in room.listed()]
    assert said == [
        "Conference budget",
        "Who it is for",
        "Am I hovering?",
        "Working agreement",
        "Rota",
        "The book",
        "In general",
    ]
    assert "Twice, 16 days" in room.listed()[2]
    assert room.page.agenda.title.words().startswith("Jonas, ")
    assert room.page.beside.heard._said.text() == "“You waited. That helped.”"
    assert room.page.beside.involved._before.text() == "Last two times: too much, right"


def test_the_rail_makes_room_and_marks_the_people(room: Room) -> None:
    workspace = room.window.inside.workspace
    assert workspace.rail.width() == 60
    room.press(Key.Key_B, CONTROL)
    assert workspace.rail.width() > 60
    room.window.inside.run("journal")
    assert workspace.rail.width() > 60
    room.open("Jonas")
    assert workspace.rail.width() == 60


def test_more_than_half_mine_is_said_gently(room: Room) -> None:
    assert room.page.agenda._mostly_mine.text().startswith("Most of this is yours so far.")
    raised = [replace(each, raised_by=Side.THEM) for each in room.topics().values()]
    ask_to_write(room.qtbot, room.session, lambda journal: [journal.topics.save(each, NOW) for each in raised])
    room.page.refresh()
    room.wait(lambda: not room.page.agenda._mostly_mine.text())


# Nothing is kept before there is something


def test_to_look_at_it_keeps_nothing(room: Room) -> None:
    room.window.inside.run("today")
    room.open("Priya")
    room.window.inside.run("today")
    assert len(room.meetings()) == 2
    assert room.meetings("Priya") == []


def test_a_word_begins_it_and_taking_it_back_ends_it(room: Room) -> None:
    room.page.notes.focus_notes()
    room.type("Fair.")
    room.page.flush()
    assert [each.notes[0].text for each in room.meetings() if each.date == today()] == ["Fair."]
    room.page.notes.notes.selectAll()
    room.press(Key.Key_Delete)
    room.page.flush()
    assert len(room.meetings()) == 2
    assert room.ask(lambda journal: journal.one_on_ones.trash()) == []


def test_the_day_of_the_rhythm_is_kept_with_it(room: Room) -> None:
    room.page.beside.involved.choice.chosen.emit("right")
    made = room.meetings()[0]
    assert (made.date, made.planned_for, made.time, made.minutes) == (today(), today(), "10:30", 30)
    assert (made.state, made.involvement) == (State.PLANNED, Involvement.RIGHT)


# Items


def test_notes_belong_to_the_item_in_hand_and_to_the_meeting_where_none_is(room: Room) -> None:
    room.page.notes.focus_notes()
    room.type("Yes.")
    room.choose("In general")
    assert room.page.notes.notes.text() == ""
    room.page.notes.focus_notes()
    room.type("Good talk.")
    room.choose("Conference budget")
    assert room.page.notes.notes.text() == "Yes."
    room.page.notes.private.area.setFocus()
    room.type("I hovered.")
    room.page.flush()
    made = room.meetings()[0]
    budget = room.topics()["Conference budget"].id
    assert {each.about: each.text for each in made.notes} == {budget: "Yes.", None: "Good talk."}
    assert made.private_notes == "I hovered."


def test_a_topic_is_closed_answered_and_opened_again(room: Room) -> None:
    room.page.agenda.list.focus_chosen()
    room.press(Key.Key_Space)
    assert room.row("Conference budget").isChecked()
    room.press(Key.Key_Return)
    assert focused() is room.page.notes.answer
    room.type("yes, up to 900")
    room.press(Key.Key_Return)
    assert focused() is room.page.notes.notes
    room.page.flush()
    kept = room.topics()["Conference budget"]
    assert (kept.closed_on, kept.answer) == (today(), "yes, up to 900")
    assert "Answered: yes, up to 900" in room.listed()[0]
    room.page.agenda.list.focus_chosen()
    room.press(Key.Key_Space)
    assert room.topics()["Conference budget"].closed_on is None
    room.undo()
    assert room.topics()["Conference budget"].closed_on == today()


def test_undoing_keeps_what_was_written_since(room: Room) -> None:
    room.page.agenda.list.focus_chosen()
    room.press(Key.Key_Space)
    room.press(Key.Key_Return)
    room.type("yes")
    room.undo()
    kept = room.topics()["Conference budget"]
    assert (kept.closed_on, kept.answer) == (None, "yes")
    room.page.deeds.miss()
    room.page.notes.focus_notes()
    room.type("She was ill.")
    room.undo()
    made = room.meetings()[0]
    assert (made.state, made.notes[0].text) == (State.PLANNED, "She was ill.")


def test_notes_are_in_sight_when_what_they_are_about_is_gone(room: Room) -> None:
    room.page.notes.focus_notes()
    room.type("Fair.")
    room.choose("Working agreement")
    room.page.notes.focus_notes()
    room.type("It holds.")
    budget = room.topics()["Conference budget"]
    room.page.deeds.put_away(budget)
    (agreement,) = room.ask(lambda journal: journal.agreements.where(person="Jonas"))
    room.page.deeds.look_again(agreement, today() + 91 * DAY)
    gone = [each for each in room.page.agenda.list.rows() if each.accessibleName().startswith("Not on the agenda")]
    assert len(gone) == 2
    said = set()
    for each in gone:
        each.setFocus()
        said.add(room.page.notes.notes.text())
        room.press(Key.Key_Space)
    assert said == {"Fair.", "It holds."}
    assert "Not on the agenda" not in as_text(room.page.sharing.sheet())


def test_a_promise_is_done_from_the_agenda(room: Room) -> None:
    room.choose("Rota")
    room.press(Key.Key_Space)
    assert room.follow_ups()["Rota"].done_on == today()
    room.undo()
    assert room.follow_ups()["Rota"].done_on is None


def test_an_agreement_that_was_looked_at_asks_for_the_next_time(room: Room) -> None:
    room.choose("Working agreement")
    room.press(Key.Key_Space)
    room.wait(room.page.again.isVisible)
    room.page.again.done.click()
    (kept,) = room.ask(lambda journal: journal.agreements.where(person="Jonas"))
    assert kept.look_again_on == today() + 91 * DAY
    assert not any(each.startswith("Working") for each in room.listed())
    room.undo()
    assert any(each.startswith("Working") for each in room.listed())


def test_adding_takes_one_after_the_other_and_keeps_each_as_it_is_typed(room: Room) -> None:
    room.press(Key.Key_A, CONTROL | SHIFT)
    room.type("Holiday")
    room.page.presenter.written.flush()
    assert room.topics()["Holiday"].raised_by is Side.ME
    assert not any(each.startswith("Holiday") for each in room.listed())
    room.press(Key.Key_Return)
    assert any(each.startswith("Holiday") for each in room.listed())
    room.page.agenda.add.side.chosen.emit("them")
    room.page.agenda.add.side.choose("them")
    room.type("Desk")
    room.press(Key.Key_Escape)
    assert room.topics()["Desk"].raised_by is Side.THEM
    assert focused() is room.page.agenda.add.button
    assert {"Holiday", "Desk"} <= set(room.topics())


def test_what_is_half_typed_when_the_page_is_left_is_on_the_agenda(room: Room) -> None:
    room.press(Key.Key_A, CONTROL | SHIFT)
    room.type("Half a tho")
    room.window.inside.run("journal")
    assert "Half a tho" in room.topics()
    room.open("Jonas")
    room.wait(lambda: any(each.startswith("Half a tho") for each in room.listed()))


def test_a_line_that_is_emptied_leaves_nothing(room: Room) -> None:
    room.press(Key.Key_A, CONTROL | SHIFT)
    room.type("Oh")
    room.page.presenter.written.flush()
    line = room.page.agenda.add.text
    line.clear()
    line.textEdited.emit("")
    room.press(Key.Key_Escape)
    assert "Oh" not in room.topics()
    assert room.ask(lambda journal: journal.topics.trash()) == []


def test_words_are_changed_and_put_away_with_undo(room: Room) -> None:
    room.page.notes.edit.click()
    panel = room.page.item
    room.wait(panel.isVisible)
    panel.text.setText("Conference budget, 2027")
    panel.text.textEdited.emit(panel.text.text())
    panel.private.click()
    room.page.flush()
    kept = room.topics()["Conference budget, 2027"]
    assert kept.private
    panel.delete.click()
    assert "Conference budget, 2027" not in room.topics()
    room.undo()
    assert room.topics()["Conference budget, 2027"] == kept or room.topics()["Conference budget, 2027"].private


# What is promised and said


def test_promises_of_today_stand_beside_the_agenda_and_on_the_next_one(room: Room) -> None:
    room.press(Key.Key_U, CONTROL | SHIFT)
    room.type("Send the draft")
    room.page.beside.promises.due.show_day(today() + 4 * DAY)
    room.page.beside.promises.due.chosen.emit(today() + 4 * DAY)
    room.press(Key.Key_Return)
    room.type("Sign")
    room.press(Key.Key_Escape)
    assert sorted(each.words() for each in room.page.beside.promises.rows()) == ["Send the draft", "Sign"]
    made = room.meetings()[0]
    promised = [room.follow_ups()[words] for words in ("Send the draft", "Sign")]
    assert {each.one_on_one for each in promised} == {made.id}
    assert room.follow_ups()["Send the draft"].due_on == today() + 4 * DAY
    assert not any(each.startswith("Sign") for each in room.listed())
    room.stay()
    room.press(Key.Key_Return, CONTROL)
    room.page.presenter.take_next()
    assert any(each.startswith("Sign") for each in room.listed())


def test_what_they_say_is_kept_as_it_is_typed(room: Room) -> None:
    heard = room.page.beside.heard
    heard.begin()
    room.type("You asked first.")
    room.page.flush()
    said = room.ask(lambda journal: journal.feedback.where(person="Jonas"))
    assert (said[0].giver, said[0].text) == (Side.THEM, "You asked first.")
    assert heard._said.text() == "“You asked first.”"


# How it ends


def test_finishing_says_what_stays_open_and_goes_back_to_the_person(room: Room) -> None:
    room.stay()
    room.press(Key.Key_Return, CONTROL)
    assert room.meetings()[0].state is State.HELD
    assert room.said() == "Finished. 3 topics and 2 promises stay on the agenda."
    (place,) = room.went_to
    assert place.page == PEOPLE
    assert place.id == room.page.presenter.person_id


def test_finishing_can_be_taken_back(room: Room) -> None:
    room.stay()
    room.page.notes.focus_notes()
    room.type("Fair.")
    room.press(Key.Key_Return, CONTROL)
    assert room.meetings()[0].state is State.HELD
    room.undo()
    kept = room.meetings()[0]
    assert (kept.state, kept.notes[0].text) == (State.PLANNED, "Fair.")


def test_what_stays_open_was_carried_over_at_the_next_one(room: Room) -> None:
    room.stay()
    room.press(Key.Key_Return, CONTROL)
    room.page.presenter.take_next()
    assert room.page.presenter.meeting.date == today() + 7 * DAY
    assert "Once, 1 day" in next(each for each in room.listed() if each.startswith("Conference budget"))


def test_one_that_did_not_take_place_leaves_all_on_the_agenda(room: Room) -> None:
    before = room.listed()
    room.page.deeds.miss()
    made = room.meetings()[0]
    assert (made.state, made.planned_for) == (State.MISSED, today())
    assert room.listed() == before
    room.undo()
    assert len(room.meetings()) == 2


# All of them


def test_it_is_moved_to_another_day_and_back(room: Room) -> None:
    room.page.head.hours.click()
    when = room.page.when
    room.wait(when.isVisible)
    when.calendar.day_chosen.emit(today() + 2 * DAY)
    when.time.setText("9.15")
    when.done.click()
    made = room.meetings()[0]
    assert (made.date, made.time, made.planned_for, made.moved_from) == (
        today() + 2 * DAY,
        "09:15",
        today(),
        (today(),),
    )
    room.undo()
    assert len(room.meetings()) == 2
    assert room.page.presenter.meeting.date == today()


def test_what_is_no_time_of_day_is_refused_where_it_stands(room: Room) -> None:
    room.page.head.hours.click()
    when = room.page.when
    when.time.setText("quarter past")
    when.done.click()
    assert when.isVisible()
    assert when.trouble.text().startswith("That is no time of day.")
    assert len(room.meetings()) == 2


def test_one_outside_the_rhythm_is_planned_and_stays_though_nothing_is_in_it(room: Room) -> None:
    room.page._plan()
    room.page.when.calendar.day_chosen.emit(today() + 3 * DAY)
    room.page.when.done.click()
    made = room.meetings()[0]
    assert (made.date, made.planned_for, made.state) == (today() + 3 * DAY, None, State.PLANNED)
    room.window.inside.run("today")
    assert len(room.meetings()) == 3
    room.undo()
    assert len(room.meetings()) == 2


def test_an_earlier_one_is_opened_read_and_changed_in_place(room: Room) -> None:
    room.press(Key.Key_M, CONTROL | SHIFT)
    panel = room.page.meetings
    room.wait(panel.isVisible)
    buttons = [each for each in panel.findChildren(Pressable) if each.isVisibleTo(panel)]
    assert len(buttons) == 4  # the next, two that took place, and one more
    buttons[1].click()
    assert room.page.presenter.meeting.date == today() - 7 * DAY
    assert room.page.notes.private.area.text() == "I talked too long."
    room.choose("In general")
    room.page.notes.focus_notes()
    room.type("Afterwards.")
    room.page.flush()
    kept = next(each for each in room.meetings() if each.date == today() - 7 * DAY)
    assert (kept.state, kept.notes[0].text) == (State.HELD, "Afterwards.")


def test_one_of_which_nobody_said_anything_is_asked_about_and_told(room: Room) -> None:
    last = next(each for each in room.meetings() if each.date == today() - 7 * DAY)
    open_ = replace(last, state=State.PLANNED)
    ask_to_write(room.qtbot, room.session, lambda journal: journal.one_on_ones.save(open_, NOW))
    room.page.refresh()
    asked = room.page.agenda.earlier
    room.wait(asked.isVisible)
    asked.click()
    assert room.page.presenter.meeting.id == last.id
    assert not asked.isVisible()
    assert room.page.beside.finish.words() == "It took place"
    room.stay()
    room.page.beside.finish.click()
    told = next(each for each in room.meetings() if each.id == last.id)
    assert told == replace(last, updated_at=told.updated_at)


def test_a_promise_is_done_changed_and_put_away_from_its_row(room: Room) -> None:
    room.press(Key.Key_U, CONTROL | SHIFT)
    room.type("Sign")
    room.press(Key.Key_Escape)
    room.page.beside.promises.rows()[0].click()
    panel = room.page.item
    panel.due.show_day(today() + DAY)
    panel.due.chosen.emit(today() + DAY)
    panel.side.chosen.emit("me")
    panel.done.click()
    kept = room.follow_ups()["Sign"]
    assert (kept.due_on, kept.owner, kept.done_on) == (today() + DAY, Side.ME, today())
    room.page.beside.promises.rows()[0].click()
    panel.delete.click()
    assert "Sign" not in room.follow_ups()
    assert len(room.meetings()) == 2  # the meeting was begun for it alone
    room.undo()
    assert room.follow_ups()["Sign"].due_on == today() + DAY


def test_what_is_written_up_afterwards_belongs_to_its_day(room: Room) -> None:
    last = next(each for each in room.meetings() if each.date == today() - 7 * DAY)
    room.page.presenter.open(last.id)
    room.wait(lambda: room.page.presenter.meeting.id == last.id)
    room.page.agenda.add.begin()
    room.type("We forgot this")
    room.page.flush()
    assert room.topics()["We forgot this"].date == today() - 7 * DAY
    room.choose("Am I hovering?")
    room.press(Key.Key_Space)
    assert room.topics()["Am I hovering?"].closed_on == today() - 7 * DAY


def test_deleting_goes_to_the_trash_and_comes_back(room: Room) -> None:
    last = next(each for each in room.meetings() if each.date == today() - 7 * DAY)
    room.page.presenter.open(last.id)
    room.wait(lambda: room.page.presenter.meeting.id == last.id)
    room.page.deeds.delete()
    assert [each.id for each in room.ask(lambda journal: journal.one_on_ones.trash())] == [last.id]
    assert room.page.presenter.meeting.date == today()
    room.undo()
    assert last.id in [each.id for each in room.meetings()]
    assert room.page.presenter.meeting.id == last.id


# What is done elsewhere


def test_what_is_raised_elsewhere_is_on_it_at_once(room: Room) -> None:
    room.page.notes.focus_notes()
    room.type("Half a sen")
    made = topic("From a practice", Side.ME)
    change = Change("topic", made.id)
    room.session.write(room.session, change, lambda journal: journal.topics.save(made, NOW), lambda _: None)
    room.wait(lambda: any(each.startswith("From a practice") for each in room.listed()))
    assert room.page.notes.notes.text() == "Half a sen"


def test_what_a_cycle_put_on_it_leads_to_the_work(room: Room) -> None:
    work = Delegation(**record(), title="Board\nreport", person="Jonas")
    made = topic("What worries me", about=work.id)

    def raised(journal: Journal) -> None:
        journal.delegations.save(work, NOW)
        journal.topics.save(made, NOW)

    ask_to_write(room.qtbot, room.session, raised)
    room.stay()
    room.page.presenter.open(made.id)
    room.page.presenter.look()  # what is saved elsewhere meanwhile does not keep it away
    room.wait(lambda: room.page.presenter.item_id == made.id)
    assert room.page.notes.source.words() == "From “Board report”"
    room.page.notes.source.click()
    assert room.went_to == [Reference(DELEGATION, work.id)]


def test_a_topic_leads_to_the_meeting_that_it_is_on(room: Room) -> None:
    made = room.topics()["Am I hovering?"]
    room.page.presenter.open(made.id)
    room.wait(lambda: room.page.presenter.item_id == made.id)
    assert room.page.presenter.meeting.date == today()


def test_what_is_not_there_any_more_is_said(room: Room) -> None:
    room.page.presenter.open("0" * 32)
    room.wait(lambda: room.said() == "This is not in the journal any more.")


def test_the_palette_goes_to_the_next_one_with_somebody(room: Room) -> None:
    room.window.inside.run("journal")
    room.press(Key.Key_K, CONTROL)
    room.type("one-on-one with pri")
    focused().textChanged.emit(focused().text())  # type: ignore[attr-defined]  # the line of the palette
    palette = room.window.inside._palette
    room.wait(lambda: palette.chosen_words().startswith("One-on-one with Priya"))
    room.press(Key.Key_Return)
    room.wait(lambda: isinstance(room.window.page(), Page) and room.page.presenter.person == "Priya")
    assert room.page.middle.currentWidget() is room.page.nothing
