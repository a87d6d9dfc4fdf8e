"""What is said of a question wherever it stands."""

from typing import NamedTuple

from app.interviews.bank import Entry
from app.interviews.model import Competency
from app.interviews.wording import competency_name
from app.reflections.model import Pillar
from app.translation import tr
from ui.questions.wanted import State

_PILLARS = {
    Competency.TRUST: Pillar.TRUST,
    Competency.RESPECT: Pillar.RESPECT,
    Competency.ACCOUNTABILITY: Pillar.ACCOUNTABILITY,
}


def pillar_of(competency: Competency | None) -> Pillar | None:
    """The pillar that a competency is; the others have no colour."""
    return _PILLARS.get(competency) if competency is not None else None


def minutes_name(minutes: int) -> str:
    """ "8 min"."""
    return tr("{minutes} min").format(minutes=minutes)


def state_of_questions(state: State) -> str:
    """What the bank is narrowed to."""
    return {
        State.OFFERED: tr("In the bank"),
        State.RETIRED: tr("Retired"),
        State.OWN: tr("My own"),
        State.EDITED: tr("Edited"),
        State.ANY: tr("All of them"),
    }[state]


def entry_words(entry: Entry, is_in: str) -> str:
    """A row of the bank as it is heard."""
    question = entry.question
    facts = [competency_name(question.competency), minutes_name(question.minutes), *marks(entry)]
    facts += [is_in] if is_in else []
    said = question.text.strip()
    ended = said if said[-1:] in ".?!…؟？。" else tr("{sentence}.").format(sentence=said)
    return f"{ended} {'. '.join(facts)}"


class Into(NamedTuple):
    """What it is called that a question is chosen."""

    described: str
    put_in: str
    take_out: str
    is_in: str


def into_kit() -> Into:
    """For a kit."""
    return Into(
        tr("Space puts a question into the kit, or takes it out."),
        tr("Put it in"),
        tr("Take it out of the kit"),
        tr("In the kit"),
    )


def marks(entry: Entry) -> list[str]:
    """What has become of it."""
    is_so = {
        tr("Your own"): entry.is_own,
        tr("Edited"): entry.is_edited,
        tr("Retired"): entry.is_retired,
    }
    return [words for words, holds in is_so.items() if holds]
