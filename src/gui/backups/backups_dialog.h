#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/backup.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class BackupsDialog;
}

namespace winnow::gui {

/// The rolling backups of a review with date and size, one of which can be restored.
class BackupsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `canBackUp`: the review is open and can be copied as it stands.
    BackupsDialog(std::filesystem::path review, bool canBackUp, QWidget *parent = nullptr);
    ~BackupsDialog() override;

    void reload();
    void tell(const QString &text);

    /// While a backup is made or restored nothing else can be asked for.
    void setBusy(bool isBusy);

Q_SIGNALS:
    void backUpWanted();
    void restoreWanted(const QString &backup);

private:
    void showChoice();

    std::unique_ptr<Ui::BackupsDialog> m_ui;
    std::filesystem::path m_review;
    std::vector<app::Backup> m_backups;
    bool m_canBackUp = false;
    bool m_isBusy = false;
};

} // namespace winnow::gui
