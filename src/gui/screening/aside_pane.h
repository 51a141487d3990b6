#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/labels.h"
#include "model/stage_settings.h"
#endif

#include <QWidget>

class QAction;
class QLabel;
class QTextBrowser;

namespace winnow::gui {

/// What stands beside the record: the criteria and reasons of the stage, labels and notes of the record, and
/// why it has its place.
class AsidePane : public QWidget
{
    Q_OBJECT

public:
    AsidePane(QAction *label, QAction *note, QWidget *parent = nullptr);

    void showCriteria(const StageSettings &settings, bool isWanted);
    void showMarks(const app::RecordMarks &marks);

    /// HTML; empty: nothing yet.
    void showWhy(const QString &html);
    void setWhyShown(bool isShown);

private:
    QTextBrowser *m_criteria;
    QLabel *m_labels;
    QLabel *m_notes;
    QTextBrowser *m_why;
};

} // namespace winnow::gui
