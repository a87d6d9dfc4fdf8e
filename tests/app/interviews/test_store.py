"""What lists need of interviews is read without what was said in them."""

from datetime import timedelta

from app import candidates
from app.interviews.model import Outline
from app.journal import Journal
from tests.app.interviews.making import interview, kit, seen
from tests.app.reflections.journals import NOW, TODAY
from tests.app.search.test_plans import plans

DAY = timedelta(days=1)


def test_a_list_is_in_the_order_of_the_days_without_the_trash(journal: Journal) -> None:
    part = seen()
    hired = interview(part, part, candidate="B", at=1, finished_on=TODAY, hired="Jonas", date=TODAY + DAY)
    begun, gone = interview(candidate="A"), interview(part, candidate="C")
    for each in (hired, begun, gone):
        journal.interviews.save(each, NOW)
    journal.interviews.delete(gone.id, NOW)
    assert journal.interviews.outlines() == [
        Outline(id=begun.id, kit=begun.kit, candidate="A", parts=0, at=0, finished_on=None, is_hired=False, date=TODAY),
        Outline(
            id=hired.id, kit=hired.kit, candidate="B", parts=2, at=1, finished_on=TODAY, is_hired=True, date=TODAY + DAY
        ),
    ]


def test_who_is_erased_soon_is_known_by_an_index_alone(journal: Journal) -> None:
    lines = plans(journal, lambda journal: candidates.erased_soon(journal, TODAY))
    assert [line for line in lines if "interview" in line] == ["SCAN interview USING COVERING INDEX interview_kept"]


def test_what_went_to_the_trash_with_its_kit_comes_back_with_it_and_nothing_else(journal: Journal) -> None:
    plan, other = (journal.kits.save(kit(), NOW) for _ in range(2))
    with_it, before, of_another = (
        journal.interviews.save(interview(kit=id, candidate=name), NOW)
        for id, name in ((plan.id, "A"), (plan.id, "B"), (other.id, "C"))
    )
    journal.interviews.delete(before.id, NOW)
    journal.interviews.delete(of_another.id, NOW + DAY)
    journal.kits.delete(plan.id, NOW + DAY)
    journal.kits.delete(plan.id, NOW + 2 * DAY)  # once more says nothing
    assert journal.interviews.outlines() == []
    journal.kits.restore(plan.id, NOW + 3 * DAY)
    assert [each.id for each in journal.interviews.outlines()] == [with_it.id]
    assert {each.id for each in journal.interviews.trash()} == {before.id, of_another.id}
