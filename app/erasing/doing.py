"""Somebody is erased: all of it in one transaction, and then nothing of it is left in the files."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.erasing import preferred
from app.erasing.about import Theirs, theirs, without
from app.erasing.model import Choices
from app.erasing.reading import IN_PREFERENCES, replacing, where
from app.erasing.who import Who
from app.errors import AppError
from app.people.record import PERSON_KIND
from app.rewriting import AnyRecord, rewritten
from app.search import index

if TYPE_CHECKING:
    from app.journal import Journal, Store


def erase(journal: "Journal", id: str, choices: Choices, now: datetime) -> bool:
    """Erases the person with this id for good, and whoever differs from them only in how the name is written.

    What is about them is deleted, the trash included, and every text that mentions them says what was chosen, also in
    earlier versions and in what the journal prefers. Afterwards no page, no log and no backup made from now on has the
    name but where it was to be kept. Whether that was done at once; if not, for want of room, the next opening makes it
    good. Raises NoSuchRecord, AliasNamesThem, and what `Journal.write` does, with nothing changed.
    """
    with journal.vault.without_backups():
        journal.write(lambda journal: _erase(journal, id, choices, now))
        with suppress(AppError):
            return journal.vault.scrub()
        return False


def _erase(journal: "Journal", id: str, choices: Choices, now: datetime) -> None:
    person = journal.people.get(id)
    who = Who(person.name, journal.people.names(), person.earlier_names)
    for choice in {choices.default, *choices.each.values()}:
        who.check(choice)
    journal.vault.will_scrub()
    them = list(journal.people.called(who.is_them))
    gone = [(PERSON_KIND.name, each) for each in them]
    changed: list[index.Document] = []
    about_them = theirs(journal, who.is_them)
    for kind, store in journal.stores.items():
        gone += [(kind, each) for each in _work_through(kind, store, who, about_them, choices, changed, now)]
    wanted = preferred.changes(journal.preferences.get(), replacing(who, IN_PREFERENCES, choices))
    if wanted:
        journal.preferences.change(**wanted)
    journal.people.remove(them)
    index.make_anew(journal.vault.connection, gone, changed)


def _work_through(
    kind: str,
    store: "Store",
    who: Who,
    about_them: Theirs,
    choices: Choices,
    changed: list[index.Document],
    now: datetime,
) -> list[str]:
    """Rewrites and removes the records of one kind; the ids of those that are gone."""
    gone, other = list[str](), list[AnyRecord]()
    for each in store.every():
        left, _ = without(each, about_them)
        if left is None:
            gone.append(each.id)
            continue
        said = replacing(who, where(kind, left), choices)
        now_says = rewritten(left, lambda name: None if who.is_them(name) else name, said)
        if now_says != each:
            other.append(replace(now_says, updated_at=now))
    store.overwrite(other, now)
    if kind != PERSON_KIND.name:  # who goes last, once nothing names them
        store.remove(gone)
    changed += map(store.document, other)
    return gone
