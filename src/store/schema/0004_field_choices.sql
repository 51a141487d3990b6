-- Which record a group of duplicates takes a field from, where a person chose; a cache like `duplicate`. Of several choices for one
-- field of a group the one of the newest event holds.
CREATE TABLE field_choice (
    record_id INTEGER NOT NULL REFERENCES record(id),
    field     TEXT NOT NULL,
    event_id  INTEGER NOT NULL REFERENCES event(id),
    PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;
