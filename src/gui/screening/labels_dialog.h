#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/labels.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class LabelsDialog;
}

namespace winnow::gui {

/// The labels that the reviewer may see, with how many records have each; renames, merges and removes the
/// reviewer's own. `workspace` must outlive it.
class LabelsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LabelsDialog(app::Workspace &workspace, QWidget *parent = nullptr);
    ~LabelsDialog() override;

    /// Something changed in the review: shows it anew.
    void reload();

Q_SIGNALS:
    /// `command`: arguments of `winnow` that do the same.
    void changed(const QString &told, const QStringList &command);
    void labelWanted(const QString &label);

private:
    void showChoice();
    void rename();
    void remove();
    void tell(const QString &text);
    [[nodiscard]] QString current() const;

    std::unique_ptr<Ui::LabelsDialog> m_ui;
    app::Workspace &m_workspace;
};

} // namespace winnow::gui
