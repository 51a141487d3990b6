#include "gui/pages/page_view.h"

#include "gui/pages/page_file.h"
#include "gui/paper_theme.h"
#include "gui/shown.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::gui {

namespace {

constexpr double kPointsOfInch = 72;
constexpr int kLineStep = 40;
constexpr int kAhead = 2;       ///< rows that are drawn before they are seen
constexpr int kSpare = 4;       ///< part of the room for pictures that is left to those of before
constexpr int kTextsAround = 8; ///< pages whose words are kept beside what is seen
constexpr double kAngleOfStep = 120;
constexpr int kSentenceLetters = 60;
constexpr double kReadingHeight = 3; ///< what is shown stands at a third of the height
constexpr std::array kZooms{
    0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0};
constexpr double kSameZoom = 0.005;

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the pages stay as wide as they are
    setAccessibleName(tr("Pages"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(kLineStep);
    horizontalScrollBar()->setSingleStep(kLineStep);
}

PageView::~PageView() = default;

void PageView::close()
{
    if (m_file != nullptr) {
        m_file->retire();
        m_file = nullptr;
    }
    m_name = {};
    m_texts.clear();
    m_marks.clear();
    m_place.reset();
    m_wantedPosition.reset();
    m_goesToPlace = false;
    m_toldPage = -1;
    m_hasToldNoText = false;
    m_finding = {};
    m_purpose = Purpose::None;
    m_isDragging = false;
    m_dragsRegion = false;
    m_dragTimer.stop();
    clearSelection();
    m_pictures.setPages({});
    m_layout.setPages({});
    m_sentence.clear();
    fitBars();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

void PageView::open(const PageFileName &file)
{
    close();
    m_name = file;
    setAccessibleName(tr("Pages of %1").arg(file.name));
    m_file = new PageFile(file.path, file.name, this);
    connectFile();
    Q_EMIT findingChanged();
    Q_EMIT outlined({});
}

void PageView::showSentence(const QString &sentence)
{
    close();
    m_sentence = sentence;
    setAccessibleName(sentence.isEmpty() ? tr("Pages") : sentence);
    Q_EMIT findingChanged();
    Q_EMIT outlined({});
    Q_EMIT sentenceShown(sentence);
}

void PageView::connectFile()
{
    connect(m_file, &PageFile::opened, this, &PageView::takePages);
    connect(m_file, &PageFile::failed, this, [this](const QString &why) {
        const PageFileName name = m_name;
        showSentence(why);
        m_name = name;
    });
    connect(m_file, &PageFile::drawn, this, [this](const app::PagePart &part, const QImage &picture) {
        m_pictures.keep(part, picture);
        viewport()->update(paperOf(static_cast<int>(part.page)));
        askForSeen(); // what was drawn may have taken the place of something
    });
    connect(m_file, &PageFile::notDrawn, this, [this](const app::PagePart &part, const QString &why) {
        m_pictures.fail(part, why);
        viewport()->update();
    });
    connect(m_file, &PageFile::read, this, &PageView::takeText);
    connect(m_file, &PageFile::found, this, &PageView::takeFound);
    connect(m_file, &PageFile::outlined, this, &PageView::outlined);
    connect(m_file, &PageFile::copied, this, &PageView::takeCopied);
    connect(m_file, &PageFile::notCopied, this, &PageView::told);
}

void PageView::takePages(const pdf::About &about)
{
    std::vector<QSizeF> pages;
    pages.reserve(about.pages.size());
    for (const pdf::PageSize &page : about.pages) {
        pages.emplace_back(page.width, page.height);
    }
    m_pictures.setPages(pages);
    m_layout.setPages(std::move(pages));
    fitBars();
    goToWanted();
    askForSeen();
    m_file->reader().wantOutline();
    viewport()->update();
    tellPage();
    Q_EMIT opened();
    Q_EMIT layoutChanged();
}

void PageView::goToWanted()
{
    if (const auto position = std::exchange(m_wantedPosition, std::nullopt)) {
        setPosition(*position);
    }
    if (std::exchange(m_goesToPlace, false)) {
        openAt(QuotePlace(*m_place));
    }
}

void PageView::takeText(int page, const app::SharedText &text)
{
    m_texts.insert(page, text);
    m_marks.insert(page, marksOf(m_highlighter, *text));
    viewport()->update(paperOf(page));
    if (m_region && m_region->page == page) {
        m_firstText = text;
    }
    if (m_wantsToChoose) {
        chooseWords();
    }
}

void PageView::setHighlighter(const Highlighter &highlighter)
{
    m_highlighter = highlighter;
    for (auto text = m_texts.constBegin(); text != m_texts.constEnd(); ++text) {
        m_marks.insert(text.key(), marksOf(m_highlighter, **text));
    }
    viewport()->update();
}

// Where in the file.

QPoint PageView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

std::pair<int, int> PageView::seenPages() const
{
    const int top = verticalScrollBar()->value();
    return m_layout.pagesWithin(top, top + viewport()->height() - 1);
}

QRect PageView::paperOf(int page) const
{
    return m_layout.rectOf(page).translated(-offset());
}

QRectF PageView::onView(int page, const QRectF &points) const
{
    return m_layout.onPage(page, points).translated(-offset());
}

double PageView::pixelScale() const
{
    return m_layout.scale() * devicePixelRatioF();
}

double PageView::scaleOfPaper() const
{
    return logicalDpiX() / kPointsOfInch;
}

QSizeF PageView::sizeOfPaper(int page) const
{
    return QSizeF(m_layout.rectOf(page).size()) / m_layout.scale();
}

/// What of a page is within the viewport, in pixels of the page.
QRect PageView::seenPixels(int page) const
{
    const QRect paper = paperOf(page);
    const QRect seen = (paper & viewport()->rect()).translated(-paper.topLeft());
    const double ratio = devicePixelRatioF();
    return QRectF(seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio)
        .toAlignedRect();
}

/// Of the pages in sight, that which is at a third of the height.
int PageView::currentPage() const
{
    if (m_layout.count() == 0) {
        return 0;
    }
    const QScrollBar *bar = verticalScrollBar();
    const int share = static_cast<int>(viewport()->height() / kReadingHeight);
    return m_layout.pageAt(bar->value() + (bar->value() == 0 ? 0 : share));
}

void PageView::tellPage()
{
    const int page = currentPage();
    if (std::exchange(m_toldPage, page) != page) {
        setAccessibleDescription(tr("Page %1 of %2").arg(page + 1).arg(pageCount()));
        Q_EMIT pageChanged(page);
    }
}

void PageView::goToPage(int page)
{
    if (page < 0 || page >= pageCount()) {
        return;
    }
    const QRect paper = m_layout.rectOf(page);
    verticalScrollBar()->setValue(paper.top() - PageLayout::kGap / 2);
    const int left = horizontalScrollBar()->value();
    if (paper.right() < left || paper.left() > left + viewport()->width()) {
        horizontalScrollBar()->setValue(paper.center().x() - viewport()->width() / 2);
    }
}

double PageView::position() const
{
    if (m_layout.count() == 0) {
        return m_wantedPosition.value_or(0);
    }
    const int top = verticalScrollBar()->value();
    const int page = m_layout.pageAt(top);
    const QRect paper = m_layout.rectOf(page);
    return page + static_cast<double>(top - paper.top()) / paper.height();
}

void PageView::setPosition(double position)
{
    if (m_layout.count() == 0) {
        m_wantedPosition = position;
        return;
    }
    if (position <= 0) {
        verticalScrollBar()->setValue(0);
        return;
    }
    const int page = std::clamp(static_cast<int>(position), 0, pageCount() - 1);
    const QRect paper = m_layout.rectOf(page);
    verticalScrollBar()->setValue(paper.top() + static_cast<int>((position - page) * paper.height()));
}

void PageView::openAt(const QuotePlace &place)
{
    m_place = place;
    if (m_layout.count() == 0) {
        m_goesToPlace = true;
        return;
    }
    const auto page = static_cast<int>(std::clamp<std::int64_t>(place.page, 0, pageCount() - 1));
    if (place.boxes.empty()) {
        goToPage(page);
    } else {
        const QuoteBox &box = place.boxes.front();
        bringIntoSight(page, {QPointF(box.left, box.top), QPointF(box.right, box.bottom)});
    }
    viewport()->update();
}

/// Nothing moves where it is in sight already.
void PageView::bringIntoSight(int page, const QRectF &points)
{
    const QRect place = m_layout.onPage(page, points).toAlignedRect();
    const QRect seen(offset(), viewport()->size());
    const QRect inner = seen.adjusted(0, kLineStep, 0, -kLineStep);
    if (place.top() < inner.top() || place.bottom() > inner.bottom()) {
        verticalScrollBar()->setValue(place.top() - static_cast<int>(seen.height() / kReadingHeight));
    }
    if (place.left() < seen.left() || place.right() > seen.right()) {
        horizontalScrollBar()->setValue(place.center().x() - seen.width() / 2);
    }
}

// How large.

PageView::Anchor PageView::anchorAt(const QPointF &place) const
{
    if (m_layout.count() == 0) {
        return {};
    }
    const QPointF whole = place + offset();
    const int page = pageUnder(place);
    return {page, m_layout.pointOn(page, whole), place};
}

void PageView::keep(const Anchor &anchor)
{
    if (m_layout.count() == 0) {
        return;
    }
    const QPointF now = m_layout.onPage(anchor.page, {anchor.points, QSizeF()}).topLeft();
    const QPoint offset = (now - anchor.seenAt).toPoint();
    horizontalScrollBar()->setValue(offset.x());
    verticalScrollBar()->setValue(offset.y());
}

template <typename Change>
void PageView::changeLayout(const QPointF &fixed, Change change)
{
    const Anchor anchor = anchorAt(fixed);
    change();
    fitBars();
    keep(anchor);
    askForSeen();
    viewport()->update();
    tellPage();
    Q_EMIT layoutChanged();
}

/// A bar that comes or goes changes the room for the pages, once.
void PageView::fitBars()
{
    if (std::exchange(m_isFitting, true)) {
        return;
    }
    QSize room;
    for (int round = 0; round < 2 && room != viewport()->size(); ++round) {
        room = viewport()->size();
        m_layout.setView(room);
        const QSize whole = m_layout.size();
        horizontalScrollBar()->setRange(0, std::max(0, whole.width() - room.width()));
        verticalScrollBar()->setRange(0, std::max(0, whole.height() - room.height()));
    }
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(std::max(kLineStep, room.height() - kLineStep));
    verticalScrollBar()->setEnabled(verticalScrollBar()->maximum() > 0);
    const double ratio = devicePixelRatioF();
    m_pictures.setView(static_cast<qint64>(room.width() * ratio * room.height() * ratio));
    m_isFitting = false;
}

void PageView::setFit(PageFit fit)
{
    changeLayout({viewport()->width() / 2.0, 0}, [&] { m_layout.setFit(fit); });
}

void PageView::setZoom(double zoom)
{
    changeLayout(QRectF(viewport()->rect()).center(), [&] { m_layout.setScale(zoom * scaleOfPaper()); });
}

double PageView::zoom() const
{
    return m_layout.scale() / scaleOfPaper();
}

void PageView::zoomIn()
{
    const auto next = std::find_if(
        kZooms.begin(), kZooms.end(), [now = zoom()](double each) { return each > now + kSameZoom; });
    setZoom(next == kZooms.end() ? kZooms.back() : *next);
}

void PageView::zoomOut()
{
    const auto next = std::find_if(
        kZooms.rbegin(), kZooms.rend(), [now = zoom()](double each) { return each < now - kSameZoom; });
    setZoom(next == kZooms.rend() ? kZooms.front() : *next);
}

void PageView::setTwoPages(bool areTwo)
{
    changeLayout({viewport()->width() / 2.0, 0}, [&] { m_layout.setTwoPages(areTwo); });
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (!m_isFitting) {
        changeLayout({}, [] {});
    }
}

void PageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        viewport()->update();
    }
}

void PageView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    if (!m_isFitting) {
        askForSeen();
        tellPage();
    }
    viewport()->update();
}

