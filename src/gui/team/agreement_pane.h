#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/agreement.h"
#endif

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class AgreementPane;
}

namespace winnow::gui {

/// How far the screening is and how far the reviewers agree; draws pilot rounds.
class AgreementPane : public Step
{
    Q_OBJECT

public:
    explicit AgreementPane(Session &session, QWidget *parent = nullptr);
    ~AgreementPane() override;

    void reload(Changes changes) override;

private:
    void read();
    void drawPilot();
    [[nodiscard]] Stage stage() const;

    std::unique_ptr<Ui::AgreementPane> m_ui;
};

} // namespace winnow::gui
