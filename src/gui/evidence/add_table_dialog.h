#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/evidence_tables.h"
#include "evidence/ready_made.h"
#endif

#include <QDialog>

#include <memory>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class AddTableDialog;
}

namespace winnow::gui {

/// Which ready-made table is wanted, and with which fields.
class AddTableDialog : public QDialog
{
    Q_OBJECT

public:
    AddTableDialog(const std::vector<evidence::FieldChoice> &fields, QWidget *parent);
    ~AddTableDialog() override;

    void tell(const QString &text);

Q_SIGNALS:
    void addWanted(const winnow::app::NewTable &table);

private:
    void move(int by);
    [[nodiscard]] app::NewTable table() const;

    std::unique_ptr<Ui::AddTableDialog> m_ui;
};

} // namespace winnow::gui
