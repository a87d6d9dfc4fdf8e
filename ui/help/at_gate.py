"""The help where no journal is open yet: of the first start, or of unlocking."""

from ui.help.sheet import HelpSheet
from ui.help.texts import FIRST_START, UNLOCKING
from ui.unlock.first_run import FirstRun
from ui.unlock.gate import Gate


def show_or_close(gate: Gate) -> None:
    """Over the gate; made when it is first asked for."""
    sheet = gate.findChild(HelpSheet) or HelpSheet(gate)
    sheet.toggle(FIRST_START if isinstance(gate.view, FirstRun) else UNLOCKING)
