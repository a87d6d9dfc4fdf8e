"""What the page says in words."""

from collections.abc import Sequence

from app.interviews import kits
from app.interviews.bank import Entry
from app.interviews.kits import Questions
from app.interviews.model import Competency, Interview, Kit, PartKind
from app.interviews.wording import competency_name, state_name
from app.reflections.model import Pillar
from app.translation import tr, trn
from ui.interviews.wanted import State

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


def role_name(kit: Kit) -> str:
    """What the kit is for."""
    return kit.role.strip() or tr("No role yet")


def kit_name(kit: Kit) -> str:
    """ "Support engineer, 45 min"."""
    return tr("{role}, {minutes} min").format(role=role_name(kit), minutes=kit.minutes)


def part_words(kit: Kit, at: int, questions: Questions) -> str:
    """What is said in a part; of one without words, what it is."""
    part = kit.parts[at]
    return kits.words(part, questions).strip() or part_name(part.what)


def part_name(what: PartKind) -> str:
    """ "Opening"."""
    return {
        PartKind.OPENING: tr("Opening"),
        PartKind.QUESTION: tr("Question"),
        PartKind.CLOSING: tr("Closing"),
    }[what]


def planned_words(kit: Kit) -> str:
    """ "45 of 45 minutes planned"."""
    return tr("{planned} of {minutes} minutes planned").format(planned=kits.planned(kit), minutes=kit.minutes)


def bar_words(kit: Kit, questions: Questions) -> str:
    """The time bar as a sentence."""
    parts = (
        tr("{words}: {minutes} min").format(words=part_words(kit, at, questions), minutes=part.minutes)
        for at, part in enumerate(kit.parts)
    )
    return tr("{planned}. {parts}").format(planned=planned_words(kit), parts="; ".join(parts))


def coverage_words(kit: Kit, questions: Questions) -> str:
    """Which competencies it has questions about, and which not."""
    covered, missing = kits.covered(kit, questions), kits.missing(kit, questions)
    if not covered:
        return tr("No competency has a question yet.")
    if not missing:
        return tr("Every competency has a question.")
    return tr("Covered: {covered}. Missing: {missing}.").format(covered=_listed(covered), missing=_listed(missing))


def _listed(given: Sequence[Competency]) -> str:
    return ", ".join(map(competency_name, given))


def interview_state(interview: Interview) -> str:
    """ "Part 3 of 6" while it goes on."""
    if interview.finished_on is None and interview.hired is None and interview.parts:
        return tr("Part {number} of {count}").format(number=interview.at + 1, count=len(interview.parts))
    return state_name(interview)


def state_of_questions(state: State) -> str:
    """What the bank is narrowed to."""
    return {
        State.OFFERED: tr("In the bank"),
        State.RETIRED: tr("Retired"),
        State.OWN: tr("My own"),
        State.EDITED: tr("Edited"),
        State.ANY: tr("All of them"),
    }[state]


def entry_words(entry: Entry, is_in_kit: bool) -> str:
    """A row of the bank as it is heard."""
    question = entry.question
    facts = [competency_name(question.competency), minutes_name(question.minutes), *marks(entry)]
    facts += [tr("In the kit")] if is_in_kit else []
    said = question.text.strip()
    ended = said if said[-1:] in ".?!…؟？。" else tr("{sentence}.").format(sentence=said)
    return f"{ended} {'. '.join(facts)}"


def marks(entry: Entry) -> list[str]:
    """What has become of it."""
    is_so = {
        tr("Your own"): entry.is_own,
        tr("Edited"): entry.is_edited,
        tr("Retired"): entry.is_retired,
    }
    return [words for words, holds in is_so.items() if holds]


def count_of_questions(count: int) -> str:
    """ "9 questions"."""
    return trn("{count} question", "{count} questions", count).format(count=count)
