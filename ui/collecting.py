"""Garbage is collected on the GUI thread only.

Python collects cycles in whichever thread happens to allocate. In the vault thread that would destroy widgets, which
ends the program at once.
"""

import gc

_THRESHOLDS = (2_000, 10, 10)


def hold_back() -> None:
    """Nothing is collected by itself from now on."""
    gc.disable()


def leave_out_what_stays() -> None:
    """What start-up has made is never looked at again."""
    gc.freeze()


def collect_if_due() -> None:
    """Collects on this thread, as often and as deep as Python would."""
    counts = gc.get_count()
    if counts[0] < _THRESHOLDS[0]:
        return
    due = max(number for number, (count, most) in enumerate(zip(counts, _THRESHOLDS, strict=True)) if count >= most)
    gc.collect(due)
