#include "extraction_fixture.h"
#include "gui/pages/page_view.h"
#include "model/quote_place.h"
#include "watched.h"

#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>

namespace winnow::gui {

/// Quotes of values: typed, picked from reports and their PDFs, and opened there again.
class QuotesTest : public ExtractionFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void quotesFromThePdfAndOpensThePlaceAgain()
    {
        constexpr int kPatienceMs = 30'000;
        ExtractionPane *dialog = filled();
        attachPdf(dialog);
        type(dialog, "country", "valueEdit", "Malaysia");
        part<QLineEdit>(dialog, "country", "valueEdit")->setFocus();
        auto *view = dialog->findChild<PageView *>();
        QTRY_COMPARE_WITH_TIMEOUT(view->pageCount(), 6, kPatienceMs);
        auto *quote = dialog->findChild<QPushButton *>(QStringLiteral("quoteButton"));
        QTRY_VERIFY_WITH_TIMEOUT((view->selectPage(), quote->isEnabled()), kPatienceMs);
        quote->click();
        QTRY_COMPARE_WITH_TIMEOUT(
            lines(dialog, "country", "quoteEdit"), QStringList{QStringLiteral("Woven by hand")}, kPatienceMs);
        QCOMPARE(lines(dialog, "country", "pageEdit"), QStringList{QStringLiteral("1")});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes.size(), std::size_t{1});
        const auto place = quotePlace(said().at("country").quotes.front().place);
        QVERIFY(place);
        QCOMPARE(place->page, std::int64_t{0});
        QVERIFY(!place->boxes.empty());
        view->goToPage(4);
        QTRY_COMPARE(view->currentPage(), 4);
        auto *open = editor(dialog, "country")->findChild<QToolButton *>(QStringLiteral("placeButton"));
        QVERIFY(open->isVisible());
        open->click();
        QTRY_COMPARE_WITH_TIMEOUT(view->currentPage(), 0, kPatienceMs);
    }

    void quotesByKeysAlone()
    {
        constexpr int kPatienceMs = 30'000;
        ExtractionPane *dialog = filled();
        attachPdf(dialog);
        auto *view = dialog->findChild<PageView *>();
        QTRY_VERIFY_WITH_TIMEOUT((view->selectPage(), view->hasSelection()), kPatienceMs);
        view->clearSelection();
        type(dialog, "country", "valueEdit", "Malaysia");
        auto *field = part<QLineEdit>(dialog, "country", "valueEdit");
        field->setFocus();
        QTest::keyClick(field, Qt::Key_F7);
        QVERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Apostrophe, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(
            lines(dialog, "country", "quoteEdit"), QStringList{QStringLiteral("Woven by")}, kPatienceMs);
    }

    void goesFromTheWindowToTheQuoteOfACell()
    {
        constexpr int kPatienceMs = 30'000;
        ExtractionPane *dialog = filled();
        const std::string file = attachPdf(dialog);
        const RecordId record = dialog->record();
        auto *view = dialog->findChild<PageView *>();
        QTRY_COMPARE_WITH_TIMEOUT(view->pageCount(), 6, kPatienceMs);
        dialog->showRecord(app::allRecords(m_window->session()->workspace()).value().back());
        QTRY_VERIFY(dialog->record() != record);
        QTRY_COMPARE(view->pageCount(), 0);
        m_window->goTo({.step = StepId::Overview});
        m_window->goTo({.step = StepId::Extraction,
                        .part = QStringLiteral("extraction"),
                        .record = record,
                        .quote = QString::fromStdString(toText({file, 4, {{72, 100, 200, 112}}}))});
        QTRY_COMPARE_WITH_TIMEOUT(view->currentPage(), 4, kPatienceMs);
    }

    void forgetsThePlaceOfAQuoteOfWhichNoWordIsLeft()
    {
        ExtractionPane *dialog = filled();
        const std::string place = std::string(64, 'a') + "#page=1";
        note("country", "Malaysia", {{"woven by hand", "1", place}});
        changed();
        auto *quote = part<QLineEdit>(dialog, "country", "quoteEdit");
        QTRY_COMPARE(quote->text(), QStringLiteral("woven by hand"));
        quote->setFocus();
        quote->setCursorPosition(0);
        QTest::keyClicks(quote, QStringLiteral("is "));
        QTest::keyClick(quote, Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes,
                     (std::vector<extraction::Quote>{{"is woven by hand", "1", place}}));
        quote->selectAll();
        QTest::keyClicks(quote, QStringLiteral("other words"));
        QTest::keyClick(quote, Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes, (std::vector<extraction::Quote>{{"other words", "1", ""}}));
    }

    void keepsThePlaceOfARegionThatIsQuotedWithoutWords()
    {
        ExtractionPane *dialog = filled();
        const std::string place = std::string(64, 'a') + "#page=1&box=10,10,90,40";
        note("country", "Malaysia", {{"", "1", place}});
        changed();
        auto *page = part<QLineEdit>(dialog, "country", "pageEdit");
        QTRY_COMPARE(page->text(), QStringLiteral("1"));
        auto *quote = part<QLineEdit>(dialog, "country", "quoteEdit");
        quote->setFocus();
        QTest::keyClicks(quote, QStringLiteral("typed from a scan"));
        QTest::keyClick(quote, Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes,
                     (std::vector<extraction::Quote>{{"typed from a scan", "1", place}}));
    }

    void saysOfAQuoteWhosePdfIsGone()
    {
        ExtractionPane *dialog = filled();
        const std::string place = std::string(64, 'a') + "#page=1";
        note("country", "Malaysia", {{"words", "1", place}});
        changed();
        auto *open = editor(dialog, "country")->findChild<QToolButton *>(QStringLiteral("placeButton"));
        QTRY_VERIFY(open->isVisible());
        open->click();
        QTRY_VERIFY(message().contains(QStringLiteral("not attached any more")));
    }

    void keepsAllQuotesOfAValueAndChangesEachOfThem()
    {
        ExtractionPane *dialog = filled();
        note("country", "Malaysia", {{"first words", "1"}, {"second words", "2"}});
        changed();
        QTRY_COMPARE(lines(dialog, "country", "quoteEdit"),
                     (QStringList{QStringLiteral("first words"), QStringLiteral("second words")}));
        auto *second = editor(dialog, "country")->findChildren<QLineEdit *>(QStringLiteral("pageEdit")).at(1);
        second->setFocus();
        second->selectAll();
        QTest::keyClicks(second, QStringLiteral("22"));
        QTest::mouseClick(part<QPushButton>(dialog, "country", "moreQuotesButton"), Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("third words"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes,
                     (std::vector<extraction::Quote>{
                         {"first words", "1"}, {"second words", "22"}, {"third words", ""}}));
        auto *first = part<QLineEdit>(dialog, "country", "quoteEdit");
        first->clear();
        part<QLineEdit>(dialog, "country", "pageEdit")->clear();
        part<QLineEdit>(dialog, "people", "valueEdit")->setFocus();
        QTRY_COMPARE(said().at("country").quotes.size(), std::size_t{2});
        QTRY_COMPARE(lines(dialog, "country", "quoteEdit").size(), 2);
    }

    void quotesWhatIsSelectedInTheReportForTheField()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        auto *text = dialog->findChild<QTextBrowser *>(QStringLiteral("reportText"));
        bool isFound = false;
        QTRY_VERIFY((isFound = isFound || text->find(QStringLiteral("Bamboo from Malaysia"))));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Apostrophe, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("pageEdit"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes,
                     (std::vector<extraction::Quote>{{"Bamboo from Malaysia", "7"}}));
    }
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::QuotesTest)
#include "quotes_test.moc"
