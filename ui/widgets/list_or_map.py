"""The switch between work as a list and work as a map, the same on both pages."""

from app.translation import tr
from ui.widgets.segmented import Segmented

LIST, MAP = "list", "map"


def list_or_map(shown: str, *, compact: bool = False) -> Segmented:
    """The switch as it stands on the page that is shown; whoever chooses the other goes there."""
    options, icons = [(LIST, tr("List")), (MAP, tr("Map"))], {LIST: "list", MAP: "table"}
    made = Segmented(options, tr("How work is shown"), compact=compact, icons=icons)
    made.choose(shown)
    made.chosen.connect(lambda _: made.choose(shown))  # the page that is come back to is what it was
    return made
