#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "gui/pages/pdf_pane.h"
#endif

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace winnow::gui {

class ReadingPane;

/// A report to read: its PDF, or what its record says, one at a time. The PDF comes first where there is one.
class PdfOrRecord : public QWidget
{
    Q_OBJECT

public:
    explicit PdfOrRecord(QWidget *parent = nullptr);
    ~PdfOrRecord() override;

    [[nodiscard]] PdfPane *pdf() const { return m_pdf; }

    [[nodiscard]] ReadingPane *record() const { return m_record; }

    [[nodiscard]] bool showsPdf() const;

    /// Of the report; as PdfPane::setFiles() takes them.
    void setFiles(const std::vector<PdfChoice> &files);

    void showPdf();

    /// The other of the two; the record where there is no PDF.
    void showOther();

Q_SIGNALS:
    void turned();

private:
    void showPart(int part);

    QTabBar *m_bar; ///< where there is a PDF
    QStackedWidget *m_parts;
    PdfPane *m_pdf;
    ReadingPane *m_record;
};

} // namespace winnow::gui
