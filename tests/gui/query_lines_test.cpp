#include "app/record_list.h"
#include "filled_review.h"
#include "gui/frame/step.h"
#include "gui/queries/problem_list.h"
#include "gui/queries/query_editor.h"
#include "gui/queries/query_pane.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

namespace winnow::gui {

class QueryLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        std::string ris;
        for (int i = 0; i < 60; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   (i % 3 == 0 ? " on handicraft" : " on steel") + (i % 2 == 0 ? " and markets" : "") +
                   (i < 50 ? "\nAB  - Text." : "") + "\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        m_window->goTo({StepId::Searches, QStringLiteral("lines")});
    }

    void cleanup() { m_window.reset(); }

    void showsTheLinesOfTheQuery()
    {
        write(QStringLiteral("TITLE(handicraft OR loom) AND TITLE(markets)"));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        const QTreeWidgetItem *whole = tree()->topLevelItem(0);
        QCOMPARE(whole->childCount(), 2);
        QCOMPARE(whole->text(1), QStringLiteral("10"));
        const QTreeWidgetItem *group = whole->child(0);
        QCOMPARE(group->text(0), QStringLiteral("2  TITLE(handicraft OR loom)"));
        QCOMPARE(group->text(1), QStringLiteral("20"));
        QCOMPARE(group->text(2), QString());
        QCOMPARE(group->text(4), QStringLiteral("20"));
        QCOMPARE(group->child(0)->text(2), QStringLiteral("20"));
        QCOMPARE(group->child(0)->text(3), QStringLiteral("10"));
        QCOMPARE(group->child(1)->text(0), QStringLiteral("4  OR  loom"));
        QCOMPARE(group->child(1)->text(1), QStringLiteral("0"));
        QCOMPARE(whole->child(1)->text(0), QStringLiteral("5  AND  TITLE(markets)"));
        QVERIFY((group->textAlignment(1) & Qt::AlignRight) != 0);
        QVERIFY(tree()->isColumnHidden(5));
        QCOMPARE(child<QLabel>("foundLabel")->text(),
                 QStringLiteral("Finds 10 of the 60 records of the review."));
    }

    void showsBesideEachLineWhatItFinds()
    {
        write(QStringLiteral("TITLE(handicraft OR loom)\nAND TITLE(markets)\nAND NOT TITLE(loom)"));
        QTRY_COMPARE(editor()->lineHits().size(), std::size_t{3});
        QCOMPARE(editor()->lineHits()[0].text, QStringLiteral("20"));
        QCOMPARE(editor()->lineHits()[1].text, QStringLiteral("30"));
        QCOMPARE(editor()->lineHits()[2].text, QStringLiteral("\u22120"));
        QVERIFY(editor()->lineHits()[2].isEmpty);
        write(QStringLiteral("TITLE(handicraft"));
        QTRY_VERIFY(child<QLabel>("foundLabel")->text().contains(QStringLiteral("once it can be read")));
        QCOMPARE(editor()->lineHits().size(), std::size_t{3});
        write({});
        QTRY_VERIFY(editor()->lineHits().empty());
    }

    void listsTheRecordsOfALine()
    {
        write(QStringLiteral("TITLE(handicraft OR loom) AND TITLE(markets)"));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        QTreeWidgetItem *handicraft = tree()->topLevelItem(0)->child(0)->child(0);
        QSignalSpy wanted(m_window->session(), &Session::wanted);
        Q_EMIT tree()->itemActivated(handicraft, 0);
        QCOMPARE(wanted.count(), 1);
        const Place place = wanted.front().front().value<Place>();
        QVERIFY(place.step == StepId::Records);
        QCOMPARE(place.query, std::optional(QStringLiteral("TITLE(handicraft)")));
        QCOMPARE(editor()->toPlainText(), QStringLiteral("TITLE(handicraft OR loom) AND TITLE(markets)"));
    }

    void tellsWhichLineLosesASeed()
    {
        write(QStringLiteral("TITLE(handicraft) AND TITLE(markets)"));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        child<QLineEdit>("seedsEdit")->setText(QStringLiteral("K0, K3, K1"));
        QTest::keyClick(child<QLineEdit>("seedsEdit"), Qt::Key_Return);
        QTRY_VERIFY(child<QLabel>("seedText")->isVisible());
        QCOMPARE(child<QLabel>("seedText")->text(),
                 QStringLiteral("1 of 3 seeds found; K3 is lost by line 3; K1 is lost by line 2."));
        QVERIFY(!tree()->isColumnHidden(5));
        QCOMPARE(tree()->topLevelItem(0)->child(1)->text(5), QStringLiteral("2"));
    }

