"""The agenda on one page, read back: all of it is there, it is one page, and what is private is nowhere in it."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfua import validate
from pypdf import PdfReader

from app.one_on_ones import rules
from app.one_on_ones.model import FollowUp, Involvement, Note, OneOnOne, State, Topic
from app.one_on_ones.sheet import Sheet, as_text, sheet
from app.pack.agenda import page
from app.pack.child import Typesetting
from app.pack.contents import Paper
from app.pack.typeset import Fonts, Typeset, typeset_sheet
from app.people.model import Agreement, Side
from tests.app.one_on_ones.test_rules import DAY, follow_up, meeting, topic
from tests.app.reflections.journals import NOW, TODAY, new_id

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpoliturbeauftragter" * 7
SCRIPTS = (
    "شكرًا لك على المساعدة اليوم، لقد كان الأمر صعبًا",
    "תודה רבה על העזרה היום, זה היה קשה",
    "👩🏽‍💻🏳️‍🌈 émoji and ẑ̴̧̛̺͝algo, then 李雷 and 灯り",
    '#eval("1 + 1") *bold* $x^2$ <b>Bold</b> & `code` {name} %s',
    LONG[:500],
    " ".join(["One more line, and another."] * 18)[:500],
)
SECRET = "Weißdornhecke"


def about(items: list[Topic], promised: list[FollowUp], given: OneOnOne | None = None, person: str = "Jonas") -> Sheet:
    held = given or meeting(TODAY, State.PLANNED, time="10:30")
    agreement = Agreement(
        id=new_id(), date=TODAY - 9 * DAY, person=person, look_again_on=TODAY, created_at=NOW, updated_at=NOW
    )
    own = [each for each in promised if each.one_on_one == held.id]
    records = [held, *(meeting(TODAY - 7 * number * DAY) for number in range(1, 4))]
    listed = rules.agenda(items, promised, agreement, records, held.date, TODAY, held.id)
    return sheet(person, held.date, held.time, held.minutes, listed, own)


def made(given: Sheet, paper: Paper = Paper.A4) -> Typeset:
    return typeset_sheet(page(given, paper, TODAY))


def words(done: Typeset) -> str:
    return " ".join(" ".join(each.extract_text() for each in PdfReader(BytesIO(done.pdf)).pages).split())


def test_both_can_read_what_there_is_to_talk_about(tmp_path: Path) -> None:
    held = meeting(TODAY, State.PLANNED, time="10:30")
    raised = [
        replace(topic(TODAY - DAY, Side.THEM, TODAY), text="Conference budget", answer="yes, up to €900"),
        replace(topic(TODAY - 2 * DAY), text="Who the board report is for"),
        replace(topic(TODAY - 15 * DAY), text="Am I hovering again?"),
    ]
    promised = [
        replace(follow_up(TODAY - 7 * DAY, TODAY), text="Rota"),
        replace(follow_up(TODAY, TODAY + 4 * DAY, of=held.id), text="Send the draft"),
    ]
    done = made(about(raised, promised, held))
    assert words(done) == (
        "Courage Journal Prepared 10 March 2026 One-on-one with Jonas Tuesday 10 March 2026, 10:30 to 11:00 "
        "From Jonas Conference budget yes, up to €900 From me Who the board report is for "
        "Carried over Am I hovering again? Me, carried over twice, 15 days "
        "Due Working agreement, look at it again Rota Jonas, by 10 March "
        "Promised Send the draft Jonas, by 14 March An agenda for both of us. 1 of 1"
    )
    assert (done.pages, done.fonts) == (1, Fonts.BUNDLED)
    path = tmp_path / "agenda.pdf"
    path.write_bytes(done.pdf)
    assert not validate(str(path)).findings


def test_the_same_as_plain_text() -> None:
    raised = [
        replace(topic(TODAY - DAY, Side.THEM, TODAY), text="Conference  budget", answer="yes"),
        replace(topic(TODAY), text="Who it is for"),
    ]
    assert as_text(about(raised, [])) == (
        "One-on-one with Jonas\nTuesday 10 March 2026, 10:30 to 11:00\n\n"
        "From Jonas\n[x] Conference budget (yes)\n\nFrom me\n[ ] Who it is for\n\n"
        "Due\n[ ] Working agreement, look at it again\n"
    )


@pytest.mark.parametrize("number", [40, 150])
@pytest.mark.parametrize("text", SCRIPTS, ids=range(len(SCRIPTS)))
def test_it_is_one_page_whatever_is_on_it(text: str, number: int) -> None:
    raised = [
        replace(
            topic(TODAY - each * DAY, list(Side)[each % 2], TODAY if each % 7 == 0 else None), text=text, answer=text
        )
        for each in range(number)
    ]
    promised = [replace(follow_up(TODAY - DAY, TODAY + (each - 5) * DAY), text=text) for each in range(10)]
    assert made(about(raised, promised, person=text[:120].strip())).pages == 1


def test_what_there_is_no_room_for_is_counted() -> None:
    said = words(made(about([replace(topic(TODAY), text=f"Topic {each}") for each in range(150)], [])))
    assert "And 107 more." in said


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(
    st.text(max_size=60).map(lambda said: said.replace("\x00", "")),
    st.sampled_from(Involvement),
    st.booleans(),
)
def test_what_is_private_is_neither_on_the_page_nor_in_the_copy(said: str, involved: Involvement, before: bool) -> None:
    secret = f"{SECRET} {said}" if before else f"{said} {SECRET}"
    held = meeting(
        TODAY,
        State.PLANNED,
        time="10:30",
        private_notes=secret,
        involvement=involved,
        notes=(Note(text=secret),),
    )
    raised = [
        replace(topic(TODAY), text=secret, private=True, answer=secret),
        replace(topic(TODAY), text="Ours", answer=secret),
    ]
    promised = [
        replace(follow_up(TODAY, TODAY + timedelta(days=each), of=held.id if each else None), text=secret, private=True)
        for each in range(2)
    ]
    shared = about(raised, promised, held)
    plain = as_text(shared)
    on_page = words(made(shared))
    for each in (plain, on_page):
        assert "Ours" in each
        assert SECRET not in each
    without = about([raised[1]], [], replace(held, private_notes="", involvement=None, notes=()))
    assert shared == without


def test_it_is_set_by_the_child_as_here() -> None:
    given = page(about([replace(topic(TODAY), text="Ours")], []), Paper.LETTER, TODAY)
    assert Typesetting(given, pages=False, ppi=0).wait().pdf == typeset_sheet(given).pdf
