#pragma once

#include "gui/frame/step.h"

#include <vector>

class QStackedWidget;
class QTabBar;

namespace winnow::gui {

/// A step of several parts, each behind a tab. The part that is shown does the work of the step; places name
/// it by its object name.
class PartsStep : public Step
{
    Q_OBJECT

public:
    explicit PartsStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &query, bool isTyped) override;
    void takeFocus() override;

    /// Shows the part that cannot be closed.
    [[nodiscard]] bool mayClose() override;

    [[nodiscard]] Step *shownPart() const;
    void showPart(const QString &name);

protected:
    void addPart(Step *part, const QString &name, const QString &title);

    [[nodiscard]] const std::vector<Step *> &parts() const { return m_parts; }

    /// Another part is shown than before.
    virtual void partChanged(Step * /*before*/, Step * /*now*/) {}

private:
    void show(int at);

    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    std::vector<Step *> m_parts;
};

} // namespace winnow::gui
