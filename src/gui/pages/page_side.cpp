#include "gui/pages/page_side.h"

#include "gui/row_parts.h"
#include "gui/shown.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kMargin = 12;
constexpr int kPlaceRole = Qt::UserRole;
constexpr int kShareBefore = 4; ///< of the width of the list, for what stands before what was found

/// A list of texts with a page on the right of each.
QTreeWidget *pageList(QWidget *parent, const char *name, const QString &accessibleName)
{
    auto *list = new QTreeWidget(parent);
    list->setObjectName(QString::fromLatin1(name));
    list->setAccessibleName(accessibleName);
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    list->setRootIsDecorated(false);
    list->setFocusPolicy(Qt::TabFocus);
    list->setTextElideMode(Qt::ElideRight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setStyleSheet(QStringLiteral("QTreeView { border: 0; border-radius: 0; }"));
    QHeaderView *header = list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(1);
    return list;
}

void setPage(QTreeWidgetItem &item, std::size_t page)
{
    item.setText(1, grouped(page + 1));
    item.setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
}

/// What was found must be seen in a narrow list: so many letters may stand before it.
QString snippetOf(const app::FoundPlace &place, qsizetype lettersBefore)
{
    QString before = shown(place.before);
    if (before.size() > lettersBefore) {
        before = before.right(lettersBefore);
        const qsizetype blank = before.indexOf(QLatin1Char(' '));
        before = QStringLiteral("\u2026") + (blank < 0 ? QString() : before.mid(blank + 1));
    }
    return QStringList{before, shown(place.found), shown(place.after)}.join(QLatin1Char(' ')).trimmed();
}

} // namespace

QString wordsOf(const PageFinding &finding)
{
    const auto count = static_cast<int>(finding.places.size());
    if (finding.words.isEmpty()) {
        return {};
    }
    if (count == 0) {
        return finding.isAll ? PageSide::tr("Not found") : PageSide::tr("Searching \u2026");
    }
    const QString all = finding.isAll && !finding.isCut ? grouped(count) : grouped(count) + QLatin1Char('+');
    return finding.current < 0 ? all : PageSide::tr("%1 of %2").arg(grouped(finding.current + 1), all);
}

PageSide::PageSide(QWidget *parent)
    : QWidget(parent)
    , m_heading(plainText(this, {}))
    , m_note(quietText(this, {}))
    , m_close(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_outline(pageList(m_stack, "outlineList", tr("Contents")))
    , m_places(pageList(m_stack, "placeList", tr("Places that were found")))
{
    m_heading->setObjectName(QStringLiteral("sideHeading"));
    m_note->setObjectName(QStringLiteral("sideNote"));
    m_close->setObjectName(QStringLiteral("sideCloseButton"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    m_close->setText(QStringLiteral("\u2715"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_stack->addWidget(m_outline);
    m_stack->addWidget(m_places);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 4, 4, 4);
    head->addWidget(m_heading, 1);
    head->addWidget(m_close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(head);
    m_note->setContentsMargins(kMargin, 0, kMargin, 8);
    rows->addWidget(m_note);
    rows->addWidget(m_stack, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_note->hide();
    connect(m_close, &QToolButton::clicked, this, &PageSide::closed);
    connect(m_outline, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT pageWanted(item->data(0, kPlaceRole).toInt());
    });
    connect(m_outline, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT pageWanted(item->data(0, kPlaceRole).toInt());
    });
    connect(m_places, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item != nullptr) {
            Q_EMIT placeWanted(item->data(0, kPlaceRole).toInt());
        }
    });
}

void PageSide::fitLine(QTreeWidgetItem &item, const app::OutlineLine &line)
{
    item.setDisabled(!line.page);
    if (line.page) {
        item.setData(0, kPlaceRole, static_cast<int>(*line.page));
        setPage(item, *line.page);
    }
}

void PageSide::setOutline(const std::vector<app::OutlineLine> &lines)
{
    const bool isSame =
        std::ranges::equal(lines, m_lines, {}, &app::OutlineLine::title, &app::OutlineLine::title);
    m_lines = lines;
    if (isSame) { // and only its pages are known now
        for (std::size_t i = 0; i < lines.size(); ++i) {
            fitLine(*m_items[i], lines[i]);
        }
        return;
    }
    m_outline->clear();
    m_items.clear();
    std::vector<QTreeWidgetItem *> above; // by depth
    bool hasChapters = false;
    for (const app::OutlineLine &line : lines) {
        above.resize(std::min(above.size(), line.depth));
        auto *item = above.empty() ? new QTreeWidgetItem(m_outline) : new QTreeWidgetItem(above.back());
        hasChapters = hasChapters || !above.empty();
        item->setText(0, shown(line.title).simplified());
        item->setToolTip(0, item->text(0));
        fitLine(*item, line);
        above.push_back(item);
        m_items.push_back(item);
    }
    m_outline->setRootIsDecorated(hasChapters);
    m_outline->expandToDepth(0);
}

bool PageSide::hasOutline() const
{
    return m_outline->topLevelItemCount() > 0;
}

void PageSide::showFinding(const PageFinding &finding)
{
    const QSignalBlocker quiet(m_places);
    if (m_words != finding.words || m_places->topLevelItemCount() > static_cast<int>(finding.places.size())) {
        m_places->clear();
        m_words = finding.words;
    }
    const int lettersBefore = width() / std::max(1, fontMetrics().averageCharWidth()) / kShareBefore;
    for (auto at = static_cast<std::size_t>(m_places->topLevelItemCount()); at < finding.places.size();
         ++at) {
        const app::FoundPlace &place = finding.places[at];
        auto *item = new QTreeWidgetItem(m_places);
        item->setText(0, snippetOf(place, lettersBefore));
        item->setToolTip(
            0,
            QStringList{shown(place.before), shown(place.found), shown(place.after)}.join(QLatin1Char(' ')));
        item->setData(0, kPlaceRole, static_cast<int>(at));
        setPage(*item, place.page);
    }
    m_places->setCurrentItem(finding.current < 0 ? nullptr : m_places->topLevelItem(finding.current));
    if (m_stack->currentWidget() == m_places) {
        showPlaces();
    }
    QString note = finding.problem;
    if (!finding.hasText && note.isEmpty()) {
        note = tr("There is no text in this file: it was probably scanned.");
    } else if (finding.isCut) {
        note = tr("These are the first places; there are more.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty() && m_stack->currentWidget() == m_places);
}

void PageSide::showOutline()
{
    m_stack->setCurrentWidget(m_outline);
    m_heading->setText(tr("Contents"));
    m_note->hide();
}

void PageSide::showPlaces()
{
    m_stack->setCurrentWidget(m_places);
    const int count = m_places->topLevelItemCount();
    m_heading->setText(tr("%n place(s)", nullptr, count));
    m_note->setVisible(!m_note->text().isEmpty());
}

bool PageSide::isOutlineShown() const
{
    return m_stack->currentWidget() == m_outline;
}

} // namespace winnow::gui
