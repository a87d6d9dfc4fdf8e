"""Every refusal has its sentence: what is wrong and what to do, in one line that quotes no secret."""

import ast
import importlib
import pkgutil
import re
from datetime import date
from pathlib import Path
from string import Formatter
from typing import get_type_hints

import pytest

import app
from app.errors import AppError, DamagedJournal
from app.sentences import catalogue, finding, sentence

VAULT = sorted(Path(app.__file__).parent.joinpath("vault").glob("*.py"))
HOSTILE = "one\ntwo\r\u2028{three}\x1b[31m\u202e"


def refusals(kind: type[AppError] = AppError) -> list[type[AppError]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.endswith(".__main__"):
            importlib.import_module(module.name)
    below = kind.__subclasses__()
    return sorted({*below, *(each for one in below for each in refusals(one))}, key=lambda each: each.__name__)


REFUSALS = refusals()


def made(kind: type[AppError], word: str = "word") -> AppError:
    """One such refusal, with a fact of the right sort in each field."""
    samples: dict[object, object] = {str: word, int: 7, date: date(2026, 3, 10)}
    given = {name: samples.get(hint, Path("/some") / word) for name, hint in facts(kind).items()}
    return kind(**given)


def facts(kind: type[AppError]) -> dict[str, object]:
    """The fields of a refusal and their types."""
    return get_type_hints(kind)


def test_there_is_one_sentence_for_each_refusal() -> None:
    assert len(REFUSALS) > 20
    assert set(catalogue()) == set(REFUSALS)
    assert len(set(catalogue().values())) == len(REFUSALS)


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_sentence_says_what_is_wrong_and_what_to_do(kind: type[AppError]) -> None:
    said = sentence(made(kind))
    template = catalogue()[kind]
    assert said.isprintable()
    assert "{" not in said
    assert said[0].isupper() or template.startswith("{")
    assert template.endswith((".", ": {reason}"))
    assert re.search(r"[.:] ", said), "one sentence says what is wrong, another what to do"
    assert len(said) <= 160
    assert "!" not in template
    assert not re.search(r"\b(please|sorry|oops|invalid|error)\b", template, re.IGNORECASE)


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_sentence_has_all_its_facts(kind: type[AppError]) -> None:
    wanted = {name for _, name, _, _ in Formatter().parse(catalogue()[kind]) if name is not None}
    assert wanted <= facts(kind).keys()


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_sentence_is_one_line_whatever_the_facts(kind: type[AppError]) -> None:
    assert sentence(made(kind, HOSTILE)).isprintable()


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_refusal_carries_no_secret(kind: type[AppError]) -> None:
    assert facts(kind).keys().isdisjoint({"passphrase", "password", "secret", "key", "text", "content"})


# The findings of the health check


def constants(nodes: list[ast.expr]) -> set[str]:
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def codes(source: str) -> set[str]:
    """Every finding that this module can raise, pass on for raising, or list."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name("DamagedJournal") | ast.Attribute(attr="DamagedJournal"), args=given):
                found |= constants(given)
            case ast.Call(func=ast.Name("check_format") | ast.Attribute(attr="check_format"), args=given):
                found |= constants(given)
            case ast.Call(func=ast.Attribute(value=ast.Name("found"), attr="append"), args=given):
                found |= constants(given)
            case ast.Return(value=ast.List(elts=given)):
                found |= constants(given)
    return found


FINDINGS = sorted(set().union(*(codes(path.read_text(encoding="utf-8")) for path in VAULT)))


def test_all_findings_are_seen() -> None:
    assert {"key-file", "database", "generation", "pages", "structure", "unindexed", "backup"} <= set(FINDINGS)


@pytest.mark.parametrize("code", FINDINGS)
def test_every_finding_is_said_in_words(code: str) -> None:
    words = finding(code)
    assert words != code
    assert re.fullmatch(r"[a-z][^!?]*[a-z)]", words), "it continues a sentence"
    assert words in sentence(DamagedJournal(code))


def test_a_finding_that_nobody_has_words_for_is_still_told() -> None:
    assert "brand-new" in sentence(DamagedJournal("brand-new"))
