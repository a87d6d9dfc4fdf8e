"""Where a test saves what is printed: the answer to the system's dialog, and what the system is told to open."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl


class Saving:
    """Answers with a file in this folder, and notes which name was proposed and what was opened."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.target = folder / "print.pdf"
        self.proposed: list[str] = []
        self.opened: list[str] = []
        monkeypatch.setattr("ui.places.save_file", self._answer)
        monkeypatch.setattr("ui.page_file.QDesktopServices", SimpleNamespace(openUrl=self._open))

    def read(self) -> str:
        """What stands in the file that was opened."""
        assert self.opened == [self.target.as_uri()]
        return " ".join(" ".join(each.extract_text() for each in PdfReader(self.target).pages).split())

    def _answer(self, _parent: object, _title: str, start: Path) -> Path:
        self.proposed.append(start.name)
        return self.target

    def _open(self, url: QUrl) -> bool:
        self.opened.append(url.toString())
        return True
