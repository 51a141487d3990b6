#pragma once

#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>

#include <utility>
#include <vector>

namespace winnow::gui {

/// How large pages are shown.
enum class PageFit {
    Width, ///< the widest row is as wide as the view
    Page,  ///< a row is within the view
    Scale, ///< as the scale says
};

/// Where the pages of a file stand: one below the other, or two side by side, each row in the middle. All is
/// in units of the view, from the top left corner of the whole.
class PageLayout
{
public:
    static constexpr int kMargin = 12; ///< around all
    static constexpr int kGap = 12;    ///< between pages
    static constexpr double kLeastScale = 0.1;
    static constexpr double kMostScale = 12;

    /// In points.
    void setPages(std::vector<QSizeF> pages);

    void setView(const QSize &view);
    void setFit(PageFit fit);

    /// Units of the view for each point; from now on it is as the scale says.
    void setScale(double scale);

    void setTwoPages(bool areTwo);

    [[nodiscard]] PageFit fit() const { return m_fit; }

    [[nodiscard]] bool hasTwoPages() const { return m_columns == 2; }

    [[nodiscard]] double scale() const { return m_scale; }

    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }

    [[nodiscard]] const QSize &size() const { return m_size; }

    /// The paper of a page.
    [[nodiscard]] QRect rectOf(int page) const;

    /// The first page of the row that is at `y`, or next to it.
    [[nodiscard]] int pageAt(int y) const;

    /// The pages that have something between two heights, first and last; -1 and -2 where there are none.
    [[nodiscard]] std::pair<int, int> pagesWithin(int top, int bottom) const;

    /// A box of a page in points.
    [[nodiscard]] QRectF onPage(int page, const QRectF &points) const;

    /// A place as points of a page, also where it is beside it.
    [[nodiscard]] QPointF pointOn(int page, const QPointF &place) const;

private:
    void fitAll();
    [[nodiscard]] double fittingScale() const;
    [[nodiscard]] QSize sizeOf(int page) const;

    std::vector<QSizeF> m_pages;
    std::vector<int> m_tops; ///< of the rows, and one more behind the last
    QSize m_view;
    QSize m_size;
    PageFit m_fit = PageFit::Width;
    double m_wanted = 1; ///< scale
    double m_scale = 1;
    int m_columns = 1;
};

} // namespace winnow::gui
