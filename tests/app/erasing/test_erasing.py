"""What erasing somebody does to a journal, told beforehand and done: nothing more and nothing less."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import limits
from app.erasing import doing
from app.erasing.model import Choice, Choices, Mention, Preview, Way
from app.erasing.preview import preview
from app.erasing.who import Who
from app.errors import AliasNamesThem
from app.exchange import json_file
from app.exchange.kinds import facts, to_record
from app.joining import join
from app.journal import Journal
from app.mentions.finding import find, fold
from app.mentions.spellings import spellings
from app.people.model import Person
from app.reflections.model import Filter
from app.rewriting import AnyRecord, rewritten
from tests.app.erasing.crowded import one_of_each, saying
from tests.app.exchange.strategies import records
from tests.app.people.test_store import person
from tests.app.reflections.journals import NOW, TODAY, plan, reflection, undone

LATER = NOW + timedelta(days=1)
ALIAS = Choice(Way.ALIAS, "a colleague")
KEEP = Choice(Way.KEEP)


def erase(journal: Journal, id: str, default: Choice = ALIAS, each: dict[Mention, Choice] | None = None) -> Preview:
    """What was told beforehand of what is done now, but for what only a real file shows."""
    ahead = preview(journal, id)
    doing._erase(journal, id, Choices(default=default, each=each or {}), LATER)
    return ahead


def kept(journal: Journal, name: str, **more: object) -> Person:
    return journal.people.save(person(name, **more), NOW)


def text_of(journal: Journal, id: str) -> str:
    return journal.reflections.get(id).content.text


@pytest.mark.parametrize(
    ("choice", "text", "said"),
    [
        (ALIAS, "Sandra’s draft. Sandra Koch agreed, and SANDRA.", "A colleague’s draft. A colleague agreed, and "),
        (Choice(Way.INITIALS), "Sandra’s draft, Koch's too, by Sandra Koch.", "S.’s draft, K.'s too, by S. K."),
        (KEEP, "Sandra’s draft", "Sandra’s draft"),
        (Choice(Way.ALIAS), "for sandra", "for a colleague"),
        (ALIAS, "Alessandra and Sandrasan, Kochbuch", "Alessandra and Sandrasan, Kochbuch"),
        (ALIAS, "Sandra\u00a0Koch, San\u00addra, Ｓａｎｄｒａ", "A colleague, a colleague, a colleague"),
    ],
)
def test_a_mention_says_what_was_chosen(journal: Journal, choice: Choice, text: str, said: str) -> None:
    sandra = kept(journal, "Sandra Koch")
    written = journal.reflections.save(reflection(text), NOW)
    erase(journal, sandra.id, choice)
    assert text_of(journal, written.id).startswith(said)
    assert journal.people.names() == []


def test_one_mention_is_chosen_by_itself(journal: Journal) -> None:
    sandra = kept(journal, "Sandra")
    written = journal.reflections.save(reflection("Sandra asked. Then Sandra left."), NOW)
    ahead = preview(journal, sandra.id)
    first, second = ahead.mentions
    assert (first.before, first.said, first.after) == ("", "Sandra", " asked. Then Sandra left.")
    assert (second.at, second.number, second.day) == ("text", 1, TODAY)
    erase(journal, sandra.id, ALIAS, {second: KEEP})
    assert text_of(journal, written.id) == "A colleague asked. Then Sandra left."


def test_what_is_about_them_goes_and_is_counted(journal: Journal) -> None:
    sandra = kept(journal, "Sandra", role="Designer")
    for each in one_of_each("Sandra"):
        journal.stores[facts(each).kind].add_all([each], NOW)
    ahead = erase(journal, sandra.id)
    alone = ("agreement", "checklist-run", "experiment", "feedback", "follow-up", "level", "one-on-one", "topic")
    hired = ("alignment", "interview")
    work = ("debrief", "delegation", "touch")
    parts = ("commitment", "meant-for", "owner", "person", "reaction", "second-eyes")
    assert ahead.goes == dict.fromkeys((*alone, *hired, *work, *parts), 1)
    assert ahead.named_in == 1
    left = {kind: store.count()[0] for kind, store in journal.stores.items()}
    stays = {"reflection", "practice", "checklist", "held-task", "question", "kit", "preparation"}
    assert {kind for kind, number in left.items() if number} == stays
    (practice,), (checklist,) = journal.practices.find(Filter()), journal.checklists.find(Filter())
    assert [each.person for each in practice.reactions] == ["Ravi"]
    assert (checklist.owner, checklist.versions[0].steps[0].second_eyes) == (None, None)
    assert journal.people.names() == ["Ravi"]


def test_the_trash_goes_too_and_earlier_versions_say_something_else(journal: Journal) -> None:
    first = reflection("Sandra was late", people=("Sandra",))
    journal.reflections.save(first, NOW)
    journal.reflections.save(replace(first, content=replace(first.content, text="The train")), LATER)
    trashed = journal.reflections.save(reflection("Sandra again"), NOW)
    journal.reflections.delete(trashed.id, NOW)
    (sandra,) = journal.people.everyone()
    ahead = erase(journal, sandra.id)
    assert [(each.is_earlier, each.in_trash) for each in ahead.mentions] in (
        [(True, False), (False, True)],
        [(False, True), (True, False)],
    )
    (earlier,) = journal.reflections.get(first.id).revisions
    assert (earlier.content.text, earlier.content.people) == ("A colleague was late", ())
    assert text_of(journal, trashed.id) == "A colleague again"
    journal.reflections.bring_back(first.id, earlier.id, LATER)
    assert journal.people.names() == []


def test_who_has_a_part_of_the_name_stays_and_what_may_mean_them_is_kept(journal: Journal) -> None:
    anna, _ = kept(journal, "Anna Berg"), kept(journal, "Anna Lind")
    text = "Anna Berg, Anna Lind, Anna, Berg"
    written = journal.reflections.save(reflection(text), NOW)
    ahead = preview(journal, anna.id)
    assert [(each.said, each.may_mean) for each in ahead.mentions] == [
        ("Anna Berg", ()),
        ("Anna", ("Anna Lind",)),
        ("Berg", ()),
    ]
    erase(journal, anna.id)
    assert text_of(journal, written.id) == "A colleague, Anna Lind, Anna, a colleague"
    assert journal.people.names() == ["Anna Lind"]


def test_a_small_word_of_a_name_is_kept_where_it_may_be_a_word(journal: Journal) -> None:
    marta = kept(journal, "Marta von Aue")
    written = journal.reflections.save(reflection("Von Marta von Aue: Aue, von heute an."), NOW)
    erase(journal, marta.id, Choice(Way.INITIALS))
    assert text_of(journal, written.id) == "Von M. V. A.: A., von heute an."


def test_who_is_written_otherwise_is_the_same(journal: Journal) -> None:
    sandra = kept(journal, "Sandra")
    journal.reflections.save(reflection("x", people=("sandra", "Ravi")), NOW)
    ahead = erase(journal, sandra.id)
    assert (ahead.also, ahead.named_in) == (("sandra",), 1)
    assert journal.people.names() == ["Ravi"]


@pytest.mark.parametrize("name", ["李", "🦑", "J", "J. R."])
def test_initials_that_would_be_the_name_again_are_not_taken(journal: Journal, name: str) -> None:
    them = kept(journal, name)
    written = journal.reflections.save(reflection(f"Then {name} left"), NOW)
    erase(journal, them.id, Choice(Way.INITIALS))
    assert text_of(journal, written.id) == "Then a colleague left"


def test_an_alias_with_the_name_in_it_is_refused(journal: Journal) -> None:
    sandra = kept(journal, "Sandra Koch")
    with pytest.raises(AliasNamesThem):
        erase(journal, sandra.id, Choice(Way.ALIAS, "our koch"))
    assert journal.people.names() == ["Sandra Koch"]


def test_what_is_then_too_long_for_its_field_says_less(journal: Journal) -> None:
    journal.reflections.save(reflection("", TODAY, plan("Al " * 166)), NOW)
    al = kept(journal, "Al")
    erase(journal, al.id)
    (found,) = journal.reflections.find(Filter())
    assert found.commitments[0].when == "… " * 166
    assert len(found.commitments[0].when) <= limits.LINE


def test_preferences_say_something_else(journal: Journal) -> None:
    sandra = kept(journal, "Sandra")
    journal.preferences.change(wish="Less of Sandra", name="Sandra and I", second_place="/drive/sandra/journal")
    ahead = erase(journal, sandra.id)
    assert [(each.at, each.doubtful) for each in ahead.mentions] == [
        ("second_place", True),
        ("name", False),
        ("wish", False),
    ]
    now_prefers = journal.preferences.get()
    assert (now_prefers.wish, now_prefers.name) == ("Less of a colleague", "A colleague and I")
    assert now_prefers.second_place == "/drive/sandra/journal"
    other = kept(journal, "Sandra")
    erase(journal, other.id, ALIAS, dict.fromkeys(preview(journal, other.id).mentions, ALIAS))
    assert journal.preferences.get().second_place == ""


def test_looking_ahead_changes_nothing(journal: Journal) -> None:
    sandra = kept(journal, "Sandra")
    for each in one_of_each("Sandra"):
        journal.stores[facts(each).kind].add_all([saying(each, "Sandra")], NOW)
    before = exported(journal)
    assert preview(journal, sandra.id) == preview(journal, sandra.id)
    assert exported(journal) == before


# For any journal

STEM = "zwyrtk"
NAMES = ("Zwyrtk", "Zwyrtk Olesk", "zwyrtk-olesk", "Dr. Zwyrtk", "ZWYRTK")
_pieces = st.sampled_from([*NAMES, "Zwyrtk's", "(zwyrtk)", "and", "Ravi", " ", "\n", "🦑", "a\u0301", "Zwyrtkan"])
_texts = st.lists(_pieces, max_size=6).map(" ".join)


@st.composite
def crowds(draw: st.DrawFn) -> list[AnyRecord]:
    """Records of any kind; some say the name somewhere, some name them as a person."""
    found = []
    for each in draw(st.lists(records, max_size=8, unique_by=lambda record: record.id)):
        said, called = draw(st.booleans()), draw(st.booleans())
        whom, what = draw(st.sampled_from(NAMES)), draw(_texts)
        found.append(
            rewritten(
                each,
                lambda name, whom=whom, called=called: whom if called else name,  # type: ignore[misc]
                lambda _at, text, most, what=what, said=said: what[:most] if said else text,  # type: ignore[misc]
            )
        )
    return found


def exported(journal: Journal) -> dict[str, str]:
    """Each line of the export by the id of its record."""
    stream = BytesIO()
    every = (each for _, store in sorted(journal.stores.items()) for each in store.every())
    json_file.write(stream, every, "0" * 32, NOW)
    lines = [each.decode().rstrip(",") for each in stream.getvalue().split(b"\n")]
    return {json.loads(line)["id"]: line for line in lines if line.startswith('{"id"')}


def add(journal: Journal, given: Sequence[AnyRecord]) -> None:
    for kind, store in journal.stores.items():
        new, _ = store.new([each for each in given if facts(each).kind == kind])
        store.add_all(new, NOW)


def says_it(text: str) -> bool:
    """Whether the name is there as a whole word, as anybody would look for it."""
    for char in "ZWYRTK-OLESK'().\"\\/_":
        text = text.replace(char, char.lower())
    return STEM in text.casefold().replace("zwyrtkan", "")


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crowds(), st.sampled_from([ALIAS, Choice(Way.INITIALS), Choice(Way.ALIAS, "someone I knew")]))
def test_of_any_journal_nothing_names_them_and_all_else_is_as_it_was(
    shared: Journal, given: list[AnyRecord], choice: Choice
) -> None:
    with undone(shared):
        add(shared, given)
        them = shared.people.save(person("Zwyrtk Olesk"), NOW) if "Zwyrtk Olesk" not in shared.people.names() else None
        id = them.id if them else next(each.id for each in shared.people.everyone() if each.name == "Zwyrtk Olesk")
        before = exported(shared)
        others = [name for name in shared.people.names() if STEM in name.casefold() and fold(name) != "zwyrtk olesk"]
        for other in others:  # each of the names is erased in its turn, so that none is somebody else's
            found = next((each for each in shared.people.everyone() if each.name == other), None)
            if found is not None:
                erase(shared, found.id, choice, without_doubt(shared, found.id, choice))
        ahead = erase(shared, id, choice, without_doubt(shared, id, choice))
        after = exported(shared)
        assert not any(says_it(line) for line in after.values())
        assert not any(says_it(name) for name in shared.people.names())
        assert shared.search(f'"{STEM}"', 9) == []
        assert not any(says_it(each) for each in shared.reflections.tags())
        untouched = {each: line for each, line in before.items() if STEM not in fold(line)}
        assert {each: after.get(each) for each in untouched} == untouched
        assert ahead.name not in shared.people.names()


def without_doubt(journal: Journal, id: str, choice: Choice) -> dict[Mention, Choice]:
    return dict.fromkeys(preview(journal, id).mentions, choice)


@settings(deadline=None, max_examples=60)
@given(_texts | st.text(max_size=40), st.sampled_from([*NAMES, "o'Brien-Ünal", "李小明", "ﬁne", "Ⅷ"]))
def test_looking_quickly_overlooks_nothing(text: str, name: str) -> None:
    who = Who(name, [name])
    for written in (text, f"{text}{name}", f"{name.upper()} {text}", "\u00ad".join(name) + text):
        slowly = find(written, spellings({fold(name): name}))
        assert [(each.start, each.end) for each in who.mentions(written)] == [(each.start, each.end) for each in slowly]


def test_records_know_their_texts() -> None:
    """Each text that the JSON of a record has is one that is read for mentions, but for codes, days and names."""
    for each in (*one_of_each("Ravi"), *one_of_each(None)):
        found = saying(each, "heron")
        changed = rewritten(found, str, lambda _at, text, _most: text.replace("heron", "crane"))
        assert json.dumps(to_record(found)).count("heron") == json.dumps(to_record(changed)).count("crane") > 0
        assert "heron" not in json.dumps(to_record(changed))


def test_the_names_they_had_before_go_too(journal: Journal) -> None:
    jonas, other = kept(journal, "Jonas Weber"), kept(journal, "Jon W.")
    priya = kept(journal, "Priya", earlier_names=("Jonas Weber",))
    said = journal.reflections.save(reflection("Jonas waited. Then Jon W. called, and Priya."), NOW)
    join(journal, other.id, jonas.id, NOW)
    journal.people.save(replace(journal.people.get(jonas.id), name="Kim"), NOW)
    assert journal.people.get(jonas.id).earlier_names == ("Jon W.", "Jonas Weber")
    ahead = erase(journal, jonas.id)
    assert [each.said for each in ahead.mentions] == ["Jonas", "Jon W."]
    assert text_of(journal, said.id) == "A colleague waited. Then a colleague called, and Priya."
    assert journal.people.get(priya.id).earlier_names == ()


def test_a_name_that_somebody_else_has_by_now_is_theirs(journal: Journal) -> None:
    first = kept(journal, "Jonas")
    journal.people.save(replace(first, name="Kim"), NOW)
    kept(journal, "Jonas")
    said = journal.reflections.save(reflection("Jonas and Kim"), NOW)
    erase(journal, first.id)
    assert text_of(journal, said.id) == "Jonas and a colleague"
