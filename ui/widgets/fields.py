"""Fields of one line, the passphrase field, and the sentence below a field that has something wrong."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app import limits
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton
from ui.widgets.by_name import set_by_name
from ui.widgets.caret import Caret
from ui.widgets.dressing import Dressed
from ui.widgets.labels import Paragraph, plain_tooltip
from ui.widgets.panes import row

_CLEAR = QColor(0, 0, 0, 0)
_SECRET = "ImhSensitiveData|ImhNoPredictiveText|ImhHiddenText"


class BareLine(Dressed, QLineEdit):
    """One line of text with a caret of our own; its subclass draws what is around it."""

    def __init__(self, name: str, placeholder: str, style: str) -> None:
        super().__init__()
        self._style = style
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hides_qt_caret = False
        self._caret = Caret(self, self._caret_place)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def take_at_most(self, most: int) -> None:
        """Takes no more than so many characters, and says so; a longer text that is shown can only become shorter."""
        from ui.widgets.room import Room  # which no field of a secret needs

        self.setValidator(Room(self, most))

    def dress(self) -> None:
        """Takes font and colours from the tokens in force."""
        self.setFont(tokens.font(self._style))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, _CLEAR)  # what is around the text is drawn already
        palette.setColor(QPalette.ColorRole.Highlight, tokens.color("tealLine"))
        palette.setColor(QPalette.ColorRole.HighlightedText, tokens.color("ink"))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.PlaceholderText, tokens.color("inkDisabled"))
        self.setPalette(palette)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from ui.widgets.field_menu import open_menu  # nothing that a first paint shows

        open_menu(self.createStandardContextMenu(), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._caret.begin()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._caret.end()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._caret.paint(QPainter(self))
        # Where the keyboard is, Qt has one, too; a window can be painted with it for a moment, and starts sooner.
        if self.hasFocus() and not self._hides_qt_caret:
            self._hides_qt_caret = True
            QTimer.singleShot(0, self, self._hide_qt_caret)

    def _hide_qt_caret(self) -> None:
        from ui.widgets.field_style import style_without_caret

        self.setStyle(style_without_caret())

    def _caret_place(self) -> QRect:
        around = self.cursorRect()  # which Qt makes five pixels wider at each side
        return QRect(around.left() + 6, around.top() - 1, 2, around.height() + 1)

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self._caret.begin()


class Field(BareLine):
    """One line to type in."""

    def __init__(
        self, name: str, *, placeholder: str = "", compact: bool = False, height: int = 0, leading_icon: str = ""
    ) -> None:
        self._height = height or (36 if compact else 40)
        self._icon, self._wrong = leading_icon, False
        super().__init__(name, placeholder, "body")
        self.dress_if_changed()

    def set_error(self, wrong: bool) -> None:
        """Shows that something is wrong with what is in it."""
        self._wrong = wrong
        self.update()

    def dress(self) -> None:
        """Takes font, colours and margins from the tokens in force."""
        super().dress()
        icon = tokens.scaled(18) + 10 if self._icon else 0
        self.setTextMargins(11 + icon, 0, 11, 1)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(60), tokens.scaled(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        border, width = self._border()
        fill = "surface" if self.isEnabled() else "sunk"
        drawing.box(painter, area, tokens.radius("m"), tokens.color(fill), tokens.color(border), width)
        if self._icon:
            drawing.icon(painter, self._icon, 13, area.center().y(), tokens.scaled(18), tokens.color("ink3"))
        painter.end()
        super().paintEvent(event)

    def _border(self) -> tuple[str, float]:
        if not self.isEnabled():
            return "line", 1
        if self._wrong:
            return "brick", 2
        return ("focus", 2) if self.hasFocus() else ("stroke", 1)


class PassphraseField(Field):
    """Hides what is typed until the eye is pressed; gives it away once and keeps no copy."""

    def __init__(self, name: str, placeholder: str = "", *, height: int = 0) -> None:
        self.eye = IconButton("eye", "", size=28, tone="ink3", icon_size=18)
        self._name = name
        self._matches = False
        super().__init__(name, placeholder=placeholder, height=height)
        self.show_typed(False)
        set_by_name(self, contextMenuPolicy="NoContextMenu")
        self.eye.setParent(self)
        self.eye.setCursor(QCursor())  # the arrow
        self.eye.clicked.connect(self._on_eye_clicked)

    def take(self) -> str:
        """The passphrase; the field is empty afterwards and cannot be made to show it again."""
        text = self.text()
        self.setText("")  # unlike clear(), this also forgets what undo would bring back
        self.show_typed(False)
        return text

    def show_typed(self, shown: bool) -> None:
        """Shows or hides what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        set_by_name(self, inputMethodHints=_SECRET)  # which a change of echo gives up
        self._space_out()
        said = tr("Hide what you type: {field}") if shown else tr("Show what you type: {field}")
        self.eye.call("eye-off" if shown else "eye", said.format(field=self._name))

    def mark_matching(self, matches: bool) -> None:
        """Shows a check in place of the eye: this is the same as the first."""
        self._matches = matches
        self.eye.setVisible(not matches)
        self.update()

    def dress(self) -> None:
        """As a field, with room for the eye."""
        super().dress()
        margins = self.textMargins()
        margins.setRight(tokens.scaled(28) + 14)
        self.setTextMargins(margins)
        self._space_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = tokens.scaled(28)
        self.eye.setGeometry(self.width() - side - 8, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._matches:
            size = tokens.scaled(18)
            left = self.width() - 8 - (tokens.scaled(28) + size) / 2
            drawing.icon(QPainter(self), "check", left, self.height() / 2, size, tokens.color("teal"))

    def _space_out(self) -> None:
        """Dots stand further apart than letters."""
        font = tokens.font(self._style)
        if self.echoMode() == QLineEdit.EchoMode.Password:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tokens.scaled(2))
        self.setFont(font)

    def _on_eye_clicked(self) -> None:
        self.show_typed(self.echoMode() == QLineEdit.EchoMode.Password)


