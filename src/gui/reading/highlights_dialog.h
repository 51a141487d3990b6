#pragma once

#include "gui/reading/highlights.h"

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class HighlightsDialog;
}

namespace winnow::gui {

/// The words that are marked in records, in their groups.
class HighlightsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HighlightsDialog(std::vector<HighlightGroup> groups, QWidget *parent = nullptr);
    ~HighlightsDialog() override;

    [[nodiscard]] const std::vector<HighlightGroup> &groups() const { return m_groups; }

private:
    void listGroups();
    void show(int row);
    void take();
    void add();
    void remove();

    std::unique_ptr<Ui::HighlightsDialog> m_ui;
    std::vector<HighlightGroup> m_groups;
    bool m_isShowing = false;
};

} // namespace winnow::gui
