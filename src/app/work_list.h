#pragma once

#include "app/standing.h"
#include "base/task.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
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
    /// For WorkOrder::Rank, the most promising first; what it leaves out comes last. Empty: ranked now.
    std::vector<RecordId> ranking;
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

    [[nodiscard]] std::size_t left() const { return m_places.size() - m_done.size(); }

    /// Takes a record off the list; nothing happens where it is not on it.
    void take(RecordId record);

    /// Puts a record that was taken off back in its place, as undo needs it.
    void putBack(RecordId record);

    /// Puts a record last.
    void putOff(RecordId record);

    /// Brings a newer ranking; the pilot round stays first and what was put off last.
    void rank(const std::vector<RecordId> &ranking);

private:
    void number();

    [[nodiscard]] bool isLeft(std::size_t place) const;

    std::vector<RecordId> m_order; ///< id 0 where a record was put off from
    std::unordered_map<RecordId, std::size_t> m_places;
    std::unordered_set<RecordId> m_done;
    std::unordered_set<RecordId> m_putOff;
    std::set<RecordId> m_pilot;
    std::size_t m_next = 0;
    double m_randomShare = 0;
    std::uint64_t m_seed = 1;
};

/// The records that the current reviewer could decide at a stage and has not yet, ascending: what bulk
/// decisions choose from.
[[nodiscard]] Result<std::vector<RecordId>> undecided(Workspace &workspace, Stage stage);

} // namespace winnow::app