/// What is seen comes first, then what comes into sight next: as much of it as can be kept beside what is
/// seen.
void PageView::askForSeen()
{
    const auto [first, last] = seenPages();
    if (m_file == nullptr || first < 0) {
        return;
    }
    std::vector<app::PagePart> parts;
    qint64 bytes = 0;
    for (int page = first; page <= last; ++page) {
        m_pictures.addMissing(parts, page, pixelScale(), seenPixels(page));
        bytes += m_pictures.bytesOf(page, pixelScale(), seenPixels(page));
    }
    const int end = std::min(pageCount(), last + 1 + (m_layout.hasTwoPages() ? 2 * kAhead : kAhead));
    std::vector<int> ahead;
    for (int page = last + 1; page < end; ++page) {
        ahead.push_back(page);
    }
    if (first > 0) {
        ahead.push_back(first - 1);
    }
    for (const int page : ahead) {
        bytes += m_pictures.bytesOf(page, pixelScale(), {});
        if (bytes > m_pictures.mostBytes() - m_pictures.mostBytes() / kSpare) {
            break;
        }
        m_pictures.addMissingWhole(parts, page, pixelScale());
    }
    m_file->reader().want(std::move(parts));
    askForTexts(first, end);
}

/// Of the pages from one to before another; those that are far from them are let go.
void PageView::askForTexts(int first, int end)
{
    std::vector<std::size_t> texts;
    for (int page = first; page < end; ++page) {
        if (!m_texts.contains(page)) {
            texts.push_back(static_cast<std::size_t>(page));
        }
    }
    const auto isFar = [=](int page) { return page < first - kTextsAround || page > end + kTextsAround; };
    m_texts.removeIf([&](const auto &text) { return isFar(text.key()); });
    m_marks.removeIf([&](const auto &marks) { return isFar(marks.key()); });
    m_file->reader().wantTexts(std::move(texts));
}

