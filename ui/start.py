"""Starts the window: what the first paint needs, and nothing more."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import paths, process, settings
from app.translation import tr
from ui.collecting import leave_out_what_stays
from ui.doorbell.bell import Bell
from ui.restart import notice_given, place_given, sample_asked
from ui.session import Session
from ui.shell.main_window import MainWindow
from ui.theme import appearance, fonts, icons


def start(journal: Path | None) -> int:
    """Opens the window for `journal`, or for the last one, unless one is there already; its exit status."""
    folder, place, bell = chosen_journal(journal), place_given(), Bell()
    # What starts anew was here before: it comes back, whoever came to the door in between.
    if not bell.hang(folder, ring=not place):
        return 0
    application = make_application()
    session = Session(application)
    window = MainWindow(session, folder, place=place, notice=notice_given())
    window.answer(bell)
    window.painted.connect(_finish_starting)
    if sample_asked():
        window.await_sample()
    window.painted.connect(lambda: remove_left_behind(session))
    window.show()
    process.protect_memory()  # while the system brings the window up; no event, and so no key, is taken before
    application.aboutToQuit.connect(_let_go_of_the_clipboard)
    return application.exec()


def _let_go_of_the_clipboard() -> None:
    """What was copied from a text is an object of Python's, which must not be asked for once Python has ended."""
    from PySide6.QtGui import QClipboard

    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.setText(clipboard.text(QClipboard.Mode.Selection), QClipboard.Mode.Selection)


def _finish_starting() -> None:
    """Does what the first paint did not have to wait for."""
    QApplication.setWindowIcon(icons.app_icon())
    fonts.load_scripts()
    leave_out_what_stays()


def remove_left_behind(session: Session) -> None:
    """Takes away copies of the sample that a killed window could not; mostly there is nothing to look for."""
    sample = paths.sample_folder()
    if not any(sample.parent.glob(f".{sample.name}.*")):  # the folder itself may be there for other things
        return

    def work() -> None:
        from app.sample import remove_left_behind

        remove_left_behind()

    # What cannot be taken away now is tried again at the next start: nobody can read it.
    session.outside(session, work, lambda _: None, lambda _: None)


def start_gallery() -> int:
    """Opens the gallery of parts; its exit status."""
    from ui.gallery.page import gallery

    application = make_application()
    application.setWindowIcon(icons.app_icon())
    fonts.load_scripts()
    window = gallery()
    window.setWindowTitle(tr("Courage Journal, parts and states"))
    window.resize(1360, 860)
    window.show()
    return application.exec()


def make_application() -> QApplication:
    """The application, dressed as the settings say."""
    # Qt takes the style from here, too, and nobody has to load the names of QStyle to say it.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("courage-journal")
    application.setApplicationDisplayName("Courage Journal")
    application.setDesktopFileName("courage-journal")
    fonts.load()
    known = settings.load()
    appearance.apply(known.look, known.text_size)
    return application


def chosen_journal(given: Path | None) -> Path:
    """The folder of the journal to open, as the commands choose it."""
    if given is not None:
        return given
    if named := os.environ.get("COURAGE_JOURNAL"):
        return Path(named)
    return settings.load().journal or paths.journal_folder()


def has_screen() -> bool:
    """Whether a window can be shown; elsewhere than on Linux there always is a screen."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
