#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/live_work_list.h"
#endif

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace winnow::gui {

class Worker;

/// The work list of the window: built by the worker, kept in step by the window. Until a newer list is there
/// the older one of the same stage goes on.
class WorkQueue : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Builds the list anew.
    void open(Worker &worker, const app::WorkRequest &request);

    /// The record to read now; none when all is done or the list is not there yet.
    [[nodiscard]] std::optional<RecordId> next();

    /// The next records, as they would come by what is known now.
    [[nodiscard]] std::vector<RecordId> ahead(std::size_t count);

    /// What was left when the list was made, in its order; nullptr while it is not there.
    [[nodiscard]] const std::shared_ptr<const std::vector<RecordId>> &order() const { return m_order; }

    /// How many are left; none while the list is not there.
    [[nodiscard]] std::optional<std::size_t> left() const;

    /// Whether no newer list is on its way.
    [[nodiscard]] bool isCurrent() const { return m_list && !m_isBuilding; }

    void take(RecordId record, Verdict verdict);
    void putOff(RecordId record);

Q_SIGNALS:
    void opened();
    void failed(const QString &message);

private:
    struct Act
    {
        RecordId record;
        std::optional<Verdict> verdict; ///< none: put off
    };

    void add(const Act &act);
    void apply(const Act &act);

    struct Opened
    {
        std::shared_ptr<app::LiveWorkList> list;
        std::shared_ptr<const std::vector<RecordId>> order;
    };

    void show(int run, const Opened &made);
    void tellFailure(int run, const Error &error);

    std::shared_ptr<app::LiveWorkList> m_list;
    std::shared_ptr<const std::vector<RecordId>> m_order;
    Stage m_stage = Stage::TitleAbstract;
    std::vector<Act> m_since; ///< done while the worker builds a list
    int m_run = 0;            ///< number of the latest building
    bool m_isBuilding = false;
};

} // namespace winnow::gui
