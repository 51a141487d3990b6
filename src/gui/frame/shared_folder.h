#pragma once

#include "gui/frame/session.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/bundles.h"
#endif

#include <QFileSystemWatcher>
#include <QTimer>

namespace winnow::gui {

/// Keeps a review in step with a folder that all reviewers share: takes in what others put there soon after
/// they did, and puts there what was said here. The folder is remembered for each review on this machine.
class SharedFolder : public QObject
{
    Q_OBJECT

public:
    explicit SharedFolder(Session &session, QObject *parent = nullptr);

    /// What was said here and is not there yet goes there.
    ~SharedFolder() override;

    /// Empty: none.
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Meets there from now on, at once for the first time; empty: no more.
    void watch(const QString &folder);

    /// Meets now.
    void meet() { meetWhereNew(QString()); }

Q_SIGNALS:
    void met(const QStringList &lines); ///< what came of each bundle that brought something, or was refused
    void failed(const QString &problem);

private:
    void listen();
    void meetWhereNew(const QString &seen);
    void tell(const Result<std::vector<app::SyncedBundle>> &synced);

    Session &m_session;
    QString m_folder;
    QFileSystemWatcher m_files;
    QString m_seen;        ///< the bundles as they were when they were last taken in
    QTimer m_soon;         ///< until what others wrote is read
    QTimer m_often;        ///< some folders on a network tell of no change
    QTimer m_later;        ///< until what was said here is written
    QString m_lastProblem; ///< that was told
};

} // namespace winnow::gui
