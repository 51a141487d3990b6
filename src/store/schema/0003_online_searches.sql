-- Searches that Winnow ran itself. The records of one belong to one import, which becomes live when all pages have come; until then
-- the search can be resumed. `search.query` is the query as written.
CREATE TABLE online_search (
    search_id    INTEGER PRIMARY KEY REFERENCES search(id),
    import_id    INTEGER NOT NULL REFERENCES import(id),
    source       TEXT NOT NULL,    -- id of the source: "scopus"
    precedence   TEXT NOT NULL,    -- how the query was read: "classic" or "standard"
    is_complete  INTEGER NOT NULL, -- asked for abstracts where the source has two views
    uses_cursor  INTEGER NOT NULL,
    began_utc    TEXT NOT NULL,
    ended_utc    TEXT NOT NULL,    -- empty until all pages have come
    hits         INTEGER,          -- that the source claimed for the whole query
    fetched      INTEGER NOT NULL, -- records that came, each once
    unmatched    INTEGER NOT NULL, -- of these: did not match the query as written and were left out
    undecided    INTEGER NOT NULL, -- of these: could not be judged by it and were kept
    filled       INTEGER NOT NULL  -- abstracts taken from another source
) STRICT;

-- What was sent: one part, or one for each stretch of years where a source does not give more than so many records.
CREATE TABLE online_part (
    search_id INTEGER NOT NULL REFERENCES online_search(search_id),
    number    INTEGER NOT NULL,
    query     TEXT NOT NULL,       -- as sent
    hits      INTEGER,
    next      TEXT NOT NULL,       -- where the next page begins; empty at the beginning
    is_done   INTEGER NOT NULL,
    PRIMARY KEY (search_id, number)
) STRICT, WITHOUT ROWID;

-- What names a record at its source, so that a page that comes twice brings nothing twice.
CREATE TABLE online_seen (
    search_id INTEGER NOT NULL REFERENCES online_search(search_id),
    name      TEXT NOT NULL,
    PRIMARY KEY (search_id, name)
) STRICT, WITHOUT ROWID;