bool PageView::isDrawn(int page) const
{
    if (page >= pageCount()) {
        return false;
    }
    std::vector<app::PagePart> missing;
    m_pictures.addMissing(missing, page, pixelScale(), seenPixels(page));
    return missing.empty();
}

// What a person does.

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    constexpr double kStep = 1.15;
    const double steps = event->angleDelta().y() / kAngleOfStep;
    const double wanted = std::clamp(zoom() * std::pow(kStep, steps), kZooms.front(), kZooms.back());
    changeLayout(event->position(), [&] { m_layout.setScale(wanted * scaleOfPaper()); });
    event->accept();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (chooseByKey(*event)) {
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        const auto [first, last] = selectedWords();
        const bool isWholePage = hasSelection() && first.page == last.page && first.word == 0;
        isWholePage ? selectAll() : selectPage();
    } else if (event->key() == Qt::Key_Home && isPlain) {
        bar->setValue(bar->minimum());
    } else if (event->key() == Qt::Key_End && isPlain) {
        bar->setValue(bar->maximum());
    } else if (event->key() == Qt::Key_Space && isPlain) {
        const bool isUp = event->modifiers().testFlag(Qt::ShiftModifier);
        bar->triggerAction(isUp ? QScrollBar::SliderPageStepSub : QScrollBar::SliderPageStepAdd);
    } else if (event->key() == Qt::Key_Escape && (hasSelection() || m_place)) {
        m_place.reset();
        clearSelection();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

// Paint.

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), currentTheme().window);
    if (!m_sentence.isEmpty()) {
        paintSentence(painter, viewport()->rect(), m_sentence, currentTheme().text);
    }
    const auto [first, last] = seenPages();
    for (int page = std::max(0, first); page <= last; ++page) {
        if (paperOf(page).intersects(event->rect())) {
            paintPage(painter, page);
        }
    }
}

