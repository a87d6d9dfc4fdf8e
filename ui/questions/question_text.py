"""What is asked, large: on the sheet that it is answered on."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.labels import Paragraph
from ui.widgets.panes import column

_STYLES = (("display", 70), ("page", 140), ("title", 10_000))  # the more letters, the smaller


class QuestionText(QWidget):
    """In the largest size that leaves room for what is written below."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = {style: Paragraph("", style, "ink") for style, _ in _STYLES}
        self.setLayout(column(*self._lines.values()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """The question."""
        meant = next(style for style, most in _STYLES if len(text) <= most)
        for style, each in self._lines.items():
            each.setVisible(style == meant)
            if each.text() != text:
                each.setText(text)

    def text(self) -> str:
        """What it shows."""
        return self._lines["display"].text()
