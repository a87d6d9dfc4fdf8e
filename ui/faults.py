"""What is said when something fails: the sentence of an expected refusal, or that a fault of ours was noted."""

from app import reports
from app.errors import AppError
from app.sentences import sentence
from app.translation import tr
from ui.session import now


def told(error: Exception) -> str:
    """One sentence for a person. Anything but a refusal leaves a report without a word of the journal."""
    if isinstance(error, AppError):
        return sentence(error)
    report = reports.write(error, now())
    if report is None:
        return tr("Something went wrong inside Courage Journal ({kind}). Your words are safe.").format(
            kind=type(error).__name__
        )
    said = tr("Something went wrong inside Courage Journal. A report without your words is in {path}.")
    return said.format(path=report)
