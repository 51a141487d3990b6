#include "app/find_records.h"
#include "gui/pages/page_view.h"
#include "gui/pages/pdf_pane.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace winnow::gui {

namespace {

constexpr int kPatienceMs = 30'000;

/// A page of an article: a heading, and lines that name the page.
std::string articlePage(int page)
{
    std::string content = test::pdfLine(72, 760, "Section " + std::to_string(page), "F1", 18);
    for (int line = 0; line < 40; ++line) {
        content += test::pdfLine(72,
                                 720 - 16 * line,
                                 "line " + std::to_string(line) + " of page " + std::to_string(page) +
                                     " is on markets for handicraft",
                                 "F2",
                                 11);
    }
    return content;
}

} // namespace

/// A view of 600 by 700 units.
class PageViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_pane = std::make_unique<PdfPane>();
        m_pane->resize(600, 700);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup() { m_pane.reset(); }

    void laysPagesBelowEachOtherAndSideBySide()
    {
        PageLayout layout;
        layout.setView({624, 400});
        layout.setPages({{300, 400}, {300, 400}, {600, 300}});
        QCOMPARE(layout.scale(), (624 - 2 * PageLayout::kMargin - 1) / 600.0);
        QVERIFY(layout.size().width() <= 624);
        QCOMPARE(layout.rectOf(0).center().x(), layout.rectOf(2).center().x());
        QCOMPARE(layout.rectOf(1).top(), layout.rectOf(0).bottom() + 1 + PageLayout::kGap);
        QCOMPARE(layout.pageAt(0), 0);
        QCOMPARE(layout.pageAt(layout.rectOf(1).top()), 1);
        QCOMPARE(layout.pageAt(1'000'000), 2);
        QCOMPARE(layout.pagesWithin(0, layout.rectOf(1).top()), std::pair(0, 1));
        layout.setTwoPages(true);
        QCOMPARE(layout.rectOf(0).top(), layout.rectOf(1).top());
        QVERIFY(layout.rectOf(1).left() > layout.rectOf(0).right());
        QVERIFY(layout.rectOf(2).left() >= 0);
        QCOMPARE(layout.pageAt(layout.rectOf(1).top() + 1), 0);
        QCOMPARE(layout.pagesWithin(0, layout.rectOf(2).top()), std::pair(0, 2));
        layout.setTwoPages(false);
        layout.setFit(PageFit::Page);
        QVERIFY(layout.rectOf(0).height() <= 400 && layout.rectOf(2).width() <= 624);
        layout.setScale(2);
        QCOMPARE(layout.rectOf(0).size(), QSize(600, 800));
        QCOMPARE(layout.pointOn(1, layout.onPage(1, {10, 20, 0, 0}).topLeft()), QPointF(10, 20));
    }

    void keepsNumbersOfScrollBarsWithinBoundsWhateverThePages()
    {
        PageLayout layout;
        layout.setView({800, 600});
        layout.setPages(std::vector<QSizeF>(100'000, QSizeF(1e6, 1e6)));
        layout.setScale(12);
        QVERIFY(layout.size().height() > 0);
        QVERIFY(layout.rectOf(99'999).bottom() > 0);
        layout.setPages({});
        QCOMPARE(layout.pagesWithin(0, 100), std::pair(-1, -2));
    }

    void opensTwoHundredPagesAtOnceAndDrawsOnlyWhatIsNeeded()
    {
        open(article(200));
        QCOMPARE(view()->pageCount(), 200);
        QCOMPARE(label("pageLabel"), QStringLiteral("of 200"));
        QTest::qWait(500);
        const double ratio = view()->devicePixelRatioF();
        const auto ofPage = static_cast<qint64>(600 * 850 * 4 * ratio * ratio);
        QVERIFY2(view()->pictures().bytes() < 6 * ofPage, "only what is seen and what is next is drawn");
        view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum());
        QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(199), kPatienceMs);
        QCOMPARE(child<QLineEdit>("pageEdit")->text(), QStringLiteral("200"));
        QVERIFY(isInked(199));
    }

    /// How soon is told, not tested.
    void showsTheFirstPageOfShortAndLongFiles()
    {
        for (const int pages : {1, 20, 200}) {
            std::vector<qint64> taken;
            for (int round = 0; round < 5; ++round) {
                const QString file = write(article(pages));
                QElapsedTimer clock;
                clock.start();
                show({file}, QStringLiteral("%1 pages, round %2 ").arg(pages).arg(round));
                QVERIFY(QTest::qWaitFor([this] { return view()->isDrawn(0); }, kPatienceMs));
                view()->viewport()->repaint();
                taken.push_back(clock.elapsed());
            }
            std::sort(taken.begin(), taken.end());
            qInfo("of %d pages the first was painted after %lld ms (median; %lld to %lld)",
                  pages,
                  taken[2],
                  taken.front(),
                  taken.back());
        }
    }

    void keepsItsPicturesWithinBounds()
    {
        open(article(200));
        view()->setZoom(2);
        for (int page = 0; page < 60; ++page) {
            view()->goToPage(page);
            QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(page), kPatienceMs);
            QVERIFY(view()->pictures().bytes() <= view()->pictures().mostBytes());
        }
        QCOMPARE(view()->pictures().mostBytes(), PagePictures::kLeastBytes);
    }

    void drawsOnlyTheSeenPartOfAPageThatIsVeryLarge()
    {
        open(article(3));
        view()->setZoom(8);
        QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(view()->currentPage()), kPatienceMs);
        QVERIFY(view()->pictures().bytes() < 32LL << 20);
        QVERIFY(view()->pictures().bytes() <= view()->pictures().mostBytes());
    }

    void keepsTheSamePlaceUnderThePointerWhileItGrows()
    {
        open(article(10));
        view()->goToPage(4);
        const QPointF place(300, 300);
        const int page = view()->currentPage();
        const PageLayout &layout = view()->layoutOfPages();
        const auto at = [&] {
            return layout.pointOn(page,
                                  place + QPointF(view()->horizontalScrollBar()->value(),
                                                  view()->verticalScrollBar()->value()));
        };
        const QPointF before = at();
        QWheelEvent wheel(place,
                          view()->viewport()->mapToGlobal(place.toPoint()),
                          {},
                          {0, 240},
                          Qt::NoButton,
                          Qt::ControlModifier,
                          Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(view()->viewport(), &wheel);
        QVERIFY(layout.fit() == PageFit::Scale);
        QVERIFY((at() - before).manhattanLength() < 3);
        press(Qt::Key_Plus, Qt::ControlModifier);
        const double larger = view()->zoom();
        press(Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(view()->zoom() < larger);
        m_pane->findChild<QAction *>(QStringLiteral("fitPageAction"))->trigger();
        QVERIFY(layout.rectOf(0).height() <= view()->viewport()->height());
        m_pane->findChild<QAction *>(QStringLiteral("twoPagesAction"))->trigger();
        QCOMPARE(layout.rectOf(4).top(), layout.rectOf(5).top());
    }

    void listsWhatASearchFindsAndGoesThere()
    {
        open(article(30));
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(find()->hasFocus());
        QTest::keyClicks(find(), QStringLiteral("LINE 7 of page 2"));
        auto *places = child<QTreeWidget>("placeList");
        QTRY_COMPARE_WITH_TIMEOUT(places->topLevelItemCount(), 11, kPatienceMs); // 2, and 20 to 29
        QVERIFY(places->isVisible());
        QVERIFY(places->topLevelItem(1)->text(0).contains(QStringLiteral("line 7 of page 20 is on markets")));
        QCOMPARE(places->topLevelItem(1)->text(1), QStringLiteral("21"));
        QTRY_COMPARE(label("findLabel"), QStringLiteral("1 of 11"));
        QCOMPARE(view()->currentPage(), 2);
        QTest::keyClick(find(), Qt::Key_Return);
        QCOMPARE(view()->currentPage(), 20);
        QTest::keyClick(find(), Qt::Key_F3, Qt::ShiftModifier);
        QTest::keyClick(find(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(label("findLabel"), QStringLiteral("11 of 11"));
        places->setCurrentItem(places->topLevelItem(4));
        QCOMPARE(view()->currentPage(), 23);
        QTest::keyClick(find(), Qt::Key_Escape);
        QVERIFY(view()->hasFocus());
        QVERIFY(!places->isVisible());
        QVERIFY(view()->finding().places.empty());
    }

    void saysOfAScanThatThereIsNothingToFindNorToSelect()
    {
        test::PdfFile scanned;
        scanned.pages = {{.content = "100 100 300 300 re f"}};
        open(scanned);
        QSignalSpy told(m_pane.get(), &PdfPane::told);
        QTRY_VERIFY_WITH_TIMEOUT((drag({100, 100}, {200, 200}), told.count() > 0), kPatienceMs);
        QVERIFY(told.front().front().toString().contains(QStringLiteral("scanned")));
        find()->setText(QStringLiteral("craft"));
        QTest::keyClick(find(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(label("sideNote").contains(QStringLiteral("scanned")), kPatienceMs);
        QCOMPARE(label("findLabel"), QStringLiteral("Not found"));
    }

    void selectsWordsAndSaysWhereTheyAre()
    {
        openWithText(article(3));
        drag(placeOf(0, {100, 125}), placeOf(0, {75, 158})); // from the first line to the third
        QSignalSpy quoted(m_pane.get(), &PdfPane::quoted);
        view()->quoteSelection();
        QTRY_COMPARE_WITH_TIMEOUT(quoted.count(), 1, kPatienceMs);
        const auto text = quoted.front().at(0).toString();
        QVERIFY2(text.endsWith(QStringLiteral("for handicraft line 1 of page 0 is on markets for handicraft "
                                              "line")),
                 qPrintable(text));
        const auto place = quoted.front().at(1).value<QuotePlace>();
        QCOMPARE(place.file, std::string("hash0"));
        QCOMPARE(place.page, std::int64_t{0});
        QCOMPARE(place.boxes.size(), std::size_t{3});
        QVERIFY(place.boxes[1].top > 120 && place.boxes[1].bottom < 150);
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::clipboard()->text().simplified() == text);
    }

    void selectsAPageAndThenAll()
    {
        openWithText(article(3));
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Section 0 line 0")));
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("Section 1")));
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::clipboard()->text().contains(QStringLiteral("\nSection 2 line 0")));
        press(Qt::Key_Escape);
        QVERIFY(!view()->hasSelection());
    }

    void selectsAWordByADoubleClickAndMoreWithShift()
    {
        openWithText(article(2));
        const QPoint word = placeOf(0, {80, 125});
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, word);
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, word);
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("line"));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::ShiftModifier, placeOf(0, {105, 125}));
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("line 0 of"));
    }

    void selectsWordsByKeysAlone()
    {
        openWithText(article(3));
        QSignalSpy told(m_pane.get(), &PdfPane::told);
        press(Qt::Key_F7);
        QVERIFY(told.front().front().toString().contains(QStringLiteral("Shift")));
        QCOMPARE(copied(), QStringLiteral("Section"));
        press(Qt::Key_Right);
        QCOMPARE(copied(), QStringLiteral("0"));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Home);
        QCOMPARE(copied(), QStringLiteral("line"));
        press(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(copied(), QStringLiteral("line 1 of page 0 is on markets for handicraft"));
        press(Qt::Key_Up, Qt::ShiftModifier);
        press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(copied(), QStringLiteral("for handicraft line"));
        QSignalSpy quoted(m_pane.get(), &PdfPane::quoted);
        m_pane->setQuotes(true);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(quoted.count(), 1);
        QCOMPARE(quoted.front().at(0).toString(), QStringLiteral("for handicraft line"));
        press(Qt::Key_Escape);
        QVERIFY(!view()->hasSelection());
        const int before = view()->verticalScrollBar()->value();
        press(Qt::Key_Down);
        QVERIFY(view()->verticalScrollBar()->value() > before); // arrows scroll again
    }

    void selectsByKeysFromWhatWasFoundOverTheEndOfAPage()
    {
        openWithText(article(3));
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(find(), QStringLiteral("line 39 of page 0"));
        QTRY_COMPARE_WITH_TIMEOUT(label("findLabel"), QStringLiteral("1 of 1"), kPatienceMs);
        QTest::keyClick(find(), Qt::Key_F7);
        QVERIFY(view()->hasFocus());
        QCOMPARE(copied(), QStringLiteral("line"));
        press(Qt::Key_End);
        QCOMPARE(copied(), QStringLiteral("handicraft"));
        const auto goesOver = [&] {
            const bool isOver = copied().contains(u'\n');
            if (!isOver) { // the text of the next page is being read
                press(Qt::Key_Right, Qt::ShiftModifier);
            }
            return isOver;
        };
        QVERIFY(QTest::qWaitFor(goesOver, kPatienceMs));
        QCOMPARE(copied(), QStringLiteral("handicraft\nSection"));
        press(Qt::Key_Up);
        QCOMPARE(copied(), QStringLiteral("handicraft"));
    }

    void waitsForTheTextOfThePageWhereSomethingWasFound()
    {
        open(article(30));
        view()->find(QStringLiteral("line 7 of page 29"), false);
        QTRY_VERIFY_WITH_TIMEOUT(view()->finding().isAll, kPatienceMs);
        view()->showPlace(0);
        view()->chooseWords(); // before the text of that page is there
        QTRY_VERIFY_WITH_TIMEOUT(view()->hasSelection(), kPatienceMs);
        QCOMPARE(copied(), QStringLiteral("line"));
        press(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(copied(), QStringLiteral("line 7 of page 29 is on markets for handicraft"));
    }

    void keepsSizesWithoutWritingAtEachStep()
    {
        m_pane->keepSize(QStringLiteral("steps"));
        PdfPane other;
        other.keepSize(QStringLiteral("steps"));
        open(article(2));
        view()->setZoom(1.5);
        QVERIFY(!QSettings().contains(QStringLiteral("pdf/steps")));
        m_pane->hide();
        other.show();
        other.hide(); // it was not changed, and leaves alone what is kept
        QCOMPARE(QSettings().value(QStringLiteral("pdf/steps")).toString(), QStringLiteral("150"));
    }

    void quotesAPartOfAPage()
    {
        openWithText(article(2));
        drag(placeOf(0, {60, 60}), placeOf(0, {300, 95}), Qt::AltModifier);
        QSignalSpy quoted(m_pane.get(), &PdfPane::quoted);
        view()->quoteSelection();
        QCOMPARE(quoted.count(), 1);
        QCOMPARE(quoted.front().at(0).toString(), QStringLiteral("Section 0"));
        const auto place = quoted.front().at(1).value<QuotePlace>();
        QCOMPARE(place.boxes.size(), std::size_t{1});
        QVERIFY(std::abs(place.boxes[0].left - 60) < 2 && std::abs(place.boxes[0].bottom - 95) < 2);
    }

    void quotesAPartOfAPageByKeysAlone()
    {
        openWithText(article(2));
        press(Qt::Key_F7, Qt::ShiftModifier);
        QVERIFY(view()->hasSelection());
        for (int i = 0; i < 200; ++i) {
            press(Qt::Key_Left);
            press(Qt::Key_Up); // into the corner of the paper
        }
        for (int i = 0; i < 200; ++i) {
            press(Qt::Key_Left, Qt::ShiftModifier);
            press(Qt::Key_Up, Qt::ShiftModifier);
        }
        for (int i = 0; i < 50; ++i) {
            press(Qt::Key_Right, Qt::ShiftModifier);
        }
        for (int i = 0; i < 15; ++i) {
            press(Qt::Key_Down, Qt::ShiftModifier);
        }
        QSignalSpy quoted(m_pane.get(), &PdfPane::quoted);
        view()->quoteSelection();
        QCOMPARE(quoted.count(), 1);
        QCOMPARE(quoted.front().at(0).toString(), QStringLiteral("Section 0"));
        const auto place = quoted.front().at(1).value<QuotePlace>();
        QCOMPARE(place.boxes.size(), std::size_t{1});
        const auto &box = place.boxes.front();
        QVERIFY(box.left == 0 && box.top == 0 && box.right == 304 && box.bottom == 94);
        QVERIFY(view()->accessibleDescription().startsWith(QStringLiteral("From 0 to 51 percent")));
        press(Qt::Key_Escape);
        QVERIFY(!view()->hasSelection());
    }

    void quotesTheWordsOfAPartOfAPageThatWereReadLater()
    {
        connect(view(), &PageView::opened, view(), &PageView::chooseRegion);
        open(article(2));
        QSignalSpy quoted(m_pane.get(), &PdfPane::quoted);
        const auto hasWords = [&] {
            view()->quoteSelection();
            return quoted.back().at(0).toString().contains(QStringLiteral("handicraft"));
        };
        QVERIFY(QTest::qWaitFor(hasWords, kPatienceMs));
    }

    void opensAtTheMarkedPlaceOfAQuote()
    {
        const QString first = write(article(3));
        const QString second = write(article(40));
        show({first, second});
        const QuotePlace place{"hash1", 30, {{72, 400, 500, 412}}};
        QVERIFY(m_pane->openAt(place)); // before it is read
        QTRY_COMPARE_WITH_TIMEOUT(view()->pageCount(), 40, kPatienceMs);
        QCOMPARE(view()->currentPage(), 30);
        QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(30), kPatienceMs);
        const QPoint within = placeOf(30, {450, 406});
        QVERIFY(view()->viewport()->rect().contains(within));
        const QColor shade = seen().pixelColor(within);
        QVERIFY2(shade.green() > shade.red() && shade != QColor(Qt::white), qPrintable(shade.name()));
        QVERIFY(!m_pane->openAt({"another", 0, {}}));
    }

    void leadsFromItsContentsToPages()
    {
        test::PdfFile file = article(12);
        file.outline = {{0, "Section 3"}, {0, "Section 9"}};
        open(file);
        auto *contents = m_pane->findChild<QAction *>(QStringLiteral("contentsAction"));
        QTRY_VERIFY_WITH_TIMEOUT(contents->isEnabled(), kPatienceMs); // once it is known that there are some
        contents->trigger();
        auto *outline = child<QTreeWidget>("outlineList");
        QTRY_COMPARE_WITH_TIMEOUT(outline->topLevelItemCount(), 2, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(outline->topLevelItem(1)->text(1), QStringLiteral("10"), kPatienceMs);
        QVERIFY(outline->isVisible());
        Q_EMIT outline->itemClicked(outline->topLevelItem(1), 0);
        QCOMPARE(view()->currentPage(), 9);
    }

    void marksWordsAsInScreening()
    {
        m_pane->setHighlighter(
            Highlighter({{HighlightKind::Exclude, {}, {QStringLiteral("markets")}}}, nullptr));
        openWithText(article(2));
        // "line 0 of page 0 is on markets": the word is about there.
        const QImage image = seen();
        int reddish = 0;
        for (int x = 0; x < image.width(); ++x) {
            const QColor shade = image.pixelColor(x, placeOf(0, {0, 119}).y());
            reddish += shade.red() > shade.green() + 10 ? 1 : 0;
        }
        QVERIFY(reddish > 10);
    }

    void marksTheWordsOfAQueryInTheFullText()
    {
        m_pane->setHighlighter(Highlighter({}, app::treeOf("FULLTEXT(markets)").value()));
        openWithText(article(2));
        const QImage image = seen();
        int bluish = 0;
        for (int x = 0; x < image.width(); ++x) {
            const QColor shade = image.pixelColor(x, placeOf(0, {0, 119}).y());
            bluish += shade.blue() > shade.red() + 10 ? 1 : 0;
        }
        QVERIFY(bluish > 10);
    }

    void saysInThePlaceOfPagesWhyAFileCannotBeRead()
    {
        test::PdfFile locked;
        locked.pages = {{.content = test::pdfLine(72, 700, "secret")}};
        locked.password = "words";
        const std::vector<std::pair<std::string, const char *>> files{
            {test::makePdf(locked), "password"},
            {"%PDF-1.4 and then nothing", "damaged"},
            {"<html>Please log in</html>", "not a PDF"},
        };
        for (const auto &[bytes, words] : files) {
            const auto path = m_folder->file("bad.pdf", bytes);
            show({QString::fromStdString(path.string())});
            QTRY_VERIFY_WITH_TIMEOUT(!view()->sentence().isEmpty(), kPatienceMs);
            QVERIFY2(view()->sentence().contains(QLatin1String(words)), qPrintable(view()->sentence()));
            QVERIFY(view()->sentence().contains(QStringLiteral("paper 0.pdf")));
            QVERIFY(!find()->isEnabled());
            show({write(article(2))}, QStringLiteral("another "));
            QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(0), kPatienceMs);
        }
    }

    void showsOtherPagesWhereOneIsABomb()
    {
        test::PdfFile file = article(3);
        file.pages[1] = {.content = test::deflatedZeros(1)}; // what is in it is no drawing
        file.pages[1].width = 1e5;
        file.pages[1].height = 1e5;
        open(file);
        view()->goToPage(2);
        QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(2), kPatienceMs);
    }

    void keepsItsSizeUntilTheNextStart()
    {
        m_pane->keepSize(QStringLiteral("here"));
        open(article(2));
        press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        m_pane->hide();
        QVERIFY(sizeAtNextStart() == std::tuple(PageFit::Page, true));
        m_pane->show();
        view()->setZoom(1.5);
        m_pane->hide();
        PdfPane next;
        next.keepSize(QStringLiteral("here"));
        QCOMPARE(std::lround(next.view()->zoom() * 100), 150L);
        PdfPane elsewhere;
        elsewhere.keepSize(QStringLiteral("there"));
        QVERIFY(elsewhere.view()->layoutOfPages().fit() == PageFit::Width);
    }

    void comesBackToWhereAFileWasLeft()
    {
        const QString first = write(article(20));
        const QString second = write(article(5));
        show({first, second});
        QTRY_COMPARE_WITH_TIMEOUT(view()->pageCount(), 20, kPatienceMs);
        view()->goToPage(11);
        auto *files = child<QComboBox>("pdfBox");
        QVERIFY(!files->isHidden());
        files->setCurrentIndex(1);
        Q_EMIT files->activated(1);
        QTRY_COMPARE_WITH_TIMEOUT(view()->pageCount(), 5, kPatienceMs);
        Q_EMIT files->activated(0);
        QTRY_COMPARE_WITH_TIMEOUT(view()->pageCount(), 20, kPatienceMs);
        QCOMPARE(view()->currentPage(), 11);
    }

    void offersAllFilesAlsoWhereThereIsLittleRoom()
    {
        m_pane->resize(360, 600);
        show({write(article(3)), write(article(5))});
        QTRY_COMPARE_WITH_TIMEOUT(view()->pageCount(), 3, kPatienceMs);
        const auto *menu = m_pane->findChild<QMenu *>(QStringLiteral("pdfFileMenu"));
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->menuAction()->isVisible());
        menu->actions().at(1)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(view()->pageCount(), 5, kPatienceMs);
    }

    void endsADragWithTheFileThatItBeganIn()
    {
        openWithText(article(3));
        view()->setSelectsRegions(true);
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, placeOf(0, {100, 125}));
        view()->showSentence(QStringLiteral("another"));
        QTest::mouseMove(view()->viewport(), QPoint(200, 200));
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, QPoint(200, 200));
        QVERIFY(!view()->hasSelection());
    }

    void goesAwayInTheMiddleOfItsWork()
    {
        show({write(article(200))});
        view()->find(QStringLiteral("page"));
        QTest::qWait(60);
        m_pane.reset();
        QVERIFY(m_pane == nullptr);
    }

