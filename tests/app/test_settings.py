"""What is kept outside the journal is where it is and how the window looks; broken settings are as good as none."""

import json
import stat
import sys
from pathlib import Path

import pytest

from app import paths, settings
from app.settings import Look, Settings


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for place in ("HOME", "XDG_CONFIG_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(place, str(tmp_path / "home"))
    path = paths.settings_file()
    if not path.is_relative_to(tmp_path):
        pytest.skip("this system does not let a test choose where settings live")
    return path


def test_without_settings_no_journal_is_remembered(file: Path) -> None:
    assert settings.remembered_journal() is None
    assert not file.parent.exists()


def test_a_journal_is_remembered_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings.remember_journal(Path("Tagebuch ü 日記"))
    assert settings.remembered_journal() == tmp_path / "Tagebuch ü 日記"
    settings.remember_journal(tmp_path / "another")
    assert settings.remembered_journal() == tmp_path / "another"


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\0\0\0",
        b"\xff\xfe{\0}\0",
        b"{",
        b"[]",
        b"null",
        b'"journal"',
        b"[" * 100_000,
        b'{"journal": null}',
        b'{"journal": ""}',
        b'{"journal": 7}',
        b'{"journal": ["/a"]}',
        b'{"journal": {"folder": "/a"}}',
        b'{"journal": "/a\\u0000b"}',
        b"9" * 10_000,
    ],
    ids=lambda garbage: repr(garbage[:20]),
)
def test_garbage_is_no_settings_and_can_be_replaced(file: Path, tmp_path: Path, garbage: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(garbage)
    assert settings.remembered_journal() is None
    settings.remember_journal(tmp_path)
    assert settings.remembered_journal() == tmp_path


def test_settings_of_others_are_kept(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('{"look": "dark", "journal": "/old"}', encoding="utf-8")
    settings.remember_journal(tmp_path)
    assert json.loads(file.read_text(encoding="utf-8")) == {"look": "dark", "journal": str(tmp_path), "name": ""}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_settings_are_for_their_owner_alone(file: Path, tmp_path: Path) -> None:
    settings.remember_journal(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file.parent.iterdir()) == [file]


def test_a_device_that_keeps_nothing_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    settings.remember_journal(tmp_path)
    assert settings.remembered_journal() is None


def test_a_folder_in_the_place_of_settings_is_no_reason_to_fail(file: Path, tmp_path: Path) -> None:
    file.mkdir(parents=True)
    settings.remember_journal(tmp_path)
    assert settings.remembered_journal() is None


KEPT = {"name": "Mine", "look": Look.DARK, "text_size": 130, "rail_is_collapsed": True, "place": "AdnQywAD"}


@pytest.mark.parametrize(("name", "value"), KEPT.items(), ids=KEPT)
def test_each_setting_is_kept_beside_the_others(name: str, value: object, tmp_path: Path) -> None:
    settings.keep(journal=tmp_path)
    now = settings.keep(**{name: value})
    assert getattr(now, name) == value
    assert settings.load() == now == Settings(**{"journal": tmp_path, name: value})  # type: ignore[arg-type]  # by name


def test_the_width_can_decide_again_and_a_journal_can_be_forgotten(tmp_path: Path) -> None:
    settings.keep(rail_is_collapsed=False, journal=tmp_path)
    assert settings.load().rail_is_collapsed is False
    assert settings.keep(rail_is_collapsed=None, journal=None) == settings.load() == Settings()


@pytest.mark.parametrize(
    ("name", "garbage"),
    [
        ("journal", 7),
        ("name", ["Mine"]),
        ("name", "half \ud800"),
        ("look", "pink"),
        ("look", None),
        ("text_size", 101),
        ("text_size", 130.0),
        ("text_size", True),
        ("rail_is_collapsed", 1),
        ("place", {}),
    ],
)
def test_one_bad_value_costs_no_other(file: Path, name: str, garbage: object) -> None:
    good = settings.keep(journal=Path("/somewhere").absolute(), **KEPT)
    document = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(document | {name: garbage}), encoding="utf-8")
    assert settings.load() == good._replace(**{name: getattr(Settings(), name)})


def test_a_setting_that_there_is_not_is_a_fault(file: Path) -> None:
    with pytest.raises(TypeError, match="loock"):
        settings.keep(loock="dark")
    assert not file.exists()


def test_another_journal_has_not_the_name_of_the_last(tmp_path: Path) -> None:
    settings.keep(journal=tmp_path / "a", name="Mine")
    settings.remember_journal(tmp_path / "b")
    assert settings.load().name == ""


def test_what_cannot_be_kept_still_holds_for_now(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    assert settings.keep(look=Look.LIGHT).look is Look.LIGHT
    assert settings.load().look is Look.SYSTEM
