"""The coaching pack: what goes in is chosen left, and the pages themselves are seen right."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.errors import AlreadyExists
from app.pack.wording import period as period_in_words
from app.translation import tr
from ui import places
from ui.coaching.options_pane import OptionsPane
from ui.coaching.presenter import CoachingPresenter
from ui.coaching.preview import Preview
from ui.coaching.words import reason
from ui.page import Page
from ui.reference import COACHING
from ui.refusals import printable
from ui.session import REFLECTION, Session
from ui.widgets.panes import row

_SUFFIX = ".pdf"


class CoachingPage(Page):
    """Nothing leaves the journal before the person says where to."""

    key = COACHING
    shows = frozenset({REFLECTION})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = CoachingPresenter(session, self)
        self.options = OptionsPane(self.presenter, session.preferences.first_weekday)
        self.preview = Preview(self.presenter)
        self.setLayout(row(self.options, self.preview))
        self.options.export_asked.connect(self.export)
        self.preview.search_asked.connect(lambda: self.asked.emit("search"))
        self.preview.begin_asked.connect(lambda: self.asked.emit("new"))
        self.presenter.saved.connect(self._on_saved)
        self.presenter.not_saved.connect(self._on_not_saved)

    @property
    def is_settled(self) -> bool:
        return self.presenter.is_settled

    def refresh(self) -> None:
        self.presenter.ask_again()

    def flush(self) -> None:
        self.presenter.flush()

    def focus_start(self) -> None:
        self.options.period.setFocus()

    def panes(self) -> list[QWidget]:
        return [self.options.period, self.preview.sheet]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        return {"save-pack": self.export}

    def export(self) -> None:
        """Asks where to, and saves the PDF there as soon as it is set."""
        self.options.say_trouble("")
        if self.options.password == "":
            self.options.refuse_password()
            return
        refused = self.presenter.shown.refused
        if refused is not None and not self.presenter.shown.is_setting:
            self._on_not_saved(refused)
            return
        chosen = places.save_file(self, tr("Export PDF"), _documents() / self._file_name())
        if chosen is not None:
            self._save_at(chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.options.fit(event.size().width())

    def _file_name(self) -> str:
        period = self.presenter.shown.period
        name = tr("Coaching pack {period}").format(period=period_in_words(period.since, period.until))
        return name + _SUFFIX

    def _save_at(self, chosen: Path) -> None:
        target = chosen
        if chosen.suffix.lower() != _SUFFIX:
            target = chosen.with_name(chosen.name + _SUFFIX)
            if target.exists():  # the dialog has asked about another name
                self._on_not_saved(AlreadyExists(target))
                return
        self.presenter.export(target, self.options.password)

    def _on_saved(self, target: Path) -> None:
        self.said.emit(tr("Saved as {name}").format(name=printable(target.name)), None)

    def _on_not_saved(self, error: Exception) -> None:
        is_said = error is self.presenter.shown.refused
        self.options.say_trouble(self.preview.sentence.text() if is_said else reason(error))


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
