#include "gui/evidence/outside_dialog.h"

#include "ui_outside_dialog.h"

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace {

constexpr std::array kKinds{app::EvidenceKind::Interview,
                            app::EvidenceKind::FocusGroup,
                            app::EvidenceKind::FieldVisit,
                            app::EvidenceKind::Observation,
                            app::EvidenceKind::PolicyDocument,
                            app::EvidenceKind::Statistics,
                            app::EvidenceKind::Other};

std::string textOf(const QLineEdit *edit)
{
    return edit->text().trimmed().toStdString();
}

} // namespace

OutsideDialog::OutsideDialog(app::Workspace &workspace, Worker &worker, QWidget *parent)
    : ReviewDialog(workspace, worker, parent)
    , m_ui(std::make_unique<Ui::OutsideDialog>())
{
    m_ui->setupUi(this);
    for (const app::EvidenceKind kind : kKinds) {
        m_ui->kindBox->addItem(shown(app::labelOf(kind)), static_cast<int>(kind));
    }
    connect(m_ui->list, &QListWidget::currentRowChanged, this, &OutsideDialog::choose);
    connect(m_ui->newButton, &QPushButton::clicked, this, &OutsideDialog::addNew);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &OutsideDialog::save);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &OutsideDialog::remove);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        shareUndo(edit);
        connect(edit, &QLineEdit::textChanged, this, &OutsideDialog::fitButtons);
    }
    shareUndo(m_ui->textEdit);
    OutsideDialog::reload();
    if (m_pieces.empty()) {
        addNew();
    }
}

OutsideDialog::~OutsideDialog() = default;

void OutsideDialog::reload()
{
    auto pieces = app::outsideEvidence(review());
    if (!pieces) {
        tell(shown(pieces.error().message));
        return;
    }
    const std::string before = textOf(m_ui->keyEdit);
    m_pieces = *std::move(pieces);
    {
        const QSignalBlocker quiet(m_ui->list);
        m_ui->list->clear();
        int row = -1;
        for (const app::OutsideEvidence &piece : m_pieces) {
            m_ui->list->addItem(
                tr("%1\n%2, %3").arg(shown(piece.title), shown(app::labelOf(piece.kind)), shown(piece.key)));
            row = piece.key == before ? m_ui->list->count() - 1 : row;
        }
        m_ui->list->setCurrentRow(row < 0 && !m_pieces.empty() ? 0 : row);
    }
    choose(m_ui->list->currentRow());
}

void OutsideDialog::choose(int row)
{
    if (row >= 0 && row < static_cast<int>(m_pieces.size())) {
        fill(m_pieces[static_cast<std::size_t>(row)]);
    } else {
        fill({});
    }
    fitButtons();
}

void OutsideDialog::fill(const app::OutsideEvidence &piece)
{
    m_ui->keyEdit->setText(shown(piece.key));
    m_ui->keyEdit->setReadOnly(!piece.key.empty());
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(
        static_cast<int>(piece.key.empty() ? app::EvidenceKind::Interview : piece.kind)));
    m_ui->titleEdit->setText(shown(piece.title));
    m_ui->whoEdit->setText(shown(piece.who));
    m_ui->placeEdit->setText(shown(piece.place));
    m_ui->dateEdit->setText(shown(piece.date));
    m_ui->addressEdit->setText(shown(piece.address));
    m_ui->textEdit->setPlainText(shown(piece.text));
}

app::OutsideEvidence OutsideDialog::typed() const
{
    app::OutsideEvidence piece;
    piece.key = textOf(m_ui->keyEdit);
    piece.kind = static_cast<app::EvidenceKind>(m_ui->kindBox->currentData().toInt());
    piece.title = textOf(m_ui->titleEdit);
    piece.who = textOf(m_ui->whoEdit);
    piece.place = textOf(m_ui->placeEdit);
    piece.date = textOf(m_ui->dateEdit);
    piece.address = textOf(m_ui->addressEdit);
    piece.text = m_ui->textEdit->toPlainText().trimmed().toStdString();
    return piece;
}

void OutsideDialog::fitButtons()
{
    const bool mayWrite = !review().isReadOnly();
    m_ui->newButton->setEnabled(mayWrite);
    m_ui->saveButton->setEnabled(mayWrite && !textOf(m_ui->keyEdit).empty() &&
                                 !textOf(m_ui->titleEdit).empty());
    m_ui->removeButton->setEnabled(mayWrite && m_ui->list->currentRow() >= 0);
}

void OutsideDialog::addNew()
{
    m_ui->list->setCurrentRow(-1);
    choose(-1);
    m_ui->keyEdit->setFocus();
    tell(m_pieces.empty()
             ? tr("None yet. Tables and the report cite such evidence by its key; it counts as no study.")
             : QString());
}

void OutsideDialog::save()
{
    const app::OutsideEvidence piece = typed();
    const bool isNew = m_ui->list->currentRow() < 0;
    if (isNew && std::ranges::find(m_pieces, piece.key, &app::OutsideEvidence::key) != m_pieces.end()) {
        tell(tr("There is evidence with the key %1 already; choose another key, or change that one.")
                 .arg(shown(piece.key)));
        return;
    }
    if (const auto noted = app::noteEvidence(review(), piece); !noted) {
        tell(shown(noted.error().message));
        return;
    }
    reload();
    tellDone(tr("%1 saved.   (Ctrl+Z undoes)").arg(shown(piece.title)));
}

void OutsideDialog::remove()
{
    const app::OutsideEvidence piece = m_pieces[static_cast<std::size_t>(m_ui->list->currentRow())];
    if (const auto removed = app::removeEvidence(review(), piece.key); !removed) {
        tell(shown(removed.error().message));
        return;
    }
    reload();
    tellDone(
        tr("%1 removed; what was said of it stays in the log.   (Ctrl+Z undoes)").arg(shown(piece.title)));
}

} // namespace winnow::gui
