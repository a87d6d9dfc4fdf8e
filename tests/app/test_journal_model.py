"""Whatever is done to a journal, in whatever order, it says the same as a few plain lists in memory."""

import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.journal import Journal
from app.reflections.model import Commitment, Content, Day, Filter, Outcome, Pillar, PullKind, Reflection, Revision
from app.vault.slots import RecoveryKey
from tests.app.reflections.journals import found

# What is written: words of many scripts, of which it is plain what they match

SPACED = ("aAeEéÉüÜñÑ", "λΛογΓσΣ", "жЖдДлЛ", "كتاب", "שלום", "कमल", "0269")
ALONE = ("今天会议", "かなカナ", "한국어", "กขคง", "🙂🎉🚀")
words = st.one_of(*(st.text(alphabet, min_size=1, max_size=3) for alphabet in SPACED + ALONE))
texts = st.lists(words, max_size=4).flatmap(
    lambda some: st.sampled_from([" ", "\n", ", ", "-"]).map(lambda by: by.join(some))
)
names = st.sampled_from(
    ["Anna", "anna", "ANNA", "Jo Ann", " Jo  Ann", "Žofie", "z\u030cofie", "Z\u030cofie", "李", "", " "]
)
days = st.dates(date(2026, 2, 25), date(2026, 3, 10))
times = st.none() | st.sampled_from(["00:00", "08:59", "09:00", "23:59"])
changes = st.fixed_dictionaries(
    {},
    optional={
        "date": days,
        "time": times,
        "text": texts,
        "notice": texts,
        "pillar": st.none() | st.sampled_from(Pillar),
        "pull": st.none() | st.integers(0, 10),
        "pull_kind": st.none() | st.sampled_from(PullKind),
        "private": st.booleans(),
        "tags": st.lists(names, max_size=2).map(tuple),
        "people": st.lists(names, max_size=2).map(tuple),
    },
)
plans = st.builds(
    Commitment,
    id=st.just(""),
    when=texts,
    will=texts,
    person=st.none() | names,
    asked=st.sampled_from([True, True, False]),
)
picks = st.integers(0, 99)

# What the model makes of it


