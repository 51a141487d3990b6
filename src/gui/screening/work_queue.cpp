#include "gui/screening/work_queue.h"

#include "gui/worker.h"

namespace winnow::gui {

void WorkQueue::open(Worker &worker, const app::WorkRequest &request)
{
    if (request.stage != m_stage) {
        m_list.reset();
        m_stage = request.stage;
    }
    m_since.clear();
    m_isBuilding = true;
    worker.start(QStringLiteral("work-list"),
                 [this, run = ++m_run, request, before = m_list](app::Workspace &workspace,
                                                                 Task &task) -> Worker::Done {
                     auto list = app::LiveWorkList::open(workspace, request, task, before.get());
                     if (!list) {
                         return [this, run, error = std::move(list).error()] {
                             m_isBuilding = m_isBuilding && run != m_run;
                             if (error.code != ErrorCode::Cancelled) {
                                 Q_EMIT failed(QString::fromStdString(error.message));
                             }
                         };
                     }
                     return [this, run, list = std::make_shared<app::LiveWorkList>(*std::move(list))] {
                         if (run != m_run) {
                             return; // a newer one is on its way
                         }
                         m_list = list;
                         for (const Act &act : m_since) {
                             apply(act);
                         }
                         m_since.clear();
                         m_isBuilding = false;
                         Q_EMIT opened();
                     };
                 });
}

void WorkQueue::close()
{
    ++m_run;
    m_list.reset();
    m_since.clear();
    m_isBuilding = false;
}

std::optional<RecordId> WorkQueue::next()
{
    return m_list ? m_list->next() : std::nullopt;
}

std::optional<std::size_t> WorkQueue::left() const
{
    return m_list ? std::optional(m_list->left()) : std::nullopt;
}

void WorkQueue::take(RecordId record, Verdict verdict)
{
    add({record, verdict});
}

void WorkQueue::putOff(RecordId record)
{
    add({record, std::nullopt});
}

void WorkQueue::add(const Act &act)
{
    if (m_isBuilding) {
        m_since.push_back(act);
    }
    apply(act);
}

void WorkQueue::apply(const Act &act)
{
    if (!m_list) {
        return;
    }
    if (act.verdict) {
        m_list->take(act.record, *act.verdict);
    } else {
        m_list->putOff(act.record);
    }
}

} // namespace winnow::gui
