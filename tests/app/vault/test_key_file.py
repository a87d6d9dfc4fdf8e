"""vault.json in one form only: whatever else is in its place is refused, and never opens or crashes."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError, CannotRead, DamagedJournal, NewerVersion, NoJournal, NotAJournal, UnsafeKeyCost
from app.vault import key_file, slots
from app.vault.slots import Secret
from app.vault.vault import open_vault
from tests.app.vault.journals import FIRST, PASSPHRASE, Made, contents, texts

Document = dict[str, Any]
fuzz = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Target:
    """A journal whose vault.json is written anew by each example, and nothing else."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self._path = made.folder / key_file.NAME
        self.right = self._path.read_bytes()
        self.document: Document = json.loads(self.right)

    def refuses(self, data: bytes, secret: Secret | None = None) -> AppError:
        """What opening says with this key file instead."""
        assert data != self.right
        self._path.write_bytes(data)
        with pytest.raises(AppError) as caught:
            open_vault(self.made.folder, secret or self.made.recovery)
        assert self._path.read_bytes() == data
        return caught.value

    def put_back(self) -> None:
        self._path.write_bytes(self.right)


@pytest.fixture(scope="module")
def shared(original: Made, tmp_path_factory: pytest.TempPathFactory) -> Target:
    return Target(original.copy(tmp_path_factory.mktemp("target") / "journal"))


@pytest.fixture
def target(shared: Target) -> Iterator[Target]:
    """After all the refusals nothing is changed, and with the right key file it opens."""
    before = contents(shared.made.folder)
    yield shared
    shared.put_back()
    assert contents(shared.made.folder) == before
    with shared.made.open() as journal:
        assert texts(journal) == list(FIRST)


def with_checksum(document: Document) -> bytes:
    """As an attacker writes it who knows everything but the key."""
    rest = {key: value for key, value in document.items() if key != "checksum"}
    return (json.dumps(rest | {"checksum": slots.digest(rest)}, indent=1) + "\n").encode()


def computer_slot(document: Document) -> Document:
    """A slot of the right form, of somebody who would like to come in."""
    return key_file.slot_to_document(slots.wrap(bytes(32), slots.ComputerKey(bytes(32)), document["journal_id"]))


@fuzz
@given(st.data())
def test_a_flipped_bit_is_noticed(target: Target, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(target.right) * 8 - 1))
    flipped = bytearray(target.right)
    flipped[place // 8] ^= 1 << place % 8
    target.refuses(bytes(flipped))


@fuzz
@given(st.data())
def test_bytes_cut_off_put_in_or_replaced_are_noticed(target: Target, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(target.right)))
    end = data.draw(st.integers(start, len(target.right)))
    changed = target.right[:start] + data.draw(st.binary(max_size=20)) + target.right[end:]
    if changed != target.right:
        target.refuses(changed)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"\0" * 700, b"NaN", b'"courage-journal"'])
def test_something_else_is_refused(target: Target, data: bytes) -> None:
    target.refuses(data)


def test_any_bytes_are_refused(target: Target) -> None:
    source = random.Random(1)
    for _ in range(50):
        target.refuses(source.randbytes(source.randrange(2000)))


# Parts of the document, changed one at a time by somebody who can compute the checksum

VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 2**31, 2**64, 1.0, float("nan"), float("inf")),
    *(
        "",
        "0",
        "clean",
        "open",
        "opening",
        "passphrase",
        "é",
        "\ud800",
        "\0",
        "ab" * 16,
        "AB" * 16,
        "zz" * 16,
        "ab" * 32,
    ),
    *([], {}, [[]], [None], {"": ""}, {"salt": 1}, ["a"] * 5),
    *("@nested list", "@nested object", "@huge number", "@large number"),
]
LITERALS = {
    '"@nested list"': "[" * 5000 + "]" * 5000,
    '"@nested object"': '{"a":' * 700 + "1" + "}" * 700,
    '"@huge number"': "9" * 10000,
    '"@large number"': "9" * 4000,
}


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to each part of a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, each in inner for found in [(*way, key), *places(each, (*way, key))]]


def changed(document: Document, way: tuple[Any, ...], value: Any) -> Document:
    copy: Document = json.loads(json.dumps(document))
    parent: Any = copy
    for step in way[:-1]:
        parent = parent[step]
    parent[way[-1]] = value
    return copy


def with_literals(data: bytes) -> bytes:
    for name, literal in LITERALS.items():
        data = data.replace(name.encode(), literal.encode())
    return data


def test_every_part_replaced_by_anything_is_refused(target: Target) -> None:
    for way in places(target.document):
        for value in VALUES:
            data = with_literals(with_checksum(changed(target.document, way, value)))
            if data != target.right:
                target.refuses(data)


@pytest.mark.parametrize("depth", [10, 100, 200, 300, 330, 400, 600, 900, 980, 20000])
@pytest.mark.parametrize(
    "way", [("state", "wal"), ("journal_id",), ("mac",), ("slots", 0, "type"), ("extra",)], ids=str
)
def test_nesting_of_any_depth_is_refused(target: Target, depth: int, way: tuple[Any, ...]) -> None:
    data = with_checksum(changed(target.document, way, "@"))
    target.refuses(data.replace(b'"@"', b"[" * depth + b"]" * depth))


@fuzz
@given(st.data())
def test_any_json_anywhere_is_refused(target: Target, data: st.DataObject) -> None:
    json_values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    )
    way = data.draw(st.sampled_from(places(target.document)))
    edited = with_checksum(changed(target.document, way, data.draw(json_values)))
    if edited != target.right:
        target.refuses(edited)


