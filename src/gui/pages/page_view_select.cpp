// What of the pages is searched for, selected, copied and quoted.
#include "gui/pages/page_file.h"
#include "gui/pages/page_view.h"
#include "gui/pages/region_steps.h"
#include "gui/shown.h"

#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace winnow::gui {

namespace {

constexpr int kDragMs = 40;
constexpr std::size_t kLastWord = std::numeric_limits<std::size_t>::max();

QuoteBox quoteBoxOf(const pdf::Box &box)
{
    return {box.left, box.top, box.right, box.bottom};
}

} // namespace

// Search.

void PageView::find(const QString &words, bool goesThere)
{
    const QString wanted = words.simplified();
    m_goesToFound = goesThere;
    if (wanted == m_finding.words) {
        return;
    }
    m_finding = {};
    m_finding.words = wanted;
    if (m_file != nullptr && !wanted.isEmpty()) {
        m_finding.isAll = false;
        m_search = m_file->reader().search(wanted.toStdString());
    } else if (m_file != nullptr) {
        m_search = 0;
        m_file->reader().endSearch();
    }
    viewport()->update();
    Q_EMIT findingChanged();
}

void PageView::takeFound(const app::FoundPlaces &found)
{
    if (found.search != m_search) {
        return;
    }
    m_finding.places.insert(m_finding.places.end(), found.places.begin(), found.places.end());
    m_finding.pagesRead = static_cast<int>(found.pagesRead);
    m_finding.isAll = found.isAll;
    m_finding.isCut = found.isCut;
    m_finding.hasText = found.hasText || !found.isAll;
    m_finding.problem = found.failure ? shown(found.failure->message) : QString();
    const std::vector<app::FoundPlace> &places = m_finding.places;
    if (m_goesToFound && m_finding.current < 0 && !places.empty()) {
        const auto page = static_cast<std::size_t>(currentPage());
        const auto next = std::ranges::lower_bound(places, page, {}, &app::FoundPlace::page);
        if (next != places.end()) {
            showPlace(static_cast<int>(next - places.begin()));
            return;
        }
        if (m_finding.isAll) {
            showPlace(0);
            return;
        }
    }
    viewport()->update();
    Q_EMIT findingChanged();
}

void PageView::showPlace(int place)
{
    if (place < 0 || place >= static_cast<int>(m_finding.places.size())) {
        return;
    }
    m_finding.current = place;
    const app::FoundPlace &found = m_finding.places[static_cast<std::size_t>(place)];
    if (!found.boxes.empty()) {
        bringIntoSight(static_cast<int>(found.page), rectOf(found.boxes.front()));
    }
    viewport()->update();
    Q_EMIT findingChanged();
}

void PageView::showNextPlace(int step)
{
    const int count = static_cast<int>(m_finding.places.size());
    if (count > 0) {
        const int from = m_finding.current < 0 && step < 0 ? 0 : m_finding.current;
        showPlace((from + step + count) % count);
    }
}

// Selection.

int PageView::pageUnder(const QPointF &place) const
{
    const QPointF whole = place + offset();
    const int first = m_layout.pageAt(static_cast<int>(whole.y()));
    const bool hasOther = m_layout.hasTwoPages() && first + 1 < pageCount();
    return hasOther && whole.x() >= m_layout.rectOf(first + 1).left() - PageLayout::kGap / 2.0 ? first + 1
                                                                                               : first;
}

std::optional<app::WordPlace> PageView::wordUnder(const QPointF &place)
{
    if (pageCount() == 0) {
        return std::nullopt;
    }
    const int page = pageUnder(place);
    const app::SharedText text = m_texts.value(page);
    if (!text) {
        return std::nullopt; // it is being read
    }
    const auto word = nearestWord(*text, m_layout.pointOn(page, place + offset()));
    return word ? std::optional(app::WordPlace{static_cast<std::size_t>(page), *word}) : std::nullopt;
}

std::pair<app::WordPlace, app::WordPlace> PageView::selectedWords() const
{
    if (!m_anchor || !m_head) {
        return {};
    }
    return std::minmax(*m_anchor, *m_head);
}

void PageView::clearSelection()
{
    const bool had = hasSelection();
    m_anchor.reset();
    m_head.reset();
    m_region.reset();
    m_firstText.reset();
    m_choosing = Choosing::Nothing;
    m_wantsToChoose = false;
    if (had) {
        viewport()->update();
        Q_EMIT selectionChanged();
    }
}

