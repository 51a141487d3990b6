#pragma once

#include "base/result.h"
#include "base/uuid.h"
#include "model/event.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace winnow::store {

class ReviewFile;
class Statement;

/// Who does something, when and with which program.
struct Act
{
    std::string reviewer;
    std::string atUtc;
    std::string appVersion;
};

/// What is about to happen; the log adds the rest.
struct EventDraft
{
    EventKind kind = EventKind::Decision;
    std::string stage;
    std::string subjectKind;
    std::int64_t subject = 0;
    std::string verdict;
    std::string reason;
    std::string detail;
    std::string reviewer; ///< who judged, where it was not who acts; empty otherwise
};

/// The event log: appended, never changed. Every function that appends brings the cache tables along in the
/// same transaction.
class Log
{
public:
    /// `uuids` must outlive the log.
    Log(ReviewFile &file, UuidSource &uuids);

    /// Appends one act of `act.reviewer`; its cost does not grow with the review unless it concerns
    /// duplicates or imports.
    [[nodiscard]] Result<void> append(const Act &act, std::span<const EventDraft> drafts);

    /// Retracts the reviewer's last act that still holds, and returns its events; empty when there is none.
    [[nodiscard]] Result<std::vector<Event>> undo(const Act &act);

    /// Retracts an import, whenever it was made, and returns its event; empty when it is not live. What was
    /// decided on its records holds for their duplicates from elsewhere; redo brings it back.
    [[nodiscard]] Result<std::vector<Event>> undoImport(const Act &act, ImportId import);

    /// Appends again what the reviewer's last undo retracted, and returns it; empty when something was done
    /// since.
    [[nodiscard]] Result<std::vector<Event>> redo(const Act &act);

    /// All events, oldest first; of one record where `subject` is given; the last `limit` of them where that
    /// is given.
    [[nodiscard]] Result<std::vector<Event>> events(std::optional<RecordId> subject = {},
                                                    std::optional<std::int64_t> limit = {});

    /// Live events of one kind in the order in which they are folded.
    [[nodiscard]] Result<std::vector<Event>> live(EventKind kind);

    /// The same of those about these records.
    [[nodiscard]] Result<std::vector<Event>> live(EventKind kind, std::span<const RecordId> records);

    /// Whether the cache tables equal the fold of all events; one sentence a difference, empty when they do.
    [[nodiscard]] Result<std::vector<std::string>> checkFold();

private:
    std::int64_t write(const Act &act,
                       const EventDraft &draft,
                       std::int64_t op,
                       const Event *retracted,
                       const Event *redone);
    void retract(const Act &act, std::span<const Event> events);
    void refresh(std::span<const Event> changed);

    ReviewFile &m_file;
    UuidSource &m_uuids;
};

} // namespace winnow::store
