-- Reviewers work on copies of a review and bring their events together. So that the same events give the same state wherever they
-- meet, they are folded in order of `clock`, then of `uuid`: an event's clock is one more than that of the newest event its writer
-- knew (Lamport 1978). `id` is the order of arrival in this file.
DROP TRIGGER event_is_never_changed;
ALTER TABLE event ADD COLUMN clock INTEGER NOT NULL DEFAULT 0;
UPDATE event SET clock = id;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT raise(ABORT, 'events are never changed');
END;
CREATE INDEX event_clock ON event(clock, uuid);

-- A reviewer's last acts are found from the end, so that an undo costs what it costs in a small review.
DROP INDEX event_reviewer;
CREATE INDEX event_reviewer ON event(reviewer, clock, uuid);

-- On two copies, two people may take back the same event.
DROP INDEX event_retracts;
CREATE INDEX event_retracts ON event(retracts) WHERE retracts IS NOT NULL;

-- Events that came before what they speak of: a line of a bundle each, as it was read.
CREATE TABLE event_waiting (
    uuid TEXT PRIMARY KEY,
    line TEXT NOT NULL
) STRICT, WITHOUT ROWID;
