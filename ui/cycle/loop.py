"""The loop: four stations in the owner's own numbers, and at each arrow between two a way to break it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.delegation.cycle import Arrow, Cycle
from app.translation import tr
from ui.clock import today
from ui.cycle import loop_layout, loop_paint
from ui.cycle.loop_layout import Placed
from ui.cycle.node_view import NodeView
from ui.cycle.way_card import WayCard
from ui.cycle.words import as_text, between, nodes, way_words
from ui.theme import tokens
from ui.widgets.labels import Paragraph
from ui.widgets.panes import column

_CENTRE, _LEAST_CENTRE, _AROUND = 208, 96, 12


class Loop(QWidget):
    """Says which way was chosen. It is as high as what is in sight, as far as its form allows."""

    chosen = Signal(object)  # an Arrow

    def __init__(self) -> None:
        super().__init__()
        self._room = tokens.scaled(560)
        self._placed: Placed | None = None
        self._arrow: Arrow | None = None
        self.nodes = [NodeView(self) for _ in Arrow]
        self._centre = QWidget(self)
        title = Paragraph(tr("The take-back cycle"), "title", "ink", is_centred=True, weight=600)
        said = tr("Each step makes sense.\nThe circle is what costs you.")
        self._centre.setLayout(column(title, 5, Paragraph(said, "small", "ink2", is_centred=True)))
        self._centre.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.cards = [WayCard(arrow, way_words(arrow), self) for arrow in Arrow]
        for card in self.cards:
            card.clicked.connect(lambda _=False, card=card: self.chosen.emit(card.arrow))
            card.stepped.connect(lambda step, card=card: self._step(card, step))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The take-back cycle"))

    def show_cycle(self, cycle: Cycle, arrow: Arrow) -> None:
        """Draws this, broken at this arrow."""
        on = today()
        self._arrow = arrow
        for view, node in zip(self.nodes, nodes(cycle, on), strict=True):
            view.show_node(node)
        for card in self.cards:
            card.show_chosen(card.arrow is arrow, between(card.arrow, cycle, on))
        self.setAccessibleDescription(as_text(cycle, arrow, on))
        self._place()

    def set_room(self, height: int) -> None:
        """So high is what is in sight."""
        if height != self._room:
            self._room = height
            self._place()

    def start(self) -> WayCard:
        """The card that the keyboard comes to first: the chosen one."""
        return next((each for each in self.cards if each.is_chosen), self.cards[0])

    def sizeHint(self) -> QSize:
        high = self._placed.height if self._placed is not None else tokens.scaled(560)
        return QSize(tokens.scaled(780), round(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(320), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._placed is not None and self._arrow is not None:
            at = tuple(Arrow).index(self._arrow)
            loop_paint.paint(QPainter(self), self._placed, at, tokens.scaled(1000) / 1000)

    def _place(self) -> None:
        one, wide = tokens.scaled(1000) / 1000, max(self.width(), tokens.scaled(320))
        of_card = loop_layout.card_width(wide, one)
        high = max(each.height_for(of_card) for each in self.cards)
        sizes = [each.size_of_words() for each in self.nodes]
        before = self._placed
        self._placed = placed = loop_layout.place(wide, self._room, one, sizes, high)
        for widget, area in (*zip(self.nodes, placed.nodes, strict=True), *zip(self.cards, placed.cards, strict=True)):
            widget.setGeometry(area.toAlignedRect())
        self._place_centre(placed)
        if before is None or before.height != placed.height:
            self.updateGeometry()
        self.update()

    def _place_centre(self, placed: Placed) -> None:
        """Between the nodes at the sides; where they leave no room, what the loop is called stands above the page."""
        free = placed.nodes[1].left() - placed.nodes[3].right() - 2 * tokens.scaled(_AROUND)
        wide = min(int(free), tokens.scaled(_CENTRE))
        self._centre.setVisible(wide >= tokens.scaled(_LEAST_CENTRE))
        inside = self._centre.layout()
        high = inside.totalHeightForWidth(wide) if inside is not None else 0
        left, top = placed.middle.x() - wide / 2, placed.middle.y() - high / 2
        self._centre.setGeometry(round(left), round(top), wide, high)

    def _step(self, card: WayCard, step: int) -> None:
        at = (self.cards.index(card) + step) % len(self.cards)
        self.cards[at].setFocus(Qt.FocusReason.TabFocusReason)
