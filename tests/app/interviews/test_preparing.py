"""Getting ready for one's own interview: questions in their order, answers with what is behind them, runs."""

from dataclasses import replace

from app import limits
from app.interviews import preparing
from app.interviews.model import MockRun, Preparation, Prepared
from tests.app.interviews.making import BUILT_IN, QUESTIONS, TRUST
from tests.app.reflections.journals import NOW, TODAY, new_id


def made(*questions: Prepared) -> Preparation:
    return replace(preparing.new(new_id(), TODAY, NOW), questions=questions)


def test_a_question_stands_in_it_once_and_comes_back_to_its_place() -> None:
    given = made()
    for each in (*BUILT_IN, TRUST):
        given = preparing.with_question(given, each)
    assert [each.question for each in given.questions] == [each.id for each in BUILT_IN]
    gone = given.questions[1]
    left = preparing.without(given, 1)
    assert preparing.put_back(left, 1, gone) == given
    assert preparing.put_back(given, 1, gone) == given
    assert preparing.moved(given, 0, 3).questions[3] == given.questions[0]
    assert preparing.planned(given) == 3 * len(BUILT_IN)


def test_it_takes_so_many_and_no_more() -> None:
    full = made(*(Prepared(text=str(at), minutes=1) for at in range(limits.INTERVIEW_PARTS)))
    assert preparing.with_line(full) == full
    assert preparing.with_question(full, TRUST) == full


def test_words_follow_the_bank_and_stay_where_it_has_them_no_more() -> None:
    known = Prepared(question=TRUST.id, text="As it was", minutes=3)
    gone = Prepared(question="gone", text="As it was", minutes=3)
    said = [each.text for each in preparing.in_words_of(made(known, gone), QUESTIONS).questions]
    assert said == [TRUST.text, "As it was"]


def test_what_is_quoted_stands_below_and_can_be_taken_away_without_what_came_since() -> None:
    before = Prepared(text="What?", minutes=3, answer="Mine.")
    after = preparing.quoting(before, " He called once. ", "Debrief, 12 March", "a" * 32)
    assert after.answer == "Mine.\n\n“He called once.”\nDebrief, 12 March"
    assert after.sources == ("a" * 32,)
    since = replace(after, answer=after.answer + "\nAnd more.")
    assert preparing.unquoted(since, before, after) == replace(before, answer="Mine.\nAnd more.")
    assert preparing.quoting(after, "Again.", "", "a" * 32).sources == ("a" * 32,)
    long = preparing.quoting(before, "x" * 20_000, "", "b" * 32)
    assert len(long.answer) == limits.INTERVIEW_NOTES
    assert preparing.without_source(after, "a" * 32).answer == after.answer


def test_a_run_stays_where_it_is_and_the_oldest_make_room() -> None:
    first, at = preparing.with_run(made(), None, MockRun(date=TODAY, seconds=(5,)))
    second, same = preparing.with_run(first, at, MockRun(date=TODAY, seconds=(5, 9)))
    assert (at, same, [each.seconds for each in second.runs]) == (0, 0, [(5, 9)])
    many = replace(second, runs=second.runs * limits.MANY)
    full, last = preparing.with_run(many, None, MockRun(date=TODAY, note="New"))
    assert (len(full.runs), full.runs[last].note) == (limits.MANY, "New")
    assert list(preparing.seconds_for(MockRun(date=TODAY, seconds=(5, 9)), 3)) == [5, 9, 0]
