"""What the page says in words."""

from app.interviews import kits
from app.interviews.kits import Questions
from app.interviews.model import Competency, Kit, Outline
from app.interviews.wording import competency_name, part_name, state_name
from app.translation import tr, trn


def role_name(kit: Kit) -> str:
    """What the kit is for."""
    return kit.role.strip() or tr("No role yet")


def kit_name(kit: Kit) -> str:
    """ "Support engineer, 45 min"."""
    return tr("{role}, {minutes} min").format(role=role_name(kit), minutes=kit.minutes)


def shortened(name: str, most: int) -> str:
    """A name of at most so many characters; its end, which tells copies apart, stays."""
    half = most // 2
    return name if len(name) <= most else f"{name[:half].rstrip()}…{name[-half:].lstrip()}"


def part_words(kit: Kit, at: int, questions: Questions) -> str:
    """What is said in a part; of one without words, what it is."""
    part = kit.parts[at]
    return kits.words(part, questions).strip() or part_name(part.what)


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
    if not kit.parts:
        return tr("Nothing in it yet. The plus signs add questions.")
    covered, missing = kits.covered(kit, questions), kits.missing(kit, questions)
    if not covered:
        return tr("No competency has a question yet.")
    if not missing:
        return tr("Every competency has a question.")
    said = tr("{count} of {all} competencies have a question. Missing: {missing}.")
    if len(covered) == 1:
        said = tr("{count} of {all} competencies has a question. Missing: {missing}.")
    return said.format(count=len(covered), all=len(Competency), missing=", ".join(map(competency_name, missing)))


def interview_state(interview: Outline) -> str:
    """ "Part 3 of 6" while it goes on."""
    if interview.finished_on is None and not interview.is_hired and interview.parts:
        return tr("Part {number} of {count}").format(number=interview.at + 1, count=interview.parts)
    return state_name(interview)


def count_of_questions(count: int) -> str:
    """ "9 questions"."""
    return trn("{count} question", "{count} questions", count).format(count=count)
