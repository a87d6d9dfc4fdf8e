"""What erasing somebody would do, told beforehand: nothing is changed."""

from collections import Counter
from typing import TYPE_CHECKING

from app.erasing import preferred
from app.erasing.about import theirs, without
from app.erasing.model import Mention, Preview
from app.erasing.reading import IN_PREFERENCES, noticing, where
from app.erasing.who import Who
from app.reflections.model import Reflection
from app.rewriting import rewritten

if TYPE_CHECKING:
    from app.journal import Journal


def preview(journal: "Journal", id: str) -> Preview:
    """Of the person with this id. Raises NoSuchRecord. To be used inside a transaction.

    Mentions come by day, the newest first; those of preferences come last.
    """
    person = journal.people.get(id)
    who = Who(person.name, journal.people.names(), person.earlier_names)
    goes, mentions, named_in = Counter[str](), list[Mention](), 0
    about_them = theirs(journal, who.is_them)
    for kind, store in journal.stores.items():
        for each in store.every():
            left, going = without(each, about_them)
            goes += going
            if left is not None:
                rewritten(left, str, noticing(who, where(kind, left), mentions.append))
            if isinstance(each, Reflection):
                named_in += any(map(who.is_them, each.content.people))
    mentions.sort(key=lambda each: (each.day is not None and each.day.toordinal(), each.id), reverse=True)
    preferred.changes(journal.preferences.get(), noticing(who, IN_PREFERENCES, mentions.append))
    also = tuple(name for each, name in journal.people.called(who.is_them).items() if each != id)
    return Preview(name=person.name, also=also, goes=goes, named_in=named_in, mentions=tuple(mentions))
