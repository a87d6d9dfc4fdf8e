"""The trash over the dimmed page: each record that was put away, until when it is kept, and the way back."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.interviews.record import INTERVIEW
from app.interviews.wording import candidate_name
from app.translation import tr, trn
from app.trash import TRASH_KEPT
from ui.kinds import shown
from ui.session import PROMPT, Change, Session, now
from ui.shell.overlay import Overlay
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row
from ui.wording import day_name

if TYPE_CHECKING:
    from app.exchange.kinds import AnyRecord, Facts
    from ui.session import Journal

_WIDTH, _HEIGHT, _TOP = 640, 420, 48
_MOST = 100


class TrashSheet(Overlay):
    """Reads the trash anew whenever it is opened, and after each that was restored."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, tokens.scaled(_WIDTH), _TOP)
        self._session = session
        self.setAccessibleName(tr("Trash"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._close = IconButton("x", tr("Close"))
        self._close.clicked.connect(self.close_overlay)
        days = TRASH_KEPT // timedelta(days=1)
        kept = tr("What has been here for {days} days is deleted for good when the journal is next opened.")
        holder = QWidget()
        holder.setLayout(column(self._rows, ..., margins=(24, 6, 24 - ScrollPage.ROOM, 16)))
        self.inner.addLayout(row(24, Label(tr("Trash"), "title"), ..., self._close, 14, margins=(0, 14, 0, 2)))
        about = Paragraph(kept.format(days=days), "small", "ink2")
        self.inner.addLayout(column(about, margins=(24, 0, 24, 12)))
        self.inner.addWidget(Line())
        self.inner.addWidget(_Scroll(holder))

    def toggle(self) -> None:
        """Opens it, or closes it."""
        if self.isVisible():
            self.close_overlay()
            return
        self.open()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)
        self._ask()

    def _ask(self) -> None:
        self._session.read(self, _in_trash, self._show)

    def _show(self, found: "Sequence[tuple[AnyRecord, Facts]]") -> None:
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each, known in found[:_MOST]:
            self._add(self._row(each, known))
            self._add(Line())
        if (more := len(found) - _MOST) > 0:
            said = trn("{count} more was put away before these.", "{count} more were put away before these.", more)
            self._add(Paragraph(said.format(count=more), "small", "ink3"))
        if not found:
            self._add(Paragraph(tr("Nothing was put away lately."), "readingS", "ink2"))

    def _add(self, made: QWidget) -> None:
        self._rows.addWidget(made)
        made.show()  # a layout would do so only in a while

    def _row(self, each: "AnyRecord", known: "Facts") -> QWidget:
        assert each.deleted_at is not None  # noqa: S101  it is in the trash
        put_away = each.deleted_at.astimezone().date()
        kind = shown(known.kind)
        about = tr("{kind} of {day}, kept until {end}").format(
            kind=kind.words, day=day_name(known.day), end=day_name(put_away + TRASH_KEPT)
        )
        back = Button(tr("Restore"), icon="arrow-back-up", size="small")
        title = _title(known)
        back.setAccessibleName(tr("Restore: {title}").format(title=title))
        back.clicked.connect(lambda: self._restore(each.id, known.kind))
        words = column(ElidedLabel(title, "readingS", "ink"), 2, ElidedLabel(about, "caption", "ink3"))
        made = QWidget()
        line = row(Icon(kind.icon, size=18), 12, words, 12, back, margins=(0, 10, 0, 10))
        line.setStretch(2, 1)
        made.setLayout(line)
        return made

    def _restore(self, id: str, kind: str) -> None:
        def work(journal: "Journal") -> None:
            journal.stores[kind].restore(id, now())

        def is_back(_: object = None) -> None:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes
            self._ask()

        if kind == PROMPT:
            self._session.change_prompts(self, work, is_back)
        else:
            self._session.write(self, Change(kind, id), work, is_back)


class _Scroll(ScrollPage):
    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(_WIDTH), tokens.scaled(_HEIGHT))


def _in_trash(journal: "Journal") -> "list[tuple[AnyRecord, Facts]]":
    """What has a word in it, with its facts; put away last comes first."""
    from app.exchange.kinds import facts

    found = [(each, facts(each)) for each in journal.trash()]
    return [(each, known) for each, known in found if _title(known)]


def _title(known: "Facts") -> str:
    return candidate_name(known.title) if known.kind == INTERVIEW.name else known.title
