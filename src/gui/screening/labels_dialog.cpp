#include "gui/screening/labels_dialog.h"

#include "gui/shown.h"
#include "ui_labels_dialog.h"

#include <QHeaderView>

namespace winnow::gui {

namespace {

enum Column { Name, Count };

} // namespace

LabelsDialog::LabelsDialog(app::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LabelsDialog>())
    , m_workspace(workspace)
{
    m_ui->setupUi(this);
    m_ui->labelTree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_ui->labelTree->header()->setStretchLastSection(false);
    m_ui->labelTree->headerItem()->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
    connect(m_ui->labelTree, &QTreeWidget::currentItemChanged, this, [this] {
        m_ui->nameEdit->setText(current());
        showChoice();
    });
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &LabelsDialog::showChoice);
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_ui->renameButton->isEnabled()) {
            rename();
        }
    });
    connect(m_ui->renameButton, &QPushButton::clicked, this, &LabelsDialog::rename);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &LabelsDialog::remove);
    const auto list = [this] { Q_EMIT labelWanted(current()); };
    connect(m_ui->showButton, &QPushButton::clicked, this, list);
    connect(m_ui->labelTree, &QTreeWidget::itemActivated, this, list);
    reload();
}

LabelsDialog::~LabelsDialog() = default;

void LabelsDialog::reload()
{
    auto labels = app::labels(m_workspace);
    if (!labels) {
        tell(shown(labels.error().message));
        return;
    }
    const QString before = current();
    m_ui->labelTree->clear();
    for (const app::LabelCount &label : *labels) {
        auto *item =
            new QTreeWidgetItem(m_ui->labelTree, QStringList{shown(label.label), grouped(label.records)});
        item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
        if (shown(label.label) == before) {
            m_ui->labelTree->setCurrentItem(item);
        }
    }
    if (m_ui->labelTree->currentItem() == nullptr) {
        m_ui->labelTree->setCurrentItem(m_ui->labelTree->topLevelItem(0));
    }
    if (labels->empty()) {
        tell(tr("There are no labels yet; L gives one to the record that is read."));
    }
    showChoice();
}

QString LabelsDialog::current() const
{
    const QTreeWidgetItem *item = m_ui->labelTree->currentItem();
    return item == nullptr ? QString() : item->text(Name);
}

/// A name that is in use makes one label of two, and the button says so.
void LabelsDialog::showChoice()
{
    const QString label = current();
    const QString name = m_ui->nameEdit->text().simplified();
    const bool isUsed =
        !m_ui->labelTree->findItems(name, Qt::MatchFixedString | Qt::MatchCaseSensitive).isEmpty();
    m_ui->renameButton->setText(isUsed && name != label ? tr("&Merge into that label") : tr("Re&name"));
    m_ui->renameButton->setEnabled(!label.isEmpty() && !name.isEmpty() && name != label);
    m_ui->nameEdit->setEnabled(!label.isEmpty());
    m_ui->removeButton->setEnabled(!label.isEmpty());
    m_ui->showButton->setEnabled(!label.isEmpty());
}

void LabelsDialog::tell(const QString &text)
{
    m_ui->stateLabel->setText(text);
}

void LabelsDialog::rename()
{
    const QString label = current();
    const QString name = m_ui->nameEdit->text().simplified();
    auto renamed = app::renameLabel(m_workspace, label.toStdString(), name.toStdString());
    if (!renamed) {
        tell(shown(renamed.error().message));
        return;
    }
    m_ui->labelTree->currentItem()->setText(Name, name); // what stays chosen
    reload();
    Q_EMIT changed(tr("Label %1 is %2 now.").arg(label, name),
                   {QStringLiteral("label"), QStringLiteral("rename"), QStringLiteral("{}"), label, name});
    tell(tr("%1 is %2 now on %Ln record(s).", nullptr, static_cast<int>(*renamed)).arg(label, name));
}

void LabelsDialog::remove()
{
    const QString label = current();
    auto records = app::recordsLabelled(m_workspace, label.toStdString());
    if (!records) {
        tell(shown(records.error().message));
        return;
    }
    if (auto done = app::removeLabel(m_workspace, label.toStdString(), *records); !done) {
        tell(shown(done.error().message));
        return;
    }
    reload();
    Q_EMIT changed(tr("Label %1 removed.").arg(label), {});
    const bool isOfOthers =
        !m_ui->labelTree->findItems(label, Qt::MatchFixedString | Qt::MatchCaseSensitive).isEmpty();
    tell(isOfOthers
             ? tr("%1 is left on the records that others gave it to.").arg(label)
             : tr("%1 was taken from %Ln record(s).", nullptr, static_cast<int>(records->size())).arg(label));
}

} // namespace winnow::gui
