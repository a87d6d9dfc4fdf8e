"""What was taken, by what was measured and of what; each line of it is said once, and kept for the results."""

import statistics
from collections import defaultdict

HEADING = f"{'':50}{'min':>9}{'median':>9}{'p95':>9}{'max':>9}"


class Figures(defaultdict[tuple[str, str], list[float]]):
    """Lists of milliseconds, or of what the name of the line says, by (what, of what)."""

    def __init__(self) -> None:
        super().__init__(list)
        self.said: list[str] = []

    def say(self, line: str = "") -> None:
        """Prints a line and keeps it."""
        print(line, flush=True)
        self.said.append(line)

    def show(self, what: str, of: str, to: str | None = None, *, name: str | None = None) -> None:
        """Says one line, where there is one; the ratio is that of the medians of `of` and `to`."""
        taken = self.get((what, of))
        if not taken:
            return
        ratio = self.ratio(what, of, to) if to is not None else None
        cells = (min(taken), statistics.median(taken), p95(taken), max(taken))
        line = f"{f'{name or what}, {of}':50}" + "".join(f"{each:9.1f}" for each in cells)
        self.say(line + (f"  x{ratio:.2f}" if ratio is not None else ""))

    def median(self, what: str, of: str) -> float | None:
        """None where nothing was taken, here and below."""
        taken = self.get((what, of))
        return statistics.median(taken) if taken else None

    def p95(self, what: str, of: str) -> float | None:
        """What all but a twentieth stay under."""
        taken = self.get((what, of))
        return p95(taken) if taken else None

    def ratio(self, what: str, of: str, to: str) -> float | None:
        """That of the medians."""
        upper, lower = self.median(what, of), self.median(what, to)
        return upper / lower if upper is not None and lower else None


def p95(taken: list[float]) -> float:
    """What all but a twentieth stay under; of a few, the greatest."""
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.95))]
