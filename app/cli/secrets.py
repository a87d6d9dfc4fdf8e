"""Where secrets come from: lines of standard input, or a person at a terminal; never an argument, never a wait."""

import sys
from getpass import getpass

from app.errors import EmptyPassphrase, NotText, SecretNeeded
from app.translation import tr

_GOOD = 3


class Secrets:
    """The secrets of one command, in the order in which it asks for them."""

    def __init__(self, *, from_stdin: bool) -> None:
        self._from_stdin = from_stdin

    @property
    def are_asked_for(self) -> bool:
        """Whether nobody gives them with the command."""
        return not self._from_stdin

    def passphrase(self, prompt: str | None = None) -> str:
        """A passphrase that exists already."""
        return self._next(prompt or tr("Passphrase: "), tr("passphrase"))

    def new_passphrase(self) -> str:
        """A passphrase to be, asked for twice at a terminal. Raises EmptyPassphrase."""
        what = tr("new passphrase")
        chosen = self._next(tr("New passphrase: "), what)
        if not chosen.strip():
            raise EmptyPassphrase
        if not self._from_stdin:
            _warn_if_weak(chosen)
            while self._next(tr("The same again: "), what) != chosen:
                print(tr("That was different."), file=sys.stderr)
        return chosen

    def recovery_key(self) -> str:
        """The recovery key."""
        return self._next(tr("Recovery key: "), tr("recovery key"))

    def password(self) -> str:
        """The password for a PDF. Raises EmptyPassphrase."""
        password = _line(tr("password"))
        if not password:
            raise EmptyPassphrase
        return password

    def rest(self) -> str:
        """All of standard input after the secrets."""
        read = bytearray()
        for line in sys.stdin.buffer:  # between two of them Python hears of Ctrl+C, in one long reading it may not
            read += line
        return decoded(bytes(read), tr("Standard input"))

    def _next(self, prompt: str, what: str) -> str:
        if self._from_stdin:
            return _line(what)
        if not is_terminal():
            raise SecretNeeded(what)
        return getpass(prompt)


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def decoded(data: bytes, where: str) -> str:
    """The bytes as text. Raises NotText."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotText(where) from None


def _line(what: str) -> str:
    data = sys.stdin.buffer.readline() if sys.stdin is not None else b""
    if not data:
        raise SecretNeeded(what)
    return decoded(data, tr("Standard input")).removesuffix("\n").removesuffix("\r")


def _warn_if_weak(passphrase: str) -> None:
    from app.strength import judge

    strength = judge(passphrase)
    if strength.level < _GOOD:
        weak = tr("Someone with a copy of the journal could guess this. A few more unrelated words help.")
        print(weak, strength.sentence, file=sys.stderr)
