#pragma once

#include "gui/review_dialog.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/outside_evidence.h"
#endif

#include <memory>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class OutsideDialog;
}

namespace winnow::gui {

/// Evidence from outside the literature: interviews, field visits, documents of policy.
class OutsideDialog : public ReviewDialog
{
    Q_OBJECT

public:
    OutsideDialog(app::Workspace &workspace, Worker &worker, QWidget *parent = nullptr);
    ~OutsideDialog() override;

    void reload() override;

    /// Saves what was typed; stays open once where that cannot be.
    void done(int result) override;

private:
    void choose(int row);
    void showPiece(int row);
    void markRow(int row);
    void addNew();
    void save();
    void remove();
    void fill(const app::OutsideEvidence &piece);
    void fitButtons();
    [[nodiscard]] QString write();
    [[nodiscard]] bool maySwitch();
    [[nodiscard]] QStringList unsaved() const;
    [[nodiscard]] static QStringList entries(const app::OutsideEvidence &piece);
    [[nodiscard]] int rowOf(const std::string &key) const;
    [[nodiscard]] app::OutsideEvidence typed() const;

    std::unique_ptr<Ui::OutsideDialog> m_ui;
    std::vector<app::OutsideEvidence> m_pieces;
    app::OutsideEvidence m_shown; ///< the piece as the fields had it when they were filled
    bool m_isNew = false;         ///< the fields are of none of them
};

} // namespace winnow::gui
