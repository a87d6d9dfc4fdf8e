"""The gallery: the components of the visual language in one picture, to be held beside the design."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.reflections.model import Pillar
from app.translation import tr
from ui.gallery.more import More
from ui.theme import icons, tokens
from ui.widgets import drawing
from ui.widgets.buttons import Button, Pressable
from ui.widgets.chips import Avatar, Pill, PillarChip, heat
from ui.widgets.choices import Check, PullSlider, Radio, Segmented, Toggle
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label
from ui.widgets.messages import Icon, MessageBar, SaveState, Toast
from ui.widgets.panes import ScrollPage, column
from ui.widgets.ring import FocusRing
from ui.widgets.rope_marks import Mark, RopeMark, mark_name
from ui.widgets.rows import paint_row_ground

_SAID = datetime.fromisoformat("2026-03-10T09:42:00+00:00")


class Components(QWidget):
    """Every component in each of its states, where the design has it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1360, 860)
        self._rings: list[FocusRing] = []
        self._put(Label(tr("Components and states"), "page"), 92, 36)
        look = Label(tr("Courage Journal, {look} theme").format(look=tokens.palette_in_force()), "small", "ink2")
        self._put(look, 1312 - look.sizeHint().width(), 45)
        self._put_buttons()
        self._put_choices()
        self._put_fields()
        self._put_messages()
        self._put_marks()
        self._put_pillars()
        self._put_type()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("paper"))
        icons.draw_mark(painter, QRectF(48, 37, 32, 32))
        rows: tuple[tuple[dict[str, bool], int], ...] = (
            ({}, 389),
            ({"hovered": True}, 449),
            ({"selected": True}, 509),
            ({"selected": True, "focused": True}, 569),
        )
        for state, top in rows:
            paint_row_ground(painter, QRectF(536, top, 368, 58), **state)
        for number, pull in enumerate((None, 1, 4, 6, 8)):
            drawing.box(painter, QRectF(952 + 26 * number, 226, 22, 22), 5, tokens.color(heat(pull)))
        for number, name in enumerate(("rail", "paper", "surface", "sunk", "select", "desk")):
            area = QRectF(952 + 61 * number, 302, 53, 36)
            drawing.box(painter, area, tokens.radius("m"), tokens.color(name), tokens.color("line"))

    def _put(self, widget: QWidget, left: int, top: int, width: int = 0, height: int = 0) -> QWidget:
        widget.setParent(self)
        hint = widget.sizeHint()
        widget.setGeometry(left, top, width or hint.width(), height or hint.height())
        return widget

    def _head(self, text: str, left: int, top: int, *, weight: int = 600) -> None:
        self._put(Label(text, "caption", "ink3", weight=weight), left, top - 8)

    def _put_ring(self, widget: QWidget) -> None:
        ring = FocusRing()
        ring.setWidget(widget)
        self._rings.append(ring)

    def _put_buttons(self) -> None:
        self._head(tr("Buttons"), 48, 100)
        states = (tr("Rest"), tr("Hover"), tr("Pressed"), tr("Focus"), tr("Disabled"))
        for number, words in enumerate(states):
            self._head(words, 111 + 84 * number, 128, weight=500)
        kinds = (
            (tr("Primary"), tr("Save"), "primary"),
            (tr("Second"), tr("Edit"), "secondary"),
            (tr("Quiet"), tr("Back"), "quiet"),
            (tr("Remove"), tr("Delete"), "danger"),
        )
        for line, (name, words, kind) in enumerate(kinds):
            self._put(Label(name, "small", "ink2"), 48, 159 + 46 * line)
            for state in range(5):
                button = Button(words, kind)
                self._put(button, 111 + 84 * state, 149 + 46 * line)
                self._force(button, state)

    def _force(self, button: Pressable, state: int) -> None:
        """States that otherwise need a mouse, by what Qt itself sets for them."""
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == 1)
        button.setDown(state == 2)
        if state == 3:
            self._put_ring(button)
        button.setDisabled(state == 4)

    def _put_choices(self) -> None:
        self._head(tr("Choices"), 48, 362)
        lefts = (48, 86, 124, 162, 200, 238, 276, 330, 384)
        for number, left in enumerate(lefts):
            kind, state = divmod(number, 3)
            button: QAbstractButton = (Check, Radio)[kind](name=tr("Choice")) if kind < 2 else Toggle(tr("Choice"))
            button.setAutoExclusive(False)
            button.setChecked(state > 0)
            side = button.sizeHint().height() if kind == 2 else 18
            self._put(button, left, 396 - side // 2, 34 if kind == 2 else 18, side)
            if state == 2:
                self._put_ring(button)
        options = (("done", tr("Done")), ("partly", tr("Partly")), ("not-yet", tr("Not yet")))
        self._put(Segmented(options, tr("How did it go?")), 48, 424)
        self._put(Pill("Jonas", avatar="Jonas"), 286, 426)
        slider = PullSlider()
        slider.set_value(6)
        self._put(slider, 48, 476, 286)

    def _put_marks(self) -> None:
        self._head(tr("Rope marks"), 48, 542)
        about = {
            Mark.AGREED: tr("on the rope, filled"),
            Mark.HELD: tr("crosses the rope"),
            Mark.PEEK: tr("above the rope, hollow"),
            Mark.TOOK_BACK: tr("leaves the rope"),
        }
        for number, (mark, words) in enumerate(about.items()):
            line, side = divmod(number, 2)
            left, top = 48 + 228 * side, 563 + 48 * line
            self._put(RopeMark(mark), left, top)
            self._put(Label(mark_name(mark), "control"), left + 30, top)
            self._put(Label(words, "caption", "ink3", weight=400), left + 30, top + 17)

    def _put_fields(self) -> None:
        self._head(tr("Fields"), 536, 100)
        texts = ("", tr("Focused"), "", "quiet lader pepper")
        kinds = (Field, _FocusedField, Field, Field)
        hints = (tr("Placeholder"), "", tr("Disabled"), "")
        fields = [kind(tr("Field"), placeholder=words) for kind, words in zip(kinds, hints, strict=True)]
        for number, (field, words) in enumerate(zip(fields, texts, strict=True)):
            field.setText(words)
            self._put(field, 536, 120 + 50 * number, 368)
        fields[2].setEnabled(False)
        fields[3].set_error(True)
        error = FieldError()
        self._put(error, 536, 316, 368, 20)
        error.say(tr("That passphrase does not open this journal."))
        self._head(tr("List rows"), 536, 369)
        states = (tr("Rest"), tr("Hover"), tr("Selected"), tr("Selected, keyboard focus"))
        for number, state in enumerate(states):
            title = tr("Onboarding emails") if number < 2 else tr("Board metrics report")
            self._put(Avatar("P" if number < 2 else "J"), 544, 404 + 60 * number)
            self._put(Label(title, "control", "ink"), 584, 400 + 60 * number)
            self._put(Label(state, "small", "ink2"), 584, 421 + 60 * number)

    def _put_messages(self) -> None:
        self._head(tr("Messages"), 536, 661)
        bar = MessageBar("repeat", tr("Third time this task came back"), tr("See the cycle"))
        self._put(bar, 536, 681, 368, 40)
        toast = Toast(self)
        toast.say(tr("Moved to Awaiting debrief"), lambda: None)
        toast.setGeometry(536, 731, 368, 40)
        self._put(_Tooltip(tr("Lock now"), tr("Ctrl L")), 536, 783)
        saved = SaveState()
        saved.show_saved(_SAID)
        self._put(saved, 661, 788)

    def _put_pillars(self) -> None:
        self._head(tr("Pillars"), 952, 100)
        for filled, top in ((True, 120), (False, 152)):
            left = 952
            for pillar in Pillar:
                chip = PillarChip(pillar, filled=filled)
                self._put(chip, left, top)
                left += chip.sizeHint().width() + (8 if filled else 16)
        self._head(tr("Pull strength, and days with a reflection"), 952, 206)
        self._put(Label(tr("none, 1–3, 4–5, 6–7, 8–10"), "caption", "ink3"), 1092, 229)
        self._head(tr("Surfaces"), 952, 282)
        for number, name in enumerate(("rail", "paper", "surface", "sunk", "select", "desk")):
            self._put(Label(name, "caption", "ink2"), 952 + 61 * number, 343)

    def _put_type(self) -> None:
        self._head(tr("Type"), 952, 393)
        middles = (432, 471, 506, 537, 566, 592, 616, 638, 659, 679)
        for (style, words), middle in zip(_styles(), middles, strict=True):
            label = Label(words, style, {"small": "ink2", "caption": "ink3"}.get(style, "ink"))
            self._put(label, 952, middle - label.sizeHint().height() // 2)
        self._head(tr("Icons, Tabler, 1.75 px at 18"), 952, 722)
        names = ("sun", "notebook", "transfer", "users", "checklist", "messages", "chart-line", "file-export")
        for number, name in enumerate((*names, "adjustments-horizontal", "lock", "repeat", "key")):
            self._put(Icon(name, size=18), 952 + 30 * number, 742)


class _FocusedField(Field):
    """As it looks while one types, wherever the keyboard is."""

    def hasFocus(self) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(self._caret_place(), tokens.color("caret"))


class _Tooltip(QWidget):
    """Words and the keys that do the same, as a tooltip has them."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__()
        self._words, self._keys = words, keys

    def sizeHint(self) -> QSize:
        font = tokens.font("caption")
        return QSize(9 + drawing.width_of(self._words, font) + 9 + drawing.width_of(self._keys, font) + 9, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, area = tokens.font("caption"), QRectF(self.rect())
        drawing.box(painter, area, tokens.radius("s"), tokens.color("tooltip"))
        inner = area.adjusted(9, 0, -9, 0)
        drawing.text(painter, inner, self._words, font, tokens.color("onTooltip"))
        drawing.text(painter, inner, self._keys, font, tokens.color("onTooltipMuted"), drawing.RIGHT)


def _styles() -> tuple[tuple[str, str], ...]:
    return (
        ("display", tr("Display 30")),
        ("page", tr("Page title 26")),
        ("title", tr("Detail title 20")),
        ("reading", tr("Reading and writing 18 on 29")),
        ("readingS", tr("Your words in lists 16 on 25")),
        ("heading", tr("Heading 14 semibold")),
        ("body", tr("Body 14 on 21")),
        ("control", tr("Control 13 medium")),
        ("small", tr("Helper 13 on 19")),
        ("caption", tr("Caption 12 medium, the smallest")),
    )


def gallery() -> QWidget:
    """The whole gallery, as a page that scrolls."""
    inside = QWidget()
    inside.setLayout(column(Components(), More()))
    return ScrollPage(inside)
