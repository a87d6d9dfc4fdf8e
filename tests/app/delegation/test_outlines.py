"""What a list and the map show of delegations is what their whole histories say."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings

from app.delegation.dues import due_now
from app.delegation.history import History, Stage, histories
from app.delegation.model import TouchKind
from app.delegation.period import Period
from app.delegation.practice_map import Cell, Row, practice_map
from app.journal import Journal
from tests.app.delegation.making import DAY, Written, debrief, delegation, journals, touch
from tests.app.reflections.journals import NOW, TODAY


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(journals())
def test_stage_and_dues_are_those_of_the_whole(journal: Journal, written: Written) -> None:
    for id in journal.delegations.ids():  # those of the example before
        journal.delegations.discard(id)
    journal.delegations.add_all(written.delegations, NOW)
    journal.touches.add_all(written.touches, NOW)
    journal.debriefs.add_all(written.debriefs, NOW)
    found = {each.delegation.id: each for each in journal.delegations.outlines(TODAY)}
    whole = histories(written.delegations, written.touches, written.debriefs)
    assert len(found) == len(whole)
    for each in whole:
        outline = found[each.delegation.id]
        assert outline.stage is each.stage
        assert [(one.begins, one.ends) for one in outline.strands] == [(one.begins, one.ends) for one in each.strands]
        if each.stage is Stage.HANDED_OVER:
            assert due_now(outline, TODAY) == due_now(each, TODAY)
        assert outline.delegation.fear == ""
    assert mapped(list(found.values()), written) == mapped(whole, written)
    since = TODAY - timedelta(days=7)
    live = {each.delegation.id for each in journal.delegations.outlines(TODAY, since)}
    for each in whole:
        turned = any(one.touch.date >= since for one in each.events if one.after is not one.before)
        assert each.delegation.id in live or (each.stage is Stage.DEBRIEFED and not turned)


def test_what_was_talked_through_long_ago_is_left_out(journal: Journal) -> None:
    of = delegation()
    closed = debrief(of, of.date + timedelta(days=9))
    delivered = touch(of, TouchKind.DELIVERED, of.date + timedelta(days=8))
    journal.delegations.save(of, NOW)
    journal.touches.save(delivered, NOW)
    assert journal.delegations.outlines(TODAY, TODAY)
    journal.debriefs.save(closed, NOW)
    assert journal.delegations.outlines(TODAY, delivered.date)
    assert journal.delegations.outlines(TODAY, delivered.date + timedelta(days=1)) == []


def mapped(given: list[History], written: Written) -> list[object]:
    """What the map shows, without the touches that it does not ask about."""

    def shown(cell: Cell) -> object:
        ever, under_way = ({each.delegation.id for each in of} for of in (cell.ever, cell.under_way))
        return cell.person, cell.count, cell.last, ever, under_way, cell.level

    def line(row: Row) -> object:
        return row.work, [shown(each) for each in row.cells], row.minutes_a_month, row.is_only_owner

    rows = practice_map(given, written.held, written.levels, ["Jonas", "Priya"], Period(TODAY - 30 * DAY, TODAY))
    return [line(each) for each in rows]


def test_what_is_in_the_trash_decides_nothing(journal: Journal) -> None:
    of = delegation()
    back = touch(of, TouchKind.TOOK_BACK, TODAY)
    journal.delegations.save(of, NOW)
    journal.touches.save(back, NOW)
    assert [each.stage for each in journal.delegations.outlines(TODAY)] == [Stage.TAKEN_BACK]
    journal.touches.delete(back.id, NOW)
    assert [each.stage for each in journal.delegations.outlines(TODAY)] == [Stage.HANDED_OVER]
    journal.delegations.delete(of.id, NOW)
    assert journal.delegations.outlines(TODAY) == []
