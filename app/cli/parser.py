"""The arguments of every command, as command lines have them; what is wrong with them ends with status 2."""

from argparse import SUPPRESS, Action, ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from app import __version__
from app.cli import (
    delegation_commands,
    exchange_commands,
    interview_commands,
    one_on_one_commands,
    people_commands,
    practice_commands,
    prompt_commands,
    reflection_commands,
    vault_commands,
)
from app.cli.answer import Answer
from app.cli.request import Request
from app.delegation.model import Legitimate, TouchKind
from app.delegation.record import MINUTES
from app.exchange.kinds import KINDS
from app.interviews.model import Competency
from app.moments import parse_day
from app.reflections.model import PULL_RANGE, Pillar, PullKind
from app.translation import tr

Command = Callable[[Request], Answer]


def build() -> ArgumentParser:
    """The parser of the whole program. `command` of what it parses is the function to call."""
    parser = ArgumentParser(
        prog="courage-journal",
        description=tr("A private, encrypted journal for learning to rely on others."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"courage-journal {__version__}")
    tries = tr("try every part of the program once and say a line for each")
    parser.add_argument("--selftest", action=_SelfTest, nargs=0, default=SUPPRESS, help=tries)
    _add_common(parser, default=None)
    commands = parser.add_subparsers(metavar=tr("COMMAND"), required=True)

    def add(name: str, command: Command, what: str) -> ArgumentParser:
        made: ArgumentParser = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
        made.set_defaults(command=command)
        _add_common(made, default=SUPPRESS)
        return made

    add("init", vault_commands.init, tr("Make a journal in an empty or missing folder and show its recovery key."))
    sampled = tr("Make a journal to look around in, with the sample in it, in an empty or missing folder.")
    add("sample", vault_commands.sample, sampled)
    _add_arguments(add("add", reflection_commands.add, tr("Save one reflection and show its id.")))
    _list_arguments(add("list", reflection_commands.list_, tr("List records, newest first.")))
    add("show", reflection_commands.show, tr("Show one record.")).add_argument("id", type=_text, metavar=tr("ID"))
    search = add("search", reflection_commands.search, tr("Find records by their words, newest first."))
    search.add_argument("query", type=_text, metavar=tr("QUERY"))
    search.add_argument("--limit", type=_count, default=50, metavar="N")
    _group_arguments(add("people", people_commands.people, tr("List the people, or show all that is kept of one.")))
    meetings = tr("List the one-on-ones, newest first, or show one with its agenda.")
    one_on_ones = add("one-on-ones", one_on_one_commands.one_on_ones, meetings)
    _group_arguments(one_on_ones)
    _add_period(one_on_ones)
    one_on_ones.add_argument("--person", type=_text, metavar=tr("NAME"))
    one_on_ones.add_argument("--limit", type=_count, metavar="N")
    _group_arguments(add("practices", practice_commands.practices, tr("List the practices, or show one.")))
    checklists = tr("List the checklists, or show one with its versions and runs.")
    _group_arguments(add("checklists", practice_commands.checklists, checklists))
    delegations = tr("List the delegations, newest first, or show one with its history.")
    _group_arguments(add("delegations", delegation_commands.delegations, delegations))
    logged = tr("Log what happened to a delegation and show its id.")
    _touch_arguments(add("touch", delegation_commands.touch, logged))
    _group_arguments(add("held", delegation_commands.held, tr("List the tasks that are still yours, or show one.")))
    bank = tr("List the questions for interviews as you have them, or show one.")
    asked = add("questions", interview_commands.questions, bank)
    _group_arguments(asked)
    asked.add_argument("--competency", type=Competency, choices=list(Competency), help=tr("only those about this"))
    kits = tr("List the kits for interviews, or show one with its parts.")
    _group_arguments(add("kits", interview_commands.kits, kits))
    talks = tr("List the interviews, newest first, or show one with what was said.")
    interviews = add("interviews", interview_commands.interviews, talks)
    _group_arguments(interviews)
    interviews.add_argument("--kit", type=_text, metavar=tr("NAME-OR-ID"), help=tr("only those by this kit"))
    prompt = add("prompt", prompt_commands.prompt, tr("Show the question of a day, and why it was chosen."))
    prompt.add_argument("--date", type=_day, metavar=tr("DAY"), help=tr("YYYY-MM-DD; today unless given"))
    _import_arguments(add("import", exchange_commands.import_, tr("Bring in another journal; nothing is added twice.")))
    _export_arguments(add("export", exchange_commands.export, tr("Write the records as plain files.")))
    _pack_arguments(add("pack", exchange_commands.pack, tr("Save a coaching pack as PDF.")))
    add("check", vault_commands.check, tr("Check that the whole journal is sound."))
    backup = add("backup", vault_commands.backup, tr("Make one proven, encrypted backup and show its path."))
    backup.add_argument("--to", type=Path, metavar=tr("FOLDER"), help=tr("where, if not with the journal"))
    add("backups", vault_commands.backups, tr("List the backups: time, size, records, and whether each is proven."))
    restore = add("restore", vault_commands.restore, tr("Make the journal folder what a backup holds."))
    restore.add_argument("backup", type=Path, metavar=tr("BACKUP"))
    _add_force(restore, tr("move what is in the folder aside first"))
    add("passphrase", vault_commands.passphrase, tr("Change the passphrase."))
    recover = tr("Set a new passphrase with the recovery key; shows the next recovery key.")
    add("recover", vault_commands.recover, recover)
    add("stats", vault_commands.stats, tr("Show how much there is."))
    return parser


class _SelfTest(Action):
    """Like --version, it does its work where it stands and ends the program."""

    def __call__(self, *_: object) -> NoReturn:
        from app.cli import selftest

        raise SystemExit(selftest.run())


def _add_common(parser: ArgumentParser, default: object) -> None:
    parser.add_argument("--journal", type=Path, default=default, metavar=tr("FOLDER"), help=tr("which journal"))
    parser.add_argument(
        "--passphrase-stdin",
        action="store_true",
        default=default or False,
        help=tr("the first line of standard input is the passphrase"),
    )
    parser.add_argument("--json", action="store_true", default=default or False, help=tr("answer with one JSON value"))


def _add_arguments(parser: ArgumentParser) -> None:
    text = parser.add_mutually_exclusive_group()
    text.add_argument("--text", type=_text, metavar=tr("TEXT"))
    text.add_argument("--text-file", metavar=tr("FILE"), help=tr("- is the rest of standard input"))
    parser.add_argument("--date", type=_day, metavar=tr("DAY"), help=tr("YYYY-MM-DD; today unless given"))
    parser.add_argument("--prompt", type=_text, metavar=tr("ID"))
    parser.add_argument("--pillar", type=Pillar, choices=list(Pillar))
    parser.add_argument("--tag", type=_text, action="append", default=[], metavar=tr("TAG"))
    parser.add_argument("--person", type=_text, action="append", default=[], metavar=tr("NAME"))
    parser.add_argument("--pull", type=_pull, metavar="0..10", help=tr("how strong the urge to step in was"))
    parser.add_argument("--pull-kind", type=PullKind, choices=list(PullKind))
    parser.add_argument("--notice", type=_text, metavar=tr("TEXT"), help=tr("what pulled you to step in"))
    parser.add_argument("--when", type=_text, metavar=tr("TEXT"), help=tr("a commitment: when this happens …"))
    parser.add_argument("--will", type=_text, metavar=tr("TEXT"), help=tr("… I will do that"))
    parser.add_argument("--private", action="store_true", help=tr("never goes into a coaching pack"))


def check_together(parser: ArgumentParser, asked: object) -> None:
    """Ends the program with status 2 where arguments that belong together are not all there."""
    if (getattr(asked, "when", None) is None) != (getattr(asked, "will", None) is None):
        parser.error(tr("--when and --will belong together"))
    if (getattr(asked, "what", None) == "show") != (getattr(asked, "name", None) is not None):
        parser.error(tr("show takes a name or an id, and list takes neither"))
    if getattr(asked, "reason", None) is not None and getattr(asked, "kind", None) is not TouchKind.TOOK_BACK:
        parser.error(tr("--reason belongs to took-back"))


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--kind", choices=KINDS)
    _add_period(parser)
    parser.add_argument("--person", type=_text, metavar=tr("NAME"))
    parser.add_argument("--tag", type=_text, metavar=tr("TAG"))
    parser.add_argument("--pillar", type=Pillar, choices=list(Pillar))
    parser.add_argument("--limit", type=_count, metavar="N")


def _group_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=["list", "show"], default="list")
    parser.add_argument("name", nargs="?", type=_text, metavar=tr("NAME-OR-ID"), help=tr("what to show"))


