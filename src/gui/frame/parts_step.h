#pragma once

#include "gui/frame/step.h"

class QStackedWidget;
class QTabBar;

namespace winnow::gui {

/// A step of several parts, one of which is shown below a row of tabs. Each part is a step of its own that
/// reads the review again when it is shown.
class PartsStep : public Step
{
    Q_OBJECT

public:
    explicit PartsStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes /*changes*/) override {}

    void goTo(const Place &place) override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &query, bool isTyped) override;
    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

protected:
    /// `name` is the part of a Place.
    void addPart(Step *part, const char *name, const QString &title);

    /// The part that is shown.
    [[nodiscard]] Step *part() const;

private:
    QTabBar *m_tabs;
    QStackedWidget *m_parts;
};

} // namespace winnow::gui
