"""The settings: all sections on one page that scrolls, and the list that goes to each."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.page import Page
from ui.reference import BACKUPS, Reference
from ui.session import LOCKING, PREFERENCES, PROMPT, Session
from ui.settings.backups import BackupsSection
from ui.settings.deleting import DeleteJournal
from ui.settings.keys import KeysSection
from ui.settings.locking import LockingSection
from ui.settings.look import LookSection
from ui.settings.privacy import PrivacySection
from ui.settings.section import HEADER, TOP, Section
from ui.settings.section_list import SectionList
from ui.settings.writing import WritingSection
from ui.theme import tokens
from ui.widgets.buttons import SearchButton
from ui.widgets.labels import Label, Line
from ui.widgets.panes import ScrollPage, column, row

_MARGIN = 32
_BOTTOM = 28
_SEARCH = 304


class SettingsPage(Page):
    """Its sections on one page; every change is kept as it is made."""

    shows = frozenset({LOCKING, PREFERENCES, PROMPT})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.look, self.writing = LookSection(), WritingSection(session)
        self.locking, self.backups = LockingSection(session), BackupsSection(session)
        self.keys, self.privacy = KeysSection(session), PrivacySection(session)
        # The sample has no folder to keep, no passphrase and no recovery key.
        lasting = () if session.is_sample else (self.backups, self.keys)
        self.sections: tuple[Section, ...] = (self.look, self.writing, self.locking, *lasting, self.privacy)
        self.list = SectionList(self.sections)
        self._deleting: DeleteJournal | None = None
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        for each in self.sections:
            each.refresh()

    def flush(self) -> None:
        self.writing.keep_name()

    def go_to(self, reference: Reference) -> None:
        if reference.id == BACKUPS and self.backups in self.sections:
            self._on_chosen(self.sections.index(self.backups))

    def focus_start(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        return [self.list, self.look.looks.buttons()[0]]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        return {"back-up": self._back_up} if self.backups in self.sections else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_header()
        self._leave_room_below()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, self.list.width(), self.height(), tokens.color("paper"))

    def _lay_out(self) -> None:
        holder = QWidget()
        self.area = ScrollPage(holder)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayout(row(self.list, self.area))
        self.header = _Header(self)
        parts = column(margins=(_MARGIN, TOP, _MARGIN - ScrollPage.ROOM, _BOTTOM))
        for each in self.sections:
            if each is not self.sections[0]:
                parts.addSpacing(24)
                parts.addWidget(Line())
                parts.addSpacing(22)
            parts.addWidget(each)
        self._below = QWidget()
        parts.addWidget(self._below)
        parts.addStretch(1)
        holder.setLayout(parts)  # last, since what is in a widget is dressed anew wherever that is put

    def _connect(self) -> None:
        self.privacy.installEventFilter(self)
        self.list.chosen.connect(self._on_chosen)
        self.area.verticalScrollBar().valueChanged.connect(self._follow)
        self.header.search.clicked.connect(lambda: self.asked.emit("search"))
        self.writing.prompts_asked.connect(lambda: self.asked.emit("prompts"))
        self.look.look_changed.connect(self._on_look_changed)
        for section in (self.locking, self.backups):
            section.lock_asked.connect(lambda: self.asked.emit("lock"))
        self.backups.departure_asked.connect(self.departure_asked)
        self.backups.delete_asked.connect(self._on_delete)
        self.writing.said.connect(self.said)
        self.keys.said.connect(lambda said: self.said.emit(said, None))

    def _place_header(self) -> None:
        bar = self.area.verticalScrollBar().sizeHint().width()
        left = self.list.width()
        self.header.setGeometry(left, 0, max(0, self.width() - left - bar), tokens.scaled(HEADER))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.privacy and event.type() == QEvent.Type.Resize:
            self._leave_room_below()
        return super().eventFilter(watched, event)

    def _leave_room_below(self) -> None:
        """The last section can be scrolled to the top, too."""
        taken = self.privacy.height() + TOP + _BOTTOM
        self._below.setFixedHeight(max(0, self.area.viewport().height() - taken))

    def _on_chosen(self, index: int) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(min(self._top(index), bar.maximum()))
        self._show_current(index)

    def _follow(self, value: int) -> None:
        passed = [
            index for index in range(len(self.sections)) if self._top(index) <= value + tokens.scaled(HEADER) // 2
        ]
        self._show_current(passed[-1] if passed else 0)

    def _show_current(self, index: int) -> None:
        self.list.follow(index)
        self.header.title.setText(self.sections[index].title)

    def _top(self, index: int) -> int:
        return self.sections[index].y() - self.sections[0].y()

    def _back_up(self) -> None:
        self._on_chosen(self.sections.index(self.backups))
        self.backups.back_up()

    def _on_look_changed(self) -> None:
        self.look_changed.emit()
        self._place_header()

    def _on_delete(self) -> None:
        if self._deleting is not None:
            return
        form = self._deleting = DeleteJournal(self.session)
        form.departure_asked.connect(self.departure_asked)
        form.closed.connect(self._on_delete_closed)
        self.backups.body.addWidget(form)
        form.show()
        form.old.setFocus()

    def _on_delete_closed(self) -> None:
        if self._deleting is not None:
            self._deleting.hide()
            self._deleting.deleteLater()
            self._deleting = None
            self.backups.delete.setFocus()


class _Header(QWidget):
    """Stays while the page scrolls below it: where one is, and the search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label(tr("Look"), "page")
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.search.setFixedWidth(tokens.scaled(_SEARCH))
        inner = row(self.title, ..., self.search, margins=(_MARGIN, 20, _MARGIN - ScrollPage.ROOM, 16))
        self.setLayout(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("surface"))
