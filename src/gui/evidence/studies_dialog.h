#pragma once

#include "gui/review_dialog.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/studies.h"
#endif

#include <memory>
#include <vector>

class QTreeWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class StudiesDialog;
}

namespace winnow::gui {

/// The included studies with their reports, and which reports may tell of one study.
class StudiesDialog : public ReviewDialog
{
    Q_OBJECT

public:
    StudiesDialog(app::Workspace &workspace, Worker &worker, QWidget *parent = nullptr);
    ~StudiesDialog() override;

    void reload() override;

Q_SIGNALS:
    void loaded();

private:
    struct Content;

    void show(const Content &content);
    void showSuggestions();
    void take(std::size_t suggestion);
    void group();
    void takeApart();
    void fitButtons();
    [[nodiscard]] std::vector<RecordId> chosenReports() const;
    [[nodiscard]] const app::Study *chosenStudy() const;

    std::unique_ptr<Ui::StudiesDialog> m_ui;
    std::vector<app::Study> m_studies;
    std::vector<app::StudySuggestion> m_suggestions;
};

} // namespace winnow::gui
