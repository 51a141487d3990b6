#include "gui/screening/editable_list.h"

#include "gui/row_parts.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::gui {

EditableList::EditableList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_removeButton(new QPushButton(tr("Remove"), this))
    , m_upButton(new QPushButton(QStringLiteral("\u2191"), this))
    , m_downButton(new QPushButton(QStringLiteral("\u2193"), this))
{
    auto *addButton = new QPushButton(tr("Add"), this);
    addButton->setObjectName(QStringLiteral("addButton"));
    m_removeButton->setObjectName(QStringLiteral("removeButton"));
    m_upButton->setObjectName(QStringLiteral("upButton"));
    m_downButton->setObjectName(QStringLiteral("downButton"));
    m_upButton->setAccessibleName(tr("Move up"));
    m_upButton->setToolTip(tr("Move up"));
    m_downButton->setAccessibleName(tr("Move down"));
    m_downButton->setToolTip(tr("Move down"));
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(96);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    for (QPushButton *button : {addButton, m_removeButton, m_upButton, m_downButton}) {
        button->setAutoDefault(false);
        button->setProperty(kHasAction, true); // it is for who is in the list, and no act of the step
        button->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 8px; }"));
        row->addWidget(button);
    }
    row->addStretch();
    layout->addLayout(row);
    connect(addButton, &QPushButton::clicked, this, [this] {
        addText({});
        m_list->setCurrentRow(m_list->count() - 1);
        m_list->editItem(m_list->currentItem());
    });
    connect(m_removeButton, &QPushButton::clicked, this, [this] {
        delete m_list->takeItem(m_list->currentRow());
        Q_EMIT edited();
    });
    connect(m_upButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_downButton, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &EditableList::showChoice);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_isSetting) {
            Q_EMIT edited();
        }
    });
    showChoice();
}

void EditableList::setTexts(const std::vector<std::string> &texts)
{
    m_isSetting = true;
    m_list->clear();
    for (const std::string &text : texts) {
        addText(QString::fromStdString(text));
    }
    m_isSetting = false;
    showChoice();
}

std::vector<std::string> EditableList::texts() const
{
    std::vector<std::string> texts;
    for (int row = 0; row < m_list->count(); ++row) {
        const QString text = m_list->item(row)->text().simplified();
        if (!text.isEmpty()) {
            texts.push_back(text.toStdString());
        }
    }
    return texts;
}

void EditableList::addText(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
}

void EditableList::move(int by)
{
    const int row = m_list->currentRow();
    QListWidgetItem *item = m_list->takeItem(row);
    m_list->insertItem(row + by, item);
    m_list->setCurrentRow(row + by);
    Q_EMIT edited();
}

void EditableList::showChoice()
{
    const int row = m_list->currentRow();
    m_removeButton->setEnabled(row >= 0);
    m_upButton->setEnabled(row > 0);
    m_downButton->setEnabled(row >= 0 && row + 1 < m_list->count());
}

} // namespace winnow::gui
