#include "gui/searches/note_search_dialog.h"

#include "gui/row_parts.h"
#include "gui/searches/source_kinds.h"
#include "ui_note_search_dialog.h"

#include <QIntValidator>
#include <QPushButton>

#include <limits>

namespace winnow::gui {

NoteSearchDialog::NoteSearchDialog(const QString &query, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NoteSearchDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setQuiet(m_ui->introLabel);
    fillKinds(*m_ui->kindBox);
    m_ui->hitsEdit->setValidator(new QIntValidator(0, std::numeric_limits<int>::max(), this));
    m_ui->queryEdit->setPlainText(query);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Note it"));
    for (const QLineEdit *line : {m_ui->sourceEdit, m_ui->hitsEdit}) {
        connect(line, &QLineEdit::textChanged, this, &NoteSearchDialog::fitButtons);
    }
    fitButtons();
}

NoteSearchDialog::~NoteSearchDialog() = default;

void NoteSearchDialog::fitButtons()
{
    m_ui->buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(!m_ui->sourceEdit->text().trimmed().isEmpty() && !m_ui->hitsEdit->text().isEmpty());
}

app::SearchRunRequest NoteSearchDialog::request() const
{
    app::SearchRunRequest request;
    request.source = m_ui->sourceEdit->text().trimmed().toStdString();
    request.kind = kindIn(*m_ui->kindBox);
    request.query = m_ui->queryEdit->toPlainText().trimmed().toStdString();
    request.hits = m_ui->hitsEdit->text().toLongLong();
    request.date = m_ui->dateEdit->text().trimmed().toStdString();
    request.note = m_ui->noteEdit->text().trimmed().toStdString();
    return request;
}

} // namespace winnow::gui