void PageView::paintPage(QPainter &painter, int page)
{
    const QRect paper = paperOf(page);
    painter.setPen(currentTheme().hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(paper.adjusted(-1, -1, 0, 0));
    painter.fillRect(paper, Qt::white);
    painter.save();
    painter.setClipRect(paper);
    m_pictures.paint(painter, page, pixelScale(), paper, seenPixels(page));
    if (const QString failure = m_pictures.failureOf(page, pixelScale()); !failure.isEmpty()) {
        paintSentence(painter, paper, failure, paperTheme().text);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter, page);
    painter.restore();
}

void PageView::paintMarks(QPainter &painter, int page)
{
    for (const PageMark &mark : m_marks.value(page)) {
        for (const QRectF &box : mark.boxes) {
            paintMark(painter, mark.kind, onView(page, box));
        }
    }
    const auto at = static_cast<std::size_t>(page);
    const auto from = std::ranges::lower_bound(m_finding.places, at, {}, &app::FoundPlace::page);
    const auto to = std::ranges::upper_bound(m_finding.places, at, {}, &app::FoundPlace::page);
    for (auto place = from; place != to; ++place) {
        const bool isCurrent = place - m_finding.places.begin() == m_finding.current;
        for (const pdf::Box &box : place->boxes) {
            paintFound(painter, onView(page, rectOf(box)), isCurrent);
        }
    }
    if (m_place && m_place->page == page) {
        for (const QuoteBox &box : m_place->boxes) {
            paintQuoted(painter, onView(page, {QPointF(box.left, box.top), QPointF(box.right, box.bottom)}));
        }
    }
    if (m_region && m_region->page == page) {
        paintRegion(painter, onView(page, m_region->points));
    }
    const app::SharedText text = m_texts.value(page);
    const auto [first, last] = selectedWords();
    if (!m_head || !text || at < first.page || at > last.page) {
        return;
    }
    const std::size_t begin = at == first.page ? first.word : 0;
    const std::size_t end = at == last.page ? last.word : text->words.size();
    for (const pdf::Box &box : app::lineBoxes(*text, begin, end)) {
        paintSelected(painter, onView(page, rectOf(box)));
    }
}

void PageView::paintSentence(QPainter &painter,
                             const QRect &place,
                             const QString &sentence,
                             const QColor &ink)
{
    const int most = fontMetrics().averageCharWidth() * kSentenceLetters;
    const int width = std::max(1, std::min(most, place.width() - 4 * PageLayout::kMargin));
    QRect room(0, 0, width, place.height());
    room.moveCenter(place.center());
    const QRect seen = room & viewport()->rect();
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(seen.isEmpty() ? room : seen, Qt::AlignCenter | Qt::TextWordWrap, sentence);
}

} // namespace winnow::gui
