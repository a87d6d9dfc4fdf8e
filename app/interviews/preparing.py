"""What can be done while the owner gets ready for an interview of their own. Pure; questions are numbered from 0."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from app import limits
from app.interviews.kits import Questions
from app.interviews.model import KitPart, MockRun, PartKind, Preparation, Prepared, Question
from app.translation import tr

MINUTES = 3  # that an answer takes, until its owner says otherwise


def new(id: str, today: date, now: datetime) -> Preparation:
    """One for a role that is still to be named, without questions."""
    return Preparation(id=id, date=today, created_at=now, updated_at=now)


def parts(given: Preparation) -> tuple[KitPart, ...]:
    """Its questions as parts, for whoever shows and orders those of a kit, too."""
    return tuple(
        KitPart(what=PartKind.QUESTION, question=each.question, text=each.text, minutes=each.minutes)
        for each in given.questions
    )


def words(given: Prepared, questions: Questions) -> str:
    """What is asked: in the words of the bank as they are now; of what it has no more, as it was."""
    known = questions.get(given.question or "")
    return known.text if known is not None else given.text


def in_words_of(given: Preparation, questions: Questions) -> Preparation:
    """The same with each question in the words that the bank has now."""
    return replace(given, questions=tuple(replace(each, text=words(each, questions)) for each in given.questions))


def planned(given: Preparation) -> int:
    """The minutes of all answers."""
    return sum(each.minutes for each in given.questions)


def place_of(given: Preparation, question: str | None) -> int | None:
    """Where the question with this id stands."""
    return next((at for at, each in enumerate(given.questions) if question and each.question == question), None)


def with_question(given: Preparation, question: Question) -> Preparation:
    """With the question behind the others. Each stands in it once, and it takes so many and no more."""
    if place_of(given, question.id) is not None:
        return given
    return _with(given, Prepared(question=question.id, text=question.text, minutes=MINUTES))


def with_line(given: Preparation) -> Preparation:
    """With a question of one's own, still to be written, behind the others."""
    return _with(given, Prepared(text="", minutes=MINUTES))


def with_prepared(given: Preparation, at: int, prepared: Prepared) -> Preparation:
    """With this question as it is now."""
    return replace(given, questions=tuple(prepared if n == at else each for n, each in enumerate(given.questions)))


def without(given: Preparation, at: int) -> Preparation:
    """Without the question at this place, and its answer."""
    return replace(given, questions=tuple(each for n, each in enumerate(given.questions) if n != at))


def put_back(given: Preparation, at: int, prepared: Prepared) -> Preparation:
    """With one that was taken out in its place again; the same where it stands there, or there is no room."""
    is_there = place_of(given, prepared.question) is not None
    if is_there or len(given.questions) >= limits.INTERVIEW_PARTS:
        return given
    return replace(given, questions=(*given.questions[:at], prepared, *given.questions[at:]))


def moved(given: Preparation, at: int, to: int) -> Preparation:
    """With the question from this place at another."""
    if not 0 <= at < len(given.questions):
        return given
    there = list(given.questions)
    there.insert(max(to, 0), there.pop(at))
    return replace(given, questions=tuple(there))


def quoting(given: Prepared, said: str, about: str, source: str) -> Prepared:
    """With these words below the answer, `about` saying where they are from, and the record they are of behind it.

    What has no room any more is left out.
    """
    quote = tr("“{words}”").format(words=said.strip())
    added = f"{quote}\n{about}" if about else quote
    answer = f"{given.answer.rstrip()}\n\n{added}" if given.answer.strip() else added
    if len(answer) > limits.INTERVIEW_NOTES:
        answer = answer[: limits.INTERVIEW_NOTES - 1].rstrip() + "…"
    sources = given.sources if source in given.sources else (*given.sources, source)
    return replace(given, answer=answer, sources=sources[-limits.MANY :])


def unquoted(given: Prepared, before: Prepared, after: Prepared) -> Prepared:
    """Without the words that were quoted between `before` and `after`; what was typed since stays."""
    added = after.answer.removeprefix(before.answer.rstrip())
    return replace(given, answer=given.answer.replace(added, "", 1), sources=before.sources)


def without_source(given: Prepared, source: str) -> Prepared:
    """Without this record behind the answer; its words stay."""
    return replace(given, sources=tuple(each for each in given.sources if each != source))


def with_run(given: Preparation, at: int | None, run: MockRun) -> tuple[Preparation, int]:
    """With this run in the place of the one at `at`, or as a new one; and where it stands. The oldest make room."""
    if at is not None and at < len(given.runs):
        return replace(given, runs=tuple(run if n == at else each for n, each in enumerate(given.runs))), at
    runs = (*given.runs, run)[-limits.MANY :]
    return replace(given, runs=runs), len(runs) - 1


def without_run(given: Preparation, at: int) -> Preparation:
    """Without this run."""
    return replace(given, runs=tuple(each for n, each in enumerate(given.runs) if n != at))


def seconds_for(run: MockRun, count: int) -> Sequence[int]:
    """How long each of so many questions took; of those that came since, nothing."""
    return [*run.seconds[:count], *[0] * (count - len(run.seconds))]


def in_bank(given: Preparation) -> frozenset[str]:
    """The ids of those questions that the bank knows them by."""
    return frozenset(each.question for each in given.questions if each.question)


def _with(given: Preparation, prepared: Prepared) -> Preparation:
    if len(given.questions) >= limits.INTERVIEW_PARTS:
        return given
    return replace(given, questions=(*given.questions, prepared))
