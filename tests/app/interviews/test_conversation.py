"""A conversation: a snapshot of the kit, the time, and evidence before a recommendation."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.interviews import bank, conversation, kits
from app.interviews.model import Asked, Competency, Landing, PartKind, Recommendation
from tests.app.interviews.making import ANCHORS, QUESTIONS, TRUST, asked, interview, kit, seen
from tests.app.practices.making import practice
from tests.app.reflections.journals import NOW, TODAY, new_id

DAY = timedelta(days=1)
KIT = kits.new(new_id(), "Support engineer", 45, TODAY, NOW)
ABOUT = st.sampled_from([None, Competency.TRUST, Competency.RESPECT])
some_parts = st.lists(
    st.builds(
        asked, ABOUT, notes=st.sampled_from(["", " ", "Said so."]), rating=st.sampled_from([None, 2]),
        not_asked=st.booleans(),
    ),
    max_size=6,
)  # fmt: skip


def test_it_begins_with_the_words_that_the_bank_has_now() -> None:
    trust = replace(TRUST, follow_ups=("Who was it?",))
    edited = replace(bank.in_place_of(trust, NOW), text="What is trust to you?")
    made = conversation.begin(new_id(), KIT, bank.by_id([trust], [edited]), [], "A", TODAY, NOW)
    opening, question, closing = made.parts
    assert (opening.what, opening.text, opening.competency) == (PartKind.OPENING, KIT.parts[0].text, None)
    assert (question.text, question.competency, question.anchors) == (edited.text, Competency.TRUST, ANCHORS)
    assert [(each.text, each.asked) for each in question.follow_ups] == [("Who was it?", False)]
    assert (closing.minutes, made.kit, made.candidate, made.sheet) == (7, KIT.id, "A", ())


def test_its_sheet_has_the_practices_in_force_the_oldest_first() -> None:
    old, new = practice("Weekly one-on-ones", date=TODAY - DAY), practice("Checklists")
    others = [practice(" "), practice("To come", date=TODAY + DAY), practice("Gone", deleted_at=NOW)]
    made = conversation.begin(new_id(), KIT, QUESTIONS, [new, *others, old], "A", TODAY, NOW)
    assert [(each.practice, each.about, each.landing) for each in made.sheet] == [
        ("Weekly one-on-ones", old.id, None),
        ("Checklists", new.id, None),
    ]
    landed = conversation.with_row(made, 1, replace(made.sheet[1], landing=Landing.NEUTRAL))
    assert [each.landing for each in landed.sheet] == [None, Landing.NEUTRAL]


def test_the_next_letter_is_the_first_that_is_free() -> None:
    def after(*taken: str) -> str:
        return conversation.next_letter(interview(candidate=each) for each in taken)

    assert after() == "A"
    assert after("A", "b", "JM") == "C"
    assert after("B") == "A"
    assert after(*"ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "AA"


def test_follow_ups_are_ticked_and_unticked() -> None:
    trust = replace(TRUST, follow_ups=("Who?", "When?"))
    made = conversation.begin(new_id(), KIT, {TRUST.id: trust}, [], "A", TODAY, NOW)
    once = conversation.with_part(made, 1, conversation.ticked(made.parts[1], 1))
    assert [each.asked for each in once.parts[1].follow_ups] == [False, True]
    assert conversation.with_part(once, 1, conversation.ticked(once.parts[1], 1)) == made


def test_the_time() -> None:
    made = interview(asked(seconds=500), asked(seconds=240), asked(), at=1)
    assert conversation.elapsed(made) == 740
    assert conversation.planned(made) == 24
    assert [conversation.left_for(each) for each in made.parts] == [0, 240, 480]
    assert conversation.progress(made) == (1.0, 0.5, 0.0)
    assert conversation.progress(replace(made, finished_on=TODAY)) == (1.0, 1.0, 1.0)
    assert conversation.progress(interview(asked(minutes=0, seconds=3), asked(minutes=0), at=0)) == (1.0, 0.0)


def test_what_is_missing_says_where_it_can_be_made_good() -> None:
    made = interview(
        asked(None),
        seen(Competency.JUDGEMENT),
        asked(Competency.ACCOUNTABILITY),
        asked(Competency.ACCOUNTABILITY, notes="Told them."),
        asked(Competency.TRUST, rating=2),
        asked(Competency.RESPECT, not_asked=True),
    )
    assert conversation.missing(made) == (
        conversation.Missing(Competency.ACCOUNTABILITY, 3, lacks_notes=False, lacks_rating=True),
        conversation.Missing(Competency.TRUST, 4, lacks_notes=True, lacks_rating=False),
    )


@given(some_parts)
def test_a_recommendation_opens_when_each_competency_is_seen_to(parts: list[Asked]) -> None:
    made = interview(*parts, recommendation=Recommendation.YES)
    seen_to = all(
        any(each.notes.strip() and each.rating and not each.not_asked for each in parts if each.competency is about)
        or all(each.not_asked for each in parts if each.competency is about)
        for about in (Competency.TRUST, Competency.RESPECT)
    )
    assert conversation.may_recommend(made) is seen_to
    assert conversation.recommended(made) is (Recommendation.YES if seen_to else None)
    for each in conversation.missing(made):
        assert parts[each.at].competency is each.competency
        assert not parts[each.at].not_asked
        assert each.lacks_notes or each.lacks_rating


def test_a_recommendation_comes_back_with_its_evidence() -> None:
    made = interview(seen(), recommendation=Recommendation.NO)
    emptied = conversation.with_part(made, 0, replace(made.parts[0], notes=" "))
    assert conversation.recommended(emptied) is None
    assert conversation.recommended(conversation.with_part(emptied, 0, seen())) is Recommendation.NO


def test_a_private_kit_makes_private_interviews() -> None:
    assert conversation.begin(new_id(), kit(private=True), {}, [], "A", TODAY, NOW).private
