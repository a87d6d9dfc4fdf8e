"""The floor of starting: the least that a window of a journal could be, a list and a text, without a style."""

import sys

from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QPlainTextEdit, QSplitter


def main(words: int) -> int:
    """Shows it until it is ended, with so many words in the text."""
    application = QApplication(sys.argv[:1])
    window, split, names, text = QMainWindow(), QSplitter(), QListWidget(), QPlainTextEdit()
    names.addItems([f"Entry {number}" for number in range(30)])
    paragraph = " ".join(f"word{number}" for number in range(100))
    text.setPlainText("\n\n".join([paragraph] * (words // 100)) or "Nothing yet")
    split.addWidget(names)
    split.addWidget(text)
    split.setSizes([250, 750])
    window.setCentralWidget(split)
    window.resize(1360, 828)
    window.show()
    text.setFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
