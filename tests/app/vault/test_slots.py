"""A slot gives the master key to the right secret of the right journal, and to nothing else."""

import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import (
    EmptyPassphrase,
    MalformedRecoveryKey,
    UnsafeKeyCost,
    WrongComputerKey,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.vault import recovery_key, slots
from app.vault.slots import SMALL_COST, Argon2Cost, ComputerKey, Passphrase, RecoveryKey, Secret, Slot
from tests.app.vault.journals import child

JOURNAL = "ab" * 16
MASTER_KEY = bytes(range(32))
PASSPHRASE = Passphrase("ﬁne Ångström 🐎")
RECOVERY = RecoveryKey(recovery_key.make())
COMPUTER = ComputerKey(bytes(range(32, 64)))

Slots = tuple[Slot, ...]


@pytest.fixture(scope="module")
def wrapped() -> Slots:
    both = slots.wrap_both(MASTER_KEY, PASSPHRASE, RECOVERY, JOURNAL, SMALL_COST)
    return (*both, slots.wrap(MASTER_KEY, COMPUTER, JOURNAL))


@pytest.mark.parametrize(
    "secret", [PASSPHRASE, RECOVERY, COMPUTER], ids=["passphrase", "recovery key", "this computer"]
)
def test_each_secret_gives_the_master_key(wrapped: Slots, secret: Secret) -> None:
    assert slots.unwrap(wrapped, secret, JOURNAL) == MASTER_KEY


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_passphrase_is_the_same_however_a_keyboard_composes_it(wrapped: Slots, form: str) -> None:
    same = Passphrase(unicodedata.normalize(form, PASSPHRASE.text))  # type: ignore[arg-type]
    assert slots.unwrap(wrapped, same, JOURNAL) == MASTER_KEY


@pytest.mark.parametrize("text", ["fine Angström 🐎", "Fine Ångström 🐎", "ﬁne Ångström 🐎 ", "x", "\0", "\ud800"])
def test_another_passphrase_is_wrong(wrapped: Slots, text: str) -> None:
    with pytest.raises(WrongPassphrase):
        slots.unwrap(wrapped, Passphrase(text), JOURNAL)


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u3000", "\u00a0"])
def test_an_empty_passphrase_is_told_apart_from_a_wrong_one(wrapped: Slots, text: str) -> None:
    with pytest.raises(EmptyPassphrase):
        slots.unwrap(wrapped, Passphrase(text), JOURNAL)


def test_another_recovery_key_is_wrong_and_a_slip_is_malformed(wrapped: Slots) -> None:
    with pytest.raises(WrongRecoveryKey):
        slots.unwrap(wrapped, RecoveryKey(recovery_key.make()), JOURNAL)
    with pytest.raises(MalformedRecoveryKey):
        slots.unwrap(wrapped, RecoveryKey(PASSPHRASE.text), JOURNAL)


def test_the_key_of_another_computer_is_wrong_and_lasts_nowhere(wrapped: Slots) -> None:
    for key in (bytes(32), b"", COMPUTER.key[:-1], COMPUTER.key.hex().encode()):
        with pytest.raises(WrongComputerKey):
            slots.unwrap(wrapped, ComputerKey(key), JOURNAL)
    assert slots.lasting(wrapped) == wrapped[:2]
    with pytest.raises(WrongComputerKey):
        slots.unwrap(slots.lasting(wrapped), COMPUTER, JOURNAL)


def test_a_slot_is_of_one_type_only(wrapped: Slots) -> None:
    # The symbols of a recovery key are bytes, too.
    taken = replace(wrapped[1], type=slots.COMPUTER)
    with pytest.raises(WrongComputerKey):
        slots.unwrap((taken,), ComputerKey(RECOVERY.to_bytes()), JOURNAL)


def test_a_recovery_key_typed_as_a_passphrase_is_a_wrong_passphrase(wrapped: Slots) -> None:
    with pytest.raises(WrongPassphrase):
        slots.unwrap(wrapped, Passphrase(RECOVERY.text), JOURNAL)


def test_slots_belong_to_one_journal(wrapped: Slots) -> None:
    with pytest.raises(WrongPassphrase):
        slots.unwrap(wrapped, PASSPHRASE, "cd" * 16)
    with pytest.raises(WrongRecoveryKey):
        slots.unwrap(wrapped, RECOVERY, "cd" * 16)
    with pytest.raises(WrongComputerKey):
        slots.unwrap(wrapped, COMPUTER, "cd" * 16)


def test_wrapping_again_shares_nothing_with_the_slot_before(wrapped: Slots) -> None:
    before, after = wrapped[1], slots.wrap(MASTER_KEY, RECOVERY, JOURNAL)
    assert {before.salt, before.nonce, before.wrapped_key}.isdisjoint({after.salt, after.nonce, after.wrapped_key})


HOSTILE_COSTS = [
    *(Argon2Cost(memory_kib=memory) for memory in (2**31, 2**32 - 1, 2**100, 1024 * 1024 + 1, 64 * 1024 - 1, 8, 0, -1)),
    *(Argon2Cost(iterations=passes) for passes in (2**31, 11, 2, 0, -3)),
    *(Argon2Cost(lanes=lanes) for lanes in (2**24, 9, 0, -1)),
]


@pytest.mark.parametrize("cost", HOSTILE_COSTS, ids=str)
def test_costs_out_of_bounds_are_refused_and_nothing_is_derived(wrapped: Slots, cost: Argon2Cost) -> None:
    with pytest.raises(UnsafeKeyCost):
        slots.unwrap((replace(wrapped[0], cost=cost), wrapped[1]), PASSPHRASE, JOURNAL)
    with pytest.raises(UnsafeKeyCost):
        slots.wrap(MASTER_KEY, PASSPHRASE, JOURNAL, cost)


def test_the_bounds_themselves_are_allowed() -> None:
    Argon2Cost(64 * 1024, 3, 1).check()
    Argon2Cost(1024 * 1024, 10, 8).check()
    Argon2Cost().check()


def test_a_cost_within_bounds_that_was_changed_opens_nothing(wrapped: Slots) -> None:
    with pytest.raises(WrongPassphrase):
        slots.unwrap((replace(wrapped[0], cost=replace(SMALL_COST, lanes=1)),), PASSPHRASE, JOURNAL)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the memory of a process cannot be bounded")
def test_without_memory_for_the_usual_cost_the_small_one_is_taken() -> None:
    code = """
import resource
from app.vault import slots
used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 160 * 2**20,) * 2)
assert slots.wrap(bytes(32), slots.Passphrase('words'), 'ab' * 16).cost == slots.SMALL_COST
"""
    with child(code) as process:
        process.communicate("\n")


@given(st.text(max_size=20))
def test_every_text_is_empty_or_one_passphrase_in_all_its_forms(text: str) -> None:
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    if not unicodedata.normalize("NFKC", text).strip():
        with pytest.raises(EmptyPassphrase):
            Passphrase(text).to_bytes()
    else:
        assert len({Passphrase(form).to_bytes() for form in forms}) == 1
