#include "gui/queries/query_lines_dialog.h"

#include "app/query_seeds.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "ui_query_lines_dialog.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLocale>
#include <QShortcut>

#include <array>

namespace winnow::gui {

namespace {

using index::LineRole;

enum Column { Text, Hits, Adds, Only, Loses, SeedsLost };

constexpr int kNumberWidth = 88;
constexpr qsizetype kShownText = 400; ///< characters of a line; all of it is in no list of use

QString number(std::int64_t value)
{
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(value));
}

QString shortened(const QString &text)
{
    return text.size() <= kShownText ? text : text.left(kShownText) + QStringLiteral(" \u2026");
}

/// Before all but the first of a group.
QString operatorOf(const app::QueryEffects &effects, std::size_t line)
{
    const index::LineEffect &effect = effects.lines[line].effect;
    if (effect.role == LineRole::Excluded) {
        return QStringLiteral("AND NOT  ");
    }
    if (line == 0 || effect.parent + 1 == line) {
        return {};
    }
    return effect.role == LineRole::Operand ? QStringLiteral("OR  ") : QStringLiteral("AND  ");
}

} // namespace

QueryLinesDialog::QueryLinesDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::QueryLinesDialog>())
{
    m_ui->setupUi(this);
    m_ui->queryEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->precedenceBox->addItem(tr("Classic: OR binds more than AND, as Scopus documents"));
    m_ui->precedenceBox->addItem(tr("Standard: AND binds more than OR"));
    QHeaderView *header = m_ui->lineTree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(Text, QHeaderView::Stretch);
    for (int column = Hits; column <= SeedsLost; ++column) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, kNumberWidth);
        m_ui->lineTree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_ui->lineTree->headerItem()->setTextAlignment(Text, Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->lineTree->setColumnHidden(SeedsLost, true);
    // Room around the numbers, and the hairline of all surfaces.
    m_ui->lineTree->setStyleSheet(
        QStringLiteral("QTreeWidget { border: 1px solid %1; border-radius: 6px; padding-right: 8px; }"
                       "QTreeWidget::item { padding: 4px 8px 4px 4px; }")
            .arg(currentTheme().hairline.name()));
    m_ui->queryEdit->setStyleSheet(
        QStringLiteral("QPlainTextEdit { border: 1px solid %1; border-radius: 6px; padding: 4px; }")
            .arg(currentTheme().hairline.name()));
    setQuiet(m_ui->legendLabel);
    connect(m_ui->runButton, &QPushButton::clicked, this, &QueryLinesDialog::run);
    connect(m_ui->seedsEdit, &QLineEdit::returnPressed, this, &QueryLinesDialog::run);
    connect(m_ui->precedenceBox, &QComboBox::activated, this, &QueryLinesDialog::run);
    connect(m_ui->queryEdit, &QPlainTextEdit::textChanged, this, [this] {
        m_ui->runButton->setEnabled(!m_ui->queryEdit->toPlainText().trimmed().isEmpty());
    });
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] {
        showRunning(false);
        m_ui->stateLabel->setText(tr("Stopped."));
        Q_EMIT stopWanted();
    });
    connect(m_ui->lineTree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT lineChosen(item->data(Text, Qt::UserRole).toString());
    });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, this, &QueryLinesDialog::run);
    }
    m_ui->runButton->setEnabled(false);
    m_ui->queryEdit->setFocus();
}

QueryLinesDialog::~QueryLinesDialog() = default;

void QueryLinesDialog::setQuery(const QString &query)
{
    m_ui->queryEdit->setPlainText(query);
    run();
}

app::EffectsRequest QueryLinesDialog::request() const
{
    app::EffectsRequest request;
    request.query = m_ui->queryEdit->toPlainText().trimmed().toStdString();
    request.precedence =
        m_ui->precedenceBox->currentIndex() == 0 ? query::Precedence::Classic : query::Precedence::Standard;
    request.seeds = app::seedNamesFrom(m_ui->seedsEdit->text().toStdString());
    return request;
}

void QueryLinesDialog::run()
{
    if (m_ui->runButton->isEnabled()) {
        showRunning(true);
        Q_EMIT runWanted();
    }
}

void QueryLinesDialog::showRunning(bool isRunning)
{
    m_ui->stopButton->setEnabled(isRunning);
    m_ui->progressBar->setVisible(isRunning);
    m_ui->progressBar->setRange(0, 0);
    m_ui->stateLabel->setText(isRunning ? tr("Running the lines \u2026") : QString());
}

