#include "gui/fulltext/file_acts.h"

#include "app/attachments.h"
#include "app/record_list.h"
#include "gui/file_dialog.h"
#include "gui/shown.h"

#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <memory>
#include <utility>

namespace winnow::gui {

namespace {

QString numberOf(RecordId record)
{
    return QStringLiteral("#%1").arg(record.value);
}

/// What attaching a file did, as the message line says it.
QString toldOf(const QString &key, const app::AttachOutcome &outcome)
{
    const QString name = shown(outcome.file.name);
    QString told = outcome.isNew ? FileActs::tr("%1: attached %2.").arg(key, name)
                                 : FileActs::tr("%1 has %2 already.").arg(key, name);
    if (outcome.notRetrieved) {
        const QString why = shown(*outcome.notRetrieved);
        told += QLatin1Char(' ') +
                (why.isEmpty()
                     ? FileActs::tr("It was said to be not retrieved; that does not hold any longer.")
                     : FileActs::tr("It was said to be not retrieved (%1); that does not hold any longer.")
                           .arg(why));
    }
    return told;
}

} // namespace

QStringList pdfsOf(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        const QString file = url.toLocalFile();
        if (!url.isLocalFile() || !file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
            return {};
        }
        files << file;
    }
    return files;
}

FileActs::FileActs(Session &session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_parent(parent)
{}

QString FileActs::keyOf(RecordId record)
{
    const auto rows = app::listRows(m_session.workspace(), std::span(&record, 1));
    return rows && !rows->empty() ? shown(rows->front().key) : numberOf(record);
}

void FileActs::ask(RecordId record)
{
    askForFiles(m_parent,
                tr("Attach PDFs to %1").arg(keyOf(record)),
                tr("PDF files (*.pdf)"),
                [this, record](const QStringList &files) { attach(record, files); });
}

void FileActs::attach(RecordId record, const QStringList &files)
{
    for (const QString &file : files) {
        const app::AttachRequest request{record, QFileInfo(file).filesystemFilePath()};
        m_session.writer().start(
            {},
            [self = QPointer(this), request, file, record](app::Workspace &workspace,
                                                           Task &task) -> Worker::Done {
                auto outcome = app::attach(workspace, request, task);
                return [self, file, record, outcome = std::move(outcome)] {
                    if (!self) {
                        return;
                    }
                    if (!outcome) {
                        self->m_session.say(shown(outcome.error().message));
                        return;
                    }
                    const bool isChange = outcome->isNew || outcome->notRetrieved;
                    self->m_session.tell({toldOf(self->keyOf(record), *outcome),
                                          isChange ? Changes(Change::Decisions) : Changes(),
                                          {QStringLiteral("fulltext"),
                                           QStringLiteral("attach"),
                                           QStringLiteral("{}"),
                                           numberOf(record),
                                           file},
                                          isChange});
                };
            },
            Worker::Ending::Finished);
    }
}

void FileActs::detach(RecordId record, const QString &sha256, const QString &name)
{
    if (auto done = app::detach(m_session.workspace(), record, sha256.toStdString()); !done) {
        m_session.say(shown(done.error().message));
        return;
    }
    m_session.tell({tr("%1: detached %2. Its copy stays beside the review.").arg(keyOf(record), name),
                    Change::Decisions,
                    {QStringLiteral("fulltext"),
                     QStringLiteral("detach"),
                     QStringLiteral("{}"),
                     numberOf(record),
                     QStringLiteral("--file"),
                     sha256}});
}

} // namespace winnow::gui
