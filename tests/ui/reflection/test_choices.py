"""Tags, people and kinds are chosen by typing and by ticking."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.reflections.model import PullKind
from tests.app.reflections.journals import NOW, reflection
from tests.ui.sessions import ask
from ui.reflection.draft import Draft
from ui.reflection.names import NameChoice
from ui.reflection.people import PersonPill, PullKindPill
from ui.reflection.tags import TagsField
from ui.session import REFLECTION, Change, Session
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Tag
from ui.widgets.choices import Check, Radio
from ui.widgets.fields import Field

DAY = date(2026, 3, 10)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(700, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()


def knows(qtbot: QtBot, session: Session, *names: str) -> None:
    given = reflection("x", DAY, people=names, tags=names)

    def ignore(_: object) -> None:
        pass

    session.write(session, Change(REFLECTION), lambda journal: journal.reflections.save(given, NOW), ignore)
    assert ask(qtbot, session, lambda journal: journal.people.names()) == sorted(names)


# Tags


def tag_names(field: TagsField) -> list[str]:
    return [each.text() for each in field.findChildren(Tag) if not each.isHidden()]


def typing_field(field: QWidget) -> Field:
    return field.findChildren(Field)[0]


def test_tags_are_typed_and_taken_away(qtbot: QtBot, session: Session, draft: Draft, window: QWidget) -> None:
    tags = TagsField(draft, session)
    put(window, tags)
    tags.findChildren(LinkButton)[0].click()
    field = typing_field(tags)
    QTest.keyClicks(field, "calm, hand over")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert list(draft.reflection.content.tags) == ["calm", "hand over"]
    assert tag_names(tags) == ["calm", "hand over"]
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert tag_names(tags) == ["calm"]
    assert list(draft.reflection.content.tags) == ["calm"]


def test_a_tag_half_typed_is_not_lost(qtbot: QtBot, session: Session, draft: Draft, window: QWidget) -> None:
    tags = TagsField(draft, session)
    put(window, tags)
    tags.findChildren(LinkButton)[0].click()
    QTest.keyClicks(typing_field(tags), "cal")
    assert draft.reflection.content.tags == ("cal",)
    QTest.keyClick(typing_field(tags), Qt.Key.Key_Escape)
    assert tag_names(tags) == ["cal"]


def test_tags_of_another_reflection_replace_what_was_typed(
    qtbot: QtBot, session: Session, draft: Draft, window: QWidget
) -> None:
    tags = TagsField(draft, session)
    put(window, tags)
    tags.findChildren(LinkButton)[0].click()
    QTest.keyClicks(typing_field(tags), "cal")
    draft.load(reflection("x", DAY, tags=("one", "two")))
    assert tag_names(tags) == ["one", "two"]
    assert typing_field(tags).text() == ""


# Names


@pytest.fixture
def many(qtbot: QtBot, window: QWidget) -> NameChoice:
    made = NameChoice("Find", adds=True)
    put(window, made)
    made.offer([f"Person {number}" for number in range(20)] + ["Tomás"], ["Aiko"])
    return made


def rows(choice: NameChoice, kind: type[QWidget] = Check) -> list[str]:
    return [each.accessibleName() for each in choice.findChildren(kind) if not each.isHidden()]


def test_only_some_names_are_shown_the_chosen_ones_first(qtbot: QtBot, many: NameChoice) -> None:
    qtbot.waitUntil(lambda: len(rows(many)) == 7)
    assert rows(many)[0] == "Aiko"


def test_typing_narrows_whatever_the_case(qtbot: QtBot, many: NameChoice) -> None:
    QTest.keyClicks(many.field, "TOM")
    qtbot.waitUntil(lambda: rows(many) == ["Tomás"])


def test_enter_takes_the_name_that_is_known_and_adds_one_that_is_not(qtbot: QtBot, many: NameChoice) -> None:
    QTest.keyClicks(many.field, "person 3")
    with qtbot.waitSignal(many.chosen) as known:
        QTest.keyClick(many.field, Qt.Key.Key_Return)
    assert known.args == [("Aiko", "Person 3")]
    many.field.insert("  Zoë  Q ")
    with qtbot.waitSignal(many.chosen) as new:
        QTest.keyClick(many.field, Qt.Key.Key_Return)
    assert new.args == [("Aiko", "Person 3", "Zoë Q")]


def test_a_ticked_name_is_let_go(qtbot: QtBot, many: NameChoice) -> None:
    aiko = next(each for each in many.findChildren(Check) if each.accessibleName() == "Aiko")
    with qtbot.waitSignal(many.chosen) as chosen:
        aiko.click()
    assert chosen.args == [()]


def test_a_name_to_find_is_never_added_where_it_cannot_be(qtbot: QtBot, window: QWidget) -> None:
    choice = NameChoice("Find", nothing="Anyone")
    put(window, choice)
    choice.offer(["Aiko"], [])
    choice.field.insert("Nobody known")
    with qtbot.assertNotEmitted(choice.chosen):
        QTest.keyClick(choice.field, Qt.Key.Key_Return)


# Pills


def test_the_pill_says_what_the_draft_holds(qtbot: QtBot, session: Session, draft: Draft, window: QWidget) -> None:
    pill = PullKindPill(draft, session)
    put(window, pill)
    empty = pill.words()
    draft.edit(pull_kind=PullKind.REDO, people=("Jonas",))
    assert pill.words() == "redo, Jonas"
    draft.edit(people=("Jonas", "Aiko", "Priya", "Tomás"))
    assert pill.words() == "redo, Jonas, Aiko, 2 more"
    draft.begin(DAY)
    assert pill.words() == empty


def test_the_pill_opens_kinds_and_people(qtbot: QtBot, session: Session, draft: Draft, window: QWidget) -> None:
    knows(qtbot, session, "Aiko", "Jonas")
    pill = PullKindPill(draft, session)
    put(window, pill)
    pill.click()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Radio)))
    next(each for each in window.findChildren(Radio) if each.accessibleName() == "take back").click()
    next(each for each in window.findChildren(Check) if each.accessibleName() == "Jonas").click()
    assert draft.reflection.content.pull_kind is PullKind.TAKE_BACK
    assert draft.reflection.content.people == ("Jonas",)


def test_one_person_is_chosen_and_let_go(qtbot: QtBot, session: Session, window: QWidget) -> None:
    knows(qtbot, session, "Aiko", "Jonas")
    pill = PersonPill(session)
    put(window, pill)

    def choose(name: str) -> None:
        pill.click()
        qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Radio)))
        next(each for each in window.findChildren(Radio) if each.accessibleName() == name and each.isVisible()).click()

    choose("Jonas")
    assert (pill.person(), pill.words()) == ("Jonas", "Jonas")
    choose("Nobody")
    assert pill.person() is None