def _touch_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=_text, metavar=tr("ID"), help=tr("of the delegation, or its name"))
    parser.add_argument("kind", type=TouchKind, choices=list(TouchKind), metavar=tr("KIND"), help=", ".join(TouchKind))
    parser.add_argument("--date", type=_day, metavar=tr("DAY"), help=tr("YYYY-MM-DD; today unless given"))
    parser.add_argument("--note", type=_text, metavar=tr("TEXT"), help=tr("a word on it"))
    parser.add_argument("--minutes", type=_minutes, metavar="N", help=tr("how long it took you"))
    why = tr("with took-back: why that was needed; it does not count as a take-back then")
    parser.add_argument("--reason", type=Legitimate, choices=list(Legitimate), help=why)


def _import_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="source", choices=["jrnl", "dayone", "json"], required=True)
    parser.add_argument("path", type=Path, metavar=tr("PATH"), help=tr("a file, a zip or a folder"))
    parser.add_argument("--dry-run", action="store_true", help=tr("say what would happen and change nothing"))


def _export_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["json", "markdown", "csv", "ics"], required=True)
    parser.add_argument("--to", type=Path, required=True, metavar=tr("PATH"))
    _add_period(parser)
    parser.add_argument("--without-private", action="store_true", help=tr("leave out what is marked not for export"))
    _add_force(parser, tr("replace what is there"))


