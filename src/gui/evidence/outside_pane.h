#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/outside_evidence.h"
#endif

#include <memory>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class OutsidePane;
}

namespace winnow::gui {

/// Evidence from outside the literature: interviews, field visits, documents of policy.
class OutsidePane : public Step
{
    Q_OBJECT

public:
    explicit OutsidePane(Session &session, QWidget *parent = nullptr);
    ~OutsidePane() override;

    void reload(Changes changes) override;

    void takeFocus() override;

    /// Saves what was typed.
    [[nodiscard]] bool mayClose() override { return maySwitch(); }

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void setUpActions();
    void read();
    [[nodiscard]] static QStringList command(const app::OutsideEvidence &piece);
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

    std::unique_ptr<Ui::OutsidePane> m_ui;
    std::vector<app::OutsideEvidence> m_pieces;
    app::OutsideEvidence m_shown; ///< the piece as the fields had it when they were filled
    bool m_isNew = false;         ///< the fields are of none of them
};

} // namespace winnow::gui
