"""Every text of a journal, read for where it names somebody, and said otherwise."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.erasing.model import PREFERENCES, Choices, Mention, Way
from app.erasing.who import Who
from app.experiments.model import Experiment
from app.mentions.finding import Span
from app.prompts.own import OwnPrompt
from app.records.entry import Entry
from app.reflections.model import Reflection
from app.rewriting import AnyRecord, Said

_AROUND = 48
PLACE = "second_place"


@dataclass(frozen=True, slots=True)
class Where:
    """In which record a text stands."""

    kind: str
    id: str
    day: date | None
    in_trash: bool


def where(kind: str, given: AnyRecord) -> Where:
    """In this record."""
    return Where(kind, given.id, _day(given), given.deleted_at is not None)


IN_PREFERENCES = Where(PREFERENCES, "", None, in_trash=False)


def noticing(who: Who, here: Where, notice: Callable[[Mention], None]) -> Said:
    """Tells of each mention, and leaves every text as it is."""

    def said(at: str, text: str, _most: int) -> str:
        for number, span in enumerate(who.mentions(text)):
            notice(_mention(who, here, at, number, text, span))
        return text

    return said


def replacing(who: Who, here: Where, choices: Choices) -> Said:
    """Says something else for each mention, as it was chosen; what is then longer than its field takes says "…"."""

    def said(at: str, text: str, most: int) -> str:
        spans = who.mentions(text)
        chosen = [(span, choices.of(_mention(who, here, at, number, text, span))) for number, span in enumerate(spans)]
        written = _written(text, [(span, who.instead(text, span, choice)) for span, choice in chosen])
        if len(written) <= max(most, len(text)) or not spans:
            return written
        return _written(text, [(span, "…") for span, choice in chosen if choice.way is not Way.KEEP])

    return said


def _written(text: str, words: list[tuple[Span, str]]) -> str:
    parts, at = list[str](), 0
    for span, word in words:
        parts += (text[at : span.start], word)
        at = span.end
    return "".join((*parts, text[at:]))


def _mention(who: Who, here: Where, at: str, number: int, text: str, span: Span) -> Mention:
    may_mean, is_word = who.may_mean(span.spelling), who.may_be_a_word(span.spelling)
    return Mention(
        kind=here.kind,
        id=here.id,
        day=here.day,
        at=at,
        number=number,
        before=_line(text[max(0, span.start - _AROUND) : span.start], cut=span.start > _AROUND),
        said=" ".join(text[span.start : span.end].split()),
        after=_line(text[span.end : span.end + _AROUND][::-1], cut=len(text) > span.end + _AROUND)[::-1],
        may_mean=may_mean,
        doubtful=bool(may_mean) or is_word or at == PLACE,
        in_trash=here.in_trash,
    )


def _line(text: str, *, cut: bool) -> str:
    """The end of a text in one line, from the beginning of a word on where it was cut."""
    if cut and " " in text:
        text = "…" + text.partition(" ")[2]
    return "".join(" " if char.isspace() else char for char in text)


def _day(given: AnyRecord) -> date:
    match given:
        case Reflection():
            return given.content.date
        case Experiment():
            return given.begun_on
        case OwnPrompt():
            return given.created_at.date()
        case Entry():
            return given.date
