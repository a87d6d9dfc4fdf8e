"""Nothing that a list or a search asks makes the database read every record."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from app.journal import Journal
from app.reflections.model import Filter, Heading, Outcome, Pillar, PullKind, Reflection
from app.today import week
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import NOW, TODAY, plan, reflection

# What is called "counted" is no table: it is a search that has a limit.
BARE_SCAN = re.compile(r"SCAN (?!CONSTANT ROW|counted$|\w+ USING |\w+ VIRTUAL TABLE INDEX [1-9])")
FILTERS = {
    "everything": Filter(),
    "since": Filter(since=TODAY),
    "until": Filter(until=TODAY),
    "period": Filter(since=TODAY, until=TODAY),
    "person": Filter(person="Anna"),
    "tag": Filter(tag="team"),
    "pillar": Filter(pillar=Pillar.TRUST),
    "kind of pull": Filter(pull_kind=PullKind.CHECK),
    "private": Filter(private=True),
    "all": Filter(since=TODAY, until=TODAY, person="Anna", tag="team", pillar=Pillar.TRUST, private=False),
}


def middle(journal: Journal) -> Heading:
    return journal.reflections.headings(Filter(), 150)[-1]


QUESTIONS: dict[str, Callable[[Journal], object]] = {
    "find": lambda journal: journal.reflections.find(Filter(), 10),
    "get": lambda journal: journal.reflections.get(journal.reflections.headings(Filter(), 1)[0].id),
    "every": lambda journal: list(journal.reflections.every()),
    "count": lambda journal: journal.reflections.count(),
    "first and last": lambda journal: journal.reflections.first_and_last(),
    "number": lambda journal: journal.reflections.number_of(FILTERS["all"]),
    "position": lambda journal: journal.reflections.position_of(middle(journal).id, Filter()),
    "days": lambda journal: journal.reflections.days(TODAY - timedelta(days=366), TODAY),
    "all days": lambda journal: journal.reflections.days(date.min, date.max),
    "tags": lambda journal: journal.reflections.tags(),
    "prompt use": lambda journal: journal.reflections.prompt_use(TODAY),
    "lately": lambda journal: journal.reflections.lately(TODAY),
    "answered": lambda journal: journal.reflections.answered_on(TODAY),
    "open commitments": lambda journal: journal.reflections.open_commitments(),
    "latest open commitments": lambda journal: journal.reflections.latest_open_commitments(TODAY, 5),
    "trash is due": lambda journal: journal.trash_due(NOW),
    "empty trash": lambda journal: journal.reflections.empty_trash(NOW),
    "new": lambda journal: journal.reflections.new([]),
    "experiments": lambda journal: journal.experiments.find(FILTERS["period"], 10),
    "running experiment": lambda journal: journal.experiments.running(TODAY),
    "pulls": lambda journal: journal.experiments.pulls(TODAY - timedelta(days=13), TODAY),
    "pulls with a person": lambda journal: journal.experiments.pulls(TODAY - timedelta(days=13), TODAY, "Anna"),
    "week": lambda journal: week(journal, TODAY),
    "search": lambda journal: journal.search("words of many", 10),
    "save": lambda journal: journal.reflections.save(reflection("words", people=("Anna",)), NOW),
}


@contextmanager
def noted(connection: Connection) -> Iterator[list[tuple[str, Any]]]:
    """The statements executed meanwhile, with their parameters."""
    statements: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        statements.append((statement, parameters))

    event.listen(connection.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(connection.engine, "before_cursor_execute", note)


@pytest.fixture
def filled(journal: Journal) -> Journal:
    def written(number: int) -> Reflection:
        made = plan("when", "will", "Anna", Outcome.DONE if number % 2 else None)
        day = TODAY - timedelta(number)
        return reflection("words of many", day, made, tags=("team",), people=("Anna", f"Person {number}"))

    journal.reflections.add_all([written(number) for number in range(300)], NOW)
    begun = [TODAY - timedelta(days=14 * number) for number in range(20)]
    journal.experiments.add_all([experiment(begun_on=day, person="Anna") for day in begun], NOW)
    return journal


def plans(journal: Journal, question: Callable[[Journal], object]) -> list[str]:
    """What the database says it does for each statement of a question."""
    connection = journal.vault.connection
    with noted(connection) as statements:
        question(journal)
    asked = [(text, given) for text, given in statements if text.startswith(("SELECT", "DELETE", "UPDATE"))]
    assert asked
    lines: list[str] = []
    for text, given in asked:
        lines += [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", given)]
    return lines


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
def test_a_list_reads_its_index_alone_and_sorts_nothing(filled: Journal, wanted: Filter) -> None:
    lines = plans(filled, lambda journal: journal.reflections.headings(wanted, 100))
    assert "reflection USING COVERING INDEX reflection_heading" in lines[0]
    assert [line for line in lines if BARE_SCAN.match(line) or "TEMP B-TREE" in line] == []


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
def test_the_next_of_a_list_begin_where_the_last_ended(filled: Journal, wanted: Filter) -> None:
    last = middle(filled)
    lines = plans(filled, lambda journal: journal.reflections.headings(wanted, 100, last))
    (list_,) = [line for line in lines if "reflection_heading" in line]
    assert re.search(
        r"SEARCH reflection USING COVERING INDEX reflection_heading \((.*entry_date<\?|entry_date=\?)\)", list_
    )
    assert [line for line in lines if BARE_SCAN.match(line) or "TEMP B-TREE" in line] == []


def test_days_read_the_narrowest_index(filled: Journal) -> None:
    for name in ("days", "all days"):
        assert all("COVERING INDEX reflection_day" in line for line in plans(filled, QUESTIONS[name])), name


@pytest.mark.parametrize("name", ["number", "position", "days", "prompt use"])
def test_counting_reads_an_index_alone(filled: Journal, name: str) -> None:
    lines = [line for line in plans(filled, QUESTIONS[name]) if re.search(r"(SEARCH|SCAN) reflection\b", line)]
    assert lines
    assert [line for line in lines if "COVERING" not in line and "autoindex" not in line] == []


def test_open_commitments_are_found_by_their_own_index(filled: Journal) -> None:
    lines = plans(filled, QUESTIONS["open commitments"])
    assert "USING INDEX commitment_open" in lines[0]


def test_the_latest_open_commitments_are_the_end_of_that_index_and_counted_by_it_alone(filled: Journal) -> None:
    lines = plans(filled, QUESTIONS["latest open commitments"])
    assert "SEARCH commitment USING INDEX commitment_open (made_on<?)" in lines[0]
    assert "SEARCH commitment USING COVERING INDEX commitment_open (made_on<?)" in lines
    assert not any("FOR ORDER BY" in line for line in lines), lines


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_reads_no_table_from_end_to_end(filled: Journal, question: Callable[[Journal], object]) -> None:
    assert [line for line in plans(filled, question) if BARE_SCAN.match(line)] == []


def test_a_search_is_newest_first_without_sorting(filled: Journal) -> None:
    lines = plans(filled, lambda journal: journal.search("words", 10))
    assert "TEMP B-TREE" not in " ".join(lines)


@pytest.mark.parametrize(
    "plan", ["SCAN reflection", "SCAN documents", "SCAN d", "SCAN documents_index VIRTUAL TABLE INDEX 0:"]
)
def test_a_scan_would_be_noticed(plan: str) -> None:
    assert BARE_SCAN.match(plan)


def test_pulls_with_a_person_read_the_days_asked_alone_and_not_all_about_that_person(filled: Journal) -> None:
    lines = plans(filled, QUESTIONS["pulls with a person"])
    assert "entry_date>" in lines[0]
    assert [line for line in lines if "LIST SUBQUERY" in line] == []
