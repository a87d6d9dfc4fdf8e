"""Every action of the program in one table: its words, its icon, its shortcut, and where it can be done."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.limits import FOLLOW_UPS
from app.translation import tr
from ui.reference import (
    ALIGNMENT,
    COACHING,
    CYCLE,
    DEBRIEF,
    DELEGATION,
    HANDOVER,
    INTERVIEW,
    INTERVIEWS,
    JOURNAL,
    ONE_ON_ONE,
    OTHER_SIDE,
    PEOPLE,
    PRACTICE_MAP,
    PRACTICES,
    SETTINGS,
    SIDE_BY_SIDE,
    TODAY,
)

_RATINGS = 4  # as many as a question has anchors
PAGES = (TODAY, JOURNAL, DELEGATION, PEOPLE, PRACTICES, INTERVIEWS, COACHING, SETTINGS)


class Action(NamedTuple):
    """Something that can be done. `shortcuts` are in Qt's portable form; the first is the one that is shown.

    `pages` names the pages that do it; an action without pages is the shell's own, and can be done anywhere. One that
    is `numbered` is one action for each of its shortcuts: its key with "-1", "-2" and so on. Where a page does it, it
    comes before what the same keys do anywhere else.
    """

    key: str
    words: Callable[[], str]
    icon: str
    shortcuts: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    group: Callable[[], str] = lambda: tr("Everywhere")
    is_numbered: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it goes to a page."""
        return self.key in PAGES


def _writing() -> str:
    return tr("Writing and reading")


def _together() -> str:
    return tr("People and one-on-ones")


def _meeting() -> str:
    return tr("In a one-on-one")


def _interviewing() -> str:
    return tr("Interviews")


def _preparing() -> str:
    return tr("Getting ready for an interview")


def _going() -> str:
    return tr("Going somewhere")


