#include "gui/evidence/kinds_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::gui {

KindsDialog::KindsDialog(const QString &title, const QStringList &kinds, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    resize(380, 440);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 24, 24, 16);
    rows->setSpacing(12);
    rows->addWidget(new QLabel(tr("One file of each kind that is chosen:"), this));
    m_list->setObjectName(QStringLiteral("kindList"));
    m_list->setAccessibleName(tr("Kinds of files"));
    for (const QString &kind : kinds) {
        auto *item = new QListWidgetItem(kind, m_list);
        item->setCheckState(m_list->count() == 1 ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    rows->addWidget(m_list, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_next = buttons->button(QDialogButtonBox::Ok);
    m_next->setText(tr("Choose a name..."));
    rows->addWidget(buttons);
    connect(m_list, &QListWidget::itemChanged, this, [this] { m_next->setEnabled(!chosen().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QStringList KindsDialog::chosen() const
{
    QStringList kinds;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            kinds << m_list->item(row)->text();
        }
    }
    return kinds;
}

} // namespace winnow::gui
