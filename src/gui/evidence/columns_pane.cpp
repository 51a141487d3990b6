#include "gui/evidence/columns_pane.h"

#include "gui/evidence/table_rows.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/wrap_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::gui {

namespace {

using evidence::ColumnKind;

struct KindName
{
    ColumnKind kind;
    const char *name;
};

constexpr std::array<KindName, 7> kKinds{{
    {ColumnKind::Text, QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Text that you write")},
    {ColumnKind::References, QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Reference numbers")},
    {ColumnKind::Study, QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Names of the studies")},
    {ColumnKind::Count, QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Number of studies")},
    {ColumnKind::Field, QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "What was extracted")},
    {ColumnKind::Fact, QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "What the record says")},
    {ColumnKind::Reason, QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Reason for exclusion")},
}};

constexpr std::array<std::pair<const char *, const char *>, 5> kFacts{{
    {"title", QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Title")},
    {"authors", QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Authors")},
    {"year", QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Year")},
    {"source", QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "Journal or book")},
    {"doi", QT_TRANSLATE_NOOP("winnow::gui::ColumnsPane", "DOI")},
}};

} // namespace

ColumnsPane::ColumnsPane(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_form(new QWidget(this))
    , m_name(new QLineEdit(m_form))
    , m_kind(new QComboBox(m_form))
    , m_field(new QComboBox(m_form))
    , m_group(new QLineEdit(m_form))
    , m_isMerged(new QCheckBox(tr("Rows with the same text share one cell"), m_form))
    , m_add(new QPushButton(tr("Add column"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_up(new QPushButton(tr("Up"), this))
    , m_down(new QPushButton(tr("Down"), this))
{
    const std::array<std::pair<QWidget *, const char *>, 10> names{{{m_list, "columnList"},
                                                                    {m_name, "columnNameEdit"},
                                                                    {m_kind, "columnKindBox"},
                                                                    {m_field, "columnFieldBox"},
                                                                    {m_group, "columnGroupEdit"},
                                                                    {m_isMerged, "columnMergedBox"},
                                                                    {m_add, "addColumnButton"},
                                                                    {m_remove, "removeColumnButton"},
                                                                    {m_up, "columnUpButton"},
                                                                    {m_down, "columnDownButton"}}};
    for (const auto &[widget, name] : names) {
        widget->setObjectName(QString::fromLatin1(name));
    }
    m_list->setAccessibleName(tr("Columns of the table"));
    m_remove->setAccessibleName(tr("Remove the column"));
    m_up->setAccessibleName(tr("Move the column towards the start"));
    m_down->setAccessibleName(tr("Move the column towards the end"));
    for (const KindName &kind : kKinds) {
        m_kind->addItem(tr(kind.name), static_cast<int>(kind.kind));
    }
    m_group->setPlaceholderText(tr("What stands over this column and its neighbours of the same group"));
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    left->addLayout(buttons);
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Holds"), m_kind);
    form->addRow(tr("Which"), m_field);
    form->addRow(tr("Group"), m_group);
    form->addRow(QString(), m_isMerged);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 12, 0, 0);
    whole->setSpacing(24);
    whole->addLayout(left, 2);
    whole->addWidget(m_form, 3, Qt::AlignTop);
    wrap({buttons, whole});
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsPane::showColumn);
    connect(m_name, &QLineEdit::editingFinished, this, &ColumnsPane::takeColumn);
    connect(m_group, &QLineEdit::editingFinished, this, &ColumnsPane::takeColumn);
    connect(m_kind, &QComboBox::activated, this, [this] {
        listFields(static_cast<ColumnKind>(m_kind->currentData().toInt()), {});
        takeColumn();
    });
    connect(m_field, &QComboBox::activated, this, &ColumnsPane::takeColumn);
    connect(m_isMerged, &QCheckBox::clicked, this, &ColumnsPane::takeColumn);
    connect(m_add, &QPushButton::clicked, this, &ColumnsPane::add);
    connect(m_remove, &QPushButton::clicked, this, &ColumnsPane::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
}

void ColumnsPane::showTable(const evidence::Table *table,
                            const std::vector<evidence::FieldChoice> &fields,
                            bool mayWrite)
{
    const int row = m_list->currentRow();
    m_table = table == nullptr ? evidence::Table() : *table;
    m_fields = fields;
    m_mayWrite = mayWrite;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const evidence::Column &one : m_table.columns) {
            m_list->addItem(one.name.empty() ? tr("(no name)") : shown(one.name));
        }
        m_list->setCurrentRow(m_table.columns.empty() ? -1 : std::clamp(row, 0, m_list->count() - 1));
    }
    showColumn();
}

evidence::Column *ColumnsPane::column()
{
    const auto at = static_cast<std::size_t>(m_list->currentRow());
    return at < m_table.columns.size() ? &m_table.columns[at] : nullptr;
}

void ColumnsPane::showColumn()
{
    const evidence::Column *const now = column();
    m_form->setEnabled(m_mayWrite && now != nullptr);
    const evidence::Column shownColumn = now == nullptr ? evidence::Column() : *now;
    if (!m_name->hasFocus() || !m_name->isModified()) {
        setLine(m_name, shown(shownColumn.name));
    }
    if (!m_group->hasFocus() || !m_group->isModified()) {
        setLine(m_group, shown(shownColumn.group));
    }
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(shownColumn.kind)));
    listFields(shownColumn.kind, shownColumn.field);
    m_isMerged->setChecked(shownColumn.isMerged);
    fitButtons();
}

/// A field that no form has any more stays where it is the column's.
void ColumnsPane::listFields(ColumnKind kind, const std::string &field)
{
    m_field->clear();
    if (kind == ColumnKind::Field) {
        for (const evidence::FieldChoice &choice : m_fields) {
            m_field->addItem(tr("%1 (%2)").arg(shown(choice.label), shown(choice.field)),
                             shown(choice.field));
        }
    } else if (kind == ColumnKind::Fact) {
        for (const auto &[fact, name] : kFacts) {
            m_field->addItem(tr(name), QString::fromLatin1(fact));
        }
    }
    if (!field.empty() && m_field->findData(shown(field)) < 0) {
        m_field->addItem(shown(field), shown(field));
    }
    m_field->setCurrentIndex(field.empty() ? std::min(0, m_field->count() - 1)
                                           : m_field->findData(shown(field)));
    m_field->setEnabled(m_field->count() > 0);
}

void ColumnsPane::takeColumn()
{
    evidence::Column *const now = column();
    if (now == nullptr || !m_mayWrite) {
        return;
    }
    evidence::Column wanted = *now;
    wanted.name = m_name->text().trimmed().toStdString();
    wanted.group = m_group->text().trimmed().toStdString();
    wanted.kind = static_cast<ColumnKind>(m_kind->currentData().toInt());
    const bool hasField = wanted.kind == ColumnKind::Field || wanted.kind == ColumnKind::Fact;
    wanted.field = hasField ? m_field->currentData().toString().toStdString() : std::string();
    wanted.isMerged = m_isMerged->isChecked();
    m_name->setModified(false);
    m_group->setModified(false);
    const auto same = [](const evidence::Column &one, const evidence::Column &other) {
        return one.name == other.name && one.group == other.group && one.kind == other.kind &&
               one.field == other.field && one.isMerged == other.isMerged;
    };
    if (same(wanted, *now)) {
        return;
    }
    *now = wanted;
    Q_EMIT tableChanged(m_table, tr("The column \u201c%1\u201d is changed.").arg(shown(wanted.name)));
}

void ColumnsPane::add()
{
    const int at = m_list->currentRow() + 1;
    insertColumn(m_table, static_cast<std::size_t>(at), {tr("New column").toStdString()});
    m_list->insertItem(at, tr("New column"));
    m_list->setCurrentRow(at);
    Q_EMIT tableChanged(m_table, tr("A column is added."));
    m_name->setFocus();
    m_name->selectAll();
}

void ColumnsPane::remove()
{
    const int at = m_list->currentRow();
    if (at >= 0 && m_table.columns.size() > 1) {
        removeColumn(m_table, static_cast<std::size_t>(at));
        Q_EMIT tableChanged(m_table, tr("The column is removed, with what was written in it."));
    }
}

void ColumnsPane::move(int by)
{
    const int at = m_list->currentRow();
    const int to = at + by;
    if (at >= 0 && to >= 0 && to < m_list->count()) {
        moveColumn(m_table, static_cast<std::size_t>(at), static_cast<std::size_t>(to));
        {
            const QSignalBlocker quiet(m_list);
            m_list->setCurrentRow(to);
        }
        Q_EMIT tableChanged(m_table, tr("The column is moved."));
    }
}

void ColumnsPane::fitButtons()
{
    const int at = m_list->currentRow();
    m_add->setEnabled(m_mayWrite && !m_table.id.empty());
    m_remove->setEnabled(m_mayWrite && at >= 0 && m_list->count() > 1);
    m_up->setEnabled(m_mayWrite && at > 0);
    m_down->setEnabled(m_mayWrite && at >= 0 && at + 1 < m_list->count());
}

} // namespace winnow::gui
