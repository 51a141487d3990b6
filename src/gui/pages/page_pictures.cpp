#include "gui/pages/page_pictures.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <memory>

namespace winnow::gui {

namespace {

constexpr int kWhole = -1;
constexpr int kTilesOfRow = 1 << 15; ///< more than a page can have
constexpr double kMillion = 1e6;
constexpr qint64 kBytesOfPixel = 4;
constexpr qint64 kViews = 3; ///< tiles go beyond the view

} // namespace

PagePictures::PagePictures()
{
    setView(0);
}

void PagePictures::setPages(std::vector<QSizeF> pages)
{
    m_pages = std::move(pages);
    m_kept.clear();
    m_wholes.clear();
    m_failures.clear();
}

void PagePictures::setView(qint64 pixels)
{
    m_kept.setMaxCost(std::max(kLeastBytes, kViews * pixels * kBytesOfPixel) / kCostBytes);
}

PagePictures::Key PagePictures::keyOf(const app::PagePart &part)
{
    const auto scale = static_cast<qint64>(std::llround(part.scale * kMillion));
    const int tile =
        part.region ? part.region->top / kTile * kTilesOfRow + part.region->left / kTile : kWhole;
    return {static_cast<int>(part.page), scale, tile};
}

/// As the reader has it.
QSize PagePictures::pixelsOf(int page, double scale) const
{
    const QSizeF &points = m_pages.at(static_cast<std::size_t>(page));
    return {static_cast<int>(std::ceil(points.width() * scale)),
            static_cast<int>(std::ceil(points.height() * scale))};
}

bool PagePictures::isWhole(int page, double scale) const
{
    const QSize pixels = pixelsOf(page, scale);
    return static_cast<qint64>(pixels.width()) * pixels.height() <= kWholePixels;
}

std::vector<app::PagePart> PagePictures::partsOf(int page, double scale, const QRect &seen) const
{
    const auto at = static_cast<std::size_t>(page);
    if (isWhole(page, scale)) {
        return {{at, scale, {}}};
    }
    const QRect all(QPoint(0, 0), pixelsOf(page, scale));
    const QRect within = seen & all;
    std::vector<app::PagePart> parts;
    if (within.isEmpty()) {
        return parts;
    }
    for (int row = within.top() / kTile; row <= within.bottom() / kTile; ++row) {
        for (int column = within.left() / kTile; column <= within.right() / kTile; ++column) {
            const QRect tile = QRect(column * kTile, row * kTile, kTile, kTile) & all;
            parts.push_back(
                {at, scale, pdf::PixelRegion{tile.left(), tile.top(), tile.width(), tile.height()}});
        }
    }
    return parts;
}

void PagePictures::addMissing(std::vector<app::PagePart> &missing,
                              int page,
                              double scale,
                              const QRect &seen) const
{
    if (!failureOf(page, scale).isEmpty()) {
        return;
    }
    for (const app::PagePart &part : partsOf(page, scale, seen)) {
        if (!m_kept.contains(keyOf(part))) {
            missing.push_back(part);
        }
    }
}

void PagePictures::addMissingWhole(std::vector<app::PagePart> &missing, int page, double scale) const
{
    if (isWhole(page, scale)) {
        addMissing(missing, page, scale, {});
    }
}

qint64 PagePictures::bytesOf(int page, double scale, const QRect &seen) const
{
    qint64 bytes = 0;
    for (const app::PagePart &part : partsOf(page, scale, seen)) {
        const QSize size =
            part.region ? QSize(part.region->width, part.region->height) : pixelsOf(page, scale);
        bytes += kBytesOfPixel * size.width() * size.height();
    }
    return bytes;
}

void PagePictures::keep(const app::PagePart &part, const QImage &picture)
{
    const Key key = keyOf(part);
    const qint64 cost = std::max<qint64>(1, picture.sizeInBytes() / kCostBytes);
    if (key.tile == kWhole) {
        if (const auto before = m_wholes.constFind(key.page);
            before != m_wholes.constEnd() && *before != key) {
            m_kept.remove(*before);
        }
        m_wholes.insert(key.page, key);
    }
    m_kept.insert(key, std::make_unique<QImage>(picture).release(), cost); // which owns it
}

void PagePictures::fail(const app::PagePart &part, const QString &why)
{
    m_failures.insert(static_cast<int>(part.page), {keyOf(part).scale, why});
}

QString PagePictures::failureOf(int page, double scale) const
{
    const auto failure = m_failures.constFind(page);
    const bool isIt = failure != m_failures.constEnd() &&
                      failure->scale == keyOf({static_cast<std::size_t>(page), scale}).scale;
    return isIt ? failure->why : QString();
}

void PagePictures::paintStandIn(QPainter &painter, int page, const QRect &paper)
{
    const auto whole = m_wholes.constFind(page);
    const QImage *picture = whole == m_wholes.constEnd() ? nullptr : m_kept.object(*whole);
    if (picture != nullptr) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(paper, *picture);
    }
}

void PagePictures::paint(QPainter &painter, int page, double scale, const QRect &paper, const QRect &seen)
{
    std::vector<app::PagePart> missing;
    addMissing(missing, page, scale, seen);
    if (!missing.empty()) {
        paintStandIn(painter, page, paper);
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    for (const app::PagePart &part : partsOf(page, scale, seen)) {
        if (const QImage *picture = m_kept.object(keyOf(part))) {
            const QPointF corner =
                part.region ? QPointF(part.region->left, part.region->top) / ratio : QPointF();
            const QRectF place(QPointF(paper.topLeft()) + corner, QSizeF(picture->size()) / ratio);
            painter.drawImage(place, *picture);
        }
    }
}

} // namespace winnow::gui
