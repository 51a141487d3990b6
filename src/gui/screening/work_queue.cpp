#include "gui/screening/work_queue.h"

#include "gui/shown.h"
#include "gui/worker.h"

#include <QPointer>

namespace winnow::gui {

void WorkQueue::open(Worker &worker, const app::WorkRequest &request)
{
    if (request.stage != m_stage) {
        m_list.reset();
        m_order.reset();
        m_stage = request.stage;
    }
    m_since.clear();
    m_isBuilding = true;
    worker.start(QStringLiteral("work-list%1").arg(static_cast<int>(m_stage)),
                 [self = QPointer<WorkQueue>(this), run = ++m_run, request, before = m_list](
                     app::Workspace &workspace, Task &task) -> Worker::Done {
                     auto list = app::LiveWorkList::open(workspace, request, task, before.get());
                     if (!list) {
                         return [self, run, error = std::move(list).error()] {
                             if (self) {
                                 self->tellFailure(run, error);
                             }
                         };
                     }
                     auto made = std::make_shared<app::LiveWorkList>(*std::move(list));
                     auto order = std::make_shared<const std::vector<RecordId>>(made->ahead(made->left()));
                     return [self, run, opened = Opened{std::move(made), std::move(order)}] {
                         if (self) {
                             self->show(run, opened);
                         }
                     };
                 });
}

void WorkQueue::show(int run, const Opened &made)
{
    if (run != m_run) {
        return; // a newer one is on its way
    }
    m_list = made.list;
    m_order = made.order;
    for (const Act &act : m_since) {
        apply(act);
    }
    m_since.clear();
    m_isBuilding = false;
    Q_EMIT opened();
}

void WorkQueue::tellFailure(int run, const Error &error)
{
    m_isBuilding = m_isBuilding && run != m_run;
    if (error.code != ErrorCode::Cancelled) {
        Q_EMIT failed(shown(error.message));
    }
}

std::vector<RecordId> WorkQueue::ahead(std::size_t count)
{
    return m_list ? m_list->ahead(count) : std::vector<RecordId>();
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
