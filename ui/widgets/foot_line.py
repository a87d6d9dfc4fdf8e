"""The line above what stays at the foot of a pane: there while more is above it than is in sight."""

from ui.widgets.labels import Line
from ui.widgets.panes import ScrollPage


class FootLine(Line):
    """Keeps its place, so that nothing moves when it comes."""

    def __init__(self, scroll: ScrollPage) -> None:
        super().__init__()
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        self._scroll = scroll
        scroll.verticalScrollBar().rangeChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self._scroll.scrolls())
