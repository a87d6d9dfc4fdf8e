"""Loaded by every Python that finds this folder on its path: writes down whatever reaches for a network."""

import os
import sys

# Families of sockets that stay on the computer: given by a descriptor, AF_UNIX, AF_NETLINK.
_AT_HOME = (-1, 1, 16)
_NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request")


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event in _NAMES or (event == "socket.__new__" and arguments[1] not in _AT_HOME):
        heard = os.open(os.environ["COURAGE_HEARD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(heard, f"{event} {getattr(sys, 'argv', '')}\n".encode())
        os.close(heard)


if "COURAGE_HEARD" in os.environ:
    sys.addaudithook(_hear)
