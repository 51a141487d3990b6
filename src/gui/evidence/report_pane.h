#pragma once

#include "gui/frame/step.h"

#include <memory>

class QTimer;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ReportPane;
}

namespace winnow::gui {

/// The texts that people write for the report, how Winnow reads them, and the report as any kind of file.
class ReportPane : public Step
{
    Q_OBJECT

public:
    explicit ReportPane(Session &session, QWidget *parent = nullptr);
    ~ReportPane() override;

    void reload(Changes changes) override;

    /// Saves the texts first; the name tells the kind of file.
    void exportReport(const QString &file);

    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

Q_SIGNALS:
    void exported();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void setUpActions();
    bool save();
    void showPreview();
    void lookForNotices();
    void showNotices(const std::vector<std::string> &notices);
    void askForExport();
    void stopExport();
    void fitButtons(bool isExporting);

    std::unique_ptr<Ui::ReportPane> m_ui;
    QString m_saved; ///< the texts as the review has them
    QTimer *m_previewTimer;
    QTimer *m_noticeTimer;
};

} // namespace winnow::gui