EDITS: dict[str, Callable[[bytes, Document], bytes]] = {
    "another form of the same": lambda _right, document: json.dumps(document).encode(),
    "another order": lambda _right, document: json.dumps(document, indent=1, sort_keys=True).encode() + b"\n",
    "in UTF-16": lambda right, _document: right.decode().encode("utf-16"),
    "with a byte order mark": lambda right, _document: b"\xef\xbb\xbf" + right,
    "with Windows line ends": lambda right, _document: right.replace(b"\n", b"\r\n"),
    "without the last line end": lambda right, _document: right[:-1],
    "with an added key": lambda _right, document: with_checksum({**document, "extra": 1}),
    "with a key twice": lambda right, _document: right.replace(b'"format": 1,', b'"format": 1,\n "format": 1,'),
    "with a hidden first key": lambda right, _document: right.replace(b'"format": 1,', b'"format": 2,\n "format": 1,'),
    "in capitals": lambda _right, document: with_checksum({**document, "mac": document["mac"].upper()}),
    "another generation": lambda _right, document: with_checksum(
        changed(document, ("state", "generation"), document["state"]["generation"] + 1)
    ),
    "another state": lambda _right, document: with_checksum(changed(document, ("state", "phase"), "opening")),
    "without slots": lambda _right, document: with_checksum({**document, "slots": []}),
    "one slot less": lambda _right, document: with_checksum({**document, "slots": document["slots"][1:]}),
    "a slot twice": lambda _right, document: with_checksum(
        {**document, "slots": [*document["slots"], document["slots"][1]]}
    ),
    "an added slot for a computer": lambda _right, document: with_checksum(
        {**document, "slots": [*document["slots"], computer_slot(document)]}
    ),
    "two slots for computers": lambda _right, document: with_checksum(
        {**document, "slots": [*document["slots"], *[computer_slot(document)] * 2]}
    ),
    "a slot for a computer in between": lambda _right, document: with_checksum(
        {**document, "slots": [document["slots"][0], computer_slot(document), document["slots"][1]]}
    ),
    "a slot for a computer that is costly": lambda _right, document: with_checksum(
        {**document, "slots": [*document["slots"], computer_slot(document) | {"kdf": document["slots"][0]["kdf"]}]}
    ),
    "slots turned round": lambda _right, document: with_checksum({**document, "slots": document["slots"][::-1]}),
    "many costly slots": lambda _right, document: with_checksum({**document, "slots": document["slots"][:1] * 150}),
    "longer than the limit": lambda right, _document: right + b" " * 70_000,
    "a megabyte of brackets": lambda _right, _document: b"[" * 2**20,
    "exactly the limit": lambda right, _document: right.ljust(64 * 1024),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_refused(target: Target, edit: Callable[[bytes, Document], bytes]) -> None:
    target.refuses(edit(target.right, target.document))


def test_slots_of_another_journal_are_refused_with_the_secrets_of_either(target: Target, another: Made) -> None:
    foreign = json.loads((another.folder / key_file.NAME).read_bytes())
    mixed = with_checksum({**target.document, "slots": foreign["slots"]})
    target.refuses(mixed)
    target.refuses(mixed, another.recovery)


def test_the_whole_key_file_of_another_journal_does_not_open_this_database(made: Made, another: Made) -> None:
    shutil.copyfile(another.folder / key_file.NAME, made.folder / key_file.NAME)
    with pytest.raises(DamagedJournal):
        open_vault(made.folder, another.recovery)


def test_hostile_costs_are_refused_before_anything_is_derived(target: Target) -> None:
    edited = with_checksum(changed(target.document, ("slots", 0, "kdf", "memory_kib"), 2**31))
    assert isinstance(target.refuses(edited, PASSPHRASE), UnsafeKeyCost)


def test_a_newer_format_is_said_to_be_newer_and_nothing_is_touched(made: Made) -> None:
    path = made.folder / key_file.NAME
    path.write_text(json.dumps({"magic": "courage-journal", "format": 2, "anything": ["new"]}))
    (made.folder / "vault.lock").unlink()
    before = contents(made.folder)
    with pytest.raises(NewerVersion) as caught:
        open_vault(made.folder, made.recovery)
    assert (caught.value.found, caught.value.known) == (2, 1)
    assert contents(made.folder) == before
    assert not (made.folder / "vault.lock").exists()


def test_what_is_no_journal_is_told_apart(tmp_path: Path, original: Made) -> None:
    with pytest.raises(NoJournal):
        open_vault(tmp_path / "nowhere", original.recovery)
    with pytest.raises(NoJournal):
        open_vault(tmp_path, original.recovery)
    (tmp_path / "letter.txt").write_text("words")
    with pytest.raises(NotAJournal):
        open_vault(tmp_path, original.recovery)
    with pytest.raises(NotAJournal):
        open_vault(tmp_path / "letter.txt", original.recovery)
    (tmp_path / key_file.NAME).mkdir()
    with pytest.raises(CannotRead):
        open_vault(tmp_path, original.recovery)


def test_a_missing_key_file_beside_a_database_is_damage(made: Made) -> None:
    (made.folder / key_file.NAME).unlink()
    with pytest.raises(DamagedJournal) as caught:
        open_vault(made.folder, made.recovery)
    assert caught.value.finding == "key-file-missing"


def test_the_original_opens_with_all_its_words(made: Made) -> None:
    with made.open(PASSPHRASE) as journal:
        assert texts(journal) == list(FIRST)


def test_many_slots_are_refused_before_one_of_them_is_tried(target: Target) -> None:
    costly = changed(target.document, ("slots", 0, "kdf", "memory_kib"), 2**31)["slots"][:1]
    edited = with_checksum({**target.document, "slots": costly * 150})
    assert isinstance(target.refuses(edited, PASSPHRASE), DamagedJournal)
