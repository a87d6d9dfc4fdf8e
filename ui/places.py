"""Asks where: the only door to the system's file dialogs, which here leave no names of folders behind."""

import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget


def choose_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """A folder that exists, or None if nobody chose."""
    from PySide6.QtWidgets import QFileDialog

    _leave_no_trace()
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return _answer(chosen)


def choose_file(parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
    """A file that exists, of `kinds` as Qt writes them ("Backups (*.backup)"), or None if nobody chose."""
    from PySide6.QtWidgets import QFileDialog

    _leave_no_trace()
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    return _answer(chosen)


def save_file(parent: QWidget, title: str, start: Path) -> Path | None:
    """Where to write; the dialog has asked before it names a file that exists. None if nobody chose."""
    from PySide6.QtWidgets import QFileDialog

    _leave_no_trace()
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start))
    return _answer(chosen)


@cache
def _leave_no_trace() -> None:
    """Qt's dialog writes the folders it showed to a settings file of its own: below a path that can hold none."""
    from PySide6.QtCore import QSettings

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _answer(chosen: str) -> Path | None:
    if sys.platform != "linux":
        from PySide6.QtCore import QSettings

        # There the settings have no path that could be moved, so what the dialog wrote is taken out again.
        kept = QSettings(QSettings.Scope.UserScope, "QtProject")
        kept.remove("FileDialog")
    return Path(chosen) if chosen else None
