#include "gui/pages/page_layout.h"

#include <algorithm>
#include <cmath>

namespace winnow::gui {

namespace {

/// Of the whole, so that no number is too large for scroll bars.
constexpr double kMostHeight = 1e9;

} // namespace

void PageLayout::setPages(std::vector<QSizeF> pages)
{
    m_pages = std::move(pages);
    for (QSizeF &page : m_pages) {
        page = page.expandedTo({1, 1});
    }
    fitAll();
}

void PageLayout::setView(const QSize &view)
{
    m_view = view;
    fitAll();
}

void PageLayout::setFit(PageFit fit)
{
    if (fit == PageFit::Scale) {
        m_wanted = m_scale;
    }
    m_fit = fit;
    fitAll();
}

void PageLayout::setScale(double scale)
{
    m_fit = PageFit::Scale;
    m_wanted = scale;
    fitAll();
}

void PageLayout::setTwoPages(bool areTwo)
{
    m_columns = areTwo ? 2 : 1;
    fitAll();
}

QSize PageLayout::sizeOf(int page) const
{
    const QSizeF &points = m_pages.at(static_cast<std::size_t>(page));
    return {static_cast<int>(std::ceil(points.width() * m_scale)),
            static_cast<int>(std::ceil(points.height() * m_scale))};
}

double PageLayout::fittingScale() const
{
    if (m_fit == PageFit::Scale) {
        return m_wanted;
    }
    double widest = 1;
    double highest = 1;
    for (std::size_t at = 0; at < m_pages.size(); at += static_cast<std::size_t>(m_columns)) {
        double width = m_pages[at].width();
        double height = m_pages[at].height();
        if (m_columns == 2 && at + 1 < m_pages.size()) {
            width += m_pages[at + 1].width();
            height = std::max(height, m_pages[at + 1].height());
        }
        widest = std::max(widest, width);
        highest = std::max(highest, height);
    }
    // What is rounded up takes a unit for each page.
    const int room = m_view.width() - 2 * kMargin - (m_columns - 1) * kGap - m_columns;
    const double wide = room / widest;
    const double high = (m_view.height() - 2 * kMargin - 1) / highest;
    return m_fit == PageFit::Width ? wide : std::min(wide, high);
}

void PageLayout::fitAll()
{
    double height = 0;
    for (const QSizeF &page : m_pages) {
        height += page.height();
    }
    m_scale = std::clamp(fittingScale(), kLeastScale, kMostScale);
    m_scale = std::min(m_scale, kMostHeight / std::max(height, 1.0));
    m_tops.clear();
    int top = kMargin;
    int widest = 0;
    for (int page = 0; page < count(); page += m_columns) {
        m_tops.push_back(top);
        QSize row = sizeOf(page);
        if (m_columns == 2 && page + 1 < count()) {
            const QSize other = sizeOf(page + 1);
            row = {row.width() + kGap + other.width(), std::max(row.height(), other.height())};
        }
        top += row.height() + kGap;
        widest = std::max(widest, row.width());
    }
    m_tops.push_back(top);
    m_size = m_pages.empty() ? QSize() : QSize(widest + 2 * kMargin, top - kGap + kMargin);
}

/// A single page of two columns stands on the left, where it would with the one after it, if there is room.
QRect PageLayout::rectOf(int page) const
{
    const int first = page - page % m_columns;
    const QSize size = sizeOf(page);
    const QSize left = sizeOf(first);
    const int all = std::max(m_size.width(), m_view.width());
    int other = 0;
    if (m_columns == 2) {
        const bool isAlone = first + 1 >= count();
        other = kGap + (isAlone ? left : sizeOf(first + 1)).width();
        other = isAlone && left.width() + other > all - 2 * kMargin ? 0 : other;
    }
    int x = (all - left.width() - other) / 2;
    if (page != first) {
        x += left.width() + kGap;
    }
    return {QPoint(x, m_tops.at(static_cast<std::size_t>(page / m_columns))), size};
}

int PageLayout::pageAt(int y) const
{
    if (m_pages.empty()) {
        return 0;
    }
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    const auto row = std::max<std::ptrdiff_t>(0, after - m_tops.begin() - 1);
    return static_cast<int>(row) * m_columns;
}

std::pair<int, int> PageLayout::pagesWithin(int top, int bottom) const
{
    if (m_pages.empty() || bottom < top) {
        return {-1, -2};
    }
    return {pageAt(top), std::min(count(), pageAt(bottom) + m_columns) - 1};
}

QRectF PageLayout::onPage(int page, const QRectF &points) const
{
    return {QPointF(rectOf(page).topLeft()) + points.topLeft() * m_scale, points.size() * m_scale};
}

QPointF PageLayout::pointOn(int page, const QPointF &place) const
{
    return (place - QPointF(rectOf(page).topLeft())) / m_scale;
}

} // namespace winnow::gui
