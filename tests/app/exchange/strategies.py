"""Arbitrary records of every kind, hostile ones included, and damaged files, for every test of a format."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from app.delegation.model import (
    Brief,
    CameTrue,
    Change,
    ChangeKind,
    CheckIn,
    Debrief,
    Delegation,
    EarlierBrief,
    HeldTask,
    Instead,
    Lasted,
    Legitimate,
    Score,
    Scored,
    Touch,
    TouchKind,
)
from app.experiments.model import Experiment, Finding
from app.interviews.model import (
    Alignment,
    Anchor,
    Asked,
    Competency,
    FollowUpQuestion,
    Interview,
    Kit,
    KitPart,
    Landed,
    Landing,
    Look,
    MockRun,
    OwnQuestion,
    PartKind,
    Preparation,
    Prepared,
    Recommendation,
)
from app.interviews.record import replacement_id as replaced_question_id
from app.one_on_ones.model import FollowUp, Involvement, Note, OneOnOne, Topic
from app.people.model import Agreement, Authority, Cadence, Feedback, Level, Person, Rhythm
from app.practices.model import Checklist, Mark, Practice, Reaction, Reading, Run, Step, Version
from app.prompts.model import Moment
from app.prompts.own import OwnPrompt, replacement_id
from app.records.entry import Entry
from app.reflections import rules
from app.reflections.model import Commitment, Content, Outcome, Pillar, PullKind, Reflection, Revision

HOSTILE = (
    *("\0", "\r\n", "\r", "\u2028\u2029\x85", "\ufeff", "\uffff", "---\n\n", "--- \n...\n", "🙂", "a\u0301"),
    *("=1+1", "<b>&amp;</b>", "'\"\\", "!!python/object:os", "&a *a", "../../etc/passwd", "%s{0}", "\u202eevil"),
)

text = st.lists(st.one_of(st.text(max_size=30), st.sampled_from(HOSTILE)), max_size=5).map("".join)
names = st.lists(text, max_size=4).map(rules.names)
ids = st.uuids().map(lambda each: each.hex)
days = st.dates()
one_name = text.map(lambda each: rules.names([each])).filter(bool).map(lambda each: each[0])
times = st.times().map(lambda each: each.strftime("%H:%M"))
instants = st.datetimes().map(lambda each: each.replace(microsecond=0, tzinfo=UTC))

contents = st.builds(
    Content,
    date=days,
    time=st.none() | times,
    zone=st.none() | st.sampled_from(["Europe/Berlin", "UTC"]) | text,
    text=text,
    notice=text,
    prompt=st.none() | text,
    pillar=st.none() | st.sampled_from(Pillar),
    pull=st.none() | st.integers(0, 10),
    pull_kind=st.none() | st.sampled_from(PullKind),
    tags=names,
    people=names,
    private=st.booleans(),
)
commitments = st.builds(
    Commitment,
    id=ids,
    when=text,
    will=text,
    person=st.none() | one_name,
    asked=st.booleans(),
    outcome=st.none() | st.sampled_from(Outcome),
    outcome_note=text,
    followed_up_on=st.none() | days,
)


def _with_source(reflection: Reflection, source: tuple[str, str] | None) -> Reflection:
    kept = {name: getattr(reflection, name) for name in Reflection.__dataclass_fields__}
    return Reflection(**{**kept, "source": source and source[0], "source_id": source and source[1]})


reflections = st.builds(
    _with_source,
    st.builds(
        Reflection,
        id=ids,
        content=contents,
        created_at=instants,
        updated_at=instants,
        deleted_at=st.none() | instants,
        commitments=st.lists(commitments, max_size=2).map(tuple),
        revisions=st.lists(st.builds(Revision, id=ids, saved_at=instants, content=contents), max_size=2).map(tuple),
    ),
    st.none() | st.tuples(text, ids),
)


@st.composite
def _experiment(draw: st.DrawFn) -> Experiment:
    begun_on = draw(st.dates(max_value=date(9990, 1, 1)))
    outcome = draw(st.none() | st.sampled_from(Finding))
    return Experiment(
        id=draw(ids),
        begun_on=begun_on,
        ends_on=begun_on + timedelta(days=draw(st.integers(0, 40))),
        when=draw(text),
        will=draw(text),
        sign=draw(text),
        stop=draw(text),
        pillar=draw(st.none() | st.sampled_from(Pillar)),
        person=draw(st.none() | one_name),
        private=draw(st.booleans()),
        outcome=outcome,
        outcome_note=draw(text),
        closed_on=draw(days) if outcome else None,
        created_at=draw(instants),
        updated_at=draw(instants),
        deleted_at=draw(st.none() | instants),
    )


@st.composite
def _own_prompt(draw: st.DrawFn) -> OwnPrompt:
    replaces = draw(st.none() | text)
    return OwnPrompt(
        id=draw(ids) if replaces is None else replacement_id(replaces),
        pillar=draw(st.sampled_from(Pillar)),
        moment=draw(st.sampled_from(Moment)),
        question=draw(text),
        purpose=draw(text),
        replaces=replaces,
        retired=draw(st.booleans()),
        created_at=draw(instants),
        updated_at=draw(instants),
        deleted_at=draw(st.none() | instants),
    )


experiments = _experiment()
own_prompts = _own_prompt()

_COMMON = {"id": ids, "date": days, "created_at": instants, "updated_at": instants, "deleted_at": st.none() | instants}
_WITH = _COMMON | {"person": one_name}
_rough_days = st.just("") | days.map(lambda day: day.isoformat()[: day.day % 2 * 3 + 7]) | days.map(str)
_maybe_id, _maybe_day, _maybe_name = st.none() | ids, st.none() | days, st.none() | one_name
_lines = st.lists(text, max_size=3).map(tuple)
_rhythms = st.builds(
    Rhythm, cadence=st.sampled_from(Cadence), first=days, time=st.none() | times, minutes=st.integers(5, 240)
)
_notes = st.builds(Note, about=_maybe_id, text=text)
_reactions = st.builds(Reaction, person=_maybe_name, reading=st.sampled_from(Reading), words=text, date=days)
_steps = st.builds(Step, text=text, second_eyes=_maybe_name)
_versions = st.builds(Version, date=days, reason=text, steps=st.lists(_steps, max_size=3).map(tuple))


def _some(each: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(each, max_size=2).map(tuple)


def _or_none(each: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(each)


_check_ins = st.builds(CheckIn, on=days, time=st.none() | times, minutes=st.none() | st.integers(1, 1440))
_briefs = st.builds(
    Brief,
    done=_lines,
    why=text,
    support=text,
    may_decide=text,
    may_spend=text,
    authority=_or_none(Authority),
    check_ins=_some(_check_ins),
    due_on=_maybe_day,
    due_time=st.none() | times,
    second_eyes=text,
    checklist=_maybe_id,
)
_scored = st.builds(Scored, point=text, score=_or_none(Score))
_changes = st.builds(
    Change,
    what=st.sampled_from(ChangeKind),
    text=text,
    about=_maybe_id,
    lasted=_or_none(Lasted),
    asked_on=_maybe_day,
)
held_tasks = st.builds(
    HeldTask,
    **_COMMON,
    title=text,
    work=text,
    minutes_a_month=st.none() | st.integers(0, 44_640),
    why=text,
    person=_maybe_name,
    delegation=_maybe_id,
)
delegations = st.builds(
    Delegation,
    **_COMMON,
    title=text,
    person=_maybe_name,
    work=text,
    handed_over_on=_maybe_day,
    brief=_briefs,
    earlier=_some(st.builds(EarlierBrief, until=days, brief=_briefs)),
    fear=text,
    likelihood=st.none() | st.integers(0, 10),
    quality=st.none() | st.integers(1, 5),
)
touches = st.builds(
    Touch,
    **_COMMON,
    delegation=ids,
    what=st.sampled_from(TouchKind),
    note=text,
    minutes=st.none() | st.integers(1, 1440),
    reason=_or_none(Legitimate),
    instead=_or_none(Instead),
)
debriefs = st.builds(
    Debrief,
    **_COMMON,
    delegation=ids,
    points=_some(_scored),
    helped=text,
    broke=text,
    my_part=text,
    involvement=_or_none(Involvement),
    happened=text,
    came_true=_or_none(CameTrue),
    quality=st.none() | st.integers(1, 5),
    changes=_some(_changes),
    closed_on=_maybe_day,
)
people = st.builds(
    Person,
    **_COMMON,
    name=one_name,
    role=text,
    since=_rough_days,
    until=_rough_days,
    archived_on=_maybe_day,
    trust=text,
    trust_on=_maybe_day,
    trust_note=text,
    rhythm=st.none() | _rhythms,
    earlier_names=st.lists(one_name, max_size=2).map(tuple),
)
_minutes, _seconds = st.integers(0, 480), st.integers(0, 86_400)
_what, _about = st.sampled_from(PartKind), _or_none(Competency)
_anchors: st.SearchStrategy[Any] = _some(st.builds(Anchor, text=text, short=text))


@st.composite
def _own_question(draw: st.DrawFn) -> OwnQuestion:
    replaces = draw(st.none() | text)
    common: dict[str, Any] = {name: draw(each) for name, each in _COMMON.items() if name != "id"}
    return OwnQuestion(
        id=draw(ids) if replaces is None else replaced_question_id(replaces),
        **common,
        competency=draw(st.sampled_from(Competency)),
        text=draw(text),
        minutes=draw(_minutes),
        why=draw(text),
        follow_ups=draw(_lines),
        listen_for=draw(_lines),
        watch_for=draw(_lines),
        anchors=draw(_anchors),
        replaces=replaces,
        retired=draw(st.booleans()),
    )


_asked = st.builds(
    Asked,
    what=_what,
    question=st.none() | text,
    text=text,
    competency=_about,
    minutes=_minutes,
    follow_ups=_some(st.builds(FollowUpQuestion, text=text, asked=st.booleans())),
    anchors=_anchors,
    notes=text,
    rating=st.none() | st.integers(1, 4),
    not_asked=st.booleans(),
    seconds=_seconds,
)
_landed = _some(st.builds(Landed, practice=text, about=_maybe_id, landing=_or_none(Landing), words=text))
own_questions = _own_question()
kits = st.builds(
    Kit,
    **_COMMON,
    role=text,
    minutes=_minutes,
    parts=_some(st.builds(KitPart, what=_what, question=st.none() | text, text=text, minutes=_minutes)),
)
interviews = st.builds(
    Interview,
    **_COMMON,
    kit=ids,
    candidate=text,
    parts=_some(_asked),
    sheet=_landed,
    finished_on=_maybe_day,
    recommendation=_or_none(Recommendation),
    reason=text,
    hired=_maybe_name,
)
preparations = st.builds(
    Preparation,
    **_COMMON,
    role=text,
    questions=_some(
        st.builds(Prepared, question=st.none() | text, text=text, minutes=_minutes, answer=text, sources=_some(ids))
    ),
    runs=_some(st.builds(MockRun, date=days, seconds=_some(_seconds), note=text)),
)
entries: tuple[st.SearchStrategy[Entry], ...] = (
    people,
    st.builds(Agreement, **_WITH, mine=_lines, theirs=_lines, signal=text, look_again_on=_maybe_day),
    st.builds(Feedback, **_WITH, text=text),
    st.builds(Level, **_WITH, work=text, note=text),
    st.builds(Topic, **_WITH, text=text, about=_maybe_id, closed_on=_maybe_day, answer=text),
    st.builds(FollowUp, **_WITH, text=text, due_on=_maybe_day, done_on=_maybe_day, one_on_one=_maybe_id),
    st.builds(
        OneOnOne,
        **_WITH,
        time=st.none() | times,
        minutes=st.integers(5, 240),
        planned_for=_maybe_day,
        moved_from=_some(days),
        notes=_some(_notes),
        private_notes=text,
    ),
    st.builds(
        Practice,
        **_COMMON,
        name=text,
        rhythm=text,
        serves=text,
        decision_note=text,
        look_again_on=_maybe_day,
        checklist=_maybe_id,
        reactions=_some(_reactions),
    ),
    st.builds(Checklist, **_COMMON, name=text, owner=_maybe_name, versions=_some(_versions)),
    st.builds(
        Run,
        **_COMMON,
        checklist=ids,
        version=st.integers(1, 200),
        by=_maybe_name,
        marks=_some(st.sampled_from(Mark)),
        finished_on=_maybe_day,
        note=text,
    ),
    held_tasks,
    delegations,
    touches,
    debriefs,
    own_questions,
    kits,
    interviews,
    st.builds(
        Alignment,
        **_WITH,
        rows=_landed,
        looks=_some(st.builds(Look, on=days, done_on=_maybe_day, note=text)),
    ),
    preparations,
)
records = reflections | experiments | own_prompts | st.one_of(entries)


def reflection(**content: object) -> Reflection:
    """One with this content, and everything else fixed."""
    instant = datetime(2026, 3, 10, 9, 15, tzinfo=UTC)
    given = {"date": date(2026, 3, 10), **content}
    return Reflection(id="0123456789abcdef" * 2, content=Content(**given), created_at=instant, updated_at=instant)  # type: ignore[arg-type]


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """The bytes with a few pieces overwritten, removed, repeated or cut off."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 20)))
        piece = st.sampled_from(
            [b"{", b"}", b"[", b"]", b'"', b",", b"null", b"1e999", b"\\ud800", b"NaN", b"-1", b"\n["]
        )
        data[start:end] = draw(st.one_of(st.binary(max_size=8), piece, st.just(bytes(data[start:end]) * 2)))
    return bytes(data)


def words(text: str) -> set[str]:
    """The words in a text, without the stars and at-signs around them."""
    return set(re.findall(r"\w+", text))