void PageView::selectPage()
{
    const int page = currentPage();
    const app::SharedText text = m_texts.value(page);
    if (!text) {
        return;
    }
    clearSelection();
    if (text->words.empty()) {
        tellNoText();
        return;
    }
    const auto at = static_cast<std::size_t>(page);
    m_anchor = {at, 0};
    m_head = {at, text->words.size() - 1};
    m_firstText = text;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::selectAll()
{
    if (pageCount() == 0) {
        return;
    }
    clearSelection();
    m_anchor = app::WordPlace{};
    m_head = {static_cast<std::size_t>(pageCount() - 1), kLastWord};
    m_firstText = m_texts.value(0);
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::extendTo(const QPointF &place)
{
    const auto word = wordUnder(place);
    if (!m_anchor) {
        m_anchor = word;
    }
    if (word && word != m_head) {
        selectTo(*word);
    }
}

void PageView::selectTo(app::WordPlace word)
{
    m_head = word;
    const auto first = static_cast<int>(selectedWords().first.page);
    if (const app::SharedText text = m_texts.value(first)) {
        m_firstText = text;
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::tellNoText()
{
    if (!std::exchange(m_hasToldNoText, true)) {
        Q_EMIT told(tr("There is no text on this page: it was probably scanned. Drag with Alt held, or press "
                       "Shift+F7, to take a part of the page."));
    }
}

void PageView::setSelectsRegions(bool areRegions)
{
    m_selectsRegions = areRegions;
    viewport()->setCursor(areRegions ? Qt::CrossCursor : Qt::ArrowCursor);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || pageCount() == 0) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    const QPointF place = event->position();
    m_pressedAt = place;
    m_draggedTo = place;
    m_isDragging = true;
    m_dragsRegion = m_selectsRegions || event->modifiers().testFlag(Qt::AltModifier);
    if (event->modifiers().testFlag(Qt::ShiftModifier) && m_anchor && !m_dragsRegion) {
        extendTo(place);
        return;
    }
    clearSelection();
    if (!m_dragsRegion) {
        m_anchor = wordUnder(place);
        const app::SharedText text = m_texts.value(pageUnder(place));
        if (text && text->words.empty()) {
            tellNoText();
        }
    }
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDragging || pageCount() == 0) {
        showCursor(event->position(), event->modifiers());
        return;
    }
    m_draggedTo = event->position();
    const bool isDrag =
        (m_draggedTo - m_pressedAt).manhattanLength() >= QApplication::startDragDistance() || hasSelection();
    if (!isDrag) {
        return;
    }
    if (m_dragsRegion) {
        const int page = pageUnder(m_pressedAt);
        const QPointF from = m_layout.pointOn(page, m_pressedAt + offset());
        const QPointF to = m_layout.pointOn(page, m_draggedTo + offset());
        m_region = Region{page, QRectF(from, to).normalized() & QRectF(QPointF(), sizeOfPaper(page))};
        viewport()->update();
        return;
    }
    extendTo(m_draggedTo);
    const bool isOutside = !viewport()->rect().contains(m_draggedTo.toPoint());
    if (isOutside && !m_dragTimer.isActive()) {
        m_dragTimer.start(kDragMs, this);
    } else if (!isOutside) {
        m_dragTimer.stop();
    }
}

/// A drag beyond the edge goes on there.
void PageView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const double beyond =
        m_draggedTo.y() < 0 ? m_draggedTo.y() : std::max(0.0, m_draggedTo.y() - viewport()->height());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(beyond));
    extendTo({m_draggedTo.x(), std::clamp(m_draggedTo.y(), 0.0, viewport()->height() - 1.0)});
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    if (!std::exchange(m_isDragging, false)) {
        QAbstractScrollArea::mouseReleaseEvent(event);
        return;
    }
    if (m_region && (m_region->points.width() < kLeastRegion || m_region->points.height() < kLeastRegion)) {
        m_region.reset();
        viewport()->update();
    }
    if (m_region) {
        m_firstText = m_texts.value(m_region->page);
        Q_EMIT selectionChanged();
    }
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mouseDoubleClickEvent(event);
        return;
    }
    clearSelection();
    m_pressedAt = event->position();
    m_draggedTo = m_pressedAt;
    m_isDragging = true;
    m_dragsRegion = false;
    extendTo(m_pressedAt);
}

void PageView::showCursor(const QPointF &place, Qt::KeyboardModifiers modifiers)
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (m_selectsRegions || modifiers.testFlag(Qt::AltModifier)) {
        shape = Qt::CrossCursor;
    } else if (pageCount() > 0) {
        const int page = pageUnder(place);
        const app::SharedText text = m_texts.value(page);
        if (text && hasWordAt(*text, m_layout.pointOn(page, place + offset()))) {
            shape = Qt::IBeamCursor;
        }
    }
    if (viewport()->cursor().shape() != shape) {
        viewport()->setCursor(shape);
    }
}

// What becomes of it.

void PageView::collect(Purpose purpose)
{
    m_purpose = purpose;
    const auto [first, last] = selectedWords();
    m_file->reader().copy(first, last);
}

void PageView::copySelection()
{
    if (m_region && m_firstText) {
        const QRectF &part = m_region->points;
        QApplication::clipboard()->setText(
            shown(app::textWithin(*m_firstText, {part.left(), part.top(), part.right(), part.bottom()})));
    } else if (m_head && m_file != nullptr) {
        collect(Purpose::Copy);
    }
}

void PageView::quoteSelection()
{
    if (m_region) {
        quoteRegion();
    } else if (m_head && m_file != nullptr) {
        collect(Purpose::Quote);
    }
}

void PageView::quoteRegion()
{
    const QRectF &part = m_region->points;
    const pdf::Box box{part.left(), part.top(), part.right(), part.bottom()};
    const QString text = m_firstText ? shown(app::textWithin(*m_firstText, box)) : QString();
    Q_EMIT quoted(text, {m_name.sha256.toStdString(), m_region->page, {quoteBoxOf(box)}});
}

/// A quote that goes over several pages has its place on the first.
void PageView::takeCopied(const QString &text)
{
    const Purpose purpose = std::exchange(m_purpose, Purpose::None);
    if (purpose == Purpose::Copy) {
        QApplication::clipboard()->setText(text);
    }
    if (purpose != Purpose::Quote || !m_head) {
        return;
    }
    const auto [first, last] = selectedWords();
    QuotePlace place{m_name.sha256.toStdString(), static_cast<std::int64_t>(first.page), {}};
    if (m_firstText) {
        const std::size_t end = first.page == last.page ? last.word : m_firstText->words.size();
        std::ranges::transform(
            app::lineBoxes(*m_firstText, first.word, end), std::back_inserter(place.boxes), quoteBoxOf);
    }
    Q_EMIT quoted(text.simplified(), place);
}

} // namespace winnow::gui
