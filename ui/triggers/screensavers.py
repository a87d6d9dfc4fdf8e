"""The screen savers of the desktops: each says under its own name when it covers the screen."""

import os
from pathlib import Path

from jeepney.io.blocking import open_dbus_connection

from ui.triggers.buses import PATIENCE, Bus, Ear
from ui.triggers.watch import Occasion

_NAMES = tuple(f"org.{each}.ScreenSaver" for each in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))


def listen(ear: Ear) -> None:
    """Tells `ear` until the bus ends. Raises what a missing, broken or nonsensical bus makes of it."""
    with open_dbus_connection(_address(), auth_timeout=PATIENCE) as connection:
        bus = Bus(connection)
        for name in _NAMES:
            # Some say it under one name for several, so whoever says it on this person's own bus is believed.
            bus.subscribe(None, name, "ActiveChanged")
        if any(bus.owner(name) is not None for name in _NAMES):
            ear.notices(frozenset((Occasion.SCREEN,)))
        for said in bus.signals():
            if said.body == (True,):
                ear.came()


def _address() -> str:
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return "SESSION"
    return f"unix:path={Path(os.environ['XDG_RUNTIME_DIR']) / 'bus'}"
