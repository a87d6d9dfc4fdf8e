"""Files, zips and folders: read by name, within limits, and never outside."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError, CannotRead, NotText, NotUnderstood
from app.exchange import sources
from app.exchange.reading import Reading
from app.reflections.model import Reflection
from tests.app.exchange.strategies import damaged

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
Found = tuple[list[tuple[str, str]], list[str]]


def read(path: Path) -> Found:
    reading = Reading[Reflection]()
    return list(sources.texts(path, reading)), [problem.where for problem in reading.problems]


def zipped(path: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe")
    assert read(path) == ([("a.txt", "Grüße")], [])


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    with pytest.raises(NotText):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["missing", "a\0b"])
def test_a_missing_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotRead):
        read(tmp_path / name)


def test_a_folder_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.git/x.txt", ".hidden", "c/d/e.txt", "a/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "x.bin").write_bytes(b"\xff")
    names = ["b.txt", "a/b.txt", "a/z.txt", "c/d/e.txt"]
    assert read(tmp_path) == ([(name, name) for name in names], ["x.bin"])


def test_an_empty_folder_and_an_empty_zip(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for empty in (tmp_path / "folder", zipped(tmp_path / "a.zip")):
        with pytest.raises(NotUnderstood):
            read(empty)


@posix
def test_links_are_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (inside / "a.txt").write_text("a")
    (inside / "file").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    assert read(inside) == ([("a.txt", "a")], ["file", "folder", "loop"])


@posix
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("a")
    assert read(tmp_path) == ([("a.txt", "a")], ["pipe"])
    with pytest.raises(CannotRead):
        read(tmp_path / "pipe")


@pytest.mark.skipif(sys.platform != "linux", reason="only here a name may be any bytes")
def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("a")
    ((name, text),) = read(tmp_path)[0]
    assert (name, text) == ("\N{REPLACEMENT CHARACTER}.txt", "a")


def test_a_folder_many_levels_deep(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.txt").write_text("a")
    assert len(read(tmp_path)[0]) == 1


def test_a_zip_is_read_by_name_and_nothing_is_extracted(tmp_path: Path) -> None:
    names = ["../../../../escape.txt", "/absolute.txt", "C:\\evil.txt", "a/../b.txt", "nul", "\x1b[2J.txt", "a.txt"]
    path = zipped(tmp_path / "a.zip", *[(name, name.encode()) for name in names])
    before = sorted(tmp_path.parent.rglob("*"))
    assert len(read(path)[0]) == len(names)
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_hidden_members_are_skipped(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip", ("__MACOSX/a", b"x"), (".DS_Store", b"x"), ("a/.x/b", b"x"), ("d/", b""), ("a", b"a")
    )
    assert read(path) == ([("a", "a")], [])


def test_the_same_name_twice(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zipped(tmp_path / "a.zip", ("a", b"1"), ("a", b"2"))
    assert read(path) == ([("a", "1"), ("a", "2")], [])


def test_limits_of_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "FILE_LIMIT", 1_000)
    monkeypatch.setattr(sources, "TOTAL_LIMIT", 2_500)
    members = [
        ("a", b"a" * 1_000),
        ("bomb", b"0" * 10_000_000),
        ("c", b"c" * 400),
        ("d", b"d" * 200),
        ("e", b"e" * 100),
    ]
    path = zipped(tmp_path / "a.zip", *members)
    found, problems = read(path)
    assert [name for name, _ in found] == ["a", "c"]
    assert problems == ["bomb", "d", "e"]


def test_a_size_in_a_zip_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "FILE_LIMIT", 1_000)
    path = zipped(tmp_path / "a.zip", ("a", b"0" * 100_000))
    data = path.read_bytes().replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(data)
    found, _ = read(path)
    assert all(len(text) <= 1_000 for _, text in found)


def test_the_number_of_members_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MEMBER_COUNT_LIMIT", 2)
    path = zipped(tmp_path / "a.zip", *[(str(number), b"") for number in range(3)])
    found, problems = read(path)
    assert (len(found), problems) == (2, ["a.zip"])


def test_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "FILE_LIMIT", 10)
    (tmp_path / "a.txt").write_text("a" * 11)
    (tmp_path / "b.txt").write_text("b" * 10)
    assert read(tmp_path) == ([("b.txt", "b" * 10)], ["a.txt"])
    with pytest.raises(NotUnderstood):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_inflate_without_a_bound_are_refused(tmp_path: Path, method: int) -> None:
    path = zipped(tmp_path / "a.zip", ("a", b"0" * 100), method=method)
    assert read(path) == ([], ["a"])


def test_encrypted_and_broken_members(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", ("a", b"hello"), ("b", b"world"), method=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"world", b"wormd"))
    assert read(path) == ([("a", "hello")], ["b"])
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert read(path) == ([], ["a", "b"])


def test_a_broken_zip(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(NotUnderstood):
        read(tmp_path / "a.zip")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_damaged_zips_never_crash(tmp_path: Path, data: st.DataObject) -> None:
    whole = zipped(tmp_path / "whole.zip", ("a.txt", b"hello " * 50), ("b/c.txt", b"world"), ("d/", b"")).read_bytes()
    path = tmp_path / "a.zip"
    path.write_bytes(data.draw(damaged(whole)))
    try:
        read(path)
    except AppError:
        return
