#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "evidence/ready_made.h"
#include "evidence/table.h"
#endif

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace winnow::gui {

/// The columns of an evidence table: what each is called and holds, and their order.
class ColumnsPane : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsPane(QWidget *parent = nullptr);

    /// What is being typed stays. `table` may be nullptr.
    void
    showTable(const evidence::Table *table, const std::vector<evidence::FieldChoice> &fields, bool mayWrite);

Q_SIGNALS:
    /// The table as it is now, with its cells under their columns.
    void tableChanged(const winnow::evidence::Table &table, const QString &told);

private:
    void showColumn();
    void listFields(evidence::ColumnKind kind, const std::string &field);
    void add();
    void remove();
    void move(int by);
    void takeColumn();
    void fitButtons();
    [[nodiscard]] evidence::Column *column();

    evidence::Table m_table;
    std::vector<evidence::FieldChoice> m_fields;
    bool m_mayWrite = false;
    QListWidget *m_list;
    QWidget *m_form;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QComboBox *m_field;
    QLineEdit *m_group;
    QCheckBox *m_isMerged;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace winnow::gui
