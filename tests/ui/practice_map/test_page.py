"""The map by keys: its cells as they are heard, its card, handing over from it, asking first."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.delegation.history import histories
from app.delegation.period import last_months
from app.delegation.practice_map import practice_map
from app.journal import Journal
from app.one_on_ones.model import Topic
from app.people.model import Side
from app.reflections.model import Filter
from app.sample import told
from tests.app.reflections.journals import NOW
from tests.ui.practice_map.conftest import Chart, focused
from tests.ui.sessions import ask, ask_to_write
from ui.clock import today
from ui.handover.page import HandOverPage
from ui.practice_map.card import CellCard
from ui.practice_map.presenter import Stretch
from ui.reference import DELEGATION
from ui.widgets.buttons import LinkButton
from ui.widgets.tab_loop import stops

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
MONTH = f"{today():%B}"


def topics(chart: Chart) -> list[Topic]:
    return ask(chart.qtbot, chart.session, lambda journal: journal.topics.find(Filter()))


def test_what_the_sample_shows_is_what_the_rules_say(chart: Chart) -> None:
    records = told(today(), NOW)

    def fill(journal: Journal) -> None:
        for kind in ("person", "level", "held-task", "delegation", "touch", "debrief"):
            store = journal.stores[kind]
            new, _ = store.new([each for each in records if type(each) is store.kind.make])  # type: ignore[attr-defined]
            store.add_all(new, NOW)

    def by_the_rules(journal: Journal) -> list[object]:
        every = (journal.delegations.find(Filter()), journal.touches.find(Filter()), journal.debriefs.find(Filter()))
        held, levels = journal.held_tasks.find(Filter()), journal.levels.find(Filter())
        people = chart.page.presenter.cells.map.people
        rows = practice_map(histories(*every), held, levels, people, last_months(6, today()))
        return [(row.work, [(each.person, each.count, each.last, each.level) for each in row.cells]) for row in rows]

    ask_to_write(chart.qtbot, chart.session, fill)
    chart.page.presenter.choose(Stretch.SIX)
    with chart.qtbot.waitSignal(chart.page.presenter.shown):
        pass
    shown = chart.page.presenter.cells.map.rows
    found = [(row.work, [(each.person, each.count, each.last, each.level) for each in row.cells]) for row in shown]
    assert found == ask(chart.qtbot, chart.session, by_the_rules)
    assert any(each.count for row in shown for each in row.cells)


def test_cells_are_walked_by_keys_and_heard_by_name(chart: Chart) -> None:
    assert chart.page.reading.text().startswith("One kind of work has only ever been done by you.")
    assert chart.at() == "Plan, Jonas: not yet"
    walk = (
        (Key.Key_Down, f"Reporting, Jonas: 7 times, last in {MONTH}, decide with me"),
        (Key.Key_Right, "Reporting, Priya: not yet, under way now"),
        (Key.Key_End, "Reporting, you: none"),
        (Key.Key_Home, "Reporting"),
        (Key.Key_PageUp, "Plan. Only you have done this"),
        (Key.Key_End, "Plan, you: 6.5 hours a month"),
        (Key.Key_PageDown, "Rota, you: none"),
    )
    for key, said in walk:
        chart.press(key)
        assert chart.at() == said
    table = QAccessible.queryAccessibleInterface(chart.page.grid)
    names = {table.child(each).text(QAccessible.Text.Name) for each in range(table.childCount())}
    assert {"Reporting, Priya: not yet, under way now", "Priya", "You, a month"} <= names
    assert not [each for each in stops(chart.page) if not each.accessibleName()]


def test_the_card_opens_by_enter_and_closes_by_escape(chart: Chart) -> None:
    chart.go_to("Reporting", "Jonas")
    chart.press(Key.Key_Return)
    card: CellCard = chart.card()
    chart.wait(lambda: card.isAncestorOf(focused()))
    said = [each.words() for each in card.links]
    assert len(said) == 6
    assert said[-1] == "and 2 more"
    chart.press(Key.Key_Escape)
    assert chart.page.peek.card is None
    assert chart.page.grid.hasFocus()
    chart.press(Key.Key_Right)  # it opens where arrow keys have come to, and leaves them the focus
    card = chart.card()
    assert (card.accessibleName(), chart.page.grid.hasFocus()) == ("Reporting, Priya: not yet", True)
    assert [each.words() for each in card.links] == ["May report"]
    card.links[0].click()
    assert chart.window.inside.workspace.current_key == DELEGATION
    assert chart.page.peek.card is None


def test_the_card_opens_where_the_mouse_rests_until_it_leaves(chart: Chart) -> None:
    grid, cells = chart.page.grid, chart.page.presenter.cells
    grid.pointed.emit(cells.index(0, 2))
    assert chart.card().accessibleName() == "Plan, Priya: not yet"
    grid.pointed.emit(QModelIndex())
    chart.card().lit.emit(True)  # on its way from the cell to the card
    grid.pointed.emit(cells.index(0, 3))
    chart.wait(lambda: chart.card().accessibleName() == "Plan, you: 6.5 h")
    grid.pointed.emit(QModelIndex())
    chart.wait(lambda: chart.page.peek.card is None)
    assert grid.hasFocus()


def test_handing_over_from_a_cell_begins_a_draft_with_what_is_known(chart: Chart) -> None:
    chart.go_to("Plan", "Priya")
    chart.press(Key.Key_Return)
    card: CellCard = chart.card()
    chart.wait(lambda: card.hand_over is not None and card.hand_over.hasFocus())
    chart.press(Key.Key_Return)
    page = chart.window.page()
    assert isinstance(page, HandOverPage)
    chart.wait(lambda: page.presenter.delegation.title)
    begun = page.presenter.delegation
    assert (begun.title, begun.person, begun.work) == ("Plan, first draft", "Priya", "Plan")
    page.presenter.edit_brief(why="To see how it is made")
    page.flush()
    chart.wait(lambda: page.is_settled)
    kept = ask(chart.qtbot, chart.session, lambda journal: journal.delegations.get(begun.id))
    (held,) = ask(chart.qtbot, chart.session, lambda journal: journal.held_tasks.find(Filter()))
    assert (kept.person, kept.brief.why, held.delegation) == ("Priya", "To see how it is made", kept.id)
    plan = chart.page.presenter.cells.map.rows[0]
    for person in ("Jonas", "Priya"):  # with somebody else it is another one, and with her it goes on
        chart.page.presenter.hand_over(plan, person)
        chart.wait(lambda person=person: page.presenter.delegation.person == person)
        assert (page.presenter.delegation.id == kept.id) is (person == "Priya")
    page.flush()
    chart.wait(lambda: page.is_settled)
    (again,) = ask(chart.qtbot, chart.session, lambda journal: journal.held_tasks.find(Filter()))
    assert again.delegation == kept.id


def test_asking_first_makes_a_topic_and_undo_takes_it_away(chart: Chart) -> None:
    chart.go_to("Rota", "Priya")
    chart.press(Key.Key_Return)
    chart.card().ask.click()
    toast = chart.window.inside.workspace.toast
    chart.wait(toast.isVisible)
    (made,) = topics(chart)
    assert (made.person, made.raised_by, made.text) == ("Priya", Side.ME, "Rota: would you like to take it on?")
    chart.press(Key.Key_Return)
    assert chart.card().ask.words() == "On the agenda"
    undo = toast.findChild(LinkButton)
    assert undo is not None
    undo.click()
    chart.wait(lambda: not topics(chart))
    QApplication.processEvents()
