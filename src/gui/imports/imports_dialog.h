#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/import_report.h"
#endif

#include <QDialog>

#include <memory>
#include <optional>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ImportsDialog;
}

namespace winnow::gui {

/// The imports of a review with what each rejected; says what the user wants to do with one.
class ImportsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportsDialog(std::vector<app::ReportedImport> report, QWidget *parent = nullptr);
    ~ImportsDialog() override;

Q_SIGNALS:
    void saveWanted(qint64 import, const QString &file);
    void retryWanted(qint64 import, const QString &file);
    void undoWanted(qint64 import);

private:
    void fill();
    void showCurrent();
    void askForSave();
    void askForRetry();
    [[nodiscard]] const app::ReportedImport *current() const;

    std::unique_ptr<Ui::ImportsDialog> m_ui;
    std::vector<app::ReportedImport> m_report;
};

} // namespace winnow::gui