private:
    static test::PdfFile article(int pages)
    {
        test::PdfFile file;
        for (int page = 0; page < pages; ++page) {
            file.pages.push_back({.content = articlePage(page)});
        }
        return file;
    }

    QString write(const test::PdfFile &file)
    {
        const std::string name = std::to_string(m_files++) + ".pdf";
        return QString::fromStdString(m_folder->file(name, test::makePdf(file)).string());
    }

    /// Under the names "paper 0.pdf" and so on.
    void show(const QStringList &files, const QString &hash = QStringLiteral("hash"))
    {
        std::vector<PdfChoice> choices;
        for (const QString &file : files) {
            const QString number = QString::number(choices.size());
            choices.push_back(
                {{file.toStdString(), QStringLiteral("paper %1.pdf").arg(number), hash + number}});
        }
        m_pane->setFiles(choices);
        m_pane->takeFocus();
    }

    void open(const test::PdfFile &file)
    {
        show({write(file)});
        QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(0), kPatienceMs);
    }

    /// The words of the first page are there: it can be selected.
    void openWithText(const test::PdfFile &file)
    {
        open(file);
        QTRY_VERIFY_WITH_TIMEOUT((view()->selectPage(), view()->hasSelection()), kPatienceMs);
        view()->clearSelection();
    }

    PageView *view() { return m_pane->view(); }

    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_pane->findChild<Widget *>(QString::fromLatin1(name));
    }

    QLineEdit *find() { return child<QLineEdit>("findEdit"); }

    QString label(const char *name) { return child<QLabel>(name)->text(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(view(), key, modifiers); }

    static std::tuple<PageFit, bool> sizeAtNextStart()
    {
        PdfPane next;
        next.keepSize(QStringLiteral("here"));
        return {next.view()->layoutOfPages().fit(), next.view()->layoutOfPages().hasTwoPages()};
    }

    /// What is selected, by way of the clipboard.
    QString copied()
    {
        const QString none = QStringLiteral("(nothing)");
        QApplication::clipboard()->setText(none);
        press(Qt::Key_C, Qt::ControlModifier);
        (void)QTest::qWaitFor([&] { return QApplication::clipboard()->text() != none; }, kPatienceMs);
        return QApplication::clipboard()->text();
    }

    /// A place of a page in points, in the viewport.
    QPoint placeOf(int page, const QPointF &points)
    {
        const QPointF place = view()->layoutOfPages().onPage(page, {points, QSizeF()}).topLeft();
        return place.toPoint() -
               QPoint(view()->horizontalScrollBar()->value(), view()->verticalScrollBar()->value());
    }

    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view()->viewport(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(view()->viewport(), (from + to) / 2);
        QTest::mouseMove(view()->viewport(), to);
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, modifiers, to);
    }

    /// What is painted, a pixel for each unit of the view.
    QImage seen() { return view()->viewport()->grab().toImage().scaled(view()->viewport()->size()); }

    /// Something is printed on what is seen of the page.
    bool isInked(int page)
    {
        const QImage image = seen();
        const QRect paper =
            view()->layoutOfPages().rectOf(page).translated(0, -view()->verticalScrollBar()->value()) &
            image.rect();
        for (int y = paper.top(); y <= paper.bottom(); ++y) {
            for (int x = paper.left(); x <= paper.right(); ++x) {
                if (image.pixelColor(x, y).lightness() < 80) {
                    return true;
                }
            }
        }
        return false;
    }

    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<PdfPane> m_pane;
    int m_files = 0;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::PageViewTest)
#include "page_view_test.moc"
