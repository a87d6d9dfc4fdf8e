"""The second place: a folder on a drive that gets a copy of each new backup, chosen, changed and left again."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui import places, wording
from ui.keeping import Keeping, clock_on_the_wall
from ui.refusals import printable, refusal
from ui.session import Session
from ui.settings.section import Setting
from ui.widgets.buttons import Button, LinkButton


class SecondPlace(Setting):
    """One row. `said` carries what was done, `failed` what could not be."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.choose = Button("", icon="device-usb", size="small")
        self.leave = LinkButton(tr("Stop using it"))
        super().__init__(tr("A second place"), " ", self.leave, self.choose)
        self._session = session
        self.choose.clicked.connect(self._on_choose)
        self.leave.clicked.connect(self._on_leave)
        self.show_place(None)

    def show_place(self, last: datetime | None) -> None:
        """Shows which it is; `last` is of when the newest copy there is, None where there is none to be found now."""
        chosen = self._session.preferences.second_place
        self.choose.say(tr("Change…") if chosen else tr("Choose a folder…"))
        self.leave.setVisible(bool(chosen))
        self.words.setText(self._words(chosen, last))

    def _words(self, chosen: str, last: datetime | None) -> str:
        if not chosen:
            return tr("A folder on a drive, for a copy of each new backup.")
        trouble = self._session.keeping.trouble if self._session.keeping is not None else None
        if last is None:
            return tr("{folder} is not there now. It gets its copy when it is back.").format(folder=printable(chosen))
        if trouble is not None:
            return refusal(trouble)
        made = wording.moment_name(last, clock_on_the_wall().date())
        return tr("{folder}. The newest copy there is from {moment}.").format(folder=printable(chosen), moment=made)

    def _on_choose(self) -> None:
        keeping, folder = self._session.keeping, places.choose_folder(self, tr("Copy each new backup to"), Path.home())
        if folder is not None and keeping is not None:
            self._begin(keeping, folder)

    def _begin(self, keeping: Keeping, folder: Path) -> None:
        self.said.emit("")
        self.choose.setEnabled(False)

        def is_used() -> None:
            self.choose.setEnabled(True)
            self.said.emit(tr("The newest backup is there now, and read back. Each new one follows."))

        def is_refused(error: Exception) -> None:
            self.choose.setEnabled(True)
            self.failed.emit(error)

        keeping.use_second_place(self, folder, is_used, is_refused)

    def _on_leave(self) -> None:
        if self._session.keeping is not None:
            self._session.keeping.forget_second_place(self)
            self.show_place(None)
            self.choose.setFocus()
            self.said.emit(tr("Nothing more is copied there. What is there stays."))
