#pragma once

#include "gui/frame/step.h"

class QTabWidget;

namespace winnow::gui {

class ImportsPane;
class RecordListPane;

/// All records of the review to search, sort and list, and the imports that brought them.
class RecordsStep : public Step
{
    Q_OBJECT

public:
    explicit RecordsStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &query, bool isTyped) override;
    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

private:
    QTabWidget *m_tabs;
    RecordListPane *m_list;
    ImportsPane *m_imports;
};

} // namespace winnow::gui
