"""Who has two names is joined, and who left is erased, by keys alone in the real window: nothing names them then."""

from datetime import UTC, date, datetime
from pathlib import Path

from app.journal import Journal
from app.one_on_ones.model import Topic
from app.people.model import Side
from app.vault.slots import Passphrase
from tests.app.people.people import agreement, person
from tests.app.reflections.journals import NOW, new_id, reflection
from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window

TODAY = date.today()  # noqa: DTZ011  the day on the wall


def with_a_team(owner: Owner) -> None:
    """Somebody of two names, and somebody else."""
    topic = Topic(
        id=new_id(),
        date=TODAY,
        person="Jon W",
        text="What Jon W waits for",
        raised_by=Side.ME,
        created_at=NOW,
        updated_at=NOW,
    )
    with Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC)) as journal, journal.transaction():
        for name, role in (("Jonas", "Data analyst"), ("Jon W", "Analyst"), ("Ravi", "Support engineer")):
            journal.people.save(person(name, role=role), NOW)
        journal.agreements.save(agreement(TODAY, mine=("The reason before the deadline",)), NOW)
        journal.topics.save(topic, NOW)
        journal.reflections.save(reflection("Jonas asked twice, and I waited.", TODAY, people=("Jonas", "Ravi")), NOW)


def choose(window: Window, words: str) -> None:
    """Takes a line of the menu of whoever is shown."""
    window.tab_to("What can be done with this person")
    window.press("return")
    window.tab_to(words)
    window.press("return")


def test_who_has_two_names_is_joined_archived_and_erased(desk: Desk, blank: Owner, tmp_path: Path) -> None:
    with_a_team(blank)
    window = steps.opened(desk, blank)
    window.press("ctrl+4")
    window.wait_until(lambda view: any(each.name.startswith("Jon W. Analyst") for each in view), "Jon W", "focused")
    window.press("return")
    window.wait_for_focus("Back to all people")
    choose(window, "Join with somebody…")
    window.wait_for("Jonas", "radio button")
    window.tab_until(lambda part: part.role == "radio button", "who is the same person")
    window.press("space")
    window.wait_for("Jonas", "radio button", "checked")
    window.wait_for_words("1 working agreement, 1 reflection")
    window.tab_to("Jon W")
    window.press("down")
    window.tab_to("Join them")
    window.press("return")
    window.wait_for_words("They are one now: Jonas")

    window.wait_for_focus("Back to all people")
    choose(window, "Archive")
    window.wait_for_words("Data analyst, until ")
    window.press("escape")
    backups = blank.folder / "backups"
    window.wait_until(lambda _: any(backups.glob("*.backup")), "backup with the name in it, which comes by itself")
    window.tab_to("Erase Jonas…")
    window.press("return")
    window.wait_for_words("1 working agreement, 1 topic")
    window.tab_to("Delete earlier backups, too, once a new one without the name is made")
    window.press("space")
    window.tab_to("Their name, to say that you mean it")
    window.type("Jonas")
    window.tab_to("Erase for good")
    window.press("return")
    window.wait_until(lambda view: not any(each.says("Jonas") for each in view), "list without the name")
    steps.close(window)

    assert [each["name"] for each in blank.value("people")] == ["Ravi"]
    for name in ("Jonas", "Jon"):
        assert blank.value("search", name) == []
    (written,) = blank.value("search", "waited")
    assert "J. asked twice" in blank.done("show", written["id"])
    blank.done("export", "--format", "json", "--to", tmp_path / "all.json")
    assert "jon" not in (tmp_path / "all.json").read_text(encoding="utf-8").casefold()
    assert blank.done("check") == "ok\n"
