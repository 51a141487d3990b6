-- PubMed Central's own number of a record.
ALTER TABLE record ADD COLUMN pmcid TEXT NOT NULL DEFAULT '';

-- What must stand before the raw text of a record for it to be read alone: the header of a CSV file, the macros of a BibTeX file.
ALTER TABLE import ADD COLUMN preamble TEXT NOT NULL DEFAULT '';

-- The import of the corrected text; while it is live, the rejection is settled.
ALTER TABLE rejected ADD COLUMN settled_by INTEGER REFERENCES import(id);

-- A hidden record and the visible one that its group was left to: decisions on the one hold for the other. Part of the cache.
CREATE TABLE inherited (
    record_id INTEGER PRIMARY KEY REFERENCES record(id),
    heir_id   INTEGER NOT NULL REFERENCES record(id)
) STRICT;
CREATE INDEX inherited_heir ON inherited(heir_id);
