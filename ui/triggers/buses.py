"""What both listeners share: whom they tell, and how a bus is asked and subscribed to, in a thread that may wait."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection

from ui.triggers.watch import Occasion

PATIENCE = 25  # seconds for an answer, as D-Bus has it: nobody waits for this thread
_BUS = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")


class Ear(NamedTuple):
    """Whom a listener tells, from its thread."""

    notices: Callable[[frozenset[Occasion]], None]
    came: Callable[[], None]
    leaves: Callable[[], None]  # the computer sleeps or is shut down, as soon as what is held is let go
    holds: Callable[[int], None]  # a descriptor: as long as it is open, the computer waits a little before it sleeps


class Bus:
    """A connection. What fails on it raises what sockets raise; what is only refused there is answered with None."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._said: deque[Message] = deque()

    def ask(self, whom: DBusAddress, method: str, signature: str | None = None, *given: object) -> tuple[object, ...]:
        """The answer; () where it was refused, nobody is there to give one, or it takes too long."""
        message = new_method_call(whom, method, signature, given)
        try:
            answer = self._connection.send_and_get_reply(message, timeout=PATIENCE)
        except TimeoutError:
            return ()
        return () if answer.header.message_type is MessageType.error else tuple(answer.body)

    def owner(self, name: str) -> object:
        """Who has this name now, as a message says its sender; None where nobody has."""
        return next(iter(self.ask(_BUS, "GetNameOwner", "s", name)), None)

    def subscribe(self, sender: str | None, interface: str, member: str, **more: str) -> None:
        """Has these signals sent; from now on none of them is missed."""
        kind = {"type": "signal", "interface": interface, "member": member, **more}
        # A message carries the number of its sender, so that only the bus can judge the name.
        self._connection.filter(MatchRule(**kind), queue=self._said)
        self._connection.send_and_get_reply(message_bus.AddMatch(MatchRule(**kind, sender=sender)), timeout=PATIENCE)

    def signals(self) -> Iterator[Message]:
        """One after the other, for as long as there is a bus."""
        while True:
            yield self._connection.recv_until_filtered(self._said)


def sender(message: Message) -> object:
    """Who has sent it."""
    return message.header.fields.get(HeaderFields.sender)


def member(message: Message) -> object:
    """What kind of signal it is."""
    return message.header.fields.get(HeaderFields.member)
