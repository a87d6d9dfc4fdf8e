"""The schema, as numbered steps of frozen SQL: `user_version` says which of them a journal has seen.

A released step is never edited (a test notices); a change is a new step. Step 1 was released with 0.1.0.

What cannot grow is checked by the tables: types, ids, days, instants, pairs that belong together. What may grow is not,
since the check of a column can only be changed by rebuilding its table: the words of a choice, the lengths of texts.
A step that changes `documents` or `draft` while their triggers are away ends with a 'rebuild' of their indexes.
"""

from app.errors import DamagedJournal, NewerVersion
from app.vault import health
from app.vault.engine import RawConnection

APPLICATION_ID = 0x434A6E6C  # "CJnl"

_STEP_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE preference (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL,
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at))
) STRICT;
CREATE INDEX person_folded ON person (folded);

CREATE TABLE reflection (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    entry_time TEXT CHECK (entry_time IS strftime('%H:%M', entry_time) AND entry_time IS NOT '24:00'),
    zone TEXT,
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    written_at TEXT NOT NULL CHECK (written_at IS strftime('%Y-%m-%dT%H:%M:%SZ', written_at)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    prompt TEXT,
    pillar TEXT,
    pull INTEGER CHECK (pull BETWEEN 0 AND 10),
    pull_kind TEXT,
    source TEXT,
    source_id TEXT,
    title TEXT NOT NULL,
    notice TEXT NOT NULL,
    text TEXT NOT NULL,
    CHECK ((source IS NULL) = (source_id IS NULL))
) STRICT;
CREATE INDEX reflection_heading
    ON reflection (entry_date, entry_time, created_at, number, id, title, pillar, pull, pull_kind, private, deleted_at)
    WHERE deleted_at IS NULL;
CREATE INDEX reflection_day ON reflection (entry_date, pull, deleted_at) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX reflection_source ON reflection (source, source_id) WHERE source IS NOT NULL;
CREATE INDEX reflection_trash ON reflection (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX reflection_prompt ON reflection (prompt, entry_date, deleted_at)
    WHERE prompt IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE reflection_tag (
    reflection_id TEXT NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    tag TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (reflection_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX reflection_tag_folded ON reflection_tag (folded, reflection_id, tag);

CREATE TABLE reflection_person (
    reflection_id TEXT NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (reflection_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX reflection_person_person ON reflection_person (person_id, reflection_id);

CREATE TABLE commitment (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    reflection_id TEXT NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
    when_text TEXT NOT NULL,
    will_text TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
    outcome TEXT,
    outcome_note TEXT NOT NULL,
    followed_up_on TEXT CHECK (followed_up_on IS date(followed_up_on))
) STRICT;
CREATE INDEX commitment_reflection ON commitment (reflection_id, place);
CREATE INDEX commitment_person ON commitment (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX commitment_open ON commitment (made_on, asked, outcome)
    WHERE asked = 1 AND (outcome IS NULL OR outcome = 'not-yet');
CREATE INDEX commitment_followed_up ON commitment (followed_up_on, reflection_id) WHERE followed_up_on IS NOT NULL;

CREATE TABLE reflection_revision (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    reflection_id TEXT NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
    saved_at TEXT NOT NULL CHECK (saved_at IS strftime('%Y-%m-%dT%H:%M:%SZ', saved_at)),
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX reflection_revision_reflection ON reflection_revision (reflection_id, saved_at, id);

CREATE TABLE experiment (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    begun_on TEXT NOT NULL CHECK (begun_on IS date(begun_on)),
    ends_on TEXT NOT NULL CHECK (ends_on IS date(ends_on) AND ends_on >= begun_on),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    pillar TEXT,
    when_text TEXT NOT NULL,
    will_text TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    sign TEXT NOT NULL,
    stop TEXT NOT NULL,
    outcome TEXT,
    outcome_note TEXT NOT NULL,
    closed_on TEXT CHECK (closed_on IS date(closed_on)),
    CHECK ((outcome IS NULL) = (closed_on IS NULL))
) STRICT;
CREATE INDEX experiment_begun ON experiment (begun_on, created_at, id);
CREATE INDEX experiment_person ON experiment (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE prompt (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    replaces TEXT UNIQUE,
    pillar TEXT NOT NULL,
    moment TEXT NOT NULL,
    question TEXT NOT NULL,
    purpose TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE documents (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    entry_date TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    names TEXT NOT NULL,
    UNIQUE (kind, id)
) STRICT;
CREATE VIRTUAL TABLE documents_index USING fts5 (
    body,
    names,
    content = 'documents',
    content_rowid = 'position',
    prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
INSERT INTO documents_index (documents_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO documents_index (rowid, body, names) VALUES (new.position, new.body, new.names);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT INTO documents_index (documents_index, rowid, body, names)
        VALUES ('delete', old.position, old.body, old.names);
END;

CREATE TABLE draft (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    entry_date TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    names TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE draft_index USING fts5 (
    body,
    names,
    content = 'draft',
    content_rowid = 'position',
    prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
INSERT INTO draft_index (draft_index, rank) VALUES ('secure-delete', 1);
"""

_STEP_2 = """
CREATE TABLE person_2 (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL,
    is_record INTEGER NOT NULL DEFAULT 0 CHECK (is_record IN (0, 1)),
    role TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT '',
    archived_on TEXT CHECK (archived_on IS date(archived_on)),
    trust TEXT NOT NULL DEFAULT '',
    trust_on TEXT CHECK (trust_on IS date(trust_on)),
    trust_note TEXT NOT NULL DEFAULT '',
    rhythm TEXT CHECK (json_valid(rhythm)),
    earlier_names TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(earlier_names))
) STRICT;
INSERT INTO person_2 (id, entry_date, created_at, updated_at, deleted_at, name, folded)
    SELECT id, date(created_at), created_at, updated_at, deleted_at, name, folded FROM person;
DROP TABLE person;
ALTER TABLE person_2 RENAME TO person;
CREATE INDEX person_folded ON person (folded);

CREATE TABLE agreement (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    person_id TEXT NOT NULL REFERENCES person (id),
    mine TEXT NOT NULL CHECK (json_valid(mine)),
    theirs TEXT NOT NULL CHECK (json_valid(theirs)),
    signal TEXT NOT NULL,
    look_again_on TEXT CHECK (look_again_on IS date(look_again_on))
) STRICT;
CREATE INDEX agreement_person ON agreement (person_id, entry_date);
CREATE INDEX agreement_trash ON agreement (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE feedback (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    person_id TEXT NOT NULL REFERENCES person (id),
    giver TEXT NOT NULL,
    text TEXT NOT NULL,
    asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
    pillar TEXT
) STRICT;
CREATE INDEX feedback_person ON feedback (person_id, entry_date);
CREATE INDEX feedback_trash ON feedback (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE level (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    person_id TEXT NOT NULL REFERENCES person (id),
    work TEXT NOT NULL,
    authority TEXT,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX level_person ON level (person_id, entry_date);
CREATE INDEX level_trash ON level (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE topic (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    person_id TEXT NOT NULL REFERENCES person (id),
    raised_by TEXT NOT NULL,
    text TEXT NOT NULL,
    about TEXT CHECK (length(about) = 32 AND about NOT GLOB '*[^0-9a-f]*'),
    closed_on TEXT CHECK (closed_on IS date(closed_on)),
    answer TEXT NOT NULL
) STRICT;
CREATE INDEX topic_person ON topic (person_id, entry_date);
CREATE INDEX topic_trash ON topic (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE follow_up (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    person_id TEXT NOT NULL REFERENCES person (id),
    owner TEXT NOT NULL,
    text TEXT NOT NULL,
    due_on TEXT CHECK (due_on IS date(due_on)),
    done_on TEXT CHECK (done_on IS date(done_on)),
    one_on_one TEXT CHECK (length(one_on_one) = 32 AND one_on_one NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE INDEX follow_up_person ON follow_up (person_id, entry_date);
CREATE INDEX follow_up_trash ON follow_up (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE one_on_one (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    person_id TEXT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL,
    time TEXT CHECK (time IS strftime('%H:%M', time) AND time IS NOT '24:00'),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    planned_for TEXT CHECK (planned_for IS date(planned_for)),
    moved_from TEXT NOT NULL CHECK (json_valid(moved_from)),
    notes TEXT NOT NULL CHECK (json_valid(notes)),
    private_notes TEXT NOT NULL,
    involvement TEXT
) STRICT;
CREATE INDEX one_on_one_person ON one_on_one (person_id, entry_date);
CREATE INDEX one_on_one_trash ON one_on_one (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE practice (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    name TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    serves TEXT NOT NULL,
    decision TEXT,
    decision_note TEXT NOT NULL,
    look_again_on TEXT CHECK (look_again_on IS date(look_again_on)),
    checklist TEXT CHECK (length(checklist) = 32 AND checklist NOT GLOB '*[^0-9a-f]*'),
    reactions TEXT NOT NULL CHECK (json_valid(reactions))
) STRICT;
CREATE INDEX practice_trash ON practice (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE checklist (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    name TEXT NOT NULL,
    owner_id TEXT REFERENCES person (id),
    versions TEXT NOT NULL CHECK (json_valid(versions))
) STRICT;
CREATE INDEX checklist_owner ON checklist (owner_id, entry_date) WHERE owner_id IS NOT NULL;
CREATE INDEX checklist_trash ON checklist (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE checklist_run (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    checklist TEXT NOT NULL CHECK (length(checklist) = 32 AND checklist NOT GLOB '*[^0-9a-f]*'),
    version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    by_id TEXT REFERENCES person (id),
    marks TEXT NOT NULL CHECK (json_valid(marks)),
    finished_on TEXT CHECK (finished_on IS date(finished_on)),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX checklist_run_by ON checklist_run (by_id, entry_date) WHERE by_id IS NOT NULL;
CREATE INDEX checklist_run_trash ON checklist_run (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX checklist_run_checklist ON checklist_run (checklist, entry_date);

CREATE TABLE held_task (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    title TEXT NOT NULL,
    work TEXT NOT NULL,
    minutes_a_month INTEGER CHECK (minutes_a_month BETWEEN 0 AND 44640),
    why TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    delegation TEXT CHECK (length(delegation) = 32 AND delegation NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE INDEX held_task_person ON held_task (person_id, entry_date) WHERE person_id IS NOT NULL;
CREATE INDEX held_task_trash ON held_task (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE delegation (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    title TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    work TEXT NOT NULL,
    handed_over_on TEXT CHECK (handed_over_on IS date(handed_over_on)),
    brief TEXT NOT NULL CHECK (json_valid(brief)),
    earlier TEXT NOT NULL CHECK (json_valid(earlier)),
    fear TEXT NOT NULL,
    likelihood INTEGER CHECK (likelihood BETWEEN 0 AND 10),
    quality INTEGER CHECK (quality BETWEEN 1 AND 5)
) STRICT;
CREATE INDEX delegation_person ON delegation (person_id, entry_date) WHERE person_id IS NOT NULL;
CREATE INDEX delegation_trash ON delegation (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE touch (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    delegation TEXT NOT NULL CHECK (length(delegation) = 32 AND delegation NOT GLOB '*[^0-9a-f]*'),
    what TEXT NOT NULL,
    note TEXT NOT NULL,
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
    reason TEXT,
    instead TEXT
) STRICT;
CREATE INDEX touch_delegation ON touch (delegation, entry_date);
CREATE INDEX touch_day ON touch (entry_date);
CREATE INDEX touch_trash ON touch (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE debrief (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    delegation TEXT NOT NULL CHECK (length(delegation) = 32 AND delegation NOT GLOB '*[^0-9a-f]*'),
    points TEXT NOT NULL CHECK (json_valid(points)),
    helped TEXT NOT NULL,
    broke TEXT NOT NULL,
    my_part TEXT NOT NULL,
    involvement TEXT,
    happened TEXT NOT NULL,
    came_true TEXT,
    quality INTEGER CHECK (quality BETWEEN 1 AND 5),
    changes TEXT NOT NULL CHECK (json_valid(changes)),
    closed_on TEXT CHECK (closed_on IS date(closed_on))
) STRICT;
CREATE INDEX debrief_delegation ON debrief (delegation, entry_date);
CREATE INDEX debrief_trash ON debrief (deleted_at) WHERE deleted_at IS NOT NULL;
"""

_STEP_3 = """
CREATE TABLE question (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    competency TEXT NOT NULL,
    text TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    why TEXT NOT NULL,
    follow_ups TEXT NOT NULL CHECK (json_valid(follow_ups)),
    listen_for TEXT NOT NULL CHECK (json_valid(listen_for)),
    watch_for TEXT NOT NULL CHECK (json_valid(watch_for)),
    anchors TEXT NOT NULL CHECK (json_valid(anchors)),
    replaces TEXT,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;
CREATE INDEX question_trash ON question (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE kit (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    role TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    parts TEXT NOT NULL CHECK (json_valid(parts))
) STRICT;
CREATE INDEX kit_trash ON kit (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE interview (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    kit TEXT NOT NULL CHECK (length(kit) = 32 AND kit NOT GLOB '*[^0-9a-f]*'),
    candidate TEXT NOT NULL,
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    at INTEGER NOT NULL CHECK (at >= 0),
    sheet TEXT NOT NULL CHECK (json_valid(sheet)),
    finished_on TEXT CHECK (finished_on IS date(finished_on)),
    recommendation TEXT,
    reason TEXT NOT NULL,
    hired_id TEXT REFERENCES person (id)
) STRICT;
CREATE INDEX interview_kit ON interview (kit, entry_date);
CREATE INDEX interview_kept ON interview (entry_date, candidate, deleted_at, id);
CREATE INDEX interview_trash ON interview (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE alignment (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    person_id TEXT NOT NULL REFERENCES person (id),
    "rows" TEXT NOT NULL CHECK (json_valid("rows")),
    looks TEXT NOT NULL CHECK (json_valid(looks))
) STRICT;
CREATE INDEX alignment_person ON alignment (person_id, entry_date);
CREATE INDEX alignment_trash ON alignment (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE preparation (
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    entry_date TEXT NOT NULL CHECK (entry_date IS date(entry_date)),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    updated_at TEXT NOT NULL CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%SZ', updated_at)),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    deleted_at TEXT CHECK (deleted_at IS strftime('%Y-%m-%dT%H:%M:%SZ', deleted_at)),
    role TEXT NOT NULL,
    questions TEXT NOT NULL CHECK (json_valid(questions)),
    runs TEXT NOT NULL CHECK (json_valid(runs))
) STRICT;
CREATE INDEX preparation_trash ON preparation (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX person_trash ON person (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX experiment_trash ON experiment (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX prompt_trash ON prompt (deleted_at) WHERE deleted_at IS NOT NULL;
"""

STEPS: tuple[str, ...] = (_STEP_1, _STEP_2, _STEP_3)


def version(connection: RawConnection) -> int:
    """How many steps this journal has seen. Raises NewerVersion or DamagedJournal, and changes nothing."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DamagedJournal("database")
    seen: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if seen > len(STEPS):
        raise NewerVersion("database", seen, len(STEPS))
    return seen


def migrate(connection: RawConnection) -> None:
    """Runs the steps that are missing, all of them or none.

    Before the end foreign keys are checked, and that no table has fewer rows than before or is gone with rows in it:
    a step that is meant to take rows away moves them. Raises DamagedJournal, or what the database says.
    """
    seen: int = connection.execute("PRAGMA user_version").fetchone()[0]
    # A step may rebuild a table: with foreign keys on, dropping the old one would delete its children.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        before = health.row_counts(connection)
        for number, step in enumerate(STEPS[seen:], start=seen + 1):
            for statement in _statements(step):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DamagedJournal("references")
        after = health.row_counts(connection)
        if any(after.get(table, 0) < count for table, count in before.items()):
            raise DamagedJournal("rows")
        connection.execute("COMMIT")
    finally:
        connection.rollback()  # does nothing after the commit, and after an error that has ended the transaction
        connection.execute("PRAGMA foreign_keys = ON")


def _statements(script: str) -> list[str]:
    """A script as statements: each ends with a semicolon at a line's end, a trigger with its END."""
    statements, lines = [], list[str]()
    for line in script.splitlines():
        lines.append(line)
        in_trigger = any(each.startswith("CREATE TRIGGER") for each in lines)
        if line == "END;" or (line.endswith(";") and not in_trigger):
            statements.append("\n".join(lines))
            lines = []
    return statements
