#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/labels.h"
#include "app/show_record.h"
#include "query/tree.h"
#endif

#include <QTextBrowser>

namespace winnow::gui {

/// The record that is read, wherever records are read.
class ReadingPane : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ReadingPane(QWidget *parent = nullptr);

    /// Shows a record with the words that `query` finds marked; it may be nullptr.
    void showRecord(const app::RecordView &view, const app::RecordMarks &marks, const query::Node *query);

    /// Shows a sentence instead of a record.
    void showSentence(const QString &sentence);
};

} // namespace winnow::gui
