#pragma once

#include "gui/frame/session.h"

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace winnow::gui {

/// Attaches PDFs to reports and takes them off again, and tells everybody. The session outlives it.
class FileActs : public QObject
{
    Q_OBJECT

public:
    FileActs(Session &session, QWidget *parent);

    /// Asks for PDFs to attach to a record's report.
    void ask(RecordId record);

    /// Copies them beside the review, meanwhile everything else goes on.
    void attach(RecordId record, const QStringList &files);

    /// `name` is the file's for people.
    void detach(RecordId record, const QString &sha256, const QString &name);

private:
    [[nodiscard]] QString keyOf(RecordId record);

    Session &m_session;
    QWidget *m_parent;
};

/// The PDFs that are dragged, where nothing else is dragged with them.
[[nodiscard]] QStringList pdfsOf(const QMimeData &data);

} // namespace winnow::gui
