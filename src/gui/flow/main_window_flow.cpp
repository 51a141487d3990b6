// The part of the main window that lists the records behind a box of the flow diagram.
#include "app/flow_records.h"
#include "flow/numbers.h"
#include "gui/flow/flow_view.h"
#include "gui/main_window.h"
#include "gui/worker.h"

#include <algorithm>

namespace winnow::gui {

namespace {

struct BoxList
{
    std::vector<RecordId> records;
    std::int64_t outside = 0;
};

BoxList listOf(const std::vector<flow::LineRecords> &lines)
{
    BoxList list;
    for (const flow::LineRecords &line : lines) {
        list.records.insert(list.records.end(), line.records.begin(), line.records.end());
        list.outside += line.outside;
    }
    std::ranges::sort(list.records);
    list.records.erase(std::unique(list.records.begin(), list.records.end()), list.records.end());
    return list;
}

} // namespace

void MainWindow::showBox(const QString &box)
{
    m_worker->start(
        QStringLiteral("box"),
        [this, name = box.toStdString()](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
            auto lines = app::recordsBehind(workspace, name);
            if (!lines) {
                return [this, message = QString::fromStdString(lines.error().message)] { say(message); };
            }
            return [this, list = listOf(*lines)]() mutable {
                const auto number = [](std::int64_t count) {
                    return QString::fromStdString(flow::groupedNumber(count));
                };
                const auto count = static_cast<std::int64_t>(list.records.size());
                QString told = tr("%1 records stand behind this box.").arg(number(count));
                if (list.outside > 0) {
                    told += QLatin1Char(' ') +
                            tr("%1 more were counted outside Winnow.").arg(number(list.outside));
                }
                if (count > 0) {
                    showRecords(std::move(list.records));
                    told += QLatin1Char(' ') + tr("Any search lists others again.");
                }
                say(told);
                Q_EMIT boxShown();
            };
        });
}

} // namespace winnow::gui
