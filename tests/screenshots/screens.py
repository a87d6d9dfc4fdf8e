"""The screens in their order, each reached as a person reaches it."""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QWidget

from app import settings
from app.errors import DamagedJournal, KeyringSilent
from app.settings import Look
from tests.screenshots import journals
from tests.screenshots.scenes import leave, scenes
from ui.refusals import refusal
from ui.session import Session
from ui.shell.curtain import Curtain
from ui.shell.main_window import MainWindow
from ui.theme import appearance
from ui.unlock.choose_passphrase import ChoosePassphrase
from ui.unlock.first_run import FirstRun
from ui.unlock.store_key import StoreKey
from ui.unlock.unlock import Unlock

Size = tuple[int, int, int, int]  # width, height, scale of the screen, size of text
_PATIENCE = 20
_STILL = 0.2
# What is shown last takes a moment.
_SLOW = ("one-on-one", "coaching", "today-written", "search-found", "settings-backups")


class Camera:
    """Takes the pictures whose names have all the words."""

    def __init__(self, folder: Path, words: list[str], sizes: dict[str, Size]) -> None:
        self._folder, self._words, self._sizes = folder, words, sizes
        self.taken = 0

    def take_all(self) -> None:
        """Every screen of every journal in every look and size."""
        for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
            for name, (width, height, _, text_size) in self._sizes.items():
                settings.keep(look=look, text_size=text_size)
                appearance.apply(look, text_size)
                self._gallery(f"{look}-{name}")
                for kind in ("real", "sample", "empty", "hostile"):
                    if self._is_wanted(f"{kind}-{look}-{name}"):
                        with TemporaryDirectory() as home:
                            self._journal(Path(home) / "journal", kind, f"{kind}-{look}-{name}", width, height)

    def _is_wanted(self, name: str) -> bool:
        """Whether any picture with this end can be wanted."""
        if "gallery" in self._words:
            return False
        known = ("real", "sample", "empty", "hostile", "light", "dark", "contrast", *self._sizes)
        return all(word in name for word in self._words if word in known)

    def _journal(self, folder: Path, kind: str, name: str, width: int, height: int) -> None:
        key = journals.make(folder, kind)
        settings.keep(journal=folder, name=journals.name_of(kind))
        session = Session()
        window = MainWindow(session, folder)
        window.resize(width, height)
        window.show()
        wait_until(lambda: _activated(window))
        if kind == "empty":
            self._first_run(name, width, height)
        self._gate(window, name)
        session.open(folder, lambda: key, lambda: None, print)
        wait_until(lambda: window.inside is not None)
        self._inside(window, name)
        closed: list[bool] = []
        session.close(lambda: closed.append(True))
        wait_until(lambda: bool(closed))
        window.inside = None
        window.close()
        window.deleteLater()

    def _first_run(self, name: str, width: int, height: int) -> None:
        if not any(self._wants(f"first-run-{step}-{name}") for step in ("passphrase", "key", "ready")):
            return
        with TemporaryDirectory() as place:
            session = Session()
            window = MainWindow(session, Path(place) / "journal")
            window.resize(width, height)
            window.show()
            wait_until(lambda: _activated(window))
            assert window.gate is not None
            run = window.gate.view
            assert isinstance(run, FirstRun)
            self._first_steps(window, run, name)
            closed: list[bool] = []
            session.close(lambda: closed.append(True))
            wait_until(lambda: bool(closed))
            window.close()
            window.deleteLater()

    def _first_steps(self, window: MainWindow, run: FirstRun, name: str) -> None:
        self._take(window, f"first-run-empty-{name}")
        choose = run.step
        assert isinstance(choose, ChoosePassphrase)
        for field in (choose.passphrase.first, choose.passphrase.second):
            field.setText("quiet ladder pepper harbour")
        choose.passphrase.first.show_typed(True)
        self._take(window, f"first-run-passphrase-{name}", still=1.5)
        choose.proceed()
        wait_until(lambda: isinstance(run.step, StoreKey))
        assert isinstance(run.step, StoreKey)
        self._take(window, f"first-run-key-{name}")
        run.step.keep.group.setText(run.step.keep._wanted)
        run.step.keep.stored.setChecked(True)
        self._take(window, f"first-run-key-stored-{name}")
        run.step.proceed()
        self._take(window, f"first-run-ready-{name}")

    def _gate(self, window: MainWindow, name: str) -> None:
        gate = window.gate
        assert gate is not None
        wait_until(lambda: _activated(window))  # again, after the window of a first start
        gate.focus_start()
        self._take(window, f"unlock-{name}")
        assert isinstance(gate.view, Unlock)
        gate.view.say(refusal(KeyringSilent()), is_about_field=False)
        self._take(window, f"unlock-no-answer-{name}")
        gate.show_recover()
        self._take(window, f"recover-{name}")
        gate.show_restore()
        self._take(window, f"restore-{name}")
        gate.show_damaged(DamagedJournal("pages"))
        self._take(window, f"damaged-{name}")
        gate.show_unlock()

    def _inside(self, window: MainWindow, name: str) -> None:
        inside = window.inside
        assert inside is not None
        for scene, go in scenes():
            if not self._wants(f"{scene}-{name}"):
                continue
            wait_until(lambda: _activated(window))
            go(inside)
            self._take(window, f"{scene}-{name}", still=1.5 if scene in _SLOW else _STILL)
            leave(inside)
        curtain = window.findChild(Curtain)
        assert curtain is not None
        curtain.fall("Locking")
        curtain.say_not_saved()
        self._take(window, f"not-saved-{name}")

    def _gallery(self, name: str) -> None:
        if self._words and "gallery" not in self._words:
            return
        from ui.gallery.page import gallery

        page = gallery()
        page.resize(1370, 860)
        page.show()
        self._take(page, f"gallery-{name}")
        page.deleteLater()

    def _take(self, window: QWidget, name: str, still: float = _STILL) -> None:
        if not self._wants(name):
            return
        settle(window, still)
        window.grab().save(str(self._folder / f"{name}.png"))
        self.taken += 1

    def _wants(self, name: str) -> bool:
        return all(word in name for word in self._words)


def settle(window: QWidget, still: float) -> None:
    """Waits until what is shown has stood still for so many seconds."""
    seen, since = None, time.monotonic()
    end = since + _PATIENCE
    while time.monotonic() < end and (seen is None or time.monotonic() - since < still):
        QApplication.processEvents()
        time.sleep(0.02)
        now = window.grab().toImage()
        if now != seen:
            seen, since = now, time.monotonic()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Lets events pass until it is so. Raises TimeoutError."""
    end = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def _activated(window: QWidget) -> bool:
    """Asks until it is so: a window that is not active has no focus to be seen."""
    window.activateWindow()
    return window.isActiveWindow()
