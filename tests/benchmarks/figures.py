"""A line of figures: the least, the median, nearly the most, the most, and the ratio to something else."""

import statistics
from collections.abc import Sequence

HEADING = f"{'':46}{'min':>9}{'median':>9}{'p95':>9}{'max':>9}"


def show(name: str, figures: Sequence[float], floor: Sequence[float] = ()) -> None:
    """Prints one line; the ratio is that of the medians."""
    p95 = sorted(figures)[int(len(figures) * 0.95)]
    ratio = f"  x{statistics.median(figures) / statistics.median(floor):.2f}" if floor else ""
    cells = (min(figures), statistics.median(figures), p95, max(figures))
    print(f"{name:46}" + "".join(f"{each:9.1f}" for each in cells) + ratio, flush=True)
