"""Row 16: the journals of every released format open; tests/golden keeps them."""

from tests.golden.frozen import JOURNALS
from tests.stress.again import outcome_of
from tests.stress.figures import Result

WHAT = "frozen journals of every released format"


def run(scale: float) -> Result:
    """All of them, at any scale, and one that is made now. The short form is where they are."""
    names = sorted(each.name for each in JOURNALS.glob("*") if each.is_dir())
    result = outcome_of(["tests/golden/test_frozen.py"], only="" if names else "to_be_frozen")
    result.notes.append(f"released: {', '.join(names) or 'none yet'}")
    return result
