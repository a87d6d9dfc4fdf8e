"""Two versions of a checklist beside each other in words: what was added, removed, moved and changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.practices.comparing import Difference, differences
from app.practices.model import Checklist, Step
from app.translation import tr, trn
from ui.practices.step_rows import clear
from ui.practices.words import version_name, version_said
from ui.reflection.one_of import OneOf
from ui.shell.overlay import Overlay, SheetBody
from ui.theme import tokens
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Pill
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import Panel, ScrollPage, column, row

_WIDTH, _LEAST, _TOP = 620, 120, 48


class CompareSheet(Overlay):
    """Opens with the newest version and the one before it; each can be another one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tokens.scaled(_WIDTH), _TOP)
        self.setAccessibleName(tr("Compare versions"))
        self._checklist: Checklist | None = None
        self._numbers = [0, 0]
        self.pills = [Pill("", name=name, boxed=True) for name in (tr("Earlier version"), tr("Later version"))]
        for at, pill in enumerate(self.pills):
            pill.clicked.connect(lambda _=False, at=at: self._choose(at))
        self._panel: Panel | None = None
        self._close = IconButton("x", tr("Close"))
        self._close.clicked.connect(self.close_overlay)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        holder = QWidget()
        holder.setLayout(column(self._rows, ..., margins=(24, 6, 24 - ScrollPage.ROOM, 16)))
        self.inner.addLayout(
            row(24, Label(tr("Compare versions"), "title"), ..., self._close, 14, margins=(0, 14, 0, 4))
        )
        pills = row(self.pills[0], 8, Icon("arrow-right", tone="ink3"), 8, self.pills[1], ..., margins=(24, 0, 24, 14))
        self.inner.addLayout(pills)
        self.inner.addWidget(Line())
        scroll = SheetBody(holder, _WIDTH, _LEAST)
        scroll.changed.connect(self._place)
        self.inner.addWidget(scroll)

    def show_checklist(self, checklist: Checklist, number: int) -> None:
        """Opens with the version of this number and the one before it."""
        self._checklist = checklist
        later = max(number, 2)
        self._numbers = [later - 1, later]
        self._show()
        self.open()
        self.pills[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, side: int) -> None:
        if self._checklist is None:
            return
        if self._panel is not None:
            self._panel.deleteLater()
        checklist = self._checklist
        options: list[tuple[object, str]] = [
            (number, tr("{version}: {said}").format(version=version_name(number), said=version_said(checklist, number)))
            for number in range(len(checklist.versions), 0, -1)
        ]
        choice = OneOf(options)
        choice.choose(self._numbers[side])
        choice.chosen.connect(lambda number: self._on_chosen(side, number))
        self._panel = Panel(self.pills[side])
        self._panel.setLayout(column(choice, margins=18))
        self._panel.open_at(self.pills[side])

    def _on_chosen(self, side: int, number: int) -> None:
        self._numbers[side] = number
        if self._panel is not None:
            self._panel.close_panel()
        self._show()

    def _show(self) -> None:
        assert self._checklist is not None  # noqa: S101  it was given before
        for pill, number in zip(self.pills, self._numbers, strict=True):
            pill.say(version_name(number))
        old, new = (self._checklist.versions[number - 1] for number in self._numbers)
        found = differences(old.steps, new.steps)
        clear(self._rows)
        for each in found:
            self._add(difference_row(each))
            self._add(Line())
        same = len(new.steps) - sum(each.after is not None for each in found)
        if found:
            said = trn("{count} step is as it was.", "{count} steps are as they were.", same) if same else ""
        else:
            said = tr("The steps of both are the same.")
        if said:
            last = QWidget()
            last.setLayout(column(12, Paragraph(said.format(count=same), "small", "ink2")))
            self._add(last)

    def _add(self, shown: QWidget) -> None:
        self._rows.addWidget(shown)
        shown.show()  # a layout would do so only in a while


def difference_row(given: Difference) -> QWidget:
    """What became of one step, by an icon, a word and its own words."""
    icon, tone, word = _kind(given)
    step = given.after or given.before
    assert step is not None  # noqa: S101  a difference has one of them at least
    lines = [Label(word, "caption", tone, wraps=True), Paragraph(_said(step), "readingS", "ink")]
    if given.is_changed and given.before is not None:
        lines.append(Paragraph(tr("It was: {step}").format(step=_said(given.before)), "small", "ink2"))
    mark = Icon(icon, tone=tone)
    made = QWidget()
    layout = row(mark, 12, column(*lines, spacing=2), margins=(0, 10, 0, 10))
    layout.setStretch(2, 1)
    layout.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    made.setLayout(layout)
    made.setAccessibleName(f"{word}: {_said(step)}")
    return made


def _kind(given: Difference) -> tuple[str, str, str]:
    if given.is_removed:
        return "circle-minus", "brick", tr("Removed")
    number = (given.at or 0) + 1
    if given.is_added:
        return "plus", "teal", tr("Added as step {number}").format(number=number)
    was = (given.was or 0) + 1
    if given.is_moved:
        words = (
            tr("Changed and moved, from {was} to {number}") if given.is_changed else tr("Moved from {was} to {number}")
        )
        return "transfer", "ink2", words.format(was=was, number=number)
    return "pencil", "ink2", tr("Changed, step {number}").format(number=number)


def _said(step: Step) -> str:
    if step.second_eyes is None:
        return step.text
    return tr("{step} (second eyes: {person})").format(step=step.text, person=step.second_eyes)
