"""A local report of a fault of ours: where in the program it happened, and not a word of the journal."""

import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from traceback import walk_tb

from app import __version__, paths
from app.moments import format_instant, stamp
from app.vault.files import complete_file, create_private_folder


def write(error: BaseException, now: datetime) -> Path | None:
    """The report's path, or None where it could not be written. Messages are left out: they can quote text."""
    lines = [f"Courage Journal {__version__}", f"{platform.platform()}, Python {platform.python_version()}"]
    lines += [format_instant(now), type(error).__name__]
    for frame, line in walk_tb(error.__traceback__):
        code = frame.f_code
        lines.append(f"  {Path(code.co_filename).name}:{line} {code.co_qualname}")
    with suppress(OSError):
        create_private_folder(paths.report_folder())
        target = paths.report_folder() / f"report-{stamp(now)}.txt"
        with complete_file(target) as partial:
            partial.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return target
    return None
