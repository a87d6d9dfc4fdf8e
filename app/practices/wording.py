"""Practices and checklists in words, for pages, printed sheets and screen readers alike."""

from collections.abc import Iterable, Sequence

from app.practices.model import Decision, Mark, Reaction, Reading
from app.practices.rules import Progress, current, telling
from app.translation import tr, trn


def practice_name(name: str) -> str:
    """What it is called, also while it has no name."""
    return name.strip() or tr("Practice without a name")


def checklist_name(name: str) -> str:
    """What it is called, also while it has no name."""
    return name.strip() or tr("Checklist without a name")


def decision_name(decision: Decision) -> str:
    """ "Keep"."""
    return {
        Decision.KEEP: tr("Keep"),
        Decision.LOOSEN: tr("Loosen"),
        Decision.EXPLAIN: tr("Explain"),
    }[decision]


def reading_name(reading: Reading) -> str:
    """How somebody reads it: "Care"."""
    return {
        Reading.CARE: tr("Care"),
        Reading.MIXED: tr("Mixed"),
        Reading.DISTRUST: tr("Distrust"),
        Reading.NOT_ASKED: tr("Not asked"),
    }[reading]


def overall_name(reading: Reading) -> str:
    """How it reads on the whole: "Read as care"."""
    return {
        Reading.CARE: tr("Read as care"),
        Reading.MIXED: tr("Mixed"),
        Reading.DISTRUST: tr("Reads as distrust"),
        Reading.NOT_ASKED: tr("Nobody asked yet"),
    }[reading]


def said(reactions: Iterable[Reaction]) -> str:
    """Who said what about it, in a line: the words that weigh most, or who reads it how."""
    given = current(reactions)
    quoted = telling(given)
    if quoted is not None:
        words = " ".join(quoted.words.split())
        if "“" not in words and '"' not in words:  # else it says itself what was said
            words = tr("“{words}”").format(words=words)
        return words if quoted.person is None else tr("{words} {person}").format(words=words, person=quoted.person)
    return " ".join(_in_short(each) for each in given if each.person is not None)


def _in_short(given: Reaction) -> str:
    words = {
        Reading.CARE: tr("{person}: care."),
        Reading.MIXED: tr("{person}: mixed."),
        Reading.DISTRUST: tr("{person}: distrust."),
        Reading.NOT_ASKED: tr("{person}: not asked yet."),
    }[given.reading]
    return words.format(person=given.person)


def topic_text(name: str, decision: Decision | None) -> str:
    """What a practice puts on an agenda. The other one may see it, so it says nothing of what they said."""
    words = {
        Decision.LOOSEN: tr("“{practice}”: how it could be looser"),
        Decision.EXPLAIN: tr("“{practice}”: what it is for"),
    }
    unsaid = tr("“{practice}”: how it reads to you")
    return (words.get(decision, unsaid) if decision else unsaid).format(practice=practice_name(name))


def mark_name(mark: Mark) -> str:
    """What became of a step: "done"."""
    return {Mark.FILLED: tr("done"), Mark.LEFT_OUT: tr("left out"), Mark.NOT_YET: tr("not yet")}[mark]


def progress_in_words(given: Progress) -> str:
    """ "4 of 7 so far", "complete", "step 3 left out"."""
    if not given.is_finished:
        return tr("{done} of {total} so far").format(done=given.done, total=given.total)
    if given.is_complete:
        return tr("complete")
    if not given.not_yet:
        return _left_out(given.left_out)
    return tr("{done} of {total} done").format(done=given.done, total=given.total)


def _left_out(numbers: Sequence[int]) -> str:
    if len(numbers) > 3:
        return trn("{count} step left out", "{count} steps left out", len(numbers)).format(count=len(numbers))
    if len(numbers) == 1:
        return tr("step {number} left out").format(number=numbers[0])
    first = ", ".join(map(str, numbers[:-1]))
    return tr("steps {numbers} and {last} left out").format(numbers=first, last=numbers[-1])
