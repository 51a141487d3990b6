#include "app/record_list.h"
#include "app/search_runs.h"
#include "filled_review.h"
#include "gui/frame/step.h"
#include "gui/queries/query_editor.h"
#include "gui/searches/history_pane.h"
#include "gui/searches/import_pane.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeWidget>

namespace winnow::gui {

namespace {

std::string ris(int from, int to)
{
    std::string text;
    for (int i = from; i < to; ++i) {
        text += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                " on handicraft\nAB  - Text.\nPY  - 2020\nER  - \n";
    }
    return text;
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(m_window->createReview(m_folder->path() / "r.winnow", QStringLiteral("A review")));
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void beginsAnEmptyReviewWithAPlaceToDropFiles()
    {
        QVERIFY(child<QPushButton>("chooseButton")->isVisible());
        QCOMPARE(QApplication::focusWidget(), child<QPushButton>("chooseButton"));
    }

    void importsAFileByKeysAlone()
    {
        const QString file = QString::fromStdString(m_folder->file("hits.ris", ris(0, 5)).string());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<QFileDialog *>() != nullptr);
        auto *dialog = m_window->findChild<QFileDialog *>();
        dialog->selectFile(file);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(child<QStackedWidget>("pages")->currentWidget()->objectName(),
                     QStringLiteral("formPage"));
        QTRY_VERIFY(m_window->findChild<QFileDialog *>() == nullptr);
        QApplication::setActiveWindow(m_window.get());
        QTRY_VERIFY(child<QLabel>("filesLabel")->text().contains(QStringLiteral("5 records")));
        QTRY_COMPARE(QApplication::focusWidget(), child<QLineEdit>("sourceEdit"));
        QTest::keyClicks(child<QLineEdit>("sourceEdit"), QStringLiteral("Ovid"));
        QTest::keyClick(child<QLineEdit>("sourceEdit"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(records(), std::size_t{5});
        QTRY_VERIFY(message().startsWith(QStringLiteral("5 records from hits.ris")));
        QTRY_COMPARE(QApplication::focusWidget(), child<QPushButton>("screenButton"));
        QSignalSpy wanted(m_window->session(), &Session::wanted);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(wanted.front().front().value<Place>().step == StepId::TitleAbstract);
    }

    void takesFilesThatAreDroppedOnTheWindowTogether()
    {
        step()->findChild<QueryEditor *>()->setPlainText(QStringLiteral("TITLE(handicraft)"));
        drop({m_folder->file("a.ris", ris(0, 3)), m_folder->file("b.ris", ris(3, 7))});
        QCOMPARE(form<QPlainTextEdit>("queryEdit")->toPlainText(), QStringLiteral("TITLE(handicraft)"));
        QTRY_VERIFY(child<QLabel>("filesLabel")->text().contains(QStringLiteral("b.ris: 4 records")));
        child<QLineEdit>("sourceEdit")->setText(QStringLiteral("Scopus"));
        child<QLineEdit>("dateEdit")->setText(QStringLiteral("2026-11"));
        child<QLineEdit>("hitsEdit")->setText(QStringLiteral("12"));
        child<QPushButton>("importButton")->click();
        QTRY_COMPARE(records(), std::size_t{7});
        QTRY_VERIFY(message().startsWith(QStringLiteral("7 records from 2 files")));
        const auto runs = app::searchRuns(m_window->session()->workspace());
        QCOMPARE(runs->size(), std::size_t{1});
        QCOMPARE(runs->front().source, std::string("Scopus"));
        QCOMPARE(runs->front().query, std::string("TITLE(handicraft)"));
        QCOMPARE(runs->front().date, std::string("2026-11"));
        QCOMPARE(runs->front().hits, std::optional<std::int64_t>(12));
    }

    void offersToReviewWhatLooksLikeDuplicates()
    {
        const std::string one =
            "TY  - JOUR\nTI  - Social media and craft markets in Malaysia\nAU  - Hassan, H\n"
            "PY  - 2020\nJO  - Journal of Crafts\nER  - \n";
        const std::string other =
            "TY  - JOUR\nTI  - Social media and craft market in Malaysia\nAU  - Hassan, H\n"
            "PY  - 2021\nJO  - Journal of Crafts\nER  - \n";
        drop({m_folder->file("a.ris", one + other)});
        QTRY_VERIFY(child<QPushButton>("importButton")->isEnabled());
        child<QPushButton>("importButton")->click();
        QTRY_COMPARE(records(), std::size_t{2});
        QTRY_VERIFY(child<QPushButton>("duplicatesButton")->isVisible());
        QCOMPARE(child<QLabel>("outcomeLabel")->text(),
                 QStringLiteral("2 records from a.ris; 1 look like duplicates."));
        QCOMPARE(message(), QStringLiteral("2 records from a.ris; 1 look like duplicates."));
        QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("onwardButton")), Qt::LeftButton);
        QCOMPARE(
            m_window->findChild<QStackedWidget *>(QStringLiteral("steps"))->currentWidget()->objectName(),
            QStringLiteral("duplicates"));
    }

