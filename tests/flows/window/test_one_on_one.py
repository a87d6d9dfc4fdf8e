"""A one-on-one by real keys, in the real window: what was typed is there after the lock, and after a kill."""

import time
from datetime import UTC, date, datetime

from app.agenda import Between, between
from app.journal import Journal
from app.one_on_ones.changes import note_about
from app.people.model import Person, Side
from app.vault.slots import Passphrase
from tests.app.reflections.journals import NOW, new_id
from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk
from tests.flows.window.test_kills import LAST_MOMENTS, typed_for


def with_jonas(owner: Owner) -> str:
    """Makes him somebody whom the owner works with; his id."""
    today = date.today()  # noqa: DTZ011  the day on the wall
    made = Person(id=new_id(), date=today, name="Jonas", created_at=NOW, updated_at=NOW)
    with Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC)) as journal:
        journal.write(lambda _: journal.people.save(made, NOW))
    return made.id


def kept(owner: Owner, id: str) -> Between:
    """All about him, in a journal that has to be sound."""
    with Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC)) as journal:
        assert journal.vault.findings() == []
        with journal.reading():
            return between(journal, id)


def test_a_meeting_is_led_locked_and_killed(desk: Desk, blank: Owner) -> None:
    jonas = with_jonas(blank)
    window = steps.opened(desk, blank)
    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.type("one-on-one with jo")
    window.wait_for_words("One-on-one with Jonas")
    window.press("return")
    window.wait_for_focus("Add the first topic")
    window.press("space")
    window.wait_for_focus("What there is to talk about")
    window.type("Who the board report is for\n")
    window.type("Holiday")
    window.press("escape")
    window.wait_for_focus("Add to the agenda")
    window.press("ctrl+right")
    window.wait_for_focus("Notes, for both of you")
    window.type("For the board, and nobody else.")
    window.press("tab")
    window.wait_for_focus("Private notes, only for you")
    window.type("I wanted to write it myself.")
    window.wait_for_words("Saved ")
    steps.lock(window)
    steps.unlock(window, blank.secret)
    window.press("ctrl+2")
    window.wait_for_words("Nothing written yet")
    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.type("one-on-one with jo")
    window.wait_for_words("One-on-one with Jonas")
    window.press("return")
    window.wait_for_words("Who the board report is for")
    window.press("ctrl+right")
    window.wait_for_focus("Notes, for both of you")
    signs = typed_for(window, 4)
    moment = time.monotonic()
    window.kill()

    found = kept(blank, jonas)
    assert {(each.text, each.raised_by) for each in found.topics} == {
        ("Who the board report is for", Side.ME),
        ("Holiday", Side.ME),
    }
    (meeting,) = found.one_on_ones
    notes = {each.text: note_about(meeting, each.id) for each in found.topics}
    assert meeting.private_notes == "I wanted to write it myself."
    first = "For the board, and nobody else."
    (named,) = [text for text, note in notes.items() if note.startswith(first)]
    (other,) = [note for text, note in notes.items() if text != named]
    typed = "".join(sign for _, sign in signs)
    after = notes[named].removeprefix(first) or other
    assert typed.startswith(after), "something else was saved than what was typed"
    before = sum(1 for at, _ in signs if at < moment - LAST_MOMENTS)
    assert len(after) >= before, f"{before - len(after)} signs too many are lost of {len(signs)}"
