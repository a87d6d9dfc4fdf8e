"""The prints of interviews read back: what is asked, what is filled in by hand, what was said, and nothing added up."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.interviews import grounds
from app.interviews.model import (
    Anchor,
    Competency,
    FollowUpQuestion,
    Interview,
    KitPart,
    Landed,
    Landing,
    PartKind,
    Recommendation,
)
from app.pack import interviewer, scorecard
from app.pack.contents import Paper
from app.pack.summaries import summaries_of
from app.pack.typeset import typeset_sheet
from tests.app.interviews.making import QUESTIONS, asked, interview, kit, line, question, seen
from tests.app.pack.prints import HOSTILE, printed
from tests.app.practices.making import practice
from tests.app.reflections.journals import TODAY

TRUST = question(
    "what-trust-looks-like",
    Competency.TRUST,
    text="What does trust look like to you?",
    why="Asked early.",
    follow_ups=("Who were you relying on?",),
    listen_for=("A person",),
    watch_for=("Blame",),
)
BANK = {**QUESTIONS, TRUST.id: TRUST}
CLOSING = line("Their questions", what=PartKind.CLOSING)
KIT = kit(
    line(),
    KitPart(what=PartKind.QUESTION, question=TRUST.id, text="", minutes=8),
    KitPart(what=PartKind.QUESTION, question="gone", text="What else?", minutes=1),
    KitPart(what=PartKind.QUESTION, question="promise", text="", minutes=8),
    CLOSING,
)
ANCHORS = "1 Does little 2 Does some 3 Does much 4 Does all"
HAND = "Candidate, by letter or initials On From To"


def test_the_interviewers_sheet_has_what_is_asked_and_room_for_what_is_said(tmp_path: Path) -> None:
    found = printed(interviewer.sheet_of(KIT, BANK, [practice(name="Checklists")], Paper.A4, TODAY), tmp_path)
    said = found.said
    assert said.startswith(
        "Courage Journal Prepared 10 March 2026 Support engineer Interviewer’s sheet, 45 minutes, with 27 planned "
        "Ask everybody the same questions in the same order. Note what was said and done; impressions can wait until "
        f"after. Tick what you asked. {HAND} Opening 5 minutes Welcome Question 1 of 3"
    )
    for part in (
        "Question 1 of 3 Trust 8 minutes, from minute 5 What does trust look like to you? Asked early.",
        "Follow-ups Who were you relying on? Listen for A person Watch for Blame",
        "Question 2 of 3 1 minute, from minute 13 What else?",
        "Closing 5 minutes, from minute 22 Their questions",
        "Practice Welcomes Neutral Reads it as distrust Not asked Checklists In their words",
        grounds.whose_law(),
    ):
        assert part in said
    assert all(each.name in said and each.instead in said for each in grounds.card())
    assert found.title == "Support engineer, interviewer’s sheet"
    assert found.tags["TH"] == 5
    assert found.bookmarks == [
        *("Welcome", "What does trust look like to you?", "What else?", "What about promise?", "Their questions"),
        *("How we work, and how it lands", "What may not be asked"),
    ]


def test_the_scorecard_has_evidence_before_the_rating_and_no_total(tmp_path: Path) -> None:
    found = printed(scorecard.sheet_of(KIT, BANK, Paper.LETTER, TODAY), tmp_path)
    said = found.said
    evidence = "What was said and done Then the rating: which description comes closest?"
    for part in (
        f"Trust Question 1 of 3 Not asked What does trust look like to you? {evidence} {ANCHORS}",
        f"Accountability Question 3 of 3 Not asked What about promise? {evidence} {ANCHORS}",
        f"Question 2 of 3 Not asked What else? {evidence} 1 2 3 4",
        "Strong no No Yes Strong yes No decision",
    ):
        assert part in said
    assert said.index("Question 3 of 3") < said.index("Question 2 of 3")  # what is about nothing known comes last
    assert found.sizes == {(612, 792)}
    assert found.bookmarks == ["Trust", "Accountability", "My recommendation"]


def conversation(letter: str = "C", **more: object) -> Interview:
    told = seen(text="What does trust look like?", rating=3, notes="Asked Sam.\n\nOne call.", seconds=1500)
    told = replace(told, anchors=(Anchor(), Anchor(), Anchor(text="One real case.")))
    told = replace(told, follow_ups=(FollowUpQuestion(text="Who?", asked=True), FollowUpQuestion(text="Never put")))
    sheet = (Landed(practice="Checklists", landing=Landing.DISTRUST, words="Managed out."), Landed(practice="Debriefs"))
    given = interview(
        *(told, asked(Competency.LEARNING, text="And then?", not_asked=True)),
        candidate=letter,
        sheet=sheet,
        finished_on=TODAY,
        recommendation=Recommendation.YES,
        reason="It was told before we asked.",
        hired="Jonas",
    )
    return replace(given, **more)  # type: ignore[arg-type]  # checked by the dataclass


SUMMARY = (
    "Question 1 of 2 Trust What does trust look like? Also asked Who? Asked Sam. One call. 3 One real case. "
    "Question 2 of 2 Learning And then? Not asked "
    "How we work, and how it lands Practice How it lands In their words "
    "Checklists Reads it as distrust Managed out. Debriefs Nothing noted "
    "My recommendation Yes It was told before we asked. "
    "Erased on 10 September, six months after the conversation. Shred or delete this copy by then."
)


def test_a_summary_has_what_the_conversation_has_and_no_more(tmp_path: Path) -> None:
    found = printed(summaries_of([conversation()], KIT, 6, Paper.A4, TODAY), tmp_path)
    assert found.said == (
        "Courage Journal Prepared 10 March 2026 Candidate C Support engineer, 10 March 2026, 25 minutes "
        f"{SUMMARY} Candidate C. Private. This copy does not erase itself. 1 of 1"
    )
    assert found.title == "Candidate C, summary"
    assert found.tags["TH"] == 3


def test_summaries_stand_in_the_order_of_the_days_each_on_a_page_of_its_own(tmp_path: Path) -> None:
    first = conversation("B", date=TODAY - timedelta(days=1), recommendation=Recommendation.STRONG_NO)
    found = printed(summaries_of([conversation("A"), first], None, 3, Paper.A4, TODAY), tmp_path)
    assert "Interview 2 conversations, in the order of their days. Nothing is added up. Candidate B" in found.pages[0]
    assert "Strong no" in found.pages[0]
    assert "Candidate A" in found.pages[1]
    assert [f"Candidate {each}. Private." in page for each, page in zip("BA", found.pages, strict=True)] == [True] * 2
    assert found.bookmarks == ["Candidate B", "Candidate A"]


def test_without_evidence_no_recommendation_is_printed_nor_why(tmp_path: Path) -> None:
    given = conversation(parts=(asked(rating=4), asked(Competency.RESPECT, notes="Said so.")))
    said = printed(summaries_of([given], KIT, 6, Paper.A4, TODAY), tmp_path).said
    assert "Not given yet Still without a rating and evidence: Trust, Respect" in said
    assert "Nothing noted" in said
    assert "No rating" in said
    assert "Yes" not in said
    assert "before we asked" not in said


def test_whatever_was_typed_is_set_as_it_was_typed_and_goes_on_overleaf(tmp_path: Path) -> None:
    paper = Paper.LETTER
    typed = {
        each: question(
            each.encode().hex()[:20],
            text=each,
            why=each,
            follow_ups=(each,) * 4,
            listen_for=(each,) * 4,
            watch_for=(each,) * 4,
            anchors=(Anchor(text=each),) * 4,
        )
        for each in HOSTILE
    }
    bank = {each.id: each for each in typed.values()}
    parts = (KitPart(what=PartKind.QUESTION, question=each, text="", minutes=8) for each in bank)
    given = kit(*parts, role=HOSTILE[1])
    practices = [practice(name=each[:120]) for each in HOSTILE]
    sheet = printed(interviewer.sheet_of(given, bank, practices, paper, TODAY), tmp_path)
    assert sheet.said.count(HOSTILE[0]) == 1 + 1 + 3 * 4 + 1
    assert printed(scorecard.sheet_of(given, bank, paper, TODAY), tmp_path).said.count("🙂") == 1 + 4
    heard = (seen(text=each, notes="\n".join([each] * 6), anchors=(Anchor(text=each),) * 4) for each in HOSTILE)
    landed = tuple(Landed(practice=each[:120], words=each) for each in HOSTILE)
    told = interview(*heard, seen(notes="spoken " * 1400), candidate=HOSTILE[2], sheet=landed, reason=HOSTILE[0])
    summary = printed(summaries_of([told], given, 12, paper, TODAY), tmp_path)
    assert summary.said.count("🙂") == 1 + 6 + 1 + 2
    assert summary.said.count("spoken") == 1400
    assert len(summary.pages) > 5


def test_nothing_is_a_page_too() -> None:
    empty = kit(role="")
    assert typeset_sheet(interviewer.sheet_of(empty, {}, [], Paper.A4, TODAY)).pages == 2
    assert typeset_sheet(scorecard.sheet_of(empty, {}, Paper.A4, TODAY)).pages == 1
    assert typeset_sheet(summaries_of([interview(candidate="")], empty, 6, Paper.A4, TODAY)).pages == 1
