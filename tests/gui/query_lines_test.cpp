#include "filled_review.h"
#include "gui/main_window.h"
#include "gui/queries/query_lines_dialog.h"
#include "gui/theme.h"
#include "support/temp_folder.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

namespace winnow::gui {

class QueryLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<MainWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        std::string ris;
        for (int i = 0; i < 60; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   (i % 3 == 0 ? " on handicraft" : " on steel") + (i % 2 == 0 ? " and markets" : "") +
                   (i < 50 ? "\nAB  - Text." : "") + "\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
    }

    void cleanup() { m_window.reset(); }

    void showsTheLinesOfTheQueryInTheSearchBox()
    {
        open(QStringLiteral("TITLE(handicraft OR loom) AND TITLE(markets)"));
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
    }

    void listsTheRecordsOfALine()
    {
        open(QStringLiteral("TITLE(handicraft OR loom) AND TITLE(markets)"));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        QTreeWidgetItem *handicraft = tree()->topLevelItem(0)->child(0)->child(0);
        const QRect place = tree()->visualItemRect(handicraft);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, place.center());
        QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, place.center());
        QTRY_COMPARE(table()->model()->rowCount(), 20);
        QCOMPARE(child<QLineEdit>("searchEdit")->text(), QStringLiteral("TITLE(handicraft)"));
        QVERIFY(dialog()->isVisible());
        QCOMPARE(child<QPlainTextEdit>("queryEdit")->toPlainText(),
                 QStringLiteral("TITLE(handicraft OR loom) AND TITLE(markets)"));
    }

    void tellsWhichLineLosesASeed()
    {
        open(QStringLiteral("TITLE(handicraft) AND TITLE(markets)"));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        child<QLineEdit>("seedsEdit")->setText(QStringLiteral("K0, K3, K1"));
        QTest::keyClick(child<QLineEdit>("seedsEdit"), Qt::Key_Return);
        QTRY_VERIFY(child<QLabel>("seedText")->isVisible());
        QCOMPARE(child<QLabel>("seedText")->text(),
                 QStringLiteral("1 of 3 seeds found; K3 is lost by line 3; K1 is lost by line 2."));
        QVERIFY(!tree()->isColumnHidden(5));
        QCOMPARE(tree()->topLevelItem(0)->child(1)->text(5), QStringLiteral("2"));
    }

    void readsTheQueryUnderBothPrecedences()
    {
        open(QStringLiteral("TITLE(steel) OR TITLE(handicraft) AND TITLE(markets)"));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        QCOMPARE(tree()->topLevelItem(0)->text(1), QStringLiteral("30"));
        auto *box = child<QComboBox>("precedenceBox");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        Q_EMIT box->activated(box->currentIndex());
        QTRY_COMPARE(tree()->topLevelItem(0)->text(1), QStringLiteral("50"));
    }

    void saysWhatIsWrongWithAQueryAndWithSeeds()
    {
        open(QStringLiteral("TITLE(handicraft"));
        auto *problem = dialog()->findChild<QLabel *>(QStringLiteral("problemLabel"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("never closed")));
        child<QPlainTextEdit>("queryEdit")->setPlainText(QStringLiteral("TITLE(handicraft)"));
        child<QLineEdit>("seedsEdit")->setText(QStringLiteral("nobody"));
        QTest::mouseClick(child<QPushButton>("runButton"), Qt::LeftButton);
        QTRY_VERIFY(problem->text().contains(QStringLiteral("nobody")));
        child<QLineEdit>("seedsEdit")->clear();
        QTest::mouseClick(child<QPushButton>("runButton"), Qt::LeftButton);
        QTRY_VERIFY(!problem->isVisible());
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
    }

    void waitsForAQueryWhereThereIsNone()
    {
        open(QString());
        QVERIFY(!child<QPushButton>("runButton")->isEnabled());
        QVERIFY(!child<QPushButton>("stopButton")->isEnabled());
        QCOMPARE(tree()->topLevelItemCount(), 0);
    }

    void stopsAndRunsAgain()
    {
        open(QStringLiteral("TITLE(handicraft)"));
        QTest::mouseClick(child<QPushButton>("stopButton"), Qt::LeftButton);
        QVERIFY(!child<QPushButton>("stopButton")->isEnabled());
        QTest::mouseClick(child<QPushButton>("runButton"), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>("runButton"), Qt::LeftButton);
        QTRY_COMPARE(child<QLabel>("stateLabel")->text(), QStringLiteral("20 records found"));
        QVERIFY(!child<QPushButton>("stopButton")->isEnabled());
    }

    void showsWhatCouldNotBeDecidedBesideTheHits()
    {
        auto *undecided = child<QLabel>("undecidedLabel");
        m_window->search(QStringLiteral("ABS(text)"));
        QTRY_VERIFY(undecided->isVisible());
        QCOMPARE(undecided->text(), QStringLiteral("10 undecided"));
        QVERIFY(undecided->toolTip().contains(QStringLiteral("ABS")));
        m_window->search(QStringLiteral("TITLE(steel)"));
        QTRY_VERIFY(!undecided->isVisible());
        m_window->search(QStringLiteral("ABS(text)"));
        QTRY_VERIFY(undecided->isVisible());
        m_window->search({});
        QTRY_VERIFY(!undecided->isVisible());
    }

    void closesWithItsReview()
    {
        open(QStringLiteral("TITLE(handicraft)"));
        QVERIFY(m_window->createReview(m_folder->path() / "other.winnow", QStringLiteral("Another")));
        QVERIFY(m_window->findChild<QueryLinesDialog *>() == nullptr);
    }

private:
    void open(const QString &query)
    {
        child<QLineEdit>("searchEdit")->setText(query);
        m_window->findChild<QAction *>(QStringLiteral("queryLinesAction"))->trigger();
        QVERIFY(dialog() != nullptr);
    }

    QueryLinesDialog *dialog() { return m_window->findChild<QueryLinesDialog *>(); }

    QTreeWidget *tree() { return child<QTreeWidget>("lineTree"); }

    QTableView *table() { return child<QTableView>("recordTable"); }

    template <class Widget>
    Widget *child(const char *name)
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{5};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::QueryLinesTest)
#include "query_lines_test.moc"
