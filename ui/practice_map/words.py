"""What the map says: its reading in one sentence, each cell for those who hear it, and what stands on its card."""

from datetime import date

from app.day_names import month_name, short_month_name
from app.delegation.practice_map import Cell, Row
from app.people.wording import authority_name
from app.translation import tr, trn
from app.work_map import Saying, Where
from ui.wording import day_name

_WORK, _NAME, _QUOTE = 60, 40, 160  # letters


def reading(only_owner: int) -> str:
    """How many kinds of work only the owner has done, and what that means."""
    if not only_owner:
        return tr("No kind of work waits for you alone.")
    said = trn(
        "{number} kind of work has only ever been done by you.",
        "{number} kinds of work have only ever been done by you.",
        only_owner,
    ).format(number=_in_letters(only_owner))
    return tr("{said} Work that only one person knows waits for that person.").format(said=said)


def _in_letters(number: int) -> str:
    few = (tr("One"), tr("Two"), tr("Three"), tr("Four"), tr("Five"), tr("Six"), tr("Seven"), tr("Eight"), tr("Nine"))
    return few[number - 1] if number <= len(few) else str(number)


def short_month(day: date, today: date) -> str:
    """ "Feb"; with the year where another February has been since."""
    month = short_month_name(day.month)
    return month if _is_of_a_year(day, today) else tr("{month} {year}").format(month=month, year=day.year)


def long_month(day: date, today: date) -> str:
    """ "February"; with the year where another February has been since."""
    month = month_name(day.month)
    return month if _is_of_a_year(day, today) else tr("{month} {year}").format(month=month, year=day.year)


def _is_of_a_year(day: date, today: date) -> bool:
    return abs((today.year - day.year) * 12 + today.month - day.month) < 12


def hours(minutes: int) -> str:
    """ "6.5": so many minutes as hours."""
    return f"{minutes / 60:.1f}".removesuffix(".0")


def hours_short(row: Row) -> str:
    """What stands at the end of a row: "6.5 h", "none", or that no estimate was given."""
    if row.minutes_a_month is not None:
        return tr("{hours} h").format(hours=hours(row.minutes_a_month))
    return tr("not noted") if row.held else tr("none")


def only_owner() -> str:
    """What is said below the name of a kind of work that nobody else has done."""
    return tr("Only you have done this")


def times(cell: Cell) -> str:
    """ "3 times", "not yet", or that it was before the time that is looked at."""
    if cell.count:
        return trn("{count} time", "{count} times", cell.count).format(count=cell.count)
    return tr("not in this time") if cell.ever else tr("not yet")


def row_in_words(row: Row) -> str:
    """The name of a kind of work, for those who hear it."""
    return tr("{work}. {said}").format(work=row.work, said=only_owner()) if row.is_only_owner else row.work


def yours_in_words(row: Row) -> str:
    """What a kind of work takes of the owner's month, for those who hear it."""
    if row.minutes_a_month is not None:
        return tr("{work}, you: {time} a month").format(work=row.work, time=_time(row.minutes_a_month))
    if row.held:
        return tr("{work}, you: yours, without an estimate").format(work=row.work)
    return tr("{work}, you: none").format(work=row.work)


def cell_in_words(row: Row, cell: Cell, today: date) -> str:
    """ "Reporting, Jonas: 3 times, last in February, decide with me"."""
    said = [times(cell)]
    if cell.last is not None:
        said.append(tr("last in {month}").format(month=long_month(cell.last, today)))
    if cell.under_way:
        said.append(tr("under way now"))
    if cell.level is not None:
        said.append(authority_name(cell.level).lower())
    return tr("{work}, {person}: {said}").format(work=row.work, person=cell.person, said=", ".join(said))


def card_title(row: Row, person: str) -> str:
    """ "Quarterly plan, Priya"; both of them as far as there is room for them."""
    return tr("{work}, {person}").format(work=_cut(row.work, _WORK), person=_cut(person, _NAME))


def quoted(saying: Saying) -> str:
    """Their words, as far as there is room for them."""
    words = " ".join(saying.text.split()).strip('“”"')
    return tr("“{words}”").format(words=_cut(words, _QUOTE))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def source(saying: Saying, person: str) -> str:
    """Who said it, where and when."""
    said = {
        Where.TOPIC: tr("{person}, for a one-on-one, {day}"),
        Where.FEEDBACK: tr("{person}, as feedback, {day}"),
        Where.TRUST: tr("{person}, on trust, {day}"),
    }[saying.where]
    return said.format(person=person, day=day_name(saying.on))


def level(cell: Cell) -> str:
    """How much of it is theirs; "" where that was not talked about."""
    if cell.level is None:
        return ""
    return tr("Now at “{level}”.").format(level=authority_name(cell.level).lower())


def spent(row: Row, today: date) -> str:
    """What it takes of the owner's month, and since when; "" where they do none of it."""
    if not row.held:
        return ""
    since = min(each.date for each in row.held)
    month = month_name(since.month) if since.year == today.year else f"{month_name(since.month)} {since.year}"
    if row.minutes_a_month is None:
        return tr("You have kept it since {month}.").format(month=month)
    return tr("You spend about {time} a month on it, kept since {month}.").format(
        time=_time(row.minutes_a_month), month=month
    )


def _time(minutes: int) -> str:
    if minutes < 60:
        return trn("{count} minute", "{count} minutes", minutes).format(count=minutes)
    one = tr("{hours} hour") if minutes == 60 else tr("{hours} hours")
    return one.format(hours=hours(minutes))


def to_ask(work: str) -> str:
    """The topic that asks somebody whether they would like a kind of work."""
    return tr("{work}: would you like to take it on?").format(work=work)
