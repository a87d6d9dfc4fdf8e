"""A candidate whose time is over goes out of the real window while their page is open and typed on: no trace stays."""

from datetime import UTC, date, datetime, timedelta

from app.journal import Journal
from app.vault import engine
from app.vault.slots import Passphrase
from tests.app.erasing.pages import traces
from tests.app.interviews.making import interview, kit, line, seen
from tests.app.reflections.journals import NOW
from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk

TODAY = date.today()  # noqa: DTZ011  the day on the wall
CANARY = "Zwyrtkovský"


def test_who_goes_while_the_page_is_open_does_not_come_back(desk: Desk, blank: Owner) -> None:
    with Journal.open(blank.folder, Passphrase(blank.secret), datetime.now(UTC)) as journal, journal.transaction():
        plan = journal.kits.save(kit(line(), date=TODAY), NOW)
        for days, name in ((200, CANARY), (180, "D")):
            given = interview(seen(notes=name), kit=plan.id, candidate=name, date=TODAY - timedelta(days=days))
            journal.interviews.save(given, NOW)
        key = bytes.fromhex(engine.database_key(journal.vault._master_key))
    assert traces(blank.folder / "journal.db", key, (CANARY,))
    window = steps.opened(desk, blank)
    window.press("ctrl+k")
    window.wait_for_focus("Search or jump to")
    window.type("zwyrt")
    window.wait_for_words("Interview")
    window.type("\nonce more")  # into the notes, or where the search ends if the page is gone by then
    window.press("escape", "ctrl+6")  # on the page of a conversation Ctrl+1 rates an answer
    window.wait_for_focus("Hand something over")
    window.press("ctrl+1")
    window.wait_for_words("Candidate D is erased")
    window.wait_until(lambda _: any((blank.folder / "backups").glob("*.backup")), "the backup of the day")
    assert traces(blank.folder / "journal.db", key, (CANARY,)) == set()
    steps.close(window)
    assert traces(blank.folder / "journal.db", key, (CANARY,)) == set()
    assert [each["candidate"] for each in blank.value("interviews")] == ["D"]
    assert blank.done("check") == "ok\n"