    void saysWhatIsWrongWithSeeds()
    {
        write(QStringLiteral("TITLE(handicraft)"));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        auto *problem = step()
                            ->findChild<QWidget *>(QStringLiteral("lines"))
                            ->findChild<QLabel *>(QStringLiteral("problemLabel"));
        child<QLineEdit>("seedsEdit")->setText(QStringLiteral("nobody"));
        QTest::keyClick(child<QLineEdit>("seedsEdit"), Qt::Key_Return);
        QTRY_VERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("nobody")));
        child<QLineEdit>("seedsEdit")->clear();
        QTest::keyClick(child<QLineEdit>("seedsEdit"), Qt::Key_Return);
        QTRY_VERIFY(!problem->isVisible());
    }

    void readsTheQueryUnderBothPrecedencesAndPutsBrackets()
    {
        m_window->goTo({StepId::Searches, QStringLiteral("words")});
        write(QStringLiteral("TITLE(steel) OR TITLE(handicraft) AND TITLE(markets)"));
        QTRY_VERIFY(child<QWidget>("readings")->isVisible());
        QTRY_VERIFY(child<QLabel>("classicHits")->text().contains(QStringLiteral("30 records")));
        QTRY_VERIFY(child<QLabel>("standardHits")->text().contains(QStringLiteral("50 records")));
        QCOMPARE(child<QLabel>("classicReading")->text(),
                 QStringLiteral("(TITLE(steel) OR TITLE(handicraft)) AND TITLE(markets)"));
        QTRY_VERIFY(child<QLabel>("foundLabel")->text().contains(QStringLiteral("30 of the 60")));
        auto *box = child<QComboBox>("precedenceBox");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTRY_VERIFY(child<QLabel>("foundLabel")->text().contains(QStringLiteral("50 of the 60")));
        QTest::mouseClick(child<QPushButton>("classicButton"), Qt::LeftButton);
        QCOMPARE(editor()->toPlainText(),
                 QStringLiteral("(TITLE(steel) OR TITLE(handicraft)) AND TITLE(markets)"));
        QTRY_VERIFY(!child<QWidget>("readings")->isVisible());
        editor()->undo();
        QTRY_VERIFY(child<QWidget>("readings")->isVisible());
    }

    void tellsInPlainWordsWhatIsFound()
    {
        m_window->goTo({StepId::Searches, QStringLiteral("words")});
        write(QStringLiteral("TITLE(loom) AND (ABS(steel) OR PUBYEAR > 2018)"));
        auto *words = child<QTextBrowser>("wordsView");
        QTRY_VERIFY(words->toPlainText().contains(QStringLiteral("published 2019 or later")));
        QVERIFY(words->toPlainText().startsWith(QStringLiteral("Records that meet all of these:")));
    }

    void showsProblemsWithTheirPlaceAndMendsThemOneAtATime()
    {
        write(QStringLiteral("TITLE(craft)\nAND TITLE(\u201Csocial media\u201D)"));
        QTRY_VERIFY(!problems().isEmpty() &&
                    problems().front()->text().contains(QStringLiteral("line 2, column 11")));
        auto *fix = child<ProblemList>("problemList")->findChild<QPushButton *>(QStringLiteral("fixButton"));
        QVERIFY(fix != nullptr && !fix->text().isEmpty());
        QVERIFY(!editor()->extraSelections().isEmpty());
        QTest::mouseClick(fix, Qt::LeftButton);
        QVERIFY(!editor()->toPlainText().contains(QChar(0x201C)));
        editor()->undo();
        QVERIFY2(editor()->toPlainText().contains(QChar(0x201C)), "a fix is one step to undo");
    }

    void mendsAllAtOnce()
    {
        write(QStringLiteral("TITLE(\u201Ca\u201D) AND TITLE(\u201Cb\u201D)"));
        QTRY_VERIFY(child<QPushButton>("fixAllButton")->isEnabled());
        QTest::mouseClick(child<QPushButton>("fixAllButton"), Qt::LeftButton);
        QCOMPARE(editor()->toPlainText().count(QChar(0x201C)) + editor()->toPlainText().count(QChar(0x201D)),
                 0);
    }

    void goesToProblemsAndMendsThemByKeys()
    {
        write(QStringLiteral("\u00C4hre AND TITLE(a"));
        QTRY_VERIFY(!problems().isEmpty());
        editor()->setFocus();
        editor()->moveCursor(QTextCursor::Start);
        QTest::keyClick(editor(), Qt::Key_F8);
        QVERIFY2(editor()->textCursor().position() > 9, "counted in characters, not in bytes");
        QTest::keyClick(editor(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(editor()->toPlainText(), QStringLiteral("\u00C4hre AND TITLE(a)"));
    }

    void keepsTheQueryWithItsReview()
    {
        write(QStringLiteral("TITLE(handicraft)\nAND TITLE(loom)"));
        child<QComboBox>("precedenceBox")->setCurrentIndex(1);
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        m_window->goTo({StepId::Searches});
        QCOMPARE(editor()->toPlainText(), QStringLiteral("TITLE(handicraft)\nAND TITLE(loom)"));
        QCOMPARE(child<QComboBox>("precedenceBox")->currentIndex(), 1);
        QVERIFY(m_window->createReview(m_folder->path() / "other.winnow", QStringLiteral("Another")));
        QCOMPARE(editor()->toPlainText(), QString());
    }

private:
    Step *step() { return m_window->step(StepId::Searches); }

    QueryEditor *editor() { return step()->findChild<QueryEditor *>(); }

    void write(const QString &query) { editor()->setPlainText(query); }

    QList<QLabel *> problems()
    {
        return child<ProblemList>("problemList")->findChildren<QLabel *>(QStringLiteral("problemText"));
    }

    QTreeWidget *tree() { return child<QTreeWidget>("lineTree"); }

    template <class Widget>
    Widget *child(const char *name)
    {
        return step()->findChild<Widget *>(QString::fromLatin1(name));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{5};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::QueryLinesTest)
#include "query_lines_test.moc"
