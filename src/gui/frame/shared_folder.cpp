#include "gui/frame/shared_folder.h"

#include "gui/shown.h"
#include "gui/team/bundle_text.h"

#include <QDateTime>
#include <QDir>
#include <QPointer>
#include <QSettings>

namespace winnow::gui {

namespace {

/// Others may still be writing.
constexpr int kSoonMs = 1000;

/// Decisions come one after another.
constexpr int kLaterMs = 15'000;

constexpr int kOftenMs = 60'000;

/// Name, size and time of each bundle of a folder.
QString bundlesIn(const QString &folder)
{
    QString all;
    for (const QFileInfo &file :
         QDir(folder).entryInfoList({QStringLiteral("*.winnow-bundle")}, QDir::Files, QDir::Name)) {
        all += QStringLiteral("%1 %2 %3\n")
                   .arg(file.fileName())
                   .arg(file.size())
                   .arg(file.lastModified().toMSecsSinceEpoch());
    }
    return all;
}

QString settingOf(const Session &session)
{
    return QStringLiteral("shared-folders/") + shown(session.workspace().info().uuid);
}

} // namespace

SharedFolder::SharedFolder(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_folder(QSettings().value(settingOf(session)).toString())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    m_later.setSingleShot(true);
    m_later.setInterval(kLaterMs);
    m_often.setInterval(kOftenMs);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, [this] { meetWhereNew(m_seen); });
    connect(&m_often, &QTimer::timeout, this, [this] { meetWhereNew(m_seen); });
    connect(&m_later, &QTimer::timeout, this, &SharedFolder::meet);
    connect(&session, &Session::changed, this, [this](Changes /*changes*/, const QObject *by) {
        if (by != this && !m_folder.isEmpty() && !m_later.isActive()) {
            m_later.start();
        }
    });
    if (session.isReadOnly()) {
        m_folder.clear();
    }
    listen();
    meet();
}

SharedFolder::~SharedFolder()
{
    if (m_later.isActive()) {
        m_session.writer().start(
            {},
            [folder = m_folder.toStdString()](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
                (void)app::syncFolder(workspace, folder); // tried again when the review is next opened
                return {};
            },
            Worker::Ending::Finished);
    }
}

void SharedFolder::listen()
{
    if (const QStringList before = m_files.directories(); !before.isEmpty()) {
        m_files.removePaths(before);
    }
    m_often.stop();
    if (!m_folder.isEmpty()) {
        m_files.addPath(m_folder);
        m_often.start();
    }
}

void SharedFolder::watch(const QString &folder)
{
    m_folder = folder;
    QSettings().setValue(settingOf(m_session), folder);
    m_lastProblem.clear();
    m_seen.clear();
    m_soon.stop();
    m_later.stop();
    listen();
    meet();
}

/// `seen`: nothing is done where the bundles are still so; empty: whatever they are.
void SharedFolder::meetWhereNew(const QString &seen)
{
    if (m_folder.isEmpty()) {
        return;
    }
    m_soon.stop();
    m_later.stop();
    m_session.writer().start(
        QStringLiteral("shared-folder"),
        [self = QPointer<SharedFolder>(this), folder = m_folder, seen](app::Workspace &workspace,
                                                                       Task & /*task*/) -> Worker::Done {
            if (!seen.isEmpty() && seen == bundlesIn(folder)) {
                return {};
            }
            auto synced = app::syncFolder(workspace, folder.toStdString());
            return [self, synced = std::move(synced), now = bundlesIn(folder)] {
                if (self) {
                    self->m_seen = now;
                    self->tell(synced);
                }
            };
        },
        Worker::Ending::Finished);
}

void SharedFolder::tell(const Result<std::vector<app::SyncedBundle>> &synced)
{
    if (!synced) {
        const QString problem = shown(synced.error().message);
        if (std::exchange(m_lastProblem, problem) != problem) {
            Q_EMIT failed(problem);
        }
        return;
    }
    QStringList lines;
    QString problems;
    std::int64_t added = 0;
    for (const app::SyncedBundle &bundle : *synced) {
        const std::int64_t of = bundle.outcome ? addedBy(*bundle.outcome) : 0;
        added += of;
        if (!bundle.outcome || of > 0) {
            lines << shown(bundle.file.filename().string()) + QStringLiteral(": ") +
                         bundleText(bundle.outcome);
        }
        if (!bundle.outcome) {
            problems += lines.back();
        }
    }
    if (!lines.isEmpty() && (added > 0 || problems != m_lastProblem)) {
        Q_EMIT met(lines);
    }
    m_lastProblem = problems;
    if (added > 0) {
        m_session.tell({tr("%Ln new entries of others came through the shared folder.",
                           nullptr,
                           static_cast<int>(added)),
                        kAllChanges,
                        {},
                        false},
                       this);
    }
}

} // namespace winnow::gui
