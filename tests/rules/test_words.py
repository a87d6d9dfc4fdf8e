"""What a person reads can be translated, and every module says why it exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for house in ("app", "ui") for path in (ROOT / house).rglob("*.py"))
COMMANDS = [path for path in SOURCES if path.is_relative_to(ROOT / "app" / "cli")]
# What a script reads (the command line, exactly), and what is the same in every language.
AS_DOCUMENTED = {"new {new}, known {known}, not understood {not_understood}", "pages ", ", left out "}
READ = {"help", "description", "epilog", "usage", "metavar", "title"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(node: ast.AST, *names: str) -> Iterator[ast.Call]:
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and getattr(each.func, "id", getattr(each.func, "attr", None)) in names:
            yield each


def untranslatable(source: ast.Module) -> list[str]:
    """Arguments of tr() that no translation can be found for: anything but one piece of plain text."""
    given = [each.args for each in calls(source, "tr", "gettext")]
    return [ast.unparse(args[0]) for args in given if len(args) != 1 or not is_text(args[0])]


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_words(text: str) -> bool:
    """Whether a person would read it as language: two words, or one with a small letter among other signs."""
    return re.search(r"[A-Za-z]{2,}[ ,.:;]+[A-Za-z]{2,}", text) is not None


def untranslated(source: ast.Module) -> list[str]:
    """Texts in words that do not go through tr() and are no docstring."""
    passed = {id(part) for each in calls(source, "tr") for part in ast.walk(each)}
    for each in ast.walk(source):
        body = getattr(each, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            passed.add(id(body[0].value))
    texts = (each for each in ast.walk(source) if isinstance(each, ast.Constant) and id(each) not in passed)
    said = [each.value for each in texts if isinstance(each.value, str) and is_words(each.value)]
    return [text for text in said if text not in AS_DOCUMENTED]


def said_directly(source: ast.Module) -> list[str]:
    """What argparse shows and what notices say, where it is plain text with a small letter in it."""
    given = [word.value for each in calls(source, *ARGPARSE) for word in each.keywords if word.arg in READ]
    given += [each.args[0] for each in calls(source, "notice", "ArgumentTypeError", "error") if each.args]
    plain = [part for each in given for part in pieces(each)]
    return [text for text in plain if re.search("[a-z]", text)]


ARGPARSE = ("ArgumentParser", "add_argument", "add_parser", "add_subparsers", "add_argument_group")


def pieces(node: ast.expr) -> list[str]:
    """The plain text in an expression, not counting what tr() is given."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return [text for part in parts if isinstance(part, ast.Constant) for text in pieces(part)]
        case ast.BinOp(left=left, right=right):
            return pieces(left) + pieces(right)
    return []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_what_is_translated_is_plain_text(path: Path) -> None:
    assert untranslatable(tree(path)) == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_what_is_put_into_a_translation_has_a_name(path: Path) -> None:
    texts = [each.args[0].value for each in calls(tree(path), "tr") if isinstance(each.args[0], ast.Constant)]
    names = [field for text in texts for _, field, _, _ in Formatter().parse(str(text)) if field is not None]
    assert [field for field in names if not field.isidentifier()] == []


@pytest.mark.parametrize("path", COMMANDS, ids=name)
def test_what_a_command_says_is_translated(path: Path) -> None:
    assert untranslated(tree(path)) == []
    assert said_directly(tree(path)) == []


@pytest.mark.parametrize(
    ("check", "line"),
    [
        (untranslatable, 'tr(f"in {folder}")'),
        (untranslatable, "tr(sentence)"),
        (untranslatable, 'tr("one " + word)'),
        (untranslated, 'print("This is said to a person.")'),
        (untranslated, 'answer = Answer(1, f"{count} of them")'),
        (said_directly, 'parser.add_argument("--x", help="useful")'),
        (said_directly, 'notice(f"done: {count}")'),
    ],
)
def test_what_is_wrong_would_be_found(check: object, line: str) -> None:
    assert callable(check)
    assert len(check(ast.parse(f'"""A module."""\n{line}\n'))) == 1


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    said = ast.get_docstring(tree(path))
    assert said is not None
    assert said.splitlines()[0].endswith(".")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_is_named_after_what_it_is_about(path: Path) -> None:
    parts = re.split(r"[_/.]", name(path))
    assert not {"util", "utils", "helper", "helpers", "manager", "managers", "misc"} & set(parts)
