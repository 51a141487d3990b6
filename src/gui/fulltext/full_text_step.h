#pragma once

#include "gui/screening/screening_step.h"

class QLabel;
class QPushButton;

namespace winnow::gui {

class FileActs;
class FittingRow;
class PdfPane;

/// The decisions on reports, whose PDF is read where there is one, with the abstract one key away; and the
/// board of those that are sought and retrieved.
class FullTextStep : public ScreeningStep
{
    Q_OBJECT

public:
    explicit FullTextStep(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] PdfPane *pdf() const { return m_pdf; }

protected:
    void focusReading() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActs();
    void makeLine();
    void showFiles(RecordId record);
    void showPlace();
    [[nodiscard]] bool isReading();
    void attachToShown();
    void detachShown();
    [[nodiscard]] bool mayAttach() const;

    FileActs *m_acts;
    PdfPane *m_pdf;
    FittingRow *m_line; ///< above the record, where no PDF is shown
    QLabel *m_lineLabel;
    QLabel *m_lineHint;
    QPushButton *m_lineButton;
    QAction *m_attach = nullptr;
    QAction *m_detach = nullptr;
    RecordId m_filesOf;           ///< whose files are shown
    bool m_showsAbstract = false; ///< though there is a PDF
};

} // namespace winnow::gui
