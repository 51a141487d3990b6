#include "gui/evidence/outside_dialog.h"

#include "ui_outside_dialog.h"

#include <QTimer>

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
    m_shown = typed();
    OutsideDialog::reload();
    if (m_pieces.empty()) {
        addNew();
    }
}

OutsideDialog::~OutsideDialog() = default;

/// What is being typed stays.
void OutsideDialog::reload()
{
    auto pieces = app::outsideEvidence(review());
    if (!pieces) {
        tell(shown(pieces.error().message));
        return;
    }
    const bool isTyping = !unsaved().isEmpty();
    m_pieces = *std::move(pieces);
    {
        const QSignalBlocker quiet(m_ui->list);
        m_ui->list->clear();
        for (const app::OutsideEvidence &piece : m_pieces) {
            m_ui->list->addItem(
                tr("%1\n%2, %3").arg(shown(piece.title), shown(app::labelOf(piece.kind)), shown(piece.key)));
        }
    }
    const int row = m_isNew ? -1 : rowOf(m_shown.key);
    if (isTyping) {
        markRow(row);
    } else {
        showPiece(row < 0 && !m_isNew && !m_pieces.empty() ? 0 : row);
    }
    fitButtons();
}

int OutsideDialog::rowOf(const std::string &key) const
{
    const auto found = std::ranges::find(m_pieces, key, &app::OutsideEvidence::key);
    return found == m_pieces.end() ? -1 : static_cast<int>(found - m_pieces.begin());
}

void OutsideDialog::markRow(int row)
{
    const QSignalBlocker quiet(m_ui->list);
    m_ui->list->setCurrentRow(row);
}

void OutsideDialog::showPiece(int row)
{
    markRow(row);
    m_isNew = row < 0;
    fill(m_isNew ? app::OutsideEvidence() : m_pieces[static_cast<std::size_t>(row)]);
    fitButtons();
}

void OutsideDialog::choose(int row)
{
    const std::string key = row < 0 ? std::string() : m_pieces[static_cast<std::size_t>(row)].key;
    if (maySwitch()) {
        showPiece(rowOf(key)); // saving may have moved it
    }
    // Once the list has done with the click that led here.
    QTimer::singleShot(0, this, [this] { markRow(m_isNew ? -1 : rowOf(m_shown.key)); });
}

void OutsideDialog::fill(const app::OutsideEvidence &piece)
{
    m_ui->keyEdit->setText(shown(piece.key));
    m_ui->keyEdit->setReadOnly(!piece.key.empty() || review().isReadOnly());
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(
        static_cast<int>(piece.key.empty() ? app::EvidenceKind::Interview : piece.kind)));
    m_ui->titleEdit->setText(shown(piece.title));
    m_ui->whoEdit->setText(shown(piece.who));
    m_ui->placeEdit->setText(shown(piece.place));
    m_ui->dateEdit->setText(shown(piece.date));
    m_ui->addressEdit->setText(shown(piece.address));
    m_ui->textEdit->setPlainText(shown(piece.text));
    m_shown = typed();
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

QStringList OutsideDialog::entries(const app::OutsideEvidence &piece)
{
    return {shown(piece.key),
            QString::number(static_cast<int>(piece.kind)),
            shown(piece.title),
            shown(piece.who),
            shown(piece.place),
            shown(piece.date),
            shown(piece.address),
            shown(piece.text)};
}

/// All entries, where one is not as it was filled in.
QStringList OutsideDialog::unsaved() const
{
    QStringList now = entries(typed());
    return review().isReadOnly() || now == entries(m_shown) ? QStringList() : now;
}

/// Saves what was typed before something else is shown.
bool OutsideDialog::maySwitch()
{
    const QString problem = unsaved().isEmpty() ? QString() : write();
    return mayLeave(unsaved(), problem);
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
    if (!maySwitch()) {
        return;
    }
    showPiece(-1);
    m_ui->keyEdit->setFocus();
    tell(m_pieces.empty()
             ? tr("None yet. Tables and the report cite such evidence by its key; it counts as no study.")
             : QString());
}

/// Makes what was typed part of the review; says what prevents it.
QString OutsideDialog::write()
{
    const app::OutsideEvidence piece = typed();
    if (m_isNew && rowOf(piece.key) >= 0) {
        return tr("There is evidence with the key %1 already; choose another key, or change that one.")
            .arg(shown(piece.key));
    }
    if (const auto noted = app::noteEvidence(review(), piece); !noted) {
        return shown(noted.error().message);
    }
    m_shown = piece;
    m_isNew = false;
    reload();
    tellDone(tr("%1 saved.   (Ctrl+Z undoes)").arg(shown(piece.title)));
    return {};
}

void OutsideDialog::save()
{
    if (const QString problem = write(); !problem.isEmpty()) {
        tell(problem);
    }
}

void OutsideDialog::remove()
{
    const app::OutsideEvidence piece = m_pieces[static_cast<std::size_t>(m_ui->list->currentRow())];
    if (const auto removed = app::removeEvidence(review(), piece.key); !removed) {
        tell(shown(removed.error().message));
        return;
    }
    m_shown = typed();
    reload();
    tellDone(
        tr("%1 removed; what was said of it stays in the log.   (Ctrl+Z undoes)").arg(shown(piece.title)));
}

void OutsideDialog::done(int result)
{
    if (maySwitch()) {
        QDialog::done(result);
    }
}

} // namespace winnow::gui
