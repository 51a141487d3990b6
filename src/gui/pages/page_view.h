#pragma once

#include "gui/pages/page_layout.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/page_reader.h"
#include "gui/pages/page_marks.h"
#include "gui/pages/page_pictures.h"
#include "model/quote_place.h"
#endif

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QHash>
#include <QString>

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace winnow::gui {

class PageFile;

/// A file that pages are shown of.
struct PageFileName
{
    std::filesystem::path path;
    QString name;   ///< for people
    QString sha256; ///< for quotes
};

/// How far a search in the file is.
struct PageFinding
{
    QString words;
    std::vector<app::FoundPlace> places; ///< so far, in the order of the file
    int current = -1;                    ///< that is shown
    int pagesRead = 0;
    bool isAll = true;
    bool isCut = false;
    bool hasText = true; ///< false when all was read and no page has a word
    QString problem{};   ///< why a page was not read
};

/// The pages of a PDF one below the other, to be read, searched and quoted from. Paper is there at once, what
/// is on it when it is drawn. Letters and digits are left to whoever shows the view.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageView(QWidget *parent = nullptr);
    ~PageView() override;

    /// Shows the first page when the file is read, or what the file turns out to be instead.
    void open(const PageFileName &file);

    /// Shows nothing but a sentence; it may be empty.
    void showSentence(const QString &sentence);

    [[nodiscard]] const PageFileName &file() const { return m_name; }

    [[nodiscard]] int pageCount() const { return m_layout.count(); }

    /// What stands in the place of pages; empty: they are there.
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

    // Where in the file.
    [[nodiscard]] int currentPage() const;
    void goToPage(int page);

    /// Brings a place of this file into sight and marks it; also before the pages are there.
    void openAt(const QuotePlace &place);

    /// How far down it is scrolled, in pages; also of a file that is still being opened.
    [[nodiscard]] double position() const;
    void setPosition(double position);

    // How large.
    [[nodiscard]] const PageLayout &layoutOfPages() const { return m_layout; }

    void setFit(PageFit fit);

    /// 1: as large as on paper.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const;
    void zoomIn();
    void zoomOut();
    void setTwoPages(bool areTwo);

    /// What is marked on all pages, as in the text of records.
    void setHighlighter(const Highlighter &highlighter);

    // Search.
    /// `goesThere`: the first place from where one reads on is shown.
    void find(const QString &words, bool goesThere = true);

    [[nodiscard]] const PageFinding &finding() const { return m_finding; }

    void showPlace(int place);
    void showNextPlace(int step); ///< 1 or -1; round from the last to the first

    // Selection.
    [[nodiscard]] bool hasSelection() const { return m_head.has_value() || m_region.has_value(); }

    void selectPage();
    void selectAll();

    /// The place that was found, or the first word in sight, is selected, and arrows, Home and End lead from
    /// it to others, with Shift as far as there, until Escape.
    void chooseWords();
    void clearSelection();
    void copySelection();

    /// The middle of what is seen is selected, and arrows move it, with Shift its right and lower edge, until
    /// Escape.
    void chooseRegion();

    /// Tells of what is selected by quoted().
    void quoteSelection();

    /// A drag selects a part of a page, whatever is on it, and not words.
    void setSelectsRegions(bool areRegions);

    [[nodiscard]] bool selectsRegions() const { return m_selectsRegions; }

    // For those who want to know what is ready.
    [[nodiscard]] bool isDrawn(int page) const; ///< all that is seen of it, at this size

    [[nodiscard]] const PagePictures &pictures() const { return m_pictures; }

Q_SIGNALS:
    void opened();
    void sentenceShown(const QString &sentence);
    void pageChanged(int page);
    void layoutChanged();
    void outlined(const std::vector<winnow::app::OutlineLine> &lines);
    void findingChanged();
    void selectionChanged();
    void quoted(const QString &text, const winnow::QuotePlace &place);
    void told(const QString &text); ///< what cannot be done, or was

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A place of a page that stays where it is while sizes change.
    struct Anchor
    {
        int page = 0;
        QPointF points;
        QPointF seenAt; ///< in the viewport
    };

    /// A part of a page, in points.
    struct Region
    {
        int page = 0;
        QRectF points;
    };

    /// What keys select.
    enum class Choosing { Nothing, Words, Region };

    /// What is done with the words that the reader collects.
    enum class Purpose { None, Copy, Quote };

    void close();
    void connectFile();
    void takePages(const pdf::About &about);
    void takeText(int page, const app::SharedText &text);
    void takeFound(const app::FoundPlaces &found);
    void takeCopied(const QString &text);
    void goToWanted();

    // What is seen.
    [[nodiscard]] QPoint offset() const;
    [[nodiscard]] std::pair<int, int> seenPages() const;
    [[nodiscard]] QRect paperOf(int page) const; ///< in the viewport
    [[nodiscard]] QRect seenPixels(int page) const;
    [[nodiscard]] double pixelScale() const;
    [[nodiscard]] double scaleOfPaper() const;
    [[nodiscard]] QSizeF sizeOfPaper(int page) const; ///< in points
    [[nodiscard]] QRectF onView(int page, const QRectF &points) const;
    void fitBars();
    void askForSeen();
    void askForTexts(int first, int end);
    void tellPage();
    void bringIntoSight(int page, const QRectF &points);
    [[nodiscard]] Anchor anchorAt(const QPointF &place) const;
    void keep(const Anchor &anchor);

    template <typename Change>
    void changeLayout(const QPointF &fixed, Change change);

    void paintPage(QPainter &painter, int page);
    void paintMarks(QPainter &painter, int page);
    void paintSentence(QPainter &painter, const QRect &place, const QString &sentence, const QColor &ink);

    // What is selected.
    [[nodiscard]] int pageUnder(const QPointF &place) const;
    [[nodiscard]] std::optional<app::WordPlace> wordUnder(const QPointF &place);
    [[nodiscard]] std::pair<app::WordPlace, app::WordPlace> selectedWords() const;
    void extendTo(const QPointF &place);
    void selectTo(app::WordPlace word);
    [[nodiscard]] std::optional<app::WordPlace> firstToChoose();
    void chooseTo(app::WordPlace word);
    void chooseTo(const Region &region);
    bool chooseByKey(const QKeyEvent &event);
    bool chooseWordByKey(const QKeyEvent &event);
    bool chooseRegionByKey(const QKeyEvent &event);
    [[nodiscard]] std::optional<app::WordPlace> wordOfNextPage(int page, int step) const;
    void showCursor(const QPointF &place, Qt::KeyboardModifiers modifiers);
    void quoteRegion();
    void collect(Purpose purpose);
    void tellNoText();

    PageFileName m_name;
    PageFile *m_file = nullptr;
    PageLayout m_layout;
    PagePictures m_pictures;
    QString m_sentence;
    QHash<int, app::SharedText> m_texts; ///< of the pages that are seen, and those next to them
    QHash<int, std::vector<PageMark>> m_marks;
    Highlighter m_highlighter;
    std::optional<double> m_wantedPosition;
    std::optional<QuotePlace> m_place; ///< that is marked
    bool m_goesToPlace = false;
    int m_toldPage = -1;
    bool m_isFitting = false;

    PageFinding m_finding;
    std::size_t m_search = 0;
    bool m_goesToFound = true;

    bool m_selectsRegions = false;
    bool m_hasToldNoText = false;
    std::optional<app::WordPlace> m_anchor; ///< where a drag began
    std::optional<app::WordPlace> m_head;   ///< where it is; none: nothing is selected
    std::optional<Region> m_region;
    Choosing m_choosing = Choosing::Nothing;
    bool m_wantsToChoose = false; ///< words, as soon as the text is read
    app::SharedText m_firstText;  ///< of the first page of the selection
    QPointF m_pressedAt;
    QPointF m_draggedTo;
    bool m_isDragging = false;
    bool m_dragsRegion = false;
    QBasicTimer m_dragTimer;
    Purpose m_purpose = Purpose::None;
};

} // namespace winnow::gui
