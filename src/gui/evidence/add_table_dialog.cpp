#include "gui/evidence/add_table_dialog.h"

#include "gui/shown.h"
#include "ui_add_table_dialog.h"

namespace winnow::gui {

AddTableDialog::AddTableDialog(const std::vector<evidence::FieldChoice> &fields, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddTableDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const evidence::ReadyMade &kind : evidence::readyMadeTables()) {
        m_ui->kindBox->addItem(shown(kind.label), shown(kind.id));
    }
    for (const evidence::FieldChoice &field : fields) {
        auto *item = new QListWidgetItem(
            field.hasCodes ? tr("%1 (%2, with options)").arg(shown(field.label), shown(field.field))
                           : tr("%1 (%2)").arg(shown(field.label), shown(field.field)),
            m_ui->fieldList);
        item->setData(Qt::UserRole, shown(field.field));
        item->setCheckState(Qt::Unchecked);
    }
    m_ui->fieldList->setCurrentRow(0);
    if (fields.empty()) {
        tell(tr("There are no fields yet: no form was taken into the review and nothing was appraised."));
    }
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] { Q_EMIT addWanted(table()); });
}

AddTableDialog::~AddTableDialog() = default;

void AddTableDialog::tell(const QString &text)
{
    m_ui->addStateLabel->setText(text);
}

void AddTableDialog::move(int by)
{
    const int row = m_ui->fieldList->currentRow();
    const int other = row + by;
    if (row >= 0 && other >= 0 && other < m_ui->fieldList->count()) {
        m_ui->fieldList->insertItem(other, m_ui->fieldList->takeItem(row));
        m_ui->fieldList->setCurrentRow(other);
    }
}

app::NewTable AddTableDialog::table() const
{
    app::NewTable table;
    table.kind = m_ui->kindBox->currentData().toString().toStdString();
    table.caption = m_ui->captionEdit->text().trimmed().toStdString();
    for (int row = 0; row < m_ui->fieldList->count(); ++row) {
        const QListWidgetItem *item = m_ui->fieldList->item(row);
        if (item->checkState() == Qt::Checked) {
            table.fields.push_back(item->data(Qt::UserRole).toString().toStdString());
        }
    }
    return table;
}

} // namespace winnow::gui
