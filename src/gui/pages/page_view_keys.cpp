// What of the pages is chosen by keys.
#include "gui/pages/page_view.h"
#include "gui/pages/region_steps.h"
#include "gui/pages/word_steps.h"
#include "gui/shown.h"

#include <QKeyEvent>

#include <algorithm>

namespace winnow::gui {

namespace {

// The part of a page that is offered first, of what is seen.
constexpr double kPartOfWidth = 2;
constexpr double kPartOfHeight = 3;

} // namespace

/// The place that was found, where it is in sight, else the first word there.
std::optional<app::WordPlace> PageView::firstToChoose()
{
    if (m_finding.current >= 0) {
        const auto &found = m_finding.places[static_cast<std::size_t>(m_finding.current)];
        const auto [first, last] = seenPages();
        const int page = static_cast<int>(found.page);
        if (page >= first && page <= last) {
            return m_texts.contains(page) ? std::optional(app::WordPlace{found.page, found.first})
                                          : std::nullopt;
        }
    }
    const QPoint corner = paperOf(currentPage()).topLeft();
    return wordUnder(QPointF(corner.x(), std::max(0, corner.y())));
}

void PageView::chooseWords()
{
    if (pageCount() == 0) {
        return;
    }
    clearSelection();
    const auto start = firstToChoose();
    const app::SharedText text = m_texts.value(currentPage());
    if (start) {
        m_choosing = Choosing::Words;
        m_anchor = start;
        chooseTo(*start);
        Q_EMIT told(tr("Arrows lead from word to word, with Shift they select. Esc ends."));
    } else if (text && text->words.empty()) {
        tellNoText();
    } else {
        m_wantsToChoose = true; // when the text is read
    }
}

void PageView::chooseTo(app::WordPlace word)
{
    const auto page = static_cast<int>(word.page);
    const app::SharedText text = m_texts.value(page);
    selectTo(word);
    bringIntoSight(page, rectOf(text->words[word.word].box));
    setAccessibleDescription(shown(text->words[word.word].text));
}

void PageView::chooseRegion()
{
    if (pageCount() == 0) {
        return;
    }
    clearSelection();
    const int page = currentPage();
    const QRectF seen(paperOf(page) & viewport()->rect());
    const QSizeF part(seen.width() / kPartOfWidth, seen.height() / kPartOfHeight);
    const QPointF corner = seen.center() - QPointF(part.width(), part.height()) / 2;
    m_choosing = Choosing::Region;
    chooseTo({page, QRectF(m_layout.pointOn(page, corner + offset()), part / m_layout.scale())});
    Q_EMIT told(tr("Arrows move the part of the page, with Shift its right and lower edge. Esc ends."));
}

void PageView::chooseTo(const Region &region)
{
    m_region = region;
    m_firstText = m_texts.value(region.page);
    bringIntoSight(region.page, region.points);
    const QSizeF paper = sizeOfPaper(region.page);
    const auto percent = [](double part, double whole) {
        return QString::number(qRound(100 * part / whole));
    };
    setAccessibleDescription(tr("From %1 to %2 percent of the width, from %3 to %4 percent of the height")
                                 .arg(percent(region.points.left(), paper.width()),
                                      percent(region.points.right(), paper.width()),
                                      percent(region.points.top(), paper.height()),
                                      percent(region.points.bottom(), paper.height())));
    viewport()->update();
    Q_EMIT selectionChanged();
}

bool PageView::chooseByKey(const QKeyEvent &event)
{
    return chooseWordByKey(event) || chooseRegionByKey(event);
}

bool PageView::chooseRegionByKey(const QKeyEvent &event)
{
    if (m_choosing != Choosing::Region || !m_region) {
        return false;
    }
    const auto next = regionAfterKey(m_region->points, sizeOfPaper(m_region->page), event);
    if (next) {
        chooseTo({m_region->page, *next});
    }
    return next.has_value();
}

bool PageView::chooseWordByKey(const QKeyEvent &event)
{
    if (m_choosing != Choosing::Words || !m_head) {
        return false;
    }
    const auto page = static_cast<int>(m_head->page);
    const app::SharedText text = m_texts.value(page);
    const bool isKnown = text && m_head->word < text->words.size();
    const auto step = wordStepOf(event, isKnown && shown(text->words[m_head->word].text).isRightToLeft());
    if (!step) {
        return false;
    }
    if (!isKnown) {
        goToPage(page); // it was scrolled out of sight, and its text let go
        return true;
    }
    std::optional<app::WordPlace> next;
    if (const auto word = wordAfterStep(*text, m_head->word, *step)) {
        next = {m_head->page, *word};
    } else {
        next = wordOfNextPage(page, *step == WordStep::Before || *step == WordStep::LineAbove ? -1 : 1);
    }
    if (next) {
        if (!event.modifiers().testFlag(Qt::ShiftModifier)) {
            m_anchor = next;
        }
        chooseTo(*next);
    }
    return true;
}

/// Pages without words are passed over, as far as their text is read.
std::optional<app::WordPlace> PageView::wordOfNextPage(int page, int step) const
{
    app::SharedText text;
    do {
        page += step;
        text = m_texts.value(page);
    } while (text && text->words.empty());
    return text ? std::optional(
                      app::WordPlace{static_cast<std::size_t>(page), step > 0 ? 0 : text->words.size() - 1})
                : std::nullopt;
}

/// While something is chosen, the keys for that are no shortcuts of what is around.
bool PageView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_choosing != Choosing::Nothing) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (wordStepOf(key, false)) { // keys for a part of a page are among those
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

} // namespace winnow::gui
