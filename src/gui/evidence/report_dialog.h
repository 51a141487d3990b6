#pragma once

#include "gui/review_dialog.h"

#include <memory>

class QTimer;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ReportDialog;
}

namespace winnow::gui {

/// The texts that people write for the report, how Winnow reads them, and the report as any kind of file.
class ReportDialog : public ReviewDialog
{
    Q_OBJECT

public:
    ReportDialog(app::Workspace &workspace, Worker &worker, QWidget *parent = nullptr);
    ~ReportDialog() override;

    void reload() override;

    /// Saves the texts first; the name tells the kind of file.
    void exportReport(const QString &file);

    void done(int result) override;

Q_SIGNALS:
    void exported();

private:
    bool save();
    void showPreview();
    void lookForNotices();
    void showNotices(const std::vector<std::string> &notices);
    void askForExport();
    void stopExport();
    void fitButtons(bool isExporting);

    std::unique_ptr<Ui::ReportDialog> m_ui;
    QString m_saved; ///< the texts as the review has them
    QTimer *m_previewTimer;
};

} // namespace winnow::gui
