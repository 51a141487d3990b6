#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/studies.h"
#endif

#include <memory>
#include <vector>

class QTreeWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class StudiesPane;
}

namespace winnow::gui {

/// The included studies with their reports, and which reports may tell of one study.
class StudiesPane : public Step
{
    Q_OBJECT

public:
    explicit StudiesPane(Session &session, QWidget *parent = nullptr);
    ~StudiesPane() override;

    void reload(Changes changes) override;

    void goTo(const Place &place) override;
    void takeFocus() override;

Q_SIGNALS:
    void loaded();

private:
    struct Content;

    void setUpActions();
    void read();
    void choose();
    void show(const Content &content);
    void showSuggestions();
    void take(std::size_t suggestion);
    void group();
    void takeApart();
    void fitButtons();
    [[nodiscard]] std::vector<RecordId> chosenReports() const;
    [[nodiscard]] const app::Study *chosenStudy() const;

    std::unique_ptr<Ui::StudiesPane> m_ui;
    std::vector<app::Study> m_studies;
    std::vector<app::StudySuggestion> m_suggestions;
    RecordId m_wanted; ///< to go to once it is listed
};

} // namespace winnow::gui
