"""Runs rows of the table and says what each came to, one line a row: `python dev.py stress [rows] [--scale S]`.

`--scale 0.1` tries a tenth of everything; `--write` keeps the lines in tests/stress/results.txt. Ends with 1 when
anything was lost or went by undetected.
"""

import argparse
import importlib
import os
import platform
import sys
import time
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.stress.figures import Result

ROWS = {
    1: "test_killed_while_saving",
    2: "test_power_loss",
    3: "test_killed_while_changing",
    4: "test_full_disk",
    5: "test_flipped_bits",
    6: "test_cut_files",
    10: "test_canaries",
    11: "test_memory",
    12: "test_network",
    14: "test_keyring",
    15: "test_one_writer",
    16: "test_frozen_journals",
}
RESULTS = Path(__file__).with_name("results.txt")
_SHOWN = 20


def main(arguments: Sequence[str]) -> int:
    """0 when every row holds, 1 when one does not."""
    given = _parser().parse_args(arguments)
    lines = [_machine(given.scale)]
    print(lines[0], flush=True)
    failed = False
    for number in given.rows or ROWS:
        result, seconds = _run(number, given.scale)
        lines.append(line(number, result, seconds))
        failed = failed or bool(result.failures)
        print("\n".join([lines[-1], *(f"     {each}" for each in result.failures[:_SHOWN])]), flush=True)
    if given.write:
        RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return int(failed)


def line(number: int, result: Result, seconds: float) -> str:
    """One row: what, how many, how many of them failed, seconds; then what is worth knowing."""
    what = importlib.import_module(f"tests.stress.{ROWS[number]}").WHAT
    counts = [f"{what} {times:,}" for what, times in sorted(result.counts.items())]
    more = "; ".join([*counts, *result.notes])
    failed = "none failed" if not result.failures else f"FAILED {len(result.failures):,}"
    return f"{number:2}  {what:58} {result.tried:>7,}  {failed:12} {seconds:7.1f} s  {more}".rstrip()


def _run(number: int, scale: float) -> tuple[Result, float]:
    begin = time.monotonic()
    try:
        result: Result = importlib.import_module(f"tests.stress.{ROWS[number]}").run(scale)
    except Exception:  # noqa: BLE001  the other rows are still to be tried
        result = Result(failures=[traceback.format_exc()])
    return result, time.monotonic() - begin


def _machine(scale: float) -> str:
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"{day}, {system}, Python {platform.python_version()}, scale {scale:g}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py stress", description="The rows of the table of safety, in full.")
    parser.add_argument("rows", nargs="*", type=int, choices=[*ROWS, []], metavar="ROW", help="its number; all without")
    parser.add_argument("--scale", type=float, default=1.0, help="how much of the full figures (1)")
    parser.add_argument("--write", action="store_true", help="keep the lines in tests/stress/results.txt")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
