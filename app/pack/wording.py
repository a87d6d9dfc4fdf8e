"""Every word the program itself prints in a pack, and the pack as the page template wants it."""

from collections.abc import Sequence
from datetime import date

from app.pack.contents import Entry, Pack, Plan
from app.pack.paragraphs import Paragraph, one_line, paragraphs, phrase
from app.reflections.model import Outcome, Pillar, PullKind
from app.translation import tr, trn

_STRONGEST = 10


def pages(pack: Pack) -> dict[str, object]:
    """The pack as JSON-able values: strings to print, in order, and the names of marks to draw."""
    return {
        "language": tr("en"),
        "paper": {"a4": "a4", "letter": "us-letter"}[pack.paper],
        "prepared_on": [pack.prepared_on.year, pack.prepared_on.month, pack.prepared_on.day],
        "title": tr("Coaching pack"),
        "period": period(pack.since, pack.until),
        "program": "Courage Journal",
        "prepared": tr("Prepared {day}").format(day=_full_day(pack.prepared_on)),
        "footer": tr("Private. For a coaching session."),
        "page_of": tr("{page} of {pages}"),
        "wish": {"heading": tr("What I want from this session"), "text": _set(pack.wish)},
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
        first = _day(since)
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


def _set(text: str) -> list[dict[str, object]]:
    return [_paragraph(each) for each in paragraphs(text)]


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "lines": paragraph.lines,
        "rtl": paragraph.right_to_left,
        "language": paragraph.language,
        "gap": paragraph.gap,
    }


def _plan(plan: Plan) -> dict[str, object]:
    facts = [tr("Planned {day}").format(day=_day(plan.planned_on))]
    if plan.person:
        facts.insert(0, _with([plan.person]))
    if plan.followed_up_on and plan.outcome:
        facts.append(tr("Asked {day}").format(day=_day(plan.followed_up_on)))
    return {
        "mark": plan.outcome.value if plan.outcome else "not-asked",
        "sentence": _set(_intention(plan)),
        "state": _outcome(plan.outcome),
        "facts": facts,
        "note": _set(plan.outcome_note),
    }


def _intention(plan: Plan) -> str:
    """The if-then in one sentence, whether or not the fields repeat its first words."""
    when = _without(tr("when"), one_line(plan.when)).rstrip(" ,.;")
    will = _without(tr("I will"), one_line(plan.will))
    if when and will:
        return tr("When {when}, I will {will}").format(when=when, will=will)
    return tr("When {when}").format(when=when) if when else tr("I will {will}").format(will=will)


def _without(lead: str, text: str) -> str:
    begins = text.casefold().startswith(f"{lead} ".casefold())
    return text[len(lead) + 1 :] if begins else text


def _entries(pack: Pack) -> list[dict[str, object]]:
    with_year = pack.since.year != pack.until.year
    return [_entry(entry, with_year=with_year) for entry in pack.entries]


def _entry(entry: Entry, *, with_year: bool) -> dict[str, object]:
    facts = [_with(entry.people)] if entry.people else []
    facts += filter(None, [_pull(entry)])
    return {
        "heading": _weekday(entry.day, with_year=with_year),
        "pillar": entry.pillar.value if entry.pillar else None,
        "pillar_name": _pillar(entry.pillar) if entry.pillar else "",
        "facts": facts,
        "tags": ", ".join(map(phrase, entry.tags)),
        "notice_label": tr("What pulled me to step in"),
        "notice": _set(entry.notice),
        "text": _set(entry.text),
    }


def _with(people: Sequence[str]) -> str:
    return tr("With {people}").format(people=", ".join(map(phrase, people)))


def _pull(entry: Entry) -> str:
    kind = _pull_kind(entry.pull_kind) if entry.pull_kind else ""
    if entry.pull is None:
        return tr("Pull: {kind}").format(kind=kind) if kind else ""
    strength = tr("Pull {strength} of {strongest}").format(strength=entry.pull, strongest=_STRONGEST)
    return f"{strength}, {kind}" if kind else strength


def _full_day(day: date) -> str:
    return tr("{day} {month} {year}").format(day=day.day, month=_month(day), year=day.year)


def _day(day: date) -> str:
    return tr("{day} {month}").format(day=day.day, month=_month(day))


def _weekday(day: date, *, with_year: bool) -> str:
    names = (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))
    rest = _full_day(day) if with_year else _day(day)
    return tr("{weekday}, {day}").format(weekday=names[day.weekday()], day=rest)


def _month(day: date) -> str:
    first_half = (tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"))
    second_half = (tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"))
    return (*first_half, *second_half)[day.month - 1]


def _pillar(pillar: Pillar) -> str:
    names = {
        Pillar.RESPECT: tr("Respect"),
        Pillar.TRUST: tr("Trust"),
        Pillar.ACCOUNTABILITY: tr("Accountability"),
    }
    return names[pillar]


def _pull_kind(kind: PullKind) -> str:
    names = {
        PullKind.CHECK: tr("check"),
        PullKind.FIX: tr("fix"),
        PullKind.REDO: tr("redo"),
        PullKind.TAKE_BACK: tr("take back"),
        PullKind.ANSWER: tr("answer for them"),
        PullKind.DECIDE: tr("decide for them"),
    }
    return names[kind]


def _outcome(outcome: Outcome | None) -> str:
    names = {
        Outcome.DONE: tr("Done"),
        Outcome.PARTLY: tr("Partly"),
        Outcome.NOT_YET: tr("Not yet"),
        None: tr("Not asked yet"),
    }
    return names[outcome]
