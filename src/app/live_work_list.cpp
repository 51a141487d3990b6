#include "app/live_work_list.h"

#include <utility>

namespace winnow::app {

Result<LiveWorkList>
LiveWorkList::open(Workspace &workspace, const WorkRequest &request, Task &task, const LiveWorkList *before)
{
    const RankingPool *const known =
        before != nullptr && before->m_ranking ? before->m_ranking->pool().get() : nullptr;
    std::unique_ptr<LiveRanking> ranking;
    WorkRequest live = request;
    live.ranking = [&](std::span<const RecordId> records) -> Result<std::vector<RecordId>> {
        auto pool = rankingPool(workspace, {request.stage, {}}, task, known);
        if (!pool) {
            return std::move(pool).error();
        }
        ranking =
            std::make_unique<LiveRanking>(std::make_shared<const RankingPool>(*std::move(pool)), records);
        // A list that is made anew, as after an undo, goes on with a ranking that is written down.
        if (known == nullptr) {
            if (auto recorded = recordRanking(workspace, ranking->first()); !recorded) {
                return std::move(recorded).error();
            }
        }
        return ranking->first().order();
    };
    auto list = WorkList::open(workspace, live, task);
    if (!list) {
        return std::move(list).error();
    }
    return LiveWorkList(*std::move(list), std::move(ranking));
}

void LiveWorkList::takeNewest()
{
    if (auto newer = m_ranking ? m_ranking->newer() : std::nullopt) {
        m_list.bringForward(*std::move(newer));
    }
}

std::optional<RecordId> LiveWorkList::next()
{
    takeNewest();
    return m_list.next();
}

std::vector<RecordId> LiveWorkList::ahead(std::size_t count)
{
    takeNewest();
    return m_list.ahead(count);
}

void LiveWorkList::take(RecordId record, Verdict verdict)
{
    m_list.take(record);
    if (m_ranking) {
        m_ranking->learn(record, verdict);
    }
}

void LiveWorkList::wait()
{
    if (m_ranking) {
        m_ranking->wait();
    }
}

} // namespace winnow::app
