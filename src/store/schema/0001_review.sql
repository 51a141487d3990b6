-- A review file: one SQLite database per review. Everything a reviewer judged is in `event`, which is only ever appended to.
-- The tables below the line "cache" are the fold of its live events; `winnow verify` compares the two.
--
--   source -> search -> import -> record + record_raw     what came from where, as it came and normalised
--   event                                                  who did or judged what, when
--   cache: import.is_live, decision, duplicate, kept_apart
--
-- An event is live while no Retraction names it. Redo appends the retracted events anew.

CREATE TABLE review (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    uuid        TEXT NOT NULL,
    title       TEXT NOT NULL,
    created_utc TEXT NOT NULL
) STRICT;

CREATE TABLE source (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    kind TEXT NOT NULL
) STRICT;

CREATE TABLE search (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id),
    query     TEXT NOT NULL,
    hits      INTEGER,              -- as the source reported them
    run_on    TEXT NOT NULL,        -- ISO 8601, may be partial or empty
    note      TEXT NOT NULL,
    is_noted  INTEGER NOT NULL      -- 1: its hits count although its records were not all imported
) STRICT;

CREATE TABLE import (
    id        INTEGER PRIMARY KEY,
    uuid      TEXT NOT NULL UNIQUE,
    search_id INTEGER NOT NULL REFERENCES search(id),
    file      TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    format    TEXT NOT NULL,
    in_file   INTEGER NOT NULL,
    stored    INTEGER NOT NULL,
    rejected  INTEGER NOT NULL,
    is_live   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX import_live_file ON import(sha256) WHERE is_live = 1;

CREATE TABLE rejected (
    import_id INTEGER NOT NULL REFERENCES import(id),
    line      INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    raw       TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_import ON rejected(import_id);

-- Lists (authors, keywords, index terms) hold one entry a line; an author is "Family<TAB>Given".
CREATE TABLE record (
    id             INTEGER PRIMARY KEY,
    import_id      INTEGER NOT NULL REFERENCES import(id),
    key            TEXT NOT NULL,
    type           TEXT NOT NULL,
    title          TEXT NOT NULL,
    authors        TEXT NOT NULL,
    source_title   TEXT NOT NULL,
    year           INTEGER,
    month          INTEGER,
    day            INTEGER,
    volume         TEXT NOT NULL,
    issue          TEXT NOT NULL,
    page_first     TEXT NOT NULL,
    page_last      TEXT NOT NULL,
    article_number TEXT NOT NULL,
    doi            TEXT NOT NULL,
    pmid           TEXT NOT NULL,
    eid            TEXT NOT NULL,
    issn           TEXT NOT NULL,
    isbn           TEXT NOT NULL,
    publisher      TEXT NOT NULL,
    language       TEXT NOT NULL,
    url            TEXT NOT NULL,
    keywords       TEXT NOT NULL,
    index_terms    TEXT NOT NULL,
    abstract       TEXT NOT NULL
) STRICT;
CREATE INDEX record_key ON record(key);
CREATE INDEX record_import ON record(import_id);

CREATE TABLE record_raw (
    record_id INTEGER PRIMARY KEY REFERENCES record(id),
    line      INTEGER NOT NULL,     -- of the file, from 1
    raw       TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    op           INTEGER NOT NULL,  -- events of one act of the user; the id of its first event
    at_utc       TEXT NOT NULL,
    reviewer     TEXT NOT NULL,
    kind         TEXT NOT NULL,
    stage        TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject      INTEGER NOT NULL,
    verdict      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    detail_json  TEXT NOT NULL,
    retracts     INTEGER REFERENCES event(id),
    redoes       INTEGER REFERENCES event(id),
    app_version  TEXT NOT NULL
) STRICT;
CREATE INDEX event_subject ON event(subject_kind, subject);
CREATE INDEX event_op ON event(op);
CREATE INDEX event_reviewer ON event(reviewer);
CREATE INDEX event_kind ON event(kind) WHERE kind <> 'decision';
CREATE UNIQUE INDEX event_retracts ON event(retracts) WHERE retracts IS NOT NULL;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT raise(ABORT, 'events are never changed');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT raise(ABORT, 'events are never deleted');
END;

-- cache ------------------------------------------------------------------------------------------------------------------

CREATE TABLE decision (
    record_id INTEGER NOT NULL REFERENCES record(id),
    stage     TEXT NOT NULL,
    reviewer  TEXT NOT NULL,
    verdict   TEXT NOT NULL,
    reason    TEXT NOT NULL,
    note      TEXT NOT NULL,
    at_utc    TEXT NOT NULL,
    event_id  INTEGER NOT NULL REFERENCES event(id),
    PRIMARY KEY (record_id, stage, reviewer)
) STRICT, WITHOUT ROWID;

-- A record that is represented by another one; a record that is not listed stands for itself.
CREATE TABLE duplicate (
    record_id INTEGER PRIMARY KEY REFERENCES record(id),
    kept_id   INTEGER NOT NULL REFERENCES record(id),
    tier      TEXT NOT NULL,
    rule      TEXT NOT NULL
) STRICT;
CREATE INDEX duplicate_kept ON duplicate(kept_id);

-- Pairs that a person took apart and that deduplication leaves apart; a < b.
CREATE TABLE kept_apart (
    a INTEGER NOT NULL REFERENCES record(id),
    b INTEGER NOT NULL REFERENCES record(id),
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
