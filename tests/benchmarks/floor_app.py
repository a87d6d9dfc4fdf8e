"""The floor of the work: unlock, newest, all, search, in raw SQL on an encrypted file, in plain widgets.

Return unlocks; Ctrl+1 shows the newest entry, Ctrl+2 all headings, Ctrl+3 the search. The floor that the owner's
standard measures by names a role of Qt's by `Qt` itself, as most programs do, which makes all of Qt's names (5 ms). So
does this one, or its ratios would be those of another floor.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import sqlcipher3
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

_SHOWN = "DisplayRole"  # by its short name
_KEY = "x'" + "5a" * 32 + "'"
_SCHEMA = (
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT, title TEXT, body TEXT)",
    "CREATE INDEX heading ON entry (day, id, title)",
    "CREATE VIRTUAL TABLE words USING fts5(title, body, content='entry', content_rowid='id', prefix='1 2 3')",
)
_NEWEST = "SELECT id, day, title FROM entry ORDER BY day DESC LIMIT ?"
_FOUND = """SELECT e.day || '  ' || snippet(words, 1, '', '', '…', 12) FROM words JOIN entry e ON e.id = words.rowid
            WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT 20"""


def make(path: Path, entries: Iterable[tuple[str, str, str]]) -> None:
    """Writes a file with these entries: day, title, body."""
    connection = _connect(path)
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.executemany("INSERT INTO entry (day, title, body) VALUES (?, ?, ?)", entries)
    connection.execute("INSERT INTO words(words) VALUES ('rebuild')")
    connection.commit()
    connection.close()


def _connect(path: Path) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(str(path))
    connection.execute(f'PRAGMA key = "{_KEY}"')
    connection.execute("PRAGMA cache_size = -65536")
    return connection


class _Headings(QAbstractListModel):
    def __init__(self, rows: list[tuple[int, str, str]], parent: QListView) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802  Qt's name
        return len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return "  ".join(self._rows[index.row()][1:]) if role == getattr(Qt, _SHOWN) else None


class _Window(QMainWindow):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._pages, self.passphrase = QStackedWidget(), QLineEdit()
        self.passphrase.returnPressed.connect(self._unlock)
        self._pages.addWidget(_page(self.passphrase))
        self.setCentralWidget(self._pages)
        self.resize(1360, 828)

    def _unlock(self) -> None:
        self._database = _connect(self._path)
        newest = self._rows(100)
        (body,) = self._database.execute("SELECT body FROM entry WHERE id = ?", newest[0][:1]).fetchone()
        side, text, split = QListView(), QPlainTextEdit(body), QSplitter()
        side.setModel(_Headings(newest, side))
        split.addWidget(side)
        split.addWidget(text)
        self._every, self._line, self._hits = QListView(), QLineEdit(), QListWidget()
        self._every.setUniformItemSizes(True)
        self._line.textChanged.connect(self._search)
        for page in (split, _page(self._every), _page(self._line, self._hits)):
            self._pages.addWidget(page)
        for number, focus in ((1, text), (2, self._every), (3, self._line)):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda at=number, to=focus: self._show(at, to))
        self._show(1, text)

    def _rows(self, most: int) -> list[tuple[int, str, str]]:
        return list(self._database.execute(_NEWEST, (most,)))

    def _show(self, number: int, focus: QWidget) -> None:
        if focus is self._every and self._every.model() is None:
            self._every.setModel(_Headings(self._rows(-1), self._every))
        self._pages.setCurrentIndex(number)
        focus.setFocus()

    def _search(self, text: str) -> None:
        words = " ".join(f'"{word}"*' for word in text.replace('"', "").split())
        self._hits.clear()
        if words:
            self._hits.addItems([row[0] for row in self._database.execute(_FOUND, (words,))])


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    for each in widgets:
        layout.addWidget(each)
    return page


def main(path: Path) -> int:
    """Shows the window until it is ended."""
    application = QApplication(sys.argv[:1])
    window = _Window(path)
    window.show()
    window.passphrase.setFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
