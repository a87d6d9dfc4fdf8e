"""A service that calls itself the system's keyring and is none: run as a program, on the bus of its environment."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

from jeepney import DBusErrorResponse, HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.secrets"
ITEM = "/org/freedesktop/secrets/collection/login/1"
OTHER = "ab" * 32  # a key of the right form, which nobody gave it

Answer = tuple[str | None, tuple[Any, ...]]


def wedged(_connection: DBusConnection, _asked: Message) -> None:
    """Takes every question and answers none."""


def failing(connection: DBusConnection, asked: Message) -> None:
    """Knows an error for each question."""
    connection.send(new_error(asked, "org.freedesktop.DBus.Error.Failed", "s", ("it quotes what it was given",)))


def dropping(_connection: DBusConnection, _asked: Message) -> None:
    """Dies of the first question."""
    sys.exit(1)


def lying(connection: DBusConnection, asked: Message) -> None:
    """Keeps whatever it is given, and gives back another."""
    _converse(connection, asked, [ITEM])


def forgetting(connection: DBusConnection, asked: Message) -> None:
    """Keeps whatever it is given, and then has nothing."""
    _converse(connection, asked, [])


def _converse(connection: DBusConnection, asked: Message, found: list[str]) -> None:
    """As much of a keyring, open and without encryption of its own, as the program asks for."""
    answers: Mapping[str, Callable[[], Answer]] = {
        "Get": lambda: ("v", (("b", False) if asked.body[1] == "Locked" else ("s", "login"),)),
        "SearchItems": lambda: ("ao", (found,)),
        "CreateItem": lambda: ("oo", (ITEM, "/")),
        "GetSecret": lambda: ("(oayays)", ((asked.body[0], b"", OTHER.encode(), "text/plain"),)),
        "Delete": lambda: ("o", ("/",)),
    }
    method = asked.header.fields[HeaderFields.member]
    if method == "OpenSession" and asked.body[0] == "plain":
        connection.send(new_method_return(asked, "vo", (("s", ""), "/org/freedesktop/secrets/session/1")))
    elif method in answers:
        connection.send(new_method_return(asked, *answers[method]()))
    else:
        connection.send(new_error(asked, "org.freedesktop.DBus.Error.NotSupported"))


def main(manner: Callable[[DBusConnection, Message], None]) -> None:
    """Takes the name, and goes on until it is killed."""
    connection = open_dbus_connection()
    answer = connection.send_and_get_reply(message_bus.RequestName(NAME))
    if answer.header.message_type is MessageType.error:
        raise DBusErrorResponse(answer)
    while True:
        message = connection.receive()
        if message.header.message_type is MessageType.method_call:
            manner(connection, message)


if __name__ == "__main__":
    main({each.__name__: each for each in (wedged, failing, dropping, lying, forgetting)}[sys.argv[1]])
