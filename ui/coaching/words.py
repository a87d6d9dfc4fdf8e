"""How the page of the pack says counts, sizes and stretches of time."""

from PySide6.QtCore import QLocale

from app.errors import EmptyPeriod
from app.pack.child import Pages, TypesettingStopped
from app.translation import tr, trn
from ui.coaching.period import Stretch
from ui.coaching.presenter import Shown
from ui.refusals import refusal

_MB = 1_000_000


def plans_in_words(count: int) -> str:
    """ "12 plans"."""
    return trn("{count} plan", "{count} plans", count).format(count=count) if count else tr("No plans")


def reflections_in_words(count: int) -> str:
    """ "34 reflections"."""
    words = trn("{count} reflection", "{count} reflections", count).format(count=count)
    return words if count else tr("No reflections")


def some_in_words(chosen: int, count: int, all_of_it: str) -> str:
    """ "2 of 3 chosen", or the words for all of it."""
    return all_of_it if chosen == count else tr("{chosen} of {count} chosen").format(chosen=chosen, count=count)


def contents_in_words(shown: Shown) -> str:
    """ "34 reflections, 12 plans": what goes in of what the period has."""
    plans, reflections = shown.chosen
    return tr("{reflections}, {plans}").format(
        reflections=reflections_in_words(reflections), plans=plans_in_words(plans)
    )


def size_in_words(pages: Pages) -> str:
    """ "5 pages, about 180 kB"."""
    words = trn("{count} page, about {size}", "{count} pages, about {size}", pages.count)
    return words.format(count=pages.count, size=_size_in_words(len(pages.pdf)))


def stretch_name(stretch: Stretch) -> str:
    """ "This month"."""
    return {
        Stretch.SINCE_LAST_MONTH: tr("Since the first of last month"),
        Stretch.THIS_MONTH: tr("This month"),
        Stretch.THREE_MONTHS: tr("The last three months"),
        Stretch.THIS_YEAR: tr("This year"),
        Stretch.EVERYTHING: tr("Everything"),
    }[stretch]


def reason(error: Exception) -> str:
    """Why there are no pages, or no file. To be asked once of each error: a fault of ours is reported with it."""
    if isinstance(error, EmptyPeriod):
        return tr("Nothing was written in this period, or all of it stays out.")
    if isinstance(error, TypesettingStopped):
        return tr("The pages could not be set. Close other programs, then try again.")
    return refusal(error)


def _size_in_words(size: int) -> str:
    if size < _MB:
        return tr("{size} kB").format(size=max(1, round(size / 1000)))
    return tr("{size} MB").format(size=QLocale().toString(size / _MB, "f", 1))
