"""Every word the program itself prints in a pack, and the pack as the page template wants it."""

from collections.abc import Sequence
from datetime import date

from app.day_names import in_words, weekday_name
from app.pack.contents import Entry, Pack, Paper, Plan
from app.pack.paragraphs import Paragraph, one_line, paragraphs, phrase
from app.reflections.wording import intention, kind_name, outcome_name, pillar_name
from app.translation import tr, trn

_STRONGEST = 10


def pages(pack: Pack) -> dict[str, object]:
    """The pack as JSON-able values: strings to print, in order, and the names of marks to draw."""
    return {
        "language": tr("en"),
        "paper": paper_name(pack.paper),
        "prepared_on": [pack.prepared_on.year, pack.prepared_on.month, pack.prepared_on.day],
        "title": tr("Coaching pack"),
        "period": period(pack.since, pack.until),
        "program": "Courage Journal",
        "prepared": tr("Prepared {day}").format(day=_full_day(pack.prepared_on)),
        "footer": tr("Private. For a coaching session."),
        "page_of": tr("{page} of {pages}"),
        "wish": {"heading": tr("What I want from this session"), "text": set_as_typed(pack.wish)},
        "plans": {"heading": tr("What I planned"), "items": [_plan(plan) for plan in pack.plans]},
        "entries": {"heading": tr("Reflections"), "items": _entries(pack)},
        "left_out": _left_out(pack.left_out),
    }


def period(since: date, until: date) -> str:
    """ "1 February to 10 March 2026": the year once where it is the same, the month too."""
    if since == until:
        return _full_day(since)
    if since.year != until.year:
        first = _full_day(since)
    elif since.month != until.month:
        first = in_words(since)
    else:
        first = str(since.day)
    return tr("{first} to {last}").format(first=first, last=_full_day(until))


def _left_out(count: int) -> str:
    if not count:
        return ""
    words = trn(
        "{count} entry marked not for export stays out.", "{count} entries marked not for export stay out.", count
    )
    return words.format(count=count)


def paper_name(paper: Paper) -> str:
    """How the typesetter calls it."""
    return {Paper.A4: "a4", Paper.LETTER: "us-letter"}[paper]


def set_as_typed(text: str) -> list[dict[str, object]]:
    """What a person typed, in paragraphs as the template takes them."""
    return [_paragraph(each) for each in paragraphs(text)]


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "lines": paragraph.lines,
        "rtl": paragraph.right_to_left,
        "language": paragraph.language,
        "gap": paragraph.gap,
    }


def _plan(plan: Plan) -> dict[str, object]:
    facts = [tr("Planned {day}").format(day=in_words(plan.planned_on))]
    if plan.person:
        facts.insert(0, _with([plan.person]))
    if plan.followed_up_on and plan.outcome:
        facts.append(tr("Asked {day}").format(day=in_words(plan.followed_up_on)))
    return {
        "mark": plan.outcome.value if plan.outcome else "not-asked",
        "sentence": set_as_typed(intention(one_line(plan.when), one_line(plan.will))),
        "state": outcome_name(plan.outcome) if plan.asked or plan.outcome else tr("Only planned"),
        "facts": facts,
        "note": set_as_typed(plan.outcome_note),
    }


def _entries(pack: Pack) -> list[dict[str, object]]:
    with_year = pack.since.year != pack.until.year
    return [_entry(entry, with_year=with_year) for entry in pack.entries]


def _entry(entry: Entry, *, with_year: bool) -> dict[str, object]:
    facts = [_with(entry.people)] if entry.people else []
    facts += filter(None, [_pull(entry)])
    return {
        "heading": _weekday(entry.day, with_year=with_year),
        "pillar": entry.pillar.value if entry.pillar else None,
        "pillar_name": pillar_name(entry.pillar) if entry.pillar else "",
        "facts": facts,
        "tags": ", ".join(map(phrase, entry.tags)),
        "notice_label": tr("What pulled me to step in"),
        "notice": set_as_typed(entry.notice),
        "text": set_as_typed(entry.text),
    }


def _with(people: Sequence[str]) -> str:
    return tr("With {people}").format(people=", ".join(map(phrase, people)))


def _pull(entry: Entry) -> str:
    kind = kind_name(entry.pull_kind) if entry.pull_kind else ""
    if entry.pull is None:
        return tr("Pull: {kind}").format(kind=kind) if kind else ""
    strength = tr("Pull {strength} of {strongest}").format(strength=entry.pull, strongest=_STRONGEST)
    return f"{strength}, {kind}" if kind else strength


def _full_day(day: date) -> str:
    return tr("{day} {year}").format(day=in_words(day), year=day.year)


def _weekday(day: date, *, with_year: bool) -> str:
    rest = _full_day(day) if with_year else in_words(day)
    return tr("{weekday}, {day}").format(weekday=weekday_name(day.weekday()), day=rest)
