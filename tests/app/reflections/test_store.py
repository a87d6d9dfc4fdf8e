"""What is saved is there, once, with its earlier versions; what is undone has never been."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from sqlalchemy.exc import IntegrityError

from app.errors import CannotWrite, NoSuchRecord
from app.journal import Journal
from app.reflections.model import (
    Commitment,
    Content,
    Day,
    Filter,
    Lately,
    Outcome,
    Pillar,
    PullKind,
    Reflection,
    Revision,
)
from app.reflections.plans import MOST_COUNTED
from app.reflections.record import from_record, to_record
from tests.app.exchange.strategies import reflections as arbitrary
from tests.app.reflections.journals import NOW, TODAY, new_id, plan, reflection, undone

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
EVERYTHING = Filter()


def save(journal: Journal, given: Reflection, minutes: float = 0) -> Reflection:
    return journal.reflections.save(given, NOW + minutes * MINUTE)


def say(old: Reflection, **content: object) -> Reflection:
    said: Content = replace(old.content, **content)  # type: ignore[arg-type]  # by name
    return replace(old, content=said)


def found(journal: Journal, query: str) -> list[str]:
    return [hit.id for hit in journal.search(query, 50)]


# Saving


@settings(max_examples=40)
@given(arbitrary)
def test_what_is_added_is_there_exactly_as_it_was(shared: Journal, given: Reflection) -> None:
    with undone(shared):
        shared.reflections.add_all([given], NOW)
        kept = shared.reflections.get(given.id)
        assert replace(kept, revisions=()) == replace(given, revisions=())
        assert set(kept.revisions) == set(given.revisions)


@settings(max_examples=40)
@given(arbitrary)
def test_what_is_saved_can_leave_as_a_record_and_come_back(shared: Journal, given: Reflection) -> None:
    untidy = replace(given, commitments=(plan("when", "will", " \n"), plan("when", "will", "  Jo   Ann ")))
    with undone(shared):
        kept = shared.reflections.save(untidy, NOW)
        assert kept == shared.reflections.get(given.id) == from_record(to_record(kept))
        assert [each.person for each in kept.commitments] == [None, "Jo Ann"]


@settings(max_examples=40)
@given(arbitrary)
def test_saving_twice_is_saving_once(shared: Journal, given: Reflection) -> None:
    with undone(shared):
        once = shared.reflections.save(given, NOW)
        assert shared.reflections.save(given, NOW + DAY) == once
        assert shared.reflections.get(given.id) == once


def test_two_quick_saves_of_a_new_one_make_one(journal: Journal) -> None:
    new = reflection("three")
    save(journal, new)
    save(journal, say(new, text="three words"))
    assert [each.content.text for each in journal.reflections.every()] == ["three words"]
    assert found(journal, "three") == [new.id]


def test_a_version_is_kept_once_a_sitting(journal: Journal) -> None:
    new = reflection("one")
    save(journal, new)
    save(journal, say(new, text="two"), 9)
    save(journal, say(new, text="three"), 18)
    assert journal.reflections.get(new.id).revisions == ()
    save(journal, say(new, text="four"), 28)
    kept = save(journal, say(new, text="five"), 29)
    assert [(each.saved_at, each.content.text) for each in kept.revisions] == [(NOW + 18 * MINUTE, "three")]
    assert journal.reflections.get(new.id) == kept
    assert kept.updated_at == NOW + 29 * MINUTE


def test_a_plan_alone_keeps_no_version(journal: Journal) -> None:
    new = save(journal, reflection("one"))
    kept = save(journal, replace(new, commitments=(plan("when", "will"),)), 60)
    assert (kept.revisions, kept.updated_at) == ((), NOW + 60 * MINUTE)


def test_an_answer_just_before_does_not_cost_a_version(journal: Journal) -> None:
    made = plan("she asks", "listen")
    new = save(journal, reflection("one", TODAY, made))
    journal.reflections.follow_up(made.id, Outcome.DONE, "", TODAY, NOW + DAY)
    kept = save(journal, say(new, text="two"), minutes=24 * 60 + 5)
    assert [(each.saved_at, each.content.text) for each in kept.revisions] == [(NOW, "one")]


def test_saving_leaves_alone_what_is_not_written_by_hand(journal: Journal) -> None:
    first = replace(reflection("one"), source="dayone", source_id="7", deleted_at=NOW)
    journal.reflections.add_all([first], NOW)
    changed = replace(say(first, text="two"), source=None, source_id=None, deleted_at=None, created_at=NOW + DAY)
    kept = save(journal, replace(changed, revisions=(Revision(id=new_id(), saved_at=NOW, content=first.content),)), 5)
    assert kept == replace(first, content=changed.content, updated_at=NOW + 5 * MINUTE)
    assert found(journal, "two") == []


def test_an_imported_record_is_there_once(journal: Journal) -> None:
    one, other = (replace(reflection("x"), source="dayone", source_id="7") for _ in range(2))
    journal.reflections.add_all([one], NOW)
    with pytest.raises(IntegrityError), journal.vault.connection.begin_nested():
        journal.reflections.add_all([other], NOW)
    journal.reflections.add_all([replace(other, source="jrnl")], NOW)
    assert journal.reflections.count() == (2, 0)


def test_a_plan_taken_away_is_gone(journal: Journal) -> None:
    kept, gone = plan("if kept", "a"), plan("if gone", "b", "Anna")
    new = save(journal, reflection("x", TODAY, kept, gone))
    save(journal, replace(new, commitments=(kept,)))
    assert journal.reflections.get(new.id).commitments == (kept,)
    assert (found(journal, "kept"), found(journal, "gone")) == ([new.id], [])


# All or nothing


def contents(journal: Journal) -> tuple[list[Reflection], list[str], list[str]]:
    with journal.reading():
        return list(journal.reflections.every()), found(journal, "word"), journal.people.names()


class _Stop(Exception):
    pass


def save_and_fail(journal: Journal) -> None:
    old = reflection("word")
    with journal.transaction():
        journal.reflections.save(old, NOW)
        journal.reflections.save(say(old, text="other word", people=("Nobody",)), NOW + DAY)
        assert len(journal.reflections.get(old.id).revisions) == 1
        assert found(journal, "other") == [old.id]
        raise _Stop


def save_one_plan_twice(journal: Journal) -> None:
    one = plan("when", "will")
    with journal.transaction():
        journal.reflections.save(reflection("word", TODAY, one), NOW)
        journal.reflections.save(reflection("word", TODAY, one), NOW)


def test_what_was_saved_before_a_failure_has_never_been(shared: Journal) -> None:
    before = contents(shared)
    with pytest.raises(_Stop):
        save_and_fail(shared)
    assert contents(shared) == before


def test_a_statement_that_fails_takes_the_whole_transaction_with_it(shared: Journal) -> None:
    before = contents(shared)
    with pytest.raises(IntegrityError):
        save_one_plan_twice(shared)
    assert contents(shared) == before
    assert shared.vault.findings() == []


def test_nothing_can_be_written_while_reading(shared: Journal) -> None:
    before = contents(shared)
    with pytest.raises(CannotWrite), shared.reading():
        shared.reflections.save(reflection("word"), NOW)
    assert contents(shared) == before


# Asking


def test_a_list_is_newest_first(journal: Journal) -> None:
    late = reflection("late", TODAY, time="23:00")
    early, untimed = reflection("early", TODAY, time="06:00"), reflection("untimed", TODAY)
    written_later = replace(reflection("untimed", TODAY), created_at=NOW + MINUTE)
    old = reflection("old", TODAY - DAY, time="23:59")
    journal.reflections.add_all([written_later, old, late, untimed, early], NOW)
    expected = [late, early, written_later, untimed, old]
    assert journal.reflections.find(EVERYTHING) == expected
    assert [each.id for each in journal.reflections.headings(EVERYTHING)] == [each.id for each in expected]
    assert journal.reflections.find(EVERYTHING, 2) == expected[:2]


def test_of_two_at_the_same_moment_the_last_added_comes_first(journal: Journal) -> None:
    first, second = reflection("first"), reflection("second")
    journal.reflections.add_all([first, second], NOW)
    assert journal.reflections.find(EVERYTHING) == [second, first]


def test_a_heading_tells_a_reflection(journal: Journal) -> None:
    save(journal, reflection("\nA title\nand more", pillar=Pillar.RESPECT, pull=3, private=True))
    (heading,) = journal.reflections.headings(EVERYTHING)
    assert (heading.date, heading.title, heading.pillar, heading.pull) == (TODAY, "A title", Pillar.RESPECT, 3)
    assert heading.private is True


def test_a_heading_names_its_people_in_order(journal: Journal) -> None:
    save(journal, reflection("one", people=("Žofie", "Anna")))
    save(journal, reflection("two", TODAY - DAY, people=("Ben",)))
    save(journal, reflection("three", TODAY - 2 * DAY))
    named = [each.people for each in journal.reflections.headings(EVERYTHING)]
    assert named == [("Žofie", "Anna"), ("Ben",), ()]


def test_a_list_goes_on_after_any_of_its_own(journal: Journal) -> None:
    times = ["23:00", "06:00", None, None, "06:00"]
    some = [reflection(str(at), TODAY - at // 5 * DAY, time=times[at % 5], people=("Anna",)) for at in range(1200)]
    journal.reflections.add_all(some, NOW)
    every = journal.reflections.headings(EVERYTHING)
    assert len(every) == 1200
    for at in (0, 1, 2, 3, 599, 1198):
        assert journal.reflections.headings(EVERYTHING, 7, every[at]) == every[at + 1 : at + 8]
    assert journal.reflections.headings(EVERYTHING, 7, every[-1]) == []
    assert journal.reflections.headings(Filter(until=TODAY - 3 * DAY), None, every[0]) == every[15:]


def test_a_list_goes_on_after_what_is_in_the_trash_and_not_after_what_is_gone(journal: Journal) -> None:
    new, old = save(journal, reflection("new")), save(journal, reflection("old", TODAY - DAY))
    heading, rest = journal.reflections.headings(EVERYTHING)
    journal.reflections.delete(new.id, NOW)
    assert journal.reflections.headings(EVERYTHING, 5, heading) == [rest]
    journal.reflections.empty_trash(NOW + 31 * DAY)
    with pytest.raises(NoSuchRecord):
        journal.reflections.headings(EVERYTHING, 5, heading)
    assert rest.id == old.id


def test_a_filter_counts_and_places_what_it_lets_through(journal: Journal) -> None:
    some = [
        save(journal, reflection(str(at), TODAY - at * DAY, tags=("even",) if at % 2 == 0 else ())) for at in range(9)
    ]
    even = Filter(tag="even")
    assert (journal.reflections.number_of(EVERYTHING), journal.reflections.number_of(even)) == (9, 5)
    assert journal.reflections.position_of(some[6].id, EVERYTHING) == 6
    assert journal.reflections.position_of(some[6].id, even) == 3
    assert journal.reflections.position_of(some[5].id, even) is None
    assert journal.reflections.position_of("f" * 32, EVERYTHING) is None
    journal.reflections.delete(some[0].id, NOW)
    assert journal.reflections.position_of(some[6].id, even) == 2
    assert journal.reflections.position_of(some[0].id, even) is None


def test_a_day_tells_how_much_and_how_strong(journal: Journal) -> None:
    for day, pull in [(0, 3), (0, 8), (0, None), (1, None), (3, 0), (5, 9)]:
        save(journal, reflection("x", TODAY - day * DAY, pull=pull))
    journal.reflections.delete(save(journal, reflection("x", TODAY, pull=10)).id, NOW)
    assert journal.reflections.days(TODAY - 3 * DAY, TODAY) == [
        Day(date=TODAY - 3 * DAY, count=1, pull=0),
        Day(date=TODAY - DAY, count=1, pull=None),
        Day(date=TODAY, count=3, pull=8),
    ]


def test_tags_are_told_once_in_order_and_not_from_the_trash(journal: Journal) -> None:
    save(journal, reflection("x", tags=("team", "Äpfel", "budget")))
    save(journal, reflection("x", tags=("Team", "zebra")))
    journal.reflections.delete(save(journal, reflection("x", tags=("gone", "budget"))).id, NOW)
    assert journal.reflections.tags() == ["Äpfel", "budget", "Team", "zebra"]


def test_the_last_use_of_prompts_and_pillars_is_told(journal: Journal) -> None:
    save(journal, reflection("x", TODAY - 9 * DAY, prompt="one", pillar=Pillar.TRUST))
    save(journal, reflection("x", TODAY - 3 * DAY, prompt="one", pillar=Pillar.RESPECT))
    save(journal, reflection("x", TODAY - 2 * DAY, prompt="two", pillar=Pillar.TRUST))
    journal.reflections.delete(save(journal, reflection("x", prompt="two", pillar=Pillar.ACCOUNTABILITY)).id, NOW)
    save(journal, reflection("x", TODAY, prompt="one", pillar=Pillar.ACCOUNTABILITY))
    assert journal.reflections.prompt_use(TODAY) == (
        {"one": TODAY - 3 * DAY, "two": TODAY - 2 * DAY},
        {Pillar.TRUST: TODAY - 2 * DAY, Pillar.RESPECT: TODAY - 3 * DAY},
    )


def test_what_the_last_day_holds_is_told(journal: Journal) -> None:
    assert journal.reflections.lately(TODAY) == Lately()
    save(journal, reflection("x", TODAY - 9 * DAY, plan("kept"), pull=9))
    save(journal, reflection("x", TODAY - 2 * DAY, pull=6, pull_kind=PullKind.FIX))
    save(journal, reflection("x", TODAY - 2 * DAY, pull=3, pull_kind=PullKind.TAKE_BACK))
    save(journal, reflection("x", TODAY, pull=10, pull_kind=PullKind.ANSWER))
    open_plan = journal.reflections.open_commitments()[0].commitment
    journal.reflections.follow_up(open_plan.id, Outcome.DONE, "", TODAY - 2 * DAY, NOW)
    assert journal.reflections.lately(TODAY) == Lately(
        number=3,
        last_day=TODAY - 2 * DAY,
        pull=6,
        pull_kinds=frozenset({PullKind.FIX, PullKind.TAKE_BACK}),
        outcomes=frozenset({Outcome.DONE}),
    )


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(since=TODAY),
        Filter(until=TODAY),
        Filter(tag="TEAM"),
        Filter(person="žofie"),
        Filter(person=" Z\u030cOFIE "),
        Filter(pillar=Pillar.TRUST),
        Filter(pull_kind=PullKind.TAKE_BACK),
        Filter(private=True),
        Filter(since=TODAY, until=TODAY, tag="team", person="Žofie", pillar=Pillar.TRUST, private=True),
    ],
    ids=str,
)
def test_a_filter_lets_through_what_fits_all_of_it(journal: Journal, wanted: Filter) -> None:
    facts = {"pillar": Pillar.TRUST, "pull_kind": PullKind.TAKE_BACK, "private": True}
    fits = reflection("x", TODAY, tags=("other", "Team"), people=("Ben", "Žofie"), **facts)
    save(journal, fits)
    is_late = wanted.until is not None and wanted.since is None
    save(journal, reflection("y", TODAY + DAY if is_late else TODAY - DAY, tags=("teams",), people=("Zofie",)))
    assert [each.id for each in journal.reflections.headings(wanted)] == [fits.id]
    assert [each.id for each in journal.reflections.find(wanted)] == [fits.id]


def test_every_one_is_told_by_id_with_the_trash(journal: Journal) -> None:
    some = [reflection(str(number)) for number in range(1201)]
    journal.reflections.add_all(some[::-1], NOW)
    journal.reflections.delete(some[3].id, NOW)
    assert [each.id for each in journal.reflections.every()] == [each.id for each in some]


def test_an_id_that_is_not_there_is_refused(journal: Journal) -> None:
    save(journal, reflection("x"))
    reflections, id = journal.reflections, "f" * 32
    for refused in (
        lambda: reflections.get(id),
        lambda: reflections.delete(id, NOW),
        lambda: reflections.restore(id, NOW),
        lambda: reflections.bring_back(id, id, NOW),
        lambda: reflections.follow_up(id, Outcome.DONE, "", TODAY, NOW),
    ):
        with pytest.raises(NoSuchRecord) as error:
            refused()
        assert error.value.id == id


def test_counts_and_days_are_told_without_the_trash(journal: Journal) -> None:
    assert journal.reflections.count() == (0, 0)
    assert journal.reflections.first_and_last() is None
    some = [save(journal, reflection("x", TODAY - days * DAY)) for days in range(4)]
    journal.reflections.delete(some[0].id, NOW)
    journal.reflections.delete(some[3].id, NOW)
    assert journal.reflections.count() == (2, 2)
    assert journal.reflections.first_and_last() == (TODAY - 2 * DAY, TODAY - DAY)


def test_new_is_what_is_known_neither_by_id_nor_by_source(journal: Journal) -> None:
    here = replace(reflection("here"), source="jrnl", source_id="1")
    in_trash = replace(reflection("trash"), deleted_at=NOW)
    journal.reflections.add_all([here, in_trash], NOW)
    same_source = replace(reflection("again"), source="jrnl", source_id="1")
    fresh, other_source = reflection("new"), replace(reflection("new"), source="dayone", source_id="1")
    given = [replace(fresh, id=here.id), same_source, replace(in_trash, deleted_at=None), fresh, other_source, fresh]
    assert journal.reflections.new(given) == ([fresh, other_source], [])


def test_a_source_of_two_parts_is_not_taken_for_one_id(journal: Journal) -> None:
    one, other = (replace(reflection("x"), source=source, source_id="1") for source in ("a", "b"))
    assert journal.reflections.new([one, other]) == ([one, other], [])


def test_a_record_whose_part_has_a_taken_id_is_told_apart(journal: Journal) -> None:
    made = plan("she asks", "listen")
    journal.reflections.add_all([reflection("here", TODAY, made)], NOW)
    clash, twin = (reflection("x", TODAY, made) for _ in range(2))
    free = reflection("y")
    assert journal.reflections.new([clash, free, twin]) == ([free], [clash, twin])


# The trash


def test_what_is_deleted_leaves_list_and_search_and_comes_back(journal: Journal) -> None:
    kept = save(journal, reflection("word"))
    journal.reflections.delete(kept.id, NOW + DAY)
    assert (journal.reflections.find(EVERYTHING), found(journal, "word")) == ([], [])
    (deleted,) = journal.reflections.trash()
    assert deleted == replace(kept, deleted_at=NOW + DAY, updated_at=NOW + DAY)
    journal.reflections.restore(kept.id, NOW + 2 * DAY)
    assert journal.reflections.find(EVERYTHING) == [replace(kept, updated_at=NOW + 2 * DAY)]
    assert (journal.reflections.trash(), found(journal, "word")) == ([], [kept.id])


def test_the_trash_shows_the_last_deleted_first(journal: Journal) -> None:
    some = [save(journal, reflection("x")) for _ in range(3)]
    for number, each in enumerate(some):
        journal.reflections.delete(each.id, NOW + number * MINUTE)
    assert [each.id for each in journal.reflections.trash()] == [each.id for each in reversed(some)]


def test_after_thirty_days_the_trash_is_emptied_of_every_trace(journal: Journal) -> None:
    gone = save(journal, reflection("word", TODAY, plan("a", "b"), tags=("team",), people=("Anna",)))
    save(journal, say(gone, text="other"), 60)
    stays = save(journal, reflection("stays"))
    journal.reflections.delete(gone.id, NOW)
    journal.reflections.delete(stays.id, NOW + MINUTE)
    limit = NOW + 30 * DAY
    assert journal.trash_due(limit) == []
    assert journal.reflections.empty_trash(limit) == 0
    assert journal.trash_due(limit + MINUTE) == [journal.reflections]
    assert journal.reflections.empty_trash(limit + MINUTE) == 1
    assert [each.id for each in journal.reflections.every()] == [stays.id]
    for table in ("reflection_tag", "reflection_person", "reflection_revision", "commitment"):
        count = f"SELECT count(*) FROM {table}"  # noqa: S608  the names above
        assert journal.vault.connection.exec_driver_sql(count).scalar() == 0


# Commitments


def test_open_are_those_without_an_outcome_or_not_yet_oldest_first(journal: Journal) -> None:
    plans = [plan("when", str(outcome), "Anna", outcome) for outcome in (None, *Outcome)]
    new = save(journal, reflection("new", TODAY, *plans))
    late = save(journal, reflection("late", TODAY - DAY, plan("a", "b"), time="10:00"))
    early = save(journal, reflection("early", TODAY - DAY, plan("a", "b"), time="09:00"))
    journal.reflections.delete(save(journal, reflection("gone", TODAY, plan("a", "b"))).id, NOW)
    told = journal.reflections.open_commitments()
    assert [(each.reflection_id, each.made_on) for each in told] == [
        (early.id, TODAY - DAY),
        (late.id, TODAY - DAY),
        (new.id, TODAY),
        (new.id, TODAY),
    ]
    assert [each.commitment for each in told[2:]] == [plans[0], plans[3]]


def test_any_number_of_commitments_can_be_open(journal: Journal) -> None:
    journal.reflections.add_all([reflection("x", TODAY, plan("a", "b")) for _ in range(1001)], NOW)
    assert len(journal.reflections.open_commitments()) == 1001


def test_the_latest_open_ones_come_first_with_the_number_of_all(journal: Journal) -> None:
    for days in range(1, 6):
        save(journal, reflection("x", TODAY - days * DAY, plan(f"{days}", "b"), plan("done", "b", None, Outcome.DONE)))
    save(journal, reflection("today", TODAY, plan("0", "b")))
    found, number = journal.reflections.latest_open_commitments(TODAY, 3)
    assert ([each.commitment.when for each in found], number) == (["1", "2", "3"], 5)
    assert found[0].made_on == TODAY - DAY
    assert journal.reflections.latest_open_commitments(TODAY - 9 * DAY, 3) == ([], 0)


def test_open_ones_are_counted_as_far_as_anybody_needs_to_know(journal: Journal) -> None:
    def number_of(given: int) -> int:
        journal.reflections.add_all([reflection("x", TODAY, *(plan("a", "b") for _ in range(given)))], NOW)
        return journal.reflections.latest_open_commitments(TODAY + DAY, 3)[1]

    thrown_away = save(journal, reflection("x", TODAY, *(plan(f"{at}", "b") for at in range(20))))
    journal.reflections.delete(thrown_away.id, NOW)
    assert [number_of(2), number_of(1), number_of(MOST_COUNTED - 4)] == [2, 3, MOST_COUNTED - 1]
    assert [number_of(1), number_of(5)] == [MOST_COUNTED] * 2


def test_following_up_answers_one_commitment(journal: Journal) -> None:
    one, other = plan("one", "will"), plan("other", "will", "Anna")
    new = save(journal, reflection("x", TODAY, one, other))
    journal.reflections.follow_up(other.id, Outcome.PARTLY, "halfway there", TODAY + DAY, NOW + DAY)
    kept = journal.reflections.get(new.id)
    answered = Commitment(
        id=other.id,
        when="other",
        will="will",
        person="Anna",
        outcome=Outcome.PARTLY,
        outcome_note="halfway there",
        followed_up_on=TODAY + DAY,
    )
    assert kept == replace(new, commitments=(one, answered), updated_at=NOW + DAY)
    assert found(journal, "halfway") == [new.id]
    assert [each.commitment for each in journal.reflections.open_commitments()] == [one]


def test_one_that_is_not_asked_about_is_kept_and_never_open(journal: Journal) -> None:
    asked = plan("asked", "will")
    quiet = replace(plan("quiet", "will"), asked=False)
    late = replace(plan("late", "will", outcome=Outcome.NOT_YET), asked=False)
    new = save(journal, reflection("x", TODAY, quiet, asked, late))
    assert [each.commitment for each in journal.reflections.open_commitments()] == [asked]
    assert journal.reflections.get(new.id).commitments == (quiet, asked, late)
    save(journal, replace(new, commitments=(replace(quiet, asked=True), asked, late)), 1)
    assert [each.commitment.id for each in journal.reflections.open_commitments()] == [quiet.id, asked.id]


def test_a_second_answer_takes_the_place_of_the_first_and_can_be_taken_back(journal: Journal) -> None:
    made = plan("she asks", "listen")
    new = save(journal, reflection("x", TODAY, made))
    journal.reflections.follow_up(made.id, Outcome.DONE, "quickly said", TODAY, NOW + MINUTE)
    journal.reflections.follow_up(made.id, Outcome.PARTLY, "half", TODAY, NOW + 2 * MINUTE)
    answered = replace(made, outcome=Outcome.PARTLY, outcome_note="half", followed_up_on=TODAY)
    assert journal.reflections.get(new.id).commitments == (answered,)
    assert (found(journal, "quickly"), journal.reflections.open_commitments()) == ([], [])
    journal.reflections.follow_up(made.id, None, "", TODAY, NOW + 3 * MINUTE)
    assert journal.reflections.get(new.id) == replace(new, updated_at=NOW + 3 * MINUTE)
    assert [each.commitment for each in journal.reflections.open_commitments()] == [made]
    assert (found(journal, "half"), journal.reflections.answered_on(TODAY)) == ([], [])


def test_what_was_answered_on_a_day_is_told_whatever_the_answer(journal: Journal) -> None:
    some = [plan(str(number), "will") for number in range(4)]
    save(journal, reflection("later", TODAY, *some[2:]))
    first = save(journal, reflection("first", TODAY - DAY, *some[:2]))
    for each, outcome in zip(some, (Outcome.NOT_YET, Outcome.DONE, Outcome.PARTLY, Outcome.DONE), strict=True):
        day = TODAY if each is not some[3] else TODAY - DAY
        journal.reflections.follow_up(each.id, outcome, "", day, NOW)
    told = journal.reflections.answered_on(TODAY)
    assert [each.commitment.id for each in told] == [each.id for each in some[:3]]
    assert (told[0].reflection_id, told[0].made_on) == (first.id, TODAY - DAY)
    journal.reflections.delete(first.id, NOW)
    assert [each.commitment.id for each in journal.reflections.answered_on(TODAY)] == [some[2].id]


def test_a_save_of_what_was_read_before_costs_no_answer(journal: Journal) -> None:
    made, gone = plan("she asks", "listen"), plan("gone", "soon")
    read = save(journal, reflection("one", TODAY, made, gone))
    journal.reflections.follow_up(made.id, Outcome.DONE, "it went", TODAY, NOW + MINUTE)
    kept = save(journal, replace(say(read, text="two"), commitments=(replace(made, will="listen more"),)), 2)
    answered = replace(made, will="listen more", outcome=Outcome.DONE, outcome_note="it went", followed_up_on=TODAY)
    assert kept.commitments == journal.reflections.get(read.id).commitments == (answered,)


# Earlier versions


def test_bringing_a_version_back_keeps_the_present_one(journal: Journal) -> None:
    new = save(journal, reflection("before", TODAY, tags=("old",), people=("Anna",)))
    changed = save(journal, say(new, text="after", date=TODAY - DAY, tags=(), people=()), 60)
    (version,) = changed.revisions
    kept = journal.reflections.bring_back(new.id, version.id, NOW + DAY)
    assert kept == journal.reflections.get(new.id)
    assert (kept.content, kept.updated_at) == (new.content, NOW + DAY)
    assert [each.content for each in kept.revisions] == [new.content, changed.content]
    assert (found(journal, "before"), found(journal, "after")) == ([new.id], [])


def test_a_version_of_another_reflection_is_not_brought_back(journal: Journal) -> None:
    one, other = save(journal, reflection("one")), save(journal, reflection("other"))
    (version,) = save(journal, say(one, text="two"), 60).revisions
    with pytest.raises(NoSuchRecord):
        journal.reflections.bring_back(other.id, version.id, NOW)
    assert journal.reflections.get(other.id) == other


def test_the_first_day_of_all_and_the_last_can_be_written_about(journal: Journal) -> None:
    ends = [save(journal, reflection("word", day, time="23:59")) for day in (date.min, date.max)]
    assert found(journal, "word") == [each.id for each in reversed(ends)]
    assert journal.reflections.first_and_last() == (date.min, date.max)
