"""What lies in the files of a journal once they are decrypted, page by page: also what is in no table any more.

As SQLCipher 4 lays it out: a salt of 16 bytes before the first page, AES-256-CBC, behind each page its IV and a MAC.
"""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from Crypto.Cipher import AES

_PAGE, _BEHIND, _IV, _SALT = 4096, 80, 16, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def pages(database: Path, key: bytes) -> Iterator[bytes]:
    """Every page of the database file, and of each frame of its log that there is, also behind the last commit."""
    data = database.read_bytes()
    for at in range(0, len(data), _PAGE):
        yield _decrypted(data[at : at + _PAGE], key, is_first=at == 0)
    log = database.with_name(database.name + "-wal")
    frames = log.read_bytes()[_LOG_HEAD:] if log.exists() else b""
    for at in range(0, len(frames) - _PAGE, _FRAME_HEAD + _PAGE):
        number = int.from_bytes(frames[at : at + 4], "big")
        yield _decrypted(frames[at + _FRAME_HEAD :][:_PAGE], key, is_first=number == 1)


def _decrypted(page: bytes, key: bytes, *, is_first: bool) -> bytes:
    iv = page[-_BEHIND:][:_IV]
    return AES.new(key, AES.MODE_CBC, iv).decrypt(page[_SALT if is_first else 0 : -_BEHIND])


def traces(database: Path, key: bytes, names: tuple[str, ...]) -> set[str]:
    """Each way in which one of the names stands anywhere in the files."""
    wanted = {form: label for name in names for form, label in forms(name)}
    return {label for page in pages(database, key) for form, label in wanted.items() if form in page}


def forms(name: str) -> Iterator[tuple[bytes, str]]:
    """The name in every encoding that text can lie there in."""
    composed = [unicodedata.normalize(form, name) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    # What the index keeps of a word: no accents, no capitals; and of one that follows a word like it, only its end.
    bare = "".join(char for char in composed[3].casefold() if not unicodedata.combining(char))
    ends = [bare[at:] for at in range(1, 5) if len(bare) - at >= 5]
    cased = [each for form in composed for each in (form, form.casefold(), form.upper(), form.title())]
    # The index has an invisible seam on either side of each sign that is a word by itself.
    seamed = [seam.join(each) for seam in ("\u200b", "\u200b" * 2) for each in (name, bare)] if len(name) > 1 else []
    for text in dict.fromkeys((*cased, bare, *ends, *seamed)):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
            yield text.encode(encoding), f"{text!r} in {encoding}"
        escaped = json.dumps(text)[1:-1]
        yield escaped.encode(), f"{text!r} escaped"
        yield escaped.upper().replace("\\U", "\\u").encode(), f"{text!r} escaped in capitals"
