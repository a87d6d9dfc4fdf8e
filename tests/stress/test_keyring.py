"""Row 14: whatever is wrong with the keyring, the passphrase is asked for."""

from tests.flows.program import ROOT
from tests.stress.again import outcome_of
from tests.stress.figures import Result, cases

WHAT = "keyring missing, failing, locked, wedged, lying"
_TIMES = 10


def run(scale: float) -> Result:
    """Every test of the keyring ten times in full. Their short form is where they are."""
    tests = sorted(str(each.relative_to(ROOT)) for each in (ROOT / "tests").rglob("test_computer.py"))
    return outcome_of(tests, times=cases(_TIMES, scale))