def _pack_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, required=True, metavar=tr("FILE"))
    _add_period(parser)
    parser.add_argument("--names", choices=["full", "initials", "aliases"], default="initials")
    parser.add_argument("--wish", type=_text, metavar=tr("TEXT"), help=tr("what you want from the session"))
    parser.add_argument("--paper", choices=["a4", "letter"], default="a4")
    locks = tr("the next line of standard input locks the PDF")
    parser.add_argument("--pdf-password-stdin", action="store_true", help=locks)
    parser.add_argument("--sections", nargs="+", choices=["wish", "commitments", "reflections"])
    _add_force(parser, tr("replace what is there"))


def _add_period(parser: ArgumentParser) -> None:
    parser.add_argument("--since", type=_day, metavar=tr("DAY"), help=tr("the first day"))
    parser.add_argument("--until", type=_day, metavar=tr("DAY"), help=tr("the last day"))


def _add_force(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("--force", action="store_true", help=what)


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError:
        raise ArgumentTypeError(tr("a day is written YYYY-MM-DD")) from None


def _pull(text: str) -> int:
    if not text.isdecimal() or int(text) not in PULL_RANGE:
        raise ArgumentTypeError(tr("a pull is a whole number from 0 to 10"))
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(tr("a limit is a whole number from 1 on"))
    return min(int(text), 2**31)


def _minutes(text: str) -> int:
    least, most = MINUTES
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ArgumentTypeError(tr("minutes are a whole number from 1 to 1440"))
    return int(text)


def _text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError(tr("not UTF-8 text")) from None
    return text
