"""The left side of the pack's page: what goes in, how people are named, and the file at the end."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.pack.contents import Paper, Section
from app.pack.naming import Naming
from app.pack.typeset import Fonts
from app.translation import tr
from ui.coaching.entry_panel import EntryPanel
from ui.coaching.period_field import PeriodField, PeriodPanel
from ui.coaching.presenter import CoachingPresenter
from ui.coaching.toggle_row import ToggleRow
from ui.coaching.wish_area import WishArea
from ui.coaching.words import plans_in_words, reflections_in_words, size_in_words, some_in_words
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.choices import Segmented
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row

_WIDTH, _SHARE = 384, 0.42  # of the page at most, where text is large
_SIDE = 32


class OptionsPane(QWidget):
    """Shows and changes the choice that the presenter holds."""

    export_asked = Signal()
    _page = 0

    def __init__(self, presenter: CoachingPresenter, first_weekday: int | None) -> None:
        super().__init__()
        self._presenter = presenter
        self.period = PeriodField()
        self.panel = PeriodPanel(presenter, first_weekday, self)
        self.entries = EntryPanel(presenter, self)
        self.wish = WishArea(presenter)
        self.rows = {
            Section.WISH: ToggleRow(tr("What I want from this session")),
            Section.COMMITMENTS: ToggleRow(tr("Plans and how they went"), counts=True),
            Section.REFLECTIONS: ToggleRow(tr("Reflections"), counts=True),
        }
        self._build()
        self._wire()
        self._show()

    @property
    def password(self) -> str | None:
        """What the file is to open with; None where it opens without."""
        return self.password_field.text() if self.closes.is_on else None

    def refuse_password(self) -> None:
        """There is none yet, though the file is to have one."""
        self.password_field.set_error(True)
        self.password_error.say(tr("Type a password, or switch it off."))
        self.password_field.setFocus()
        self._reveal(self.password_error)

    def say_trouble(self, text: str) -> None:
        """Why the file could not be saved; an empty text takes the sentence away."""
        self.trouble.say(text)

    def fit(self, page: int) -> None:
        """Takes its share of a page of that width."""
        self._page = page
        self.setFixedWidth(min(tokens.scaled(_WIDTH), round(page * _SHARE)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._page:  # text has another size, perhaps
            self.fit(self._page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("paper"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.color("line"))

    def _build(self) -> None:
        self.naming = Segmented(
            [(Naming.FULL, tr("Full names")), (Naming.INITIALS, tr("Initials")), (Naming.ALIASES, tr("Aliases"))],
            tr("People appear as"),
        )
        self.naming.choose(self._presenter.choice.naming)
        self.paper = Segmented([(Paper.A4, tr("A4")), (Paper.LETTER, tr("US Letter"))], tr("Paper"))
        self.paper.choose(self._presenter.choice.paper)
        self.closes = ToggleRow(tr("Open with a password"))
        self.password_field = PassphraseField(tr("Password of the file"), height=36)
        self.password_error = FieldError()
        options = QWidget()
        helper = tr("A PDF for your coach or mentor. You choose what goes in, and you hand it over yourself.")
        inside = column(
            Label(tr("Coaching pack"), "page"),
            9,
            Paragraph(helper, "small", "ink2"),
            22,
            self._headed(tr("Period"), 8, self.period),
            20,
            self._headed(tr("What goes in"), 5, self._sections()),
            self._left_out(),
            21,
            self._headed(tr("People appear as"), 8, self.naming),
            20,
            self._headed(tr("Paper"), 8, self.paper),
            8,
            self.closes,
            2,
            self.password_field,
            6,
            self.password_error,
            ...,
            margins=(_SIDE, 20, _SIDE - ScrollPage.ROOM, 12),
        )
        options.setLayout(inside)
        self._scroll = ScrollPage(options)
        self._edge = Line()
        self._edge.hide()
        self.setLayout(
            column(row(self._scroll, margins=(0, 0, 1, 0)), row(self._edge, margins=(0, 0, 1, 0)), self._foot())
        )

    def _headed(self, heading: str, gap: int, content: QWidget) -> QWidget:
        made = QWidget()
        made.setLayout(column(Label(heading, "small", weight=600), gap, content))
        return made

    def _sections(self) -> QWidget:
        made = QWidget()
        wish, plans, reflections = self.rows.values()
        self.pick = LinkButton(tr("Choose one by one…"), style="small")
        self.pick.hide()
        made.setLayout(column(wish, self.wish, Line(), plans, Line(), reflections, row(self.pick, ...)))
        return made

    def _left_out(self) -> QWidget:
        self.left_out = Label("", "small", "ink2", wraps=True, tabular=True)
        self._left_out_line = QWidget()
        line = row(Icon("lock"), 10, self.left_out, margins=(0, 12, 0, 0))
        line.setStretch(2, 1)
        self._left_out_line.setLayout(line)
        return self._left_out_line

    def _foot(self) -> QWidget:
        self.trouble, self.fonts = FieldError(), Paragraph("", "small", "ink2")
        self.fonts.setText(tr("Some signs are in no font of this computer. In the PDF they are boxes."))
        self.size_line = Label("", "small", "ink2", wraps=True, tabular=True)
        self.export = Button(tr("Export PDF…"), "primary", keys=tr("Ctrl E"))
        summary = row(self.size_line, 8, self.export)
        summary.setStretch(0, 1)
        summary.setAlignment(self.export, Qt.AlignmentFlag.AlignBottom)
        foot = QWidget()
        foot.setLayout(column(self.fonts, self.trouble, 12, summary, margins=(_SIDE, 12, _SIDE + 1, 20)))
        return foot

    def _wire(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self._show)
        self.period.clicked.connect(lambda: self.panel.open_below(self.period))
        self.pick.clicked.connect(lambda: self.entries.open_above(self.pick))
        for section, each in self.rows.items():
            each.switch(section in presenter.choice.sections)
            each.switched.connect(lambda on, section=section: self._switch(section, on))
        self.naming.chosen.connect(lambda key: presenter.choose(naming=Naming(key)))
        self.paper.chosen.connect(lambda key: presenter.choose(paper=Paper(key)))
        self.closes.switched.connect(self._on_closes)
        self.password_field.textEdited.connect(self._forget_refusal)
        self.password_field.setVisible(False)
        self.export.clicked.connect(self.export_asked)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_edge)

    def _switch(self, section: Section, on: bool) -> None:
        sections = self._presenter.choice.sections
        self._presenter.choose(sections=sections | {section} if on else sections - {section})

    def _on_closes(self, on: bool) -> None:
        self.password_field.setVisible(on)
        self._forget_refusal()
        if on:
            self.password_field.setFocus()
            self._reveal(self.password_field)
        else:
            self.password_field.take()

    def _reveal(self, part: QWidget) -> None:
        """Scrolls there, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, _SIDE))

    def _forget_refusal(self, _typed: str = "") -> None:
        self.password_field.set_error(False)
        self.password_error.say("")

    def _show_edge(self, _least: int, most: int) -> None:
        """A line says that there is more behind the foot."""
        self._edge.setVisible(bool(most))

    def _show(self) -> None:
        shown = self._presenter.shown
        self.period.show_period(shown.period)
        self.wish.setVisible(Section.WISH in self._presenter.choice.sections)
        if shown.there is not None:
            plans, reflections = zip(shown.chosen, shown.there, strict=True)
            self.rows[Section.COMMITMENTS].say(some_in_words(*plans, plans_in_words(plans[1])))
            self.rows[Section.REFLECTIONS].say(some_in_words(*reflections, reflections_in_words(reflections[1])))
            self.pick.setVisible(bool(shown.there.reflections))
        self._left_out_line.setVisible(bool(shown.left_out))
        self.left_out.setText(tr("Entries marked not for export stay out: {count}").format(count=shown.left_out))
        self.size_line.setText(size_in_words(shown.pages) if shown.pages else "")
        self.fonts.setVisible(shown.pages is not None and shown.pages.fonts is Fonts.INCOMPLETE)
