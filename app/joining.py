"""Two people of a journal who are one: everything of the first goes to the second."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from app import limits
from app.people.model import Person
from app.people.record import PERSON_KIND
from app.people.rules import earlier_names
from app.people.wording import roughly
from app.rewriting import rewritten
from app.search import index
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Journal

_FILLED = ("role", "since", "until", "trust_on", "trust_note", "rhythm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What joining would do: `kept` is who stays, as they will be; `moved` counts what comes along, by kind.

    `gives_way` says that both have a rhythm of one-on-ones, and that of who goes is given up.
    """

    kept: Person
    moved: Mapping[str, int]
    gives_way: bool


def joined(gone: Person, stays: Person) -> Person:
    """Who stays, with what only the other one has, and with the words of both.

    What both have and only one can keep is that of who stays; of the other it stands in the note about their words, or
    where that has no room, below them. Of two rhythms that of who stays goes on. Whoever stays is archived if they
    were, and private if either was.
    """
    filled = {field: getattr(stays, field) or getattr(gone, field) for field in _FILLED}
    words = [stays.trust, gone.trust if gone.trust.strip() != stays.trust.strip() else ""]
    differing = _differing(gone, stays)
    note = " ".join(filter(None, (filled["trust_note"].strip(), differing)))
    if differing and len(note) <= limits.LINE:
        filled["trust_note"] = note
    else:
        words.append(differing)
    trust = "\n\n".join(each for each in words if each.strip())
    names = earlier_names(stays.name, *stays.earlier_names, *gone.earlier_names, gone.name)
    return replace(stays, **filled, trust=trust, earlier_names=names, private=stays.private or gone.private)


def _differing(gone: Person, stays: Person) -> str:
    facts = [
        ("{fact}", gone.role, stays.role),
        (tr("since {fact}"), _day(gone.since), _day(stays.since)),
        (tr("until {fact}"), _day(gone.until), _day(stays.until)),
        ("{fact}", gone.trust_note, stays.trust_note),
    ]
    said = [how.format(fact=mine) for how, mine, other in facts if mine and other and mine != other]
    return tr("As {name}: {facts}").format(name=gone.name, facts="; ".join(said)) if said else ""


def _day(given: str) -> str:
    return roughly(given, date.min)  # with its year, whenever it is read


def _as_it_is(_at: str, text: str, _most: int) -> str:
    return text


def look_ahead(journal: "Journal", gone_id: str, stays_id: str) -> Joining:
    """What `join` would do now. Raises NoSuchRecord. To be used inside a transaction, as `join` is."""
    gone, stays = journal.people.get(gone_id), journal.people.get(stays_id)
    moved = Counter({kind: len(store.naming(gone.id, gone.name)) for kind, store in journal.stores.items()})
    gives_way = None not in (gone.rhythm, stays.rhythm) and gone.rhythm != stays.rhythm
    return Joining(kept=joined(gone, stays), moved=+moved, gives_way=gives_way)


def join(journal: "Journal", gone_id: str, stays_id: str, now: datetime) -> Person:
    """Everything that names the one names the other, in earlier versions and the trash, too; the one is no more.

    Texts that mention a name stay as they are. Returns who stays. Raises NoSuchRecord, and TooLong where the words of
    both are too many.
    """
    gone, stays = journal.people.get(gone_id), journal.people.get(stays_id)
    if gone.id == stays.id:
        return stays
    kept = joined(gone, stays)
    PERSON_KIND.check_lengths(kept)

    def called(name: str) -> str:
        return stays.name if name == gone.name else name

    found: list[index.Document] = []
    for store in journal.stores.values():
        changed = [
            replace(rewritten(each, called, _as_it_is), updated_at=now) for each in store.naming(gone.id, gone.name)
        ]
        store.overwrite(changed, now)
        found += [store.document(each) for each in changed if each.deleted_at is None]
    index.change_all(journal.vault.connection, found)
    is_said = not journal.people.ids().isdisjoint((gone.id, stays.id))
    index.remove(journal.vault.connection, PERSON_KIND.name, gone.id)
    journal.people.remove([gone.id])
    return journal.people.save(kept, now) if is_said else stays
