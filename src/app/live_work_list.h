#pragma once

#include "app/live_ranking.h"
#include "app/work_list.h"

#include <memory>

namespace winnow::app {

/// A work list that, where it is ranked, is ranked anew after each decision, off the main path: what is
/// learned by the time the next record is asked for counts. In any other order it is a work list and nothing
/// more.
class LiveWorkList
{
public:
    /// `before`: an earlier list of the same review; what it knows of the texts is used again where it still
    /// holds. May be nullptr.
    [[nodiscard]] static Result<LiveWorkList>
    open(Workspace &workspace, const WorkRequest &request, Task &task, const LiveWorkList *before = nullptr);

    /// The record to read now; none when all is done.
    [[nodiscard]] std::optional<RecordId> next();

    /// The first `count` of what is left, as they would come by what is learned now.
    [[nodiscard]] std::vector<RecordId> ahead(std::size_t count);

    [[nodiscard]] std::size_t left() const { return m_list.left(); }

    /// Takes a record off the list and learns from what was decided on it.
    void take(RecordId record, Verdict verdict);

    /// Puts a record last.
    void putOff(RecordId record) { m_list.putOff(record); }

    /// Waits until all decisions are learned from.
    void wait();

private:
    LiveWorkList(WorkList list, std::unique_ptr<LiveRanking> ranking)
        : m_list(std::move(list))
        , m_ranking(std::move(ranking))
    {}

    void takeNewest();

    WorkList m_list;
    std::unique_ptr<LiveRanking> m_ranking; ///< nullptr unless the list is ranked
};

} // namespace winnow::app
