"""What is being released, read from where it is written down."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app import __version__
from distribution import release
from distribution.release import Release

TEXT = """# Changelog

What users notice.

## Unreleased

- One thing,
  over two lines.

## 0.2.0, 2027-02-01

- A second.
- A third.

## 0.1.0, 2026-12-01

- A first.
"""


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(release, "CHANGELOG", tmp_path / "CHANGELOG.md")
    release.CHANGELOG.write_text(TEXT, encoding="utf-8")
    return release.CHANGELOG


def test_releases_are_read_newest_first(written: Path) -> None:
    assert release.releases() == [
        Release(__version__, None, ("One thing, over two lines.",)),
        Release("0.2.0", date(2027, 2, 1), ("A second.", "A third.")),
        Release("0.1.0", date(2026, 12, 1), ("A first.",)),
    ]


@pytest.mark.parametrize("heading", ["## 0.2.0 (2027-02-01)", "## [0.2.0] - 2027-02-01", "## 0.2.0 – 2027-02-01"])
def test_a_heading_may_be_written_in_several_ways(written: Path, heading: str) -> None:
    written.write_text(TEXT.replace("## 0.2.0, 2027-02-01", heading), encoding="utf-8")
    assert release.releases()[1].version == "0.2.0"


def test_nothing_unreleased_is_no_release(written: Path) -> None:
    written.write_text(TEXT.replace("- One thing,\n  over two lines.\n", ""), encoding="utf-8")
    assert [each.version for each in release.releases()] == ["0.2.0", "0.1.0"]


def test_a_heading_without_a_day_is_refused(written: Path) -> None:
    written.write_text(TEXT.replace(", 2027-02-01", ""), encoding="utf-8")
    with pytest.raises(ValueError, match=r"0\.2\.0"):
        release.releases()


def test_what_is_built_is_what_the_changelog_has_first() -> None:
    assert release.releases()[0].version == __version__
    assert release.releases()[0].notes


def test_the_moment_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert release.made_at() == datetime(2027, 1, 15, 8, 0, tzinfo=UTC)


def test_the_moment_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert release.made_at() == release.made_at() <= datetime.now(UTC)