    void saysWhatCouldNotBeReadAndWhere()
    {
        drop({m_folder->file("ovid.ris", ris(0, 2) + "TY  - JOUR\nPY  - 2020\nER  - \n" + ris(2, 3))});
        QTRY_VERIFY(child<QPushButton>("importButton")->isEnabled());
        child<QPushButton>("importButton")->click();
        QTRY_COMPARE(records(), std::size_t{3});
        QTRY_VERIFY(child<QLabel>("rejectedLabel")->isVisible());
        QVERIFY(child<QLabel>("rejectedLabel")
                    ->text()
                    .startsWith(QStringLiteral("1 record of ovid.ris could not be read (line 13).")));
        QSignalSpy wanted(m_window->session(), &Session::wanted);
        child<QPushButton>("rejectedButton")->click();
        QCOMPARE(wanted.front().front().value<Place>().part, QStringLiteral("imports"));
    }

    void asksWhatUnknownColumnsAre()
    {
        drop({m_folder->file("hits.csv", "Werk;Autor;Jahr\nErstes Handwerk;Meier, A;2020\n")});
        auto *tree = child<QTreeWidget>("columnTree");
        QTRY_VERIFY(!tree->isHidden());
        QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("Werk"));
        auto *box = qobject_cast<QComboBox *>(tree->itemWidget(tree->topLevelItem(0), 1));
        box->setCurrentIndex(box->findData(QStringLiteral("title")));
        Q_EMIT box->activated(box->currentIndex());
        QTRY_VERIFY(child<QLabel>("filesLabel")->text().contains(QStringLiteral("1 record,")));
        child<QLineEdit>("sourceEdit")->setText(QStringLiteral("Own"));
        child<QPushButton>("importButton")->click();
        QTRY_COMPARE(records(), std::size_t{1});
        const auto all = app::allRecords(m_window->session()->workspace());
        QCOMPARE(app::listRows(m_window->session()->workspace(), *all)->front().title,
                 std::string("Erstes Handwerk"));
    }

    void refusesWhatHoldsNoRecordsAndLeavesItByEscape()
    {
        drop({m_folder->file("a.txt", "nothing at all")});
        QTRY_VERIFY(form<QLabel>("problemLabel")->isVisible());
        QVERIFY(!child<QPushButton>("importButton")->isEnabled());
        child<QLineEdit>("sourceEdit")->setFocus();
        QTest::keyClick(child<QLineEdit>("sourceEdit"), Qt::Key_Escape);
        QCOMPARE(child<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("dropPage"));
    }

    void showsTheRecordsOfASearchAndItsQueryAgain()
    {
        step()->findChild<QueryEditor *>()->setPlainText(QStringLiteral("TITLE(handicraft)"));
        drop({m_folder->file("a.ris", ris(0, 3))});
        QTRY_VERIFY(child<QPushButton>("importButton")->isEnabled());
        child<QPushButton>("importButton")->click();
        auto *history = child<QTreeWidget>("historyTree");
        QTRY_COMPARE(history->topLevelItemCount(), 1);
        QCOMPARE(history->topLevelItem(0)->text(4), QStringLiteral("3"));
        history->setCurrentItem(history->topLevelItem(0));
        step()->findChild<QueryEditor *>()->clear();
        child<QPushButton>("historyQueryButton")->click();
        QCOMPARE(step()->findChild<QueryEditor *>()->toPlainText(), QStringLiteral("TITLE(handicraft)"));
        QSignalSpy wanted(m_window->session(), &Session::wanted);
        child<QPushButton>("historyRecordsButton")->click();
        const Place place = wanted.front().front().value<Place>();
        QVERIFY(place.step == StepId::Records);
        QCOMPARE(place.list->size(), std::size_t{3});
    }

    void notesSearchesWhoseRecordsAreElsewhere()
    {
        app::SearchRunRequest request;
        request.source = "Embase";
        request.hits = 120;
        request.date = "2026-10";
        step()->findChild<HistoryPane *>()->note(request);
        auto *history = child<QTreeWidget>("historyTree");
        QTRY_COMPARE(history->topLevelItemCount(), 1);
        QCOMPARE(history->topLevelItem(0)->text(1), QStringLiteral("Embase"));
        QCOMPARE(history->topLevelItem(0)->text(3), QStringLiteral("120"));
        QCOMPARE(history->topLevelItem(0)->text(4), QStringLiteral("0"));
        QVERIFY(message().contains(QStringLiteral("120 hits at Embase")));
    }

private:
    Step *step() { return m_window->step(StepId::Searches); }

    std::size_t records() { return app::allRecords(m_window->session()->workspace())->size(); }

    QString message() { return m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(); }

    void drop(const std::vector<std::filesystem::path> &files)
    {
        Place place{StepId::Searches, QStringLiteral("import")};
        for (const std::filesystem::path &file : files) {
            place.files << QString::fromStdString(file.string());
        }
        m_window->goTo(place);
    }

    template <class Widget>
    Widget *child(const char *name)
    {
        return step()->findChild<Widget *>(QString::fromLatin1(name));
    }

    template <class Widget>
    Widget *form(const char *name)
    {
        return step()->findChild<ImportPane *>()->findChild<Widget *>(QString::fromLatin1(name));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{5};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::ImportTest)
#include "import_test.moc"
