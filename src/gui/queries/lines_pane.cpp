#include "gui/queries/lines_pane.h"

#include "app/query_seeds.h"
#include "gui/queries/line_hits.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"
#include "ui_lines_pane.h"

#include <QHeaderView>

#include <algorithm>

namespace winnow::gui {

namespace {

using index::LineRole;

enum Column { Text, Hits, Adds, Only, Loses, SeedsLost };

constexpr int kNumberSpace = 20;
constexpr qsizetype kShownText = 400; ///< characters of a line; all of it is in no list of use

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

LinesPane::LinesPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::LinesPane>())
{
    m_ui->setupUi(this);
    wrap({m_ui->seedsRow});
    QHeaderView *header = m_ui->lineTree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(Text, QHeaderView::Stretch);
    for (int column = Hits; column <= SeedsLost; ++column) {
        const QString title = m_ui->lineTree->headerItem()->text(column);
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column,
                              std::max(fontMetrics().horizontalAdvance(title),
                                       fontMetrics().horizontalAdvance(QStringLiteral("99,999"))) +
                                  kNumberSpace);
        m_ui->lineTree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_ui->lineTree->headerItem()->setTextAlignment(Text, Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->lineTree->setColumnHidden(SeedsLost, true);
    setQuiet(m_ui->legendLabel);
    connect(m_ui->seedsEdit, &QLineEdit::editingFinished, this, &LinesPane::readSeeds);
    connect(m_ui->lineTree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Place place{StepId::Records};
        place.query = item->data(Text, Qt::UserRole).toString();
        this->session().go(place);
    });
}

LinesPane::~LinesPane() = default;

/// Whoever has the query reads it again when records come or go.
void LinesPane::reload(Changes /*changes*/)
{
    readSeeds();
}

void LinesPane::takeFocus()
{
    m_ui->lineTree->setFocus();
}

void LinesPane::setEffects(const std::string &query,
                           query::Precedence precedence,
                           const std::optional<app::QueryEffects> &effects)
{
    m_request = {query, precedence, {}};
    m_effects = effects;
    if (!effects) {
        m_ui->lineTree->clear();
    } else if (m_ui->seedsEdit->text().trimmed().isEmpty()) {
        showEffects(*effects);
    } else if (isVisible()) {
        readSeeds();
    }
}

void LinesPane::readSeeds()
{
    if (!m_effects) {
        return;
    }
    app::EffectsRequest request = m_request;
    request.seeds = app::seedNamesFrom(m_ui->seedsEdit->text().toStdString());
    if (request.seeds.empty()) {
        showEffects(*m_effects);
        return;
    }
    inBackground(
        QStringLiteral("seeds"),
        [request](app::Workspace &workspace, Task &task) {
            return app::queryEffects(workspace, request, task);
        },
        [this, query = request.query](const Result<app::QueryEffects> &effects) {
            if (query == m_request.query) {
                showEffects(effects);
            }
        });
}

void LinesPane::showEffects(const Result<app::QueryEffects> &effects)
{
    if (!effects && effects.error().code == ErrorCode::Cancelled) {
        return;
    }
    m_ui->problemLabel->setVisible(!effects);
    if (!effects) {
        m_ui->problemLabel->setText(shown(effects.error().message));
        return;
    }
    fill(*effects);
    showSeeds(*effects);
}

void LinesPane::fill(const app::QueryEffects &effects)
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

QTreeWidgetItem *LinesPane::itemOf(const app::QueryEffects &effects, std::size_t line) const
{
    const index::LineEffect &effect = effects.lines[line].effect;
    const bool isOperand = effect.role == LineRole::Operand;
    const bool isGroup = effect.role == LineRole::Group || effect.role == LineRole::Excluded;
    const auto lostSeeds = static_cast<std::int64_t>(effect.lostSeeds.size());
    const QString written = shortened(shown(effects.lines[line].text));
    auto *item = new QTreeWidgetItem(
        QStringList{QStringLiteral("%1  %2%3").arg(line + 1).arg(operatorOf(effects, line), written),
                    grouped(effect.hits),
                    isOperand ? grouped(effect.adds) : QString(),
                    isOperand ? grouped(effect.only) : QString(),
                    isGroup ? grouped(effect.loses) : QString(),
                    lostSeeds > 0 ? grouped(lostSeeds) : QString()});
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

void LinesPane::showSeeds(const app::QueryEffects &effects)
{
    constexpr std::size_t kNamed = 8;
    m_ui->seedText->setVisible(effects.seeds > 0);
    QStringList lines;
    const auto missed = static_cast<std::int64_t>(effects.missed.size());
    lines << tr("%1 of %2 seeds found").arg(grouped(effects.seeds - missed), grouped(effects.seeds));
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
