"""Pages are set in a process of its own that answers once, can be stopped, and leaves nothing behind."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from pypdf import PdfReader

from app.pack import TYPESET_COMMAND, child
from app.pack.child import Typesetting, TypesettingStopped, serve
from app.pack.contents import Pack
from app.pack.typeset import Fonts, typeset
from tests.app.pack.records import entry, pack

SMALL = pack(entry("A short day.", "the pull", people=("J.",)), wish="less hovering")
LARGE = pack(*[entry("Words and sentences. " * 300) for _ in range(300)])
PNG = b"\x89PNG\r\n\x1a\n"
ROOT = Path(child.__file__).parents[2]


def begun(given: Pack) -> Typesetting:
    return Typesetting(given, pages=False, ppi=0)


def size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def test_the_pdf_is_the_same_as_that_of_the_command_line() -> None:
    made = begun(SMALL).wait()
    here = typeset(SMALL)
    assert (made.pdf, made.fonts, made.count, made.pngs) == (here.pdf, here.fonts, here.pages, ())


@pytest.mark.parametrize("ppi", [72, 144])
def test_each_page_comes_as_a_picture(ppi: int) -> None:
    made = Typesetting(pack(*[entry("Words. " * 500) for _ in range(3)]), pages=True, ppi=ppi).wait()
    assert made.count == len(made.pngs) == len(PdfReader(BytesIO(made.pdf)).pages) > 1
    assert all(png.startswith(PNG) for png in made.pngs)
    width, height = size(made.pngs[0])
    assert (round(width * 72 / ppi / 10), round(height * 72 / ppi / 10)) == (60, 84)


def test_a_sign_in_no_font_is_told_and_drawn_all_the_same() -> None:
    made = Typesetting(pack(entry("before \u0378 after")), pages=True, ppi=72).wait()
    assert made.fonts is Fonts.INCOMPLETE
    assert len(made.pngs) == 1


@pytest.mark.slow
def test_it_can_be_stopped_from_another_thread() -> None:
    running = begun(LARGE)
    threading.Timer(0.2, running.cancel).start()
    with pytest.raises(TypesettingStopped):
        running.wait()
    assert running._process.returncode not in (None, 0)
    running.cancel()


def test_stopped_before_it_was_asked_is_stopped_too() -> None:
    running = begun(SMALL)
    running.cancel()
    running._process.wait()
    with pytest.raises(TypesettingStopped):
        running.wait()


@contextmanager
def started() -> Iterator[subprocess.Popen[bytes]]:
    """The child alone."""
    command = [sys.executable, "-m", "app", TYPESET_COMMAND]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with ExitStack() as stack:
        process = stack.enter_context(subprocess.Popen(command, cwd=ROOT, **pipes))  # type: ignore[call-overload]
        stack.callback(process.kill)
        yield process


@pytest.mark.slow
def test_a_child_whose_parent_is_gone_ends_by_itself_and_says_nothing() -> None:
    question = begun(LARGE)
    question.cancel()
    with suppress(TypesettingStopped):
        question.wait()
    with started() as process:
        to = cast(BinaryIO, process.stdin)
        child._write(to, question._question)
        to.close()
        assert process.wait() == 1
        assert (cast(BinaryIO, process.stdout).read(), cast(BinaryIO, process.stderr).read()) == (b"", b"")


@pytest.mark.parametrize(
    "nonsense", [b"", b"\0", b"\0\0\0\0\0\0\0\x05{", b"\0\0\0\0\0\0\0\x02{}", b"\0" * 7 + b"\x04null"]
)
def test_what_is_no_question_gets_no_answer(nonsense: bytes) -> None:
    with started() as process:
        out, error = process.communicate(nonsense)
        assert (process.returncode, out, error) == (1, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="this terminal is one of POSIX")
def test_on_a_terminal_it_refuses() -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "app", TYPESET_COMMAND]
    done = subprocess.run(command, cwd=ROOT, stdin=theirs, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--help" in done.stderr


def test_it_is_in_no_list_of_commands() -> None:
    done = subprocess.run([sys.executable, "-m", "app", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert TYPESET_COMMAND not in done.stdout


def test_serving_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    question = begun(SMALL)
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as asked, os.fdopen(writing, "wb") as asking:
        child._write(asking, question._question)
        answer = BytesIO()
        serve(asked, answer, lambda: None)
    assert b"%PDF" in answer.getvalue()
    assert question.wait().pdf in answer.getvalue()
    assert list((tmp_path / "tmp").iterdir()) == []
