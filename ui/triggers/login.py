"""logind: it says when the session locks or goes out of sight and when the computer sleeps, and waits with that."""

import os
from typing import Any

from jeepney import DBusAddress, Message
from jeepney.io.blocking import open_dbus_connection

from app.translation import tr
from ui.triggers.buses import PATIENCE, Bus, Ear, member, sender
from ui.triggers.watch import Occasion

_NAME = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
_MANAGER, _SESSION, _USER = (f"{_NAME}.{each}" for each in ("Manager", "Session", "User"))
_PROPERTIES = "org.freedesktop.DBus.Properties"
_THE_MANAGER = DBusAddress(_ROOT, bus_name=_NAME, interface=_MANAGER)
# What one of these properties becomes when nobody sits at the session any more.
_GONE = {"LockedHint": True, "Active": False}


def listen(ear: Ear) -> None:
    """Tells `ear` until the bus ends. Raises what a missing, broken or nonsensical bus makes of it."""
    with open_dbus_connection("SYSTEM", enable_fds=True, auth_timeout=PATIENCE) as connection:
        bus = Bus(connection)
        session = _own_session(bus)
        for name in ("PrepareForSleep", "PrepareForShutdown"):
            bus.subscribe(_NAME, _MANAGER, name)
        if session is not None:
            bus.subscribe(_NAME, _SESSION, "Lock", path=session)
            bus.subscribe(_NAME, _PROPERTIES, "PropertiesChanged", path=session)
        _hold(bus, ear)
        ear.notices(_noticed(bus, session))
        _follow(bus, ear)


def _follow(bus: Bus, ear: Ear) -> None:
    owner = bus.owner(_NAME)
    for said in bus.signals():
        # Anybody may send a signal to one program alone; logind itself may have been started anew.
        if sender(said) != owner:
            owner = bus.owner(_NAME)
        if sender(said) == owner:
            _hear(said, bus, ear)


def _hear(said: Message, bus: Bus, ear: Ear) -> None:
    match member(said), said.body:
        case "Lock", _:
            ear.came()
        case "PropertiesChanged", (_, changed, *_) if _is_gone(changed):
            ear.came()
        case "PrepareForSleep" | "PrepareForShutdown", (True,):
            ear.leaves()
        case "PrepareForSleep" | "PrepareForShutdown", (False,):
            # It is awake again, and the journal still open: the last words could not be saved. Or nobody left at all.
            _hold(bus, ear)


def _is_gone(changed: dict[str, tuple[str, Any]]) -> bool:
    return any(name in changed and changed[name][1] is value for name, value in _GONE.items())


def _hold(bus: Bus, ear: Ear) -> None:
    """Has the computer wait until the words are saved."""
    why = tr("Saves the last words and locks the journal")
    held = bus.ask(_THE_MANAGER, "Inhibit", "ssss", "sleep:shutdown", "Courage Journal", why, "delay")
    if held:
        (lasting,) = held
        descriptor = lasting.to_raw_fd()  # type: ignore[attr-defined]  # the one value that jeepney wraps
        os.set_inheritable(descriptor, False)
        ear.holds(descriptor)


def _noticed(bus: Bus, session: str | None) -> frozenset[Occasion]:
    if bus.owner(_NAME) is None:
        return frozenset()
    of_session = (Occasion.SCREEN, Occasion.SWITCH) if session is not None else ()
    return frozenset((Occasion.SLEEP, *of_session))


def _own_session(bus: Bus) -> str | None:
    """The session of this program; one that the session's own services started is in none, but its user has one."""
    asked: list[tuple[str, str, object]] = [("GetSessionByPID", "u", os.getpid())]
    if named := os.environ.get("XDG_SESSION_ID"):
        asked.insert(0, ("GetSession", "s", named))
    for method, signature, given in asked:
        match bus.ask(_THE_MANAGER, method, signature, given):
            case (str(path),):
                return path
    own = DBusAddress(f"{_ROOT}/user/self", bus_name=_NAME, interface=_PROPERTIES)
    match bus.ask(own, "Get", "ss", _USER, "Display"):
        case ((_, (str(), str(path))),) if path != "/":
            return path
    return None
