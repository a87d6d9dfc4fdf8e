"""prompt: the question of a day."""

from app.cli.answer import Answer
from app.cli.request import Request
from app.prompts.wording import reason


def prompt(request: Request) -> Answer:
    """The prompt of a day, what it is for, and why it was chosen."""
    from app import today

    day = request.arguments.date or request.today
    with request.open() as journal, journal.reading():
        choice = today.prompt(journal, day)
    asked = choice.prompt
    value = {
        "id": asked.id,
        "pillar": asked.pillar,
        "text": asked.question,
        "why_this": asked.purpose,
        "reason": reason(choice),
    }
    return Answer(value, "\n".join(part for part in (asked.question, reason(choice)) if part))