ACTIONS = (
    Action(TODAY, lambda: tr("Today"), "sun", ("Ctrl+1",), group=_going),
    Action(JOURNAL, lambda: tr("Journal"), "notebook", ("Ctrl+2",), group=_going),
    Action(DELEGATION, lambda: tr("Delegation"), "transfer", ("Ctrl+6",), group=_going),
    # Coaching had its key first, and keeps it.
    Action(PEOPLE, lambda: tr("People"), "users", ("Ctrl+4",), group=_going),
    Action(PRACTICES, lambda: tr("Practices"), "checklist", ("Ctrl+5",), group=_going),
    Action(INTERVIEWS, lambda: tr("Interviews"), "messages", ("Ctrl+7",), group=_going),
    Action(COACHING, lambda: tr("Coaching pack"), "file-export", ("Ctrl+3",), group=_going),
    Action(SETTINGS, lambda: tr("Settings"), "adjustments-horizontal", ("Ctrl+,",), group=_going),
    Action(PRACTICE_MAP, lambda: tr("Practice map"), "table", ("Ctrl+G",), group=_going),
    Action(OTHER_SIDE, lambda: tr("The other side: your own interviews"), "messages", ("Ctrl+8",), group=_going),
    Action("search", lambda: tr("Search or jump to…"), "search", ("Ctrl+K", "Ctrl+F")),
    Action("lock", lambda: tr("Lock now"), "lock", ("Ctrl+L",)),
    Action("pane", lambda: tr("Next pane"), "arrow-right", ("F6",)),
    Action("rail", lambda: tr("Wide or narrow rail"), "layout-sidebar-left-collapse", ("Ctrl+B",)),
    Action("shortcuts", lambda: tr("Keyboard shortcuts"), "keyboard", ("F1",)),
    # What a system calls the help of the place one is at; and on macOS, where F1 needs a second key, the help at all.
    Action("help", lambda: tr("Help for this page"), "help", ("Shift+F1", "Ctrl+?")),
    Action("prompts", lambda: tr("Prompts"), "messages", ("Ctrl+Shift+O",)),
    Action("trash", lambda: tr("Look into the trash"), "trash", ("Ctrl+Shift+Del",)),
    Action("back-up", lambda: tr("Back up now"), "history", ("Ctrl+Shift+B",)),
    Action("quit", lambda: tr("Close Courage Journal"), "x", ("Ctrl+Q",)),
    Action("new", lambda: tr("New entry"), "plus", ("Ctrl+N",), group=_writing),
    Action(
        "finish",
        lambda: tr("Finish what you are writing"),
        "check",
        ("Ctrl+Return", "Ctrl+Enter"),
        (TODAY, JOURNAL, PRACTICES, INTERVIEWS, ONE_ON_ONE, HANDOVER, DEBRIEF, INTERVIEW, OTHER_SIDE, ALIGNMENT),
        _writing,
    ),
    Action("prompt", lambda: tr("Another prompt"), "refresh", ("Ctrl+Shift+P",), (TODAY,), _writing),
    Action("edit-prompt", lambda: tr("Edit this prompt"), "pencil", ("Ctrl+Shift+E",), (TODAY,), _writing),
    Action("free", lambda: tr("Write without a prompt"), "feather", ("Ctrl+Shift+F",), (TODAY,), _writing),
    Action("day", lambda: tr("Write for another day"), "calendar", ("Ctrl+Shift+D",), (TODAY,), _writing),
    Action("review", lambda: tr("Weekly review"), "calendar", ("Ctrl+Shift+R",), group=_writing),
    Action("previous", lambda: tr("Newer entry"), "chevron-up", ("Alt+Up",), (JOURNAL,), _writing),
    Action("next", lambda: tr("Older entry"), "chevron-down", ("Alt+Down",), (JOURNAL,), _writing),
    Action(
        "edit",
        lambda: tr("Edit what is chosen"),
        "pencil",
        ("F2",),
        (JOURNAL, DELEGATION, PRACTICES, INTERVIEWS),
        _writing,
    ),
    Action(
        "delete",
        lambda: tr("Move what is chosen to the trash"),
        "trash",
        ("Ctrl+Delete",),
        (JOURNAL, DELEGATION, PRACTICES, INTERVIEWS, OTHER_SIDE),
        _writing,
    ),
    Action("keep-work", lambda: tr("Add work that is still mine"), "plus", ("Ctrl+Shift+K",), (DELEGATION,), _together),
    Action("add-person", lambda: tr("Add a person"), "user-plus", ("Ctrl+Shift+N",), (PEOPLE,), _together),
    Action("add-practice", lambda: tr("Add a practice"), "plus", ("Ctrl+Shift+T",), (PRACTICES,), _writing),
    Action("run", lambda: tr("Begin or continue a run"), "checklist", ("Ctrl+R",), (PRACTICES,), _writing),
    Action(
        "print",
        lambda: tr("Save as pages to print"),
        "printer",
        ("Ctrl+P",),
        (PRACTICES, INTERVIEWS, INTERVIEW, SIDE_BY_SIDE, OTHER_SIDE),
        _writing,
    ),
    Action("new-kit", lambda: tr("New kit"), "plus", ("Ctrl+Shift+I",), (INTERVIEWS,), _interviewing),
    Action(
        "new-question",
        lambda: tr("Write a question of your own"),
        "pencil",
        ("Ctrl+Shift+W",),
        (INTERVIEWS,),
        _interviewing,
    ),
    Action(
        "start-interview",
        lambda: tr("Start interview"),
        "player-play",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        (INTERVIEWS,),
        _interviewing,
    ),
    Action(HANDOVER, lambda: tr("Hand something over"), "transfer", ("Ctrl+D",), group=_together),
    Action(CYCLE, lambda: tr("See the take-back cycle"), "repeat", ("Ctrl+Shift+Y",), group=_together),
    Action(
        "next-item",
        lambda: tr("Next point, step or question"),
        "arrow-right",
        ("Ctrl+Right", "Ctrl+PgDown"),
        (ONE_ON_ONE, HANDOVER, INTERVIEW, OTHER_SIDE),
        _meeting,
    ),
    Action("add-topic", lambda: tr("Add to the agenda"), "plus", ("Ctrl+Shift+A",), (ONE_ON_ONE,), _meeting),
    Action("add-follow-up", lambda: tr("Add a follow-up"), "plus", ("Ctrl+Shift+U",), (ONE_ON_ONE,), _meeting),
    Action("meetings", lambda: tr("All one-on-ones with them"), "history", ("Ctrl+Shift+M",), (ONE_ON_ONE,), _meeting),
    Action(
        "agenda-pdf",
        lambda: tr("Save the agenda as PDF"),
        "file-export",
        ("Ctrl+Shift+S",),
        (ONE_ON_ONE,),
        _meeting,
    ),
    Action("agenda-copy", lambda: tr("Copy the agenda"), "copy", ("Ctrl+Shift+C",), (ONE_ON_ONE,), _meeting),
    Action(
        "previous-item",
        lambda: tr("The question before"),
        "arrow-left",
        ("Ctrl+Left", "Ctrl+PgUp"),
        (INTERVIEW, OTHER_SIDE),
        _interviewing,
    ),
    Action(
        "rate",
        lambda: tr("Rate the answer"),
        "check",
        tuple(f"Ctrl+{number}" for number in range(1, _RATINGS + 1)),
        (INTERVIEW,),
        _interviewing,
        is_numbered=True,
    ),
    Action(
        "follow-up",
        lambda: tr("Tick off a follow-up"),
        "corner-down-right",
        tuple(f"Alt+{number}" for number in range(1, FOLLOW_UPS + 1)),
        (INTERVIEW,),
        _interviewing,
        is_numbered=True,
    ),
    Action("not-asked", lambda: tr("Mark the question as not asked"), "x", ("Ctrl+0",), (INTERVIEW,), _interviewing),
    Action(
        "pause",
        lambda: tr("Pause the clock, or let it go on"),
        "player-pause",
        ("Ctrl+Shift+H",),
        (INTERVIEW, OTHER_SIDE),
        _interviewing,
    ),
    Action("new-role", lambda: tr("Get ready for a role"), "plus", ("Ctrl+Shift+X",), (OTHER_SIDE,), _preparing),
    Action("add-questions", lambda: tr("Add from the bank"), "plus", ("Ctrl+Shift+L",), (OTHER_SIDE,), _preparing),
    Action("look-up", lambda: tr("Look something up"), "search", ("Ctrl+Shift+J",), (OTHER_SIDE,), _preparing),
    Action(
        "mock-run",
        lambda: tr("Begin a mock run"),
        "player-play",
        ("Ctrl+Shift+G",),
        (OTHER_SIDE,),
        _preparing,
    ),
    Action("answer", lambda: tr("Show or hide my answer"), "eye", ("Ctrl+J",), (OTHER_SIDE,), _preparing),
    Action("export", lambda: tr("Save the coaching pack"), "file-export", ("Ctrl+E",)),
)


def one_on_one_with(person: str) -> Action:
    """Going to the next one-on-one with somebody. It is in no table: there are as many as people."""
    return Action(ONE_ON_ONE, lambda: tr("One-on-one with {person}").format(person=person), "messages")


def by_shortcut() -> Mapping[str, tuple[str, ...]]:
    """What each shortcut does, by the keys of actions: the first that can be done is done, that of a page before one
    that can be done anywhere.
    """
    found: dict[str, tuple[str, ...]] = {}
    for each in sorted(ACTIONS, key=lambda each: not each.pages):
        for number, keys in enumerate(each.shortcuts, 1):
            key = f"{each.key}-{number}" if each.is_numbered else each.key
            found[keys] = (*found.get(keys, ()), key)
    return found


def action(key: str) -> Action:
    """The action with this key. Raises StopIteration."""
    return next(each for each in ACTIONS if each.key == key)