def tidy_name(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def tidy_names(given: Iterable[str]) -> tuple[str, ...]:
    tidy: list[str] = []
    for name in map(tidy_name, given):
        if name and name not in tidy:
            tidy.append(name)
    return tuple(tidy)


def tidy_content(content: Content) -> Content:
    return replace(content, tags=tidy_names(content.tags), people=tidy_names(content.people))


def tidy_plan(given: Commitment) -> Commitment:
    return replace(given, person=tidy_name(given.person or "") or None)


def same_name(one: str, other: str) -> bool:
    return tidy_name(one).casefold() == tidy_name(other).casefold()


def tokens(text: str) -> list[str]:
    """The words of a text without accents and case; a character of a script without blanks is a word of its own."""
    found: list[str] = []
    inside = False
    for character in text:
        if character in "".join(ALONE):
            found.append(character)
            inside = False
        elif character.isalnum():
            base = unicodedata.normalize("NFD", character)[0].casefold()
            found[-1:] = [found[-1] + base] if inside else [*found[-1:], base]
            inside = True
        elif not unicodedata.combining(character):
            inside = False
    return found


def has_phrase(said: list[str], phrase: list[str], *, is_prefix: bool) -> bool:
    def fits(at: int) -> bool:
        part = said[at : at + len(phrase)]
        last_fits = part[-1].startswith(phrase[-1]) if is_prefix else part[-1] == phrase[-1]
        return part[:-1] == phrase[:-1] and last_fits

    return any(fits(at) for at in range(len(said) - len(phrase) + 1))


_SEAM = "\0"


def all_words(record: Reflection) -> list[str]:
    """Its words, then its names; between them what nobody asks for, since no phrase goes over."""
    content = record.content
    planned = [word for each in record.commitments for word in (each.when, each.will, each.outcome_note)]
    with_whom = [each.person for each in record.commitments if each.person]
    names = dict.fromkeys((*content.people, *with_whom, *content.tags))
    return [*tokens("\n".join((content.text, content.notice, *planned))), _SEAM, *tokens("\n".join(names))]


def place_in_list(record: Reflection, arrival: int) -> tuple[date, str, datetime, int]:
    return record.content.date, record.content.time or "", record.created_at, arrival


class JournalAndModel(RuleBasedStateMachine):
    """The journal, and beside it every record as it should be: in `model` by id, in the order of arrival."""

    template: ClassVar[Path]
    key: ClassVar[RecoveryKey]
    runs: ClassVar[Iterator[int]] = count()

    def __init__(self) -> None:
        super().__init__()
        self.folder = self.template.with_name(f"run {next(self.runs)}")
        shutil.copytree(self.template, self.folder)
        self.now = datetime(2026, 3, 10, 9, 15, tzinfo=UTC)
        self.journal = Journal.open(self.folder, self.key, self.now)
        self.model: dict[str, Reflection] = {}
        self.written: dict[str, datetime] = {}
        self.people: set[str] = set()
        self.ids = (f"{number:032x}" for number in count(1))

    def teardown(self) -> None:
        findings = self.journal.vault.findings()
        self.journal.close()
        shutil.rmtree(self.folder)
        assert findings == []

    # Changes

    @initialize(content=changes, some=st.lists(plans, max_size=2))
    def begin(self, content: dict[str, object], some: list[Commitment]) -> None:
        self.add(content, some)

    @rule(content=changes, some=st.lists(plans, max_size=2))
    def add(self, content: dict[str, object], some: list[Commitment]) -> None:
        said = Content(**{"date": self.now.date(), **content})  # type: ignore[arg-type]  # by name
        new = Reflection(
            id=next(self.ids), content=said, created_at=self.now, updated_at=self.now, commitments=self.with_ids(some)
        )
        kept = replace(new, content=tidy_content(said), commitments=tuple(map(tidy_plan, new.commitments)))
        self.model[new.id] = kept
        self.written[new.id] = self.now
        assert self.save(new) == kept

    @precondition(lambda self: self.model)
    @rule(pick=picks, content=changes)
    def edit(self, pick: int, content: dict[str, object]) -> None:
        old = self.pick(pick)
        said = replace(old.content, **content)  # type: ignore[arg-type]  # by name
        self.put(old, content=tidy_content(said))
        self.save(replace(old, content=said))

    @precondition(lambda self: self.model)
    @rule(pick=picks, some=st.lists(plans, max_size=2))
    def plan(self, pick: int, some: list[Commitment]) -> None:
        old = self.pick(pick)
        planned = (*self.with_ids(some), *old.commitments[:1])
        self.put(old, commitments=tuple(map(tidy_plan, planned)))
        self.save(replace(old, commitments=planned))

    @precondition(lambda self: any(each.commitments for each in self.model.values()))
    @rule(pick=picks, outcome=st.none() | st.sampled_from(Outcome), note=texts)
    def follow_up(self, pick: int, outcome: Outcome | None, note: str) -> None:
        old = self.pick(pick, lambda each: bool(each.commitments))
        answered = replace(old.commitments[0], outcome=outcome, outcome_note=note, followed_up_on=self.now.date())
        if outcome is None:
            answered = replace(answered, outcome_note="", followed_up_on=None)
        self.model[old.id] = replace(old, commitments=(answered, *old.commitments[1:]), updated_at=self.now)
        self.journal.write(
            lambda journal: journal.reflections.follow_up(answered.id, outcome, note, self.now.date(), self.now)
        )

    @precondition(lambda self: any(each.revisions for each in self.model.values()))
    @rule(pick=picks, which=picks)
    def bring_back(self, pick: int, which: int) -> None:
        old = self.pick(pick, lambda each: bool(each.revisions))
        with self.journal.reading():
            earlier = self.journal.reflections.get(old.id).revisions
        wanted = sorted(earlier, key=by_time_and_content)[which % len(earlier)]
        kept = replace(self.with_version(old), content=wanted.content, updated_at=self.now)
        self.model[old.id] = kept
        self.written[old.id] = self.now
        self.journal.write(lambda journal: journal.reflections.bring_back(old.id, wanted.id, self.now))

    @precondition(lambda self: any(not each.deleted_at for each in self.model.values()))
    @rule(pick=picks)
    def delete(self, pick: int) -> None:
        old = self.pick(pick, lambda each: not each.deleted_at)
        self.model[old.id] = replace(old, deleted_at=self.now, updated_at=self.now)
        self.journal.write(lambda journal: journal.reflections.delete(old.id, self.now))

    @precondition(lambda self: any(each.deleted_at for each in self.model.values()))
    @rule(pick=picks)
    def restore(self, pick: int) -> None:
        old = self.pick(pick, lambda each: bool(each.deleted_at))
        self.model[old.id] = replace(old, deleted_at=None, updated_at=self.now)
        self.journal.write(lambda journal: journal.reflections.restore(old.id, self.now))

    @rule(passed=st.sampled_from([timedelta(minutes=9), timedelta(minutes=10), timedelta(days=1), timedelta(days=16)]))
    def let_time_pass(self, passed: timedelta) -> None:
        self.now += passed

    @rule()
    def close_and_open_again(self) -> None:
        self.journal.close()
        self.journal = Journal.open(self.folder, self.key, self.now)
        limit = self.now - timedelta(days=30)
        gone = [each.id for each in self.model.values() if each.deleted_at and each.deleted_at < limit]
        for id in gone:
            del self.model[id]

    # Questions

    @rule(asked=st.lists(st.tuples(words, st.sampled_from(["word", "upper", "phrase"])), min_size=1, max_size=3))
    def search(self, asked: list[tuple[str, str]]) -> None:
        self.check_search(asked)

    @precondition(lambda self: any(len(all_words(each)) > 1 for each in self.model.values()))
    @rule(pick=picks, data=st.data())
    def search_for_something_written(self, pick: int, data: st.DataObject) -> None:
        found = all_words(self.pick(pick, lambda each: len(all_words(each)) > 1))
        seam = found.index(_SEAM)
        said = max(found[:seam], found[seam + 1 :], key=len)
        at = data.draw(st.integers(0, len(said) - 1))
        end = data.draw(st.integers(1, len(said[at])))
        pair = (
            ("".join(said[at : at + 2]), "phrase")
            if said[at] in "".join(ALONE)
            else (" ".join(said[at : at + 2]), "phrase")
        )
        self.check_search(data.draw(st.sampled_from([[(said[at][:end], "word")], [pair], [(said[0], "upper"), pair]])))

    def check_search(self, asked: list[tuple[str, str]]) -> None:
        typed: dict[str, Callable[[str], str]] = {"word": str, "upper": str.upper, "phrase": '"{}"'.format}
        query = " ".join(typed[how](word) for word, how in asked)
        expected = {
            record.id
            for record in self.outside_trash()
            if all(has_phrase(all_words(record), tokens(word), is_prefix=how != "phrase") for word, how in asked)
        }
        with self.journal.reading():
            hits = self.journal.search(query, 1000)
        assert {hit.id for hit in hits} == expected, query
        minutes = [(hit.date, self.model[hit.id].content.time or "00:00") for hit in hits]
        assert minutes == sorted(minutes, reverse=True)
        assert all("[" in hit.snippet for hit in hits)

    @rule(
        since=st.none() | days,
        until=st.none() | days,
        person=st.none() | names,
        tag=st.none() | names,
        pillar=st.none() | st.sampled_from(Pillar),
        pull_kind=st.none() | st.sampled_from(PullKind),
        private=st.none() | st.booleans(),
        limit=st.none() | st.integers(1, 3),
    )
    def list_(self, limit: int | None, **wanted: object) -> None:
        asked = Filter(**wanted)  # type: ignore[arg-type]  # by name
        every = [record for record in self.outside_trash() if self.is_wanted(record, asked)]
        expected = every[:limit]
        reflections = self.journal.reflections
        with self.journal.reading():
            told = reflections.headings(asked, limit)
            assert [(each.id, each.people) for each in told] == [(each.id, each.content.people) for each in expected]
            assert list(map(without_ids, reflections.find(asked, limit))) == list(map(without_ids, expected))
            while told and len(told) < len(every):
                told += reflections.headings(asked, limit, told[-1])
            assert [each.id for each in told] == [each.id for each in every]
            assert reflections.number_of(asked) == len(every)
            places = {each.id: at for at, each in enumerate(every)}
            assert {id: reflections.position_of(id, asked) for id in self.model} == {
                id: places.get(id) for id in self.model
            }

    @invariant()
    def agree(self) -> None:
        reflections = self.journal.reflections
        with self.journal.reading():
            assert list(map(without_ids, reflections.every())) == [
                without_ids(self.model[id]) for id in sorted(self.model)
            ]
            assert [each.id for each in reflections.headings(Filter())] == [each.id for each in self.outside_trash()]
            trash = [each for each in self.model.values() if each.deleted_at]
            assert [(each.deleted_at, each.id) for each in reflections.trash()] == sorted(
                ((each.deleted_at, each.id) for each in trash),
                key=lambda pair: (-pair[0].timestamp() if pair[0] else 0, pair[1]),
            )
            assert reflections.count() == (len(self.model) - len(trash), len(trash))
            is_open = {(each.id, plan) for each in self.outside_trash() for plan in each.commitments if plan.is_open}
            told = reflections.open_commitments()
            assert {(each.reflection_id, each.commitment) for each in told} == is_open
            assert [each.made_on for each in told] == sorted(each.made_on for each in told)
            answered = {
                (each.id, plan)
                for each in self.outside_trash()
                for plan in each.commitments
                if plan.followed_up_on == self.now.date()
            }
            told = reflections.answered_on(self.now.date())
            assert {(each.reflection_id, each.commitment) for each in told} == answered
            dates = [each.content.date for each in self.outside_trash()]
            assert reflections.days(date.min, date.max) == [self.day(each) for each in sorted(set(dates))]
            tags = [tag for each in self.outside_trash() for tag in each.content.tags]
            listed = reflections.tags()
            assert {tag.casefold() for tag in listed} == {tag.casefold() for tag in tags}
            assert listed == sorted(set(listed), key=str.casefold) or not all(map(str.isascii, listed))
            assert reflections.first_and_last() == ((min(dates), max(dates)) if dates else None)
            assert set(self.journal.people.names()) == self.people

    # The model's own hands

    def day(self, day: date) -> Day:
        said = [each.content for each in self.outside_trash() if each.content.date == day]
        pulls = [each.pull for each in said if each.pull is not None]
        return Day(date=day, count=len(said), pull=max(pulls, default=None))

    def outside_trash(self) -> list[Reflection]:
        order = {id: place_in_list(record, arrival) for arrival, (id, record) in enumerate(self.model.items())}
        kept = (each for each in self.model.values() if not each.deleted_at)
        return sorted(kept, key=lambda each: order[each.id], reverse=True)

    def pick(self, number: int, fits: Callable[[Reflection], bool] = lambda _: True) -> Reflection:
        some = [each for each in self.model.values() if fits(each)]
        return some[number % len(some)]

    def put(self, old: Reflection, **change: object) -> None:
        new = replace(old, **change)  # type: ignore[arg-type]  # by name
        if new == old:
            return
        if new.content != old.content:
            if self.now - self.written[old.id] >= timedelta(minutes=10):
                new = replace(new, revisions=self.with_version(old).revisions)
            self.written[old.id] = self.now
        self.model[old.id] = replace(new, updated_at=self.now)

    def with_ids(self, some: list[Commitment]) -> tuple[Commitment, ...]:
        return tuple(replace(each, id=next(self.ids)) for each in some)

    def with_version(self, old: Reflection) -> Reflection:
        version = Revision(id="", saved_at=self.written[old.id], content=old.content)
        return replace(old, revisions=(*old.revisions, version))

    def save(self, given: Reflection) -> Reflection:
        kept = self.journal.write(lambda journal: journal.reflections.save(given, self.now))
        model = self.model[given.id]
        assert without_ids(kept) == without_ids(model)
        self.people.update(model.content.people, (each.person for each in model.commitments if each.person))
        return kept

    @staticmethod
    def is_wanted(record: Reflection, asked: Filter) -> bool:
        content = record.content
        return (
            (asked.since is None or content.date >= asked.since)
            and (asked.until is None or content.date <= asked.until)
            and asked.pillar in (None, content.pillar)
            and asked.pull_kind in (None, content.pull_kind)
            and asked.private in (None, content.private)
            and (asked.tag is None or any(same_name(tag, asked.tag) for tag in content.tags))
            and (asked.person is None or any(same_name(name, asked.person) for name in content.people))
        )


def without_ids(record: Reflection) -> Reflection:
    """The record with its revisions told by what they hold; those of one second are in no order."""
    versions = (replace(each, id="") for each in record.revisions)
    return replace(record, revisions=tuple(sorted(versions, key=by_time_and_content)))


def by_time_and_content(version: Revision) -> tuple[datetime, str]:
    return version.saved_at, repr(version.content)


def test_a_journal_agrees_with_a_plain_model_of_it(tmp_path: Path) -> None:
    class InThisFolder(JournalAndModel):
        template = tmp_path / "template"
        key = found(tmp_path / "template")

    run_state_machine_as_test(
        InThisFolder,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