class FieldError(QWidget):
    """One sentence below a field: what happened, then what to do. Nothing to say: nothing to see."""

    def __init__(self, *, room_below: int = 0) -> None:
        """`room_below` is kept to what follows, while it says something."""
        super().__init__()
        self._sentence = Paragraph("", "small", "brick")
        self.setLayout(row(self._sentence, margins=(22, 0, 0, room_below)))
        self.hide()

    def say(self, text: str) -> None:
        """Says it, also to a screen reader; an empty text takes the sentence away."""
        self._sentence.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text:
            from PySide6.QtGui import QAccessible, QAccessibleEvent  # whose names take 5 ms to load

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """What it says."""
        return self._sentence.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = tokens.line_height("small") / 2
        drawing.icon(QPainter(self), "alert-circle", 0, middle, tokens.scaled(16), tokens.color("brick"))


class LineField(BareLine):
    """A line of one's own words on a line, as on paper.

    Words that it is too narrow for end with an ellipsis while it is not typed in, and stand in its tooltip.
    """

    def __init__(self, name: str, placeholder: str = "", style: str = "readingS", *, most: int = limits.LINE) -> None:
        super().__init__(name, placeholder, style)
        self.take_at_most(most)
        self.textChanged.connect(self._tell_all)
        self.dress_if_changed()

    def dress(self) -> None:
        """Takes font and colours from the tokens in force."""
        super().dress()
        self.setTextMargins(-2, 0, -2, 3)  # Qt keeps two pixels beside the text, paper does not

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.line_height(self._style) + 9)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(60), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_all()

    def _tell_all(self) -> None:
        self.setToolTip(plain_tooltip(self.text()) if self._is_cut() else "")

    def _is_cut(self) -> bool:
        return drawing.width_of(self.text(), self.font()) > self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or not self._is_cut() or drawing.runs_from_right(self.text()):
            super().paintEvent(event)
        else:
            self._paint_cut()
        self._paint_line()

    def _paint_line(self) -> None:
        width = 2 if self.hasFocus() else 1
        tone = "focus" if self.hasFocus() else "stroke"
        QPainter(self).fillRect(0, self.height() - width, self.width(), width, tokens.color(tone))

    def _paint_cut(self) -> None:
        """The words where Qt would have them, without what there is no room for."""
        inside = QRect(QPoint(), self.size()).marginsRemoved(self.textMargins())
        height = self.fontMetrics().height()
        area = QRectF(0, inside.top() + (inside.height() - height + 1) // 2, self.width(), height)
        ink = tokens.color("ink" if self.isEnabled() else "inkDisabled")
        drawing.text(QPainter(self), area, self.text(), self.font(), ink)
