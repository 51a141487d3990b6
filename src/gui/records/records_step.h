#pragma once

#include "gui/frame/parts_step.h"

namespace winnow::gui {

/// All records of the review to search, sort and list, and the imports that brought them.
class RecordsStep : public PartsStep
{
    Q_OBJECT

public:
    explicit RecordsStep(Session &session, QWidget *parent = nullptr);

    void goTo(const Place &place) override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &query, bool isTyped) override;

private:
    Step *m_list;
};

} // namespace winnow::gui
