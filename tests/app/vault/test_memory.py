"""Deriving keys where memory is short, in a process that is allowed little of it."""

import subprocess
import sys

import pytest

_SCRIPT = """
import resource
from app.errors import NotEnoughMemory
from app.vault.slots import SMALL_COST, Argon2Cost, Passphrase, Slot, unwrap, wrap

used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 160 * 2**20,) * 2)
made = wrap(bytes(32), Passphrase("a lamp"), "0" * 32)
assert made.cost == SMALL_COST
assert unwrap((made,), Passphrase("a lamp"), "0" * 32) == bytes(32)
costly = Slot(made.type, made.salt, made.nonce, made.wrapped_key, Argon2Cost())
try:
    unwrap((costly,), Passphrase("a lamp"), "0" * 32)
except NotEnoughMemory:
    print("refused")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only here a process can be allowed little memory")
def test_a_new_slot_asks_for_less_and_a_costly_one_is_refused() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("refused\n", 0), done.stderr
