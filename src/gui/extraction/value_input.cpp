#include "gui/extraction/value_input.h"

#include "extraction/field_types.h"
#include "extraction/values.h"
#include "gui/row_parts.h"
#include "gui/shown.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include <algorithm>

namespace winnow::gui {

namespace {

using extraction::FieldType;

constexpr int kIdRole = Qt::UserRole;
constexpr int kMostTreeRows = 8;
constexpr int kTextRows = 3;
constexpr int kLeastBox = 120; ///< pixels; in less room than its longest option a box cuts that off

/// `a number, as "12.5"` -> `A number, as "12.5"`.
QString hintOf(const extraction::Field &field)
{
    QString hint = shown(extraction::infoOf(field.type).takes);
    hint.replace(0, 1, hint.left(1).toUpper());
    return hint;
}

void addOptions(const std::vector<extraction::Option> &options, QTreeWidgetItem *parent)
{
    for (const extraction::Option &option : options) {
        auto *item = new QTreeWidgetItem(parent, QStringList(shown(option.label)));
        item->setData(0, kIdRole, shown(option.id));
        item->setToolTip(0, shown(option.help));
        item->setCheckState(0, Qt::Unchecked);
        addOptions(option.children, item);
    }
}

QTreeWidgetItemIterator itemsOf(QTreeWidget *tree)
{
    return QTreeWidgetItemIterator(tree);
}

} // namespace

ValueInput::ValueInput(extraction::Field field, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    switch (m_field.type) {
    case FieldType::YesNo:
    case FieldType::Single:
        makeCombo();
        break;
    case FieldType::Multiple:
    case FieldType::Code:
        makeTree();
        break;
    case FieldType::LongText:
    case FieldType::Matrix:
        makeLines();
        break;
    default:
        makeLine();
        break;
    }
}

void ValueInput::makeCombo()
{
    m_combo = new QComboBox(this);
    m_combo->setObjectName(QStringLiteral("valueBox"));
    m_combo->addItem(tr("\u2013"), QString());
    if (m_field.type == FieldType::YesNo) {
        m_combo->addItem(tr("Yes"), QStringLiteral("yes"));
        m_combo->addItem(tr("No"), QStringLiteral("no"));
        m_combo->addItem(tr("Unclear"), QStringLiteral("unclear"));
    }
    for (const extraction::Option &option : m_field.options) {
        m_combo->addItem(shown(option.label), shown(option.id));
        m_combo->setItemData(m_combo->count() - 1, shown(option.help), Qt::ToolTipRole);
    }
    scrollOver(m_combo);
    connect(m_combo, &QComboBox::activated, this, &ValueInput::chosen);
    m_combo->setMinimumWidth(kLeastBox);
    layout()->addWidget(m_combo);
    static_cast<QHBoxLayout *>(layout())->addStretch(1);
    setFocusProxy(m_combo);
    m_combo->setAccessibleName(shown(m_field.label));
}

void ValueInput::makeTree()
{
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("valueTree"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(
        std::ranges::any_of(m_field.options, [](const auto &option) { return !option.children.empty(); }));
    addOptions(m_field.options, m_tree->invisibleRootItem());
    m_tree->expandAll();
    int rows = 0;
    for (auto item = itemsOf(m_tree); *item != nullptr; ++item) {
        ++rows;
    }
    m_tree->setCurrentItem(m_tree->topLevelItem(0), 0, QItemSelectionModel::NoUpdate);
    m_tree->setFixedHeight(std::min(rows, kMostTreeRows) * (fontMetrics().height() + 10) + 8);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_tree, &QTreeWidget::itemChanged, this, &ValueInput::chosen);
    layout()->addWidget(m_tree);
    setFocusProxy(m_tree);
    m_tree->setAccessibleName(shown(m_field.label));
}

void ValueInput::makeLine()
{
    m_line = new QLineEdit(this);
    m_line->setObjectName(QStringLiteral("valueEdit"));
    m_line->setPlaceholderText(hintOf(m_field));
    m_line->setAccessibleName(shown(m_field.label));
    connect(m_line, &QLineEdit::returnPressed, this, &ValueInput::finished);
    layout()->addWidget(m_line);
    setFocusProxy(m_line);
    if (m_field.units.empty()) {
        return;
    }
    m_unit = new QComboBox(this);
    m_unit->setObjectName(QStringLiteral("unitBox"));
    m_unit->addItem(tr("no unit"), QString());
    for (const std::string &unit : m_field.units) {
        m_unit->addItem(shown(unit), shown(unit));
    }
    scrollOver(m_unit);
    if (m_field.units.size() == 1) {
        m_unit->setCurrentIndex(1);
    }
    m_unit->setAccessibleName(tr("Unit of %1").arg(shown(m_field.label)));
    layout()->addWidget(m_unit);
}

void ValueInput::makeLines()
{
    m_lines = new QPlainTextEdit(this);
    m_lines->setObjectName(QStringLiteral("valueText"));
    m_lines->setPlaceholderText(hintOf(m_field));
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(kTextRows * fontMetrics().lineSpacing() + 20);
    m_lines->setAccessibleName(shown(m_field.label));
    layout()->addWidget(m_lines);
    setFocusProxy(m_lines);
}

QString ValueInput::text() const
{
    if (m_combo != nullptr) {
        return m_combo->currentData().toString();
    }
    if (m_lines != nullptr) {
        return m_lines->toPlainText().trimmed();
    }
    if (m_tree != nullptr) {
        QStringList ids;
        for (auto item = itemsOf(m_tree); *item != nullptr; ++item) {
            if ((*item)->checkState(0) == Qt::Checked) {
                ids << (*item)->data(0, kIdRole).toString();
            }
        }
        return ids.join(QStringLiteral("; "));
    }
    const QString typed = m_line->text().trimmed();
    const QString unit = m_unit == nullptr ? QString() : m_unit->currentData().toString();
    // "12 kg" with the unit behind it: what is typed is meant.
    const bool isBare = !typed.isEmpty() && typed.back().isDigit();
    return isBare && !unit.isEmpty() ? typed + QLatin1Char(' ') + unit : typed;
}

void ValueInput::showLine(const extraction::Value &value)
{
    extraction::Value bare = value;
    if (m_unit != nullptr) {
        const auto unit = extraction::partText(value, "unit");
        const int at = unit ? m_unit->findData(shown(*unit)) : 0;
        if (at >= 0) {
            m_unit->setCurrentIndex(at);
            std::erase_if(bare.parts, [](const extraction::Part &part) { return part.name == "unit"; });
        }
    }
    setLine(m_line, shown(extraction::display(m_field, bare)));
}

void ValueInput::setValue(const std::optional<extraction::Value> &value)
{
    const bool hasParts = value && !value->parts.empty();
    const std::vector<std::string> entries =
        hasParts ? extraction::entriesOf(*value) : std::vector<std::string>();
    if (m_combo != nullptr) {
        m_combo->setCurrentIndex(entries.empty() ? 0
                                                 : std::max(0, m_combo->findData(shown(entries.front()))));
    } else if (m_tree != nullptr) {
        const QSignalBlocker quiet(m_tree);
        for (auto item = itemsOf(m_tree); *item != nullptr; ++item) {
            const std::string id = (*item)->data(0, kIdRole).toString().toStdString();
            const bool isChosen = std::ranges::find(entries, id) != entries.end();
            (*item)->setCheckState(0, isChosen ? Qt::Checked : Qt::Unchecked);
        }
        m_tree->viewport()->update();
    } else if (m_lines != nullptr) {
        const QString text = hasParts ? shown(extraction::display(m_field, *value)) : QString();
        if (m_lines->toPlainText() != text) { // else the cursor would be lost
            m_lines->setPlainText(text);
        }
    } else if (hasParts) {
        showLine(*value);
    } else {
        m_line->clear();
    }
}

} // namespace winnow::gui
