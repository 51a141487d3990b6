#pragma once

#include "app/standing.h"
#include "base/task.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace winnow::app {

enum class WorkOrder {
    Import, ///< as the records came
    Rank,   ///< as a ranking says, with the stage's share of random records mixed in
    Random, ///< by the seed of the stage
};

/// "import", "rank", "random".
[[nodiscard]] std::optional<WorkOrder> workOrderFromString(std::string_view name);

struct WorkRequest
{
    Stage stage = Stage::TitleAbstract;
    WorkOrder order = WorkOrder::Import;
    std::string query; ///< only what it finds; empty: all
    /// For WorkOrder::Rank: the most promising first of what is on the list; what it leaves out comes last.
    /// Empty: rankRecords(), and written down.
    std::function<Result<std::vector<RecordId>>(std::span<const RecordId> records)> ranking;
};

/// What the current reviewer is still to read at a stage, in order: what went on from the stage before, is
/// assigned to them, wants a further vote, and was not decided by them yet. Records of a pilot round come
/// first, for everybody; what was put off comes last. Built once; after that a decision costs what it costs
/// in a review of ten records.
class WorkList
{
public:
    [[nodiscard]] static Result<WorkList> open(Workspace &workspace, const WorkRequest &request, Task &task);

    /// The record to read now; none when all is done.
    [[nodiscard]] std::optional<RecordId> next();

    /// The first `count` of what is left.
    [[nodiscard]] std::vector<RecordId> ahead(std::size_t count) const;

    [[nodiscard]] std::size_t left() const { return m_records.size() - m_done.size(); }

    /// Takes a record off the list; nothing happens where it is not on it.
    void take(RecordId record);

    /// Puts a record last.
    void putOff(RecordId record);

    /// Brings records to the head of the ranking, in this order, instead of those brought there before; the
    /// pilot round stays first and what was put off last. What is not on the list is passed over.
    void bringForward(std::vector<RecordId> records);

private:
    /// How far each part of the list is read: no record before these places is left.
    struct Cursors
    {
        std::size_t pilot = 0;
        std::size_t front = 0;
        std::size_t ranked = 0;
        std::size_t random = 0;
        std::size_t putOff = 0;
    };

    template <class IsLeft>
    [[nodiscard]] std::optional<RecordId>
    following(Cursors &cursors, std::size_t place, const IsLeft &isLeft) const;
    [[nodiscard]] bool isLeft(RecordId record) const;

    std::vector<RecordId> m_records; ///< ascending
    std::vector<RecordId> m_pilot;   ///< the parts of the list, in the order in which they are read
    std::vector<RecordId> m_front;
    std::vector<RecordId> m_ranked;
    std::vector<RecordId>
        m_random; ///< what is ranked once more, in random order; empty where no share is drawn
    std::vector<RecordId> m_putOff;
    std::unordered_set<RecordId> m_done;
    std::unordered_set<RecordId> m_isPutOff;
    Cursors m_cursors;
    double m_randomShare = 0;
    std::size_t m_decidedBefore = 0; ///< by the reviewer at the stage, so that the share runs on
};

/// The records that the current reviewer could decide at a stage and has not yet, ascending: what bulk
/// decisions choose from.
[[nodiscard]] Result<std::vector<RecordId>> undecided(Workspace &workspace, Stage stage);

} // namespace winnow::app
