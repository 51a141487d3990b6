#include "gui/evidence/outside_pane.h"

#include "gui/row_parts.h"
#include "ui_outside_pane.h"

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

OutsidePane::OutsidePane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::OutsidePane>())
{
    m_ui->setupUi(this);
    for (const app::EvidenceKind kind : kKinds) {
        m_ui->kindBox->addItem(shown(app::labelOf(kind)), static_cast<int>(kind));
    }
    connect(m_ui->list, &QListWidget::currentRowChanged, this, &OutsidePane::choose);
    connect(m_ui->newButton, &QPushButton::clicked, this, &OutsidePane::addNew);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &OutsidePane::save);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &OutsidePane::remove);
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        shareUndo(edit);
        connect(edit, &QLineEdit::textChanged, this, &OutsidePane::fitButtons);
    }
    shareUndo(m_ui->textEdit);
    m_shown = typed();
    setUpActions();
}

OutsidePane::~OutsidePane() = default;

void OutsidePane::setUpActions()
{
    const auto add =
        [this](const char *name, QPushButton *button, const QString &text, const QKeySequence &key) {
            addStepAction(name, text, {key}, [button] { button->click(); });
            button->setProperty(kHasAction, true);
            button->setToolTip(key.toString(QKeySequence::NativeText));
        };
    add("newEvidenceAction",
        m_ui->newButton,
        tr("New evidence from outside"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_N});
    add("saveEvidenceAction", m_ui->saveButton, tr("Save evidence from outside"), {Qt::CTRL | Qt::Key_S});
    add("removeEvidenceAction", m_ui->removeButton, tr("Remove evidence from outside"), {});
}

void OutsidePane::takeFocus()
{
    if (m_pieces.empty()) {
        m_ui->keyEdit->setFocus();
    } else {
        m_ui->list->setFocus();
    }
}

void OutsidePane::hideEvent(QHideEvent *event)
{
    if (!unsaved().isEmpty()) {
        (void)write(); // what cannot be saved stays in the fields
    }
    Step::hideEvent(event);
}

void OutsidePane::reload(Changes changes)
{
    if (changes & Change::Tables) {
        read();
    }
}

/// What is being typed stays.
void OutsidePane::read()
{
    auto pieces = app::outsideEvidence(review());
    if (!pieces) {
        say(shown(pieces.error().message));
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

int OutsidePane::rowOf(const std::string &key) const
{
    const auto found = std::ranges::find(m_pieces, key, &app::OutsideEvidence::key);
    return found == m_pieces.end() ? -1 : static_cast<int>(found - m_pieces.begin());
}

void OutsidePane::markRow(int row)
{
    const QSignalBlocker quiet(m_ui->list);
    m_ui->list->setCurrentRow(row);
}

void OutsidePane::showPiece(int row)
{
    markRow(row);
    m_isNew = row < 0;
    fill(m_isNew ? app::OutsideEvidence() : m_pieces[static_cast<std::size_t>(row)]);
    fitButtons();
}

void OutsidePane::choose(int row)
{
    const std::string key = row < 0 ? std::string() : m_pieces[static_cast<std::size_t>(row)].key;
    if (maySwitch()) {
        showPiece(rowOf(key)); // saving may have moved it
    }
    // Once the list has done with the click that led here.
    QTimer::singleShot(0, this, [this] { markRow(m_isNew ? -1 : rowOf(m_shown.key)); });
}

void OutsidePane::fill(const app::OutsideEvidence &piece)
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

app::OutsideEvidence OutsidePane::typed() const
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

QStringList OutsidePane::entries(const app::OutsideEvidence &piece)
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
QStringList OutsidePane::unsaved() const
{
    QStringList now = entries(typed());
    return review().isReadOnly() || now == entries(m_shown) ? QStringList() : now;
}

/// Saves what was typed before something else is shown.
bool OutsidePane::maySwitch()
{
    const QString problem = unsaved().isEmpty() ? QString() : write();
    return mayLeave(unsaved(), problem);
}

void OutsidePane::fitButtons()
{
    const bool mayWrite = !review().isReadOnly();
    m_ui->newButton->setEnabled(mayWrite);
    m_ui->saveButton->setEnabled(mayWrite && !textOf(m_ui->keyEdit).empty() &&
                                 !textOf(m_ui->titleEdit).empty());
    m_ui->removeButton->setEnabled(mayWrite && m_ui->list->currentRow() >= 0);
}

void OutsidePane::addNew()
{
    if (!maySwitch()) {
        return;
    }
    showPiece(-1);
    m_ui->keyEdit->setFocus();
}

/// Makes what was typed part of the review; says what prevents it.
QString OutsidePane::write()
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
    read();
    tellDone({tr("%1 saved.").arg(shown(piece.title)), Change::Tables, command(piece)});
    return {};
}

QStringList OutsidePane::command(const app::OutsideEvidence &piece)
{
    QStringList arguments{QStringLiteral("evidence"),
                          QStringLiteral("{}"),
                          shown(piece.key),
                          QStringLiteral("--kind"),
                          shown(app::toString(piece.kind)),
                          QStringLiteral("--title"),
                          shown(piece.title)};
    const std::array<std::pair<const char *, const std::string *>, 5> others{{{"--who", &piece.who},
                                                                              {"--place", &piece.place},
                                                                              {"--date", &piece.date},
                                                                              {"--address", &piece.address},
                                                                              {"--text", &piece.text}}};
    for (const auto &[option, text] : others) {
        if (!text->empty()) {
            arguments << QString::fromLatin1(option) << shown(*text);
        }
    }
    return arguments;
}

void OutsidePane::save()
{
    if (const QString problem = write(); !problem.isEmpty()) {
        say(problem);
    }
}

void OutsidePane::remove()
{
    const app::OutsideEvidence piece = m_pieces[static_cast<std::size_t>(m_ui->list->currentRow())];
    if (const auto removed = app::removeEvidence(review(), piece.key); !removed) {
        say(shown(removed.error().message));
        return;
    }
    m_shown = typed();
    read();
    tellDone(
        {tr("%1 removed; what was said of it stays in the log.").arg(shown(piece.title)),
         Change::Tables,
         {QStringLiteral("evidence"), QStringLiteral("{}"), QStringLiteral("--remove"), shown(piece.key)}});
}

} // namespace winnow::gui
