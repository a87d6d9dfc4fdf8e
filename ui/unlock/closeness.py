"""Room where a window is low: the large spaces of a column are halved, so that its end stays in sight."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLayout, QSizePolicy, QSpacerItem, QVBoxLayout

from ui.widgets.panes import ScrollPage

_SMALL = 12  # pixels: a space that keeps together what belongs together, however low the window is
_POLICY = QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed


class Closeness(QObject):
    """Halves the spaces of `column`, and of the columns in it, while all of `page` would not be in sight.

    To be made once the column is filled; `whole` is the layout of everything on the page.
    """

    def __init__(self, page: ScrollPage, whole: QLayout, column: QVBoxLayout) -> None:
        super().__init__(page)
        self._page, self._whole = page, whole
        self._columns = [column, *_columns_in(column)]
        self._spaces = [(space, space.sizeHint().height()) for each in self._columns for space in _large_spaces(each)]
        self._is_close = False
        page.installEventFilter(self)
        if (holder := whole.parentWidget()) is not None:
            holder.installEventFilter(self)

    def needed_height(self) -> int:
        """How high the page has to be for all of it to be in sight, with the spaces halved."""
        height = self._whole.totalHeightForWidth(self._page.width() - ScrollPage.ROOM)
        return height if self._is_close else height - self._spared()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):  # another window, or something is said
            self._fit()
        return False

    def _fit(self) -> None:
        is_close = self.needed_height() + self._spared() > self._page.height()
        if is_close != self._is_close:
            self._is_close = is_close
            for space, height in self._spaces:
                space.changeSize(0, _halved(height) if is_close else height, *_POLICY)
            for each in self._columns:
                each.invalidate()

    def _spared(self) -> int:
        return sum(height - _halved(height) for _, height in self._spaces)


def _halved(height: int) -> int:
    """Half of it, on the grid of four pixels."""
    return (height + 7) // 8 * 4


def _columns_in(layout: QLayout) -> Iterator[QVBoxLayout]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        inside = widget.layout() if widget is not None else None
        if isinstance(inside, QVBoxLayout):
            yield inside
            yield from _columns_in(inside)


def _large_spaces(column: QVBoxLayout) -> Iterator[QSpacerItem]:
    for at in range(column.count()):
        item = column.itemAt(at)
        space = item.spacerItem() if item is not None else None
        if space is not None and space.sizeHint().height() > _SMALL:
            yield space
