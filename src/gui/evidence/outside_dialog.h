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

private:
    void choose(int row);
    void addNew();
    void save();
    void remove();
    void fill(const app::OutsideEvidence &piece);
    void fitButtons();
    [[nodiscard]] app::OutsideEvidence typed() const;

    std::unique_ptr<Ui::OutsideDialog> m_ui;
    std::vector<app::OutsideEvidence> m_pieces;
};

} // namespace winnow::gui
