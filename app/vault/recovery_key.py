"""The recovery key as a person writes it down: 31 random Crockford base32 symbols and one check symbol.

The check symbol is that of a Reed-Solomon code over GF(32): it notices every single wrong symbol and every
exchange of two but that of the first and the last (over 32 symbols none could). Letters that look like digits
(O, I, L) are read as those digits; U does not occur.
"""

import os

from app.errors import MalformedRecoveryKey

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_LENGTH = 31
_GROUP = 4
_LOOKALIKES = str.maketrans("OIL", "011", "- \t")


def make() -> str:
    """A new key with 155 random bits: eight groups of four symbols joined by hyphens."""
    values = [byte % len(SYMBOLS) for byte in os.urandom(_RANDOM_LENGTH)]  # each as likely: 256 is a multiple of 32
    symbols = "".join(SYMBOLS[value] for value in (*values, _check(values)))
    return "-".join(symbols[at : at + _GROUP] for at in range(0, len(symbols), _GROUP))


def parse(text: str) -> str:
    """The 32 symbols, in capitals without hyphens or blanks. Raises MalformedRecoveryKey."""
    symbols = text.strip().upper().translate(_LOOKALIKES)
    values = [SYMBOLS.find(symbol) for symbol in symbols]
    if len(values) != _RANDOM_LENGTH + 1 or -1 in values or values[-1] != _check(values[:-1]):
        raise MalformedRecoveryKey
    return symbols


def _check(values: list[int]) -> int:
    """The sum of each value times its own power of 2 in GF(32), with x^5 + x^2 + 1 as the modulus."""
    total = 0
    for value in values:
        total = _double(total) ^ value
    return _double(total)


def _double(value: int) -> int:
    doubled = value << 1
    return doubled ^ 0b100101 if doubled & 0b100000 else doubled