void QueryLinesDialog::showProgress(qint64 done, qint64 total)
{
    m_ui->progressBar->setRange(0, total > 0 ? 1000 : 0);
    m_ui->progressBar->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
}

void QueryLinesDialog::showEffects(const Result<app::QueryEffects> &effects)
{
    showRunning(false);
    if (!effects && effects.error().code == ErrorCode::Cancelled) {
        m_ui->stateLabel->setText(tr("Stopped."));
        return;
    }
    m_ui->problemLabel->setVisible(!effects);
    if (!effects) {
        const QString message = shown(effects.error().message);
        m_ui->problemLabel->setText(message);
        m_ui->problemLabel->setFont(message.contains(QLatin1Char('^'))
                                        ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                        : font());
        return;
    }
    fill(*effects);
    showSeeds(*effects);
    m_ui->stateLabel->setText(effects->matching == 1 ? tr("1 record found")
                                                     : tr("%1 records found").arg(number(effects->matching)));
}

void QueryLinesDialog::fill(const app::QueryEffects &effects)
{
    QTreeWidget &tree = *m_ui->lineTree;
    tree.setUpdatesEnabled(false);
    tree.clear();
    tree.setColumnHidden(SeedsLost, effects.seeds == 0);
    std::vector<QTreeWidgetItem *> items;
    for (std::size_t i = 0; i < effects.lines.size(); ++i) {
        items.push_back(itemOf(effects, i));
        if (i > 0) {
            items[effects.lines[i].effect.parent]->addChild(items[i]);
        }
    }
    tree.addTopLevelItem(items.front());
    tree.expandAll();
    tree.setCurrentItem(items.front());
    tree.setUpdatesEnabled(true);
}

QTreeWidgetItem *QueryLinesDialog::itemOf(const app::QueryEffects &effects, std::size_t line) const
{
    const index::LineEffect &effect = effects.lines[line].effect;
    const bool isOperand = effect.role == LineRole::Operand;
    const bool isGroup = effect.role == LineRole::Group || effect.role == LineRole::Excluded;
    const auto lostSeeds = static_cast<std::int64_t>(effect.lostSeeds.size());
    const QString written = shortened(shown(effects.lines[line].text));
    auto *item = new QTreeWidgetItem(
        QStringList{QStringLiteral("%1  %2%3").arg(line + 1).arg(operatorOf(effects, line), written),
                    number(effect.hits),
                    isOperand ? number(effect.adds) : QString(),
                    isOperand ? number(effect.only) : QString(),
                    isGroup ? number(effect.loses) : QString(),
                    lostSeeds > 0 ? number(lostSeeds) : QString()});
    item->setData(Text, Qt::UserRole, shown(effects.lines[line].query));
    item->setToolTip(Text, QStringLiteral("<p>%1</p>").arg(written.toHtmlEscaped()));
    for (int column = Hits; column <= SeedsLost; ++column) {
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (effect.hits == 0) {
        item->setForeground(Text, currentTheme().maybe);
        item->setForeground(Hits, currentTheme().maybe);
    }
    item->setForeground(SeedsLost, currentTheme().exclude);
    return item;
}

void QueryLinesDialog::showSeeds(const app::QueryEffects &effects)
{
    constexpr std::size_t kNamed = 8;
    m_ui->seedText->setVisible(effects.seeds > 0);
    QStringList lines;
    const auto missed = static_cast<std::int64_t>(effects.missed.size());
    lines << tr("%1 of %2 seeds found").arg(number(effects.seeds - missed), number(effects.seeds));
    for (std::size_t i = 0; i < effects.missed.size() && i < kNamed; ++i) {
        const app::LostSeed &seed = effects.missed[i];
        const app::QueryLine &line = effects.lines[seed.line];
        const QString by = line.effect.role == LineRole::Excluded ? tr("%1 is excluded by line %2")
                                                                  : tr("%1 is lost by line %2");
        lines << (seed.line == 0 ? tr("%1 is found by no line").arg(shown(seed.key))
                                 : by.arg(shown(seed.key)).arg(seed.line + 1));
    }
    if (effects.missed.size() > kNamed) {
        lines << tr("and %1 more").arg(effects.missed.size() - kNamed);
    }
    m_ui->seedText->setText(lines.join(QStringLiteral("; ")) + QLatin1Char('.'));
}

} // namespace winnow::gui
