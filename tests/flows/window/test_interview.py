"""A conversation with a candidate by real keys, in the real window: after the lock and after a kill it goes on."""

import time
from datetime import UTC, date, datetime

from app.interviews import conversation
from app.interviews.bank import TRUST_QUESTION
from app.interviews.model import Interview, KitPart, PartKind
from app.journal import Journal
from app.reflections.model import Filter
from app.vault.slots import Passphrase
from tests.app.interviews.making import kit, line
from tests.app.reflections.journals import NOW
from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk
from tests.flows.window.test_kills import LAST_MOMENTS, typed_for

NOTES = "What was said and done"
FIRST = "Left a junior alone with a release."


def with_kit(owner: Owner) -> None:
    """A kit of three parts, of today."""
    asked = KitPart(what=PartKind.QUESTION, question=TRUST_QUESTION, minutes=8)
    today = date.today()  # noqa: DTZ011  the day on the wall
    made = kit(line(), asked, line("Next steps", what=PartKind.CLOSING), date=today)
    with Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC)) as journal:
        journal.write(lambda _: journal.kits.save(made, NOW))


def kept(owner: Owner) -> Interview:
    """The one conversation, in a journal that has to be sound."""
    with Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC)) as journal:
        assert journal.vault.findings() == []
        with journal.reading():
            (found,) = journal.interviews.find(Filter())
    return found


def test_a_conversation_is_led_locked_and_killed(desk: Desk, blank: Owner) -> None:
    with_kit(blank)
    window = steps.opened(desk, blank)
    window.press("ctrl+7")
    window.wait_for_words("Support engineer")
    window.press("ctrl+shift+return")
    window.wait_for_focus(NOTES)
    window.press("ctrl+right")
    window.wait_for_words("What does trust look like")
    window.type(FIRST)
    window.press("alt+1")
    window.press("ctrl+3")
    window.wait_for_words("Saved ")
    window.wait_for_words("0:02")
    steps.lock(window)
    steps.unlock(window, blank.secret)
    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.type("junior")
    window.wait_for_words("Interview")
    window.press("return")
    window.wait_for_focus(NOTES)
    window.wait_for_words("Go on")  # the clock stands where it was
    signs = typed_for(window, 4)
    moment = time.monotonic()
    window.kill()

    found = kept(blank)
    part = found.parts[found.at]
    assert (found.at, part.rating, part.follow_ups[0].asked) == (1, 3, True)
    assert conversation.elapsed(found) >= 2
    assert part.notes.startswith(FIRST)
    after = part.notes.removeprefix(FIRST)
    assert "".join(sign for _, sign in signs).startswith(after)
    before = sum(1 for at, _ in signs if at < moment - LAST_MOMENTS)
    assert len(after) >= before, f"{before - len(after)} signs too many are lost of {len(signs)}"
