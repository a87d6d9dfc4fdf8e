"""What the other side says in words."""

from app.interviews.model import MockRun, Preparation, Prepared
from app.interviews.wording import minutes
from app.titles import one_line
from app.translation import tr, trn
from ui.questions.words import Into
from ui.wording import day_name


def into_answers() -> Into:
    """For what one gets ready for."""
    return Into(
        tr("Space puts a question in, or takes it out."),
        tr("Put it in"),
        tr("Take it out"),
        tr("Put in"),
    )


def role_name(given: Preparation) -> str:
    """What the interview is for."""
    return one_line(given.role) or tr("No role yet")


def place(number: int, count: int) -> str:
    """ "Question 2 of 5"."""
    return tr("Question {number} of {count}").format(number=number, count=count)


def answered(prepared: Prepared) -> str:
    """Whether there is an answer."""
    return tr("Begun") if prepared.answer.strip() else ""


def planned(total: int) -> str:
    """ "24 minutes of answers"."""
    return tr("{minutes} of answers").format(minutes=minutes(total))


def took(run: MockRun) -> str:
    """ "12 March, 18 minutes"."""
    return tr("{day}, {time}").format(day=day_name(run.date), time=roughly(sum(run.seconds)))


def roughly(seconds: int) -> str:
    """ "18 minutes"; of less than one, so many seconds."""
    if seconds < 60:
        return trn("{count} second", "{count} seconds", seconds).format(count=seconds)
    return minutes(round(seconds / 60))
