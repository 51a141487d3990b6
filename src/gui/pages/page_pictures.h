#pragma once

#include "app/page_reader.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QRect>
#include <QSizeF>
#include <QString>

#include <vector>

class QPainter;

namespace winnow::gui {

/// What was drawn of the pages of a file: whole pages, and tiles of those that are too large for that. Keeps
/// those that were painted latest, within bounds.
class PagePictures
{
public:
    static constexpr int kTile = 1024;                ///< side of a tile in pixels
    static constexpr qint64 kWholePixels = 3'000'000; ///< a page of more is drawn in tiles
    static constexpr qint64 kLeastBytes = 64LL << 20;

    PagePictures();

    /// Of another file; in points.
    void setPages(std::vector<QSizeF> pages);

    /// Room for what a view of so many pixels shows, and for as much beside it, however large it is.
    void setView(qint64 pixels);

    /// Adds what is missing of a page at a scale in pixels for each point, where it is `seen` (in pixels of
    /// the page), and where nothing of it has failed at that scale.
    void addMissing(std::vector<app::PagePart> &missing, int page, double scale, const QRect &seen) const;

    /// The same, where the page is drawn whole.
    void addMissingWhole(std::vector<app::PagePart> &missing, int page, double scale) const;

    /// What the pictures of that take.
    [[nodiscard]] qint64 bytesOf(int page, double scale, const QRect &seen) const;

    void keep(const app::PagePart &part, const QImage &picture);
    void fail(const app::PagePart &part, const QString &why);

    /// Why nothing is drawn of the page at a scale; empty: it is.
    [[nodiscard]] QString failureOf(int page, double scale) const;

    /// What there is of a page, at the scale or for the time being at another.
    void paint(QPainter &painter, int page, double scale, const QRect &paper, const QRect &seen);

    [[nodiscard]] qint64 bytes() const { return m_kept.totalCost() * kCostBytes; }

    [[nodiscard]] qint64 mostBytes() const { return m_kept.maxCost() * kCostBytes; }

private:
    static constexpr qint64 kCostBytes = 1024; ///< of a unit of cost

    struct Key
    {
        int page = 0;
        qint64 scale = 0; ///< in millionths
        int tile = 0;     ///< -1: the whole page

        bool operator==(const Key &) const = default;

        friend size_t qHash(const Key &key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.page, key.scale, key.tile);
        }
    };

    /// Of a page at a scale.
    struct Failure
    {
        qint64 scale = 0;
        QString why;
    };

    [[nodiscard]] static Key keyOf(const app::PagePart &part);
    [[nodiscard]] QSize pixelsOf(int page, double scale) const;
    [[nodiscard]] bool isWhole(int page, double scale) const;
    [[nodiscard]] std::vector<app::PagePart> partsOf(int page, double scale, const QRect &seen) const;
    void paintStandIn(QPainter &painter, int page, const QRect &paper);

    std::vector<QSizeF> m_pages;
    QCache<Key, QImage> m_kept;
    QHash<int, Key> m_wholes;       ///< the latest of each page
    QHash<int, Failure> m_failures; ///< the latest of each page
};

} // namespace winnow::gui
