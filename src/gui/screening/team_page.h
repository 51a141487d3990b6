#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/bundles.h"
#endif

#include <QWidget>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class TeamPage;
}

namespace winnow::gui {

class Worker;

/// Exchanges with other reviewers what each said. `worker` must outlive it.
class TeamPage : public QWidget
{
    Q_OBJECT

public:
    TeamPage(Worker &worker, QString reviewer, QWidget *parent = nullptr);
    ~TeamPage() override;

    void exportTo(const QString &file);
    void merge(const QString &file);
    void meetIn(const QString &folder);

Q_SIGNALS:
    void told(const QString &text);
    void changed();

private:
    void askForExport();
    void askForBundle();
    void askForFolder();
    void report(const QString &text);

    std::unique_ptr<Ui::TeamPage> m_ui;
    Worker &m_worker;
    QString m_reviewer;
};

} // namespace winnow::gui
