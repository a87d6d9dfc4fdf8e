"""The tags of a reflection: chips to take away, and a small field that knows the tags there are."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy, QWidget

from app import limits
from app.reflections import rules
from app.translation import tr
from ui.reflection.draft import Draft
from ui.reflection.flow import Flow
from ui.session import Session
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Tag
from ui.widgets.fields import Field

_FIELD_WIDTH = 150


class TagsField(QWidget):
    """Enter or a comma makes a tag of what is typed; what is typed counts as one until then, so nothing is lost."""

    def __init__(self, draft: Draft, session: Session) -> None:
        super().__init__()
        self._draft, self._session = draft, session
        self._names: tuple[str, ...] = ()
        self._shown_id = ""
        self._known = QStringListModel(self)
        self._field = self._make_field()
        self._field.installEventFilter(self)
        self._button = LinkButton(tr("Add tag"), icon="tag", tone="ink2", style="caption")
        self._button.clicked.connect(self._begin)
        self._chips: list[Tag] = []
        self._flow = Flow(self._button, self._field, across=6, between=6)
        self.setLayout(self._flow)
        self._flow.setSizeConstraint(Flow.SizeConstraint.SetNoConstraint)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._button)
        draft.replaced.connect(self._fill)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
            if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
                self._on_left(event.reason())
        return False

    def _make_field(self) -> Field:
        field = Field(tr("New tag"), placeholder=tr("New tag"), compact=True)
        field.take_at_most(limits.NAME)
        field.setFixedWidth(_FIELD_WIDTH)
        field.textEdited.connect(self._on_edited)
        field.hide()
        completer = QCompleter(self._known, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._add, Qt.ConnectionType.QueuedConnection)
        field.setCompleter(completer)
        return field

    def _fill(self) -> None:
        """Shows the draft's tags, unless they are what is being typed here."""
        reflection = self._draft.reflection
        if reflection.id == self._shown_id and reflection.content.tags == self._told():
            return
        self._shown_id = reflection.id
        self._field.clear()
        self._names = reflection.content.tags
        self._show_chips()

    def _told(self) -> tuple[str, ...]:
        """The tags and what is being typed."""
        return rules.names((*self._names, self._field.text()))[: limits.MANY]

    def _show_chips(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [Tag(name, removable=True) for name in self._names]
        for chip in self._chips:
            chip.removed.connect(self._on_removed)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._field)
        self._flow.addWidget(self._button)
        self.updateGeometry()

    def _begin(self) -> None:
        self._session.read(self, lambda journal: journal.reflections.tags(), self._known.setStringList)
        self._button.hide()
        self._field.show()
        self._field.setFocus()

    def _end(self) -> None:
        self._add(self._field.text())
        self._field.hide()
        self._button.show()

    def _add(self, typed: str) -> None:
        self._field.clear()
        self._names = rules.names((*self._names, typed))[: limits.MANY]
        self._draft.edit(tags=self._names)
        self._show_chips()

    def _on_edited(self, typed: str) -> None:
        if "," in typed:
            for each in typed.split(","):
                self._add(each)
        else:
            self._draft.edit(tags=self._told())

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add(self._field.text())
        elif key == Qt.Key.Key_Escape:
            self._end()
            self._button.setFocus()
        elif key == Qt.Key.Key_Backspace and not self._field.text() and self._names:
            self._on_removed(self._names[-1])
        else:
            return False
        return True

    def _on_left(self, reason: Qt.FocusReason) -> None:
        if reason not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end()

    def _on_removed(self, name: str) -> None:
        self._names = tuple(each for each in self._names if each != name)
        self._draft.edit(tags=self._told())
        self._show_chips()
