#include "gui/reading/highlights_dialog.h"

#include "ui_highlights_dialog.h"

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr std::ptrdiff_t kMostOwn = 26; // each has a letter

QStringList termsOf(const QString &text)
{
    QStringList terms;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (const QString term = line.simplified(); !term.isEmpty() && !terms.contains(term)) {
            terms << term;
        }
    }
    return terms;
}

} // namespace

HighlightsDialog::HighlightsDialog(std::vector<HighlightGroup> groups, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HighlightsDialog>())
    , m_groups(std::move(groups))
{
    m_ui->setupUi(this);
    listGroups();
    connect(m_ui->groupList, &QListWidget::currentRowChanged, this, &HighlightsDialog::show);
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this, &HighlightsDialog::take);
    connect(m_ui->termsEdit, &QPlainTextEdit::textChanged, this, &HighlightsDialog::take);
    connect(m_ui->addButton, &QPushButton::clicked, this, &HighlightsDialog::add);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &HighlightsDialog::remove);
    m_ui->groupList->setCurrentRow(0);
    m_ui->termsEdit->setFocus();
}

HighlightsDialog::~HighlightsDialog() = default;

void HighlightsDialog::listGroups()
{
    const Highlighter letters(m_groups, nullptr);
    m_ui->groupList->clear();
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const QString letter = letters.letterOf(group);
        m_ui->groupList->addItem(letter.isEmpty() ? m_groups[group].name
                                                  : letter + QStringLiteral("  ") + m_groups[group].name);
    }
    m_ui->addButton->setEnabled(
        std::count_if(m_groups.begin(), m_groups.end(), [](const HighlightGroup &group) {
            return group.kind == HighlightKind::Own;
        }) < kMostOwn);
}

void HighlightsDialog::show(int row)
{
    if (row < 0) {
        return;
    }
    const HighlightGroup &group = m_groups.at(static_cast<std::size_t>(row));
    m_isShowing = true;
    m_ui->nameEdit->setText(group.name);
    m_ui->termsEdit->setPlainText(group.terms.join(QLatin1Char('\n')));
    m_isShowing = false;
    m_ui->nameEdit->setEnabled(group.kind == HighlightKind::Own);
    m_ui->removeButton->setEnabled(group.kind == HighlightKind::Own);
}

void HighlightsDialog::take()
{
    const int row = m_ui->groupList->currentRow();
    if (m_isShowing || row < 0) {
        return;
    }
    HighlightGroup &group = m_groups.at(static_cast<std::size_t>(row));
    group.name = m_ui->nameEdit->text();
    group.terms = termsOf(m_ui->termsEdit->toPlainText());
    const QString letter = Highlighter(m_groups, nullptr).letterOf(static_cast<std::size_t>(row));
    m_ui->groupList->item(row)->setText(letter.isEmpty() ? group.name
                                                         : letter + QStringLiteral("  ") + group.name);
}

void HighlightsDialog::add()
{
    m_groups.push_back({HighlightKind::Own, tr("New group"), {}});
    listGroups();
    m_ui->groupList->setCurrentRow(m_ui->groupList->count() - 1);
    m_ui->nameEdit->setFocus();
    m_ui->nameEdit->selectAll();
}

void HighlightsDialog::remove()
{
    const int row = m_ui->groupList->currentRow();
    m_groups.erase(m_groups.begin() + row);
    listGroups();
    m_ui->groupList->setCurrentRow(row - 1);
}

} // namespace winnow::gui
