#include "app/duplicates.h"
#include "filled_review.h"
#include "gui/duplicates/duplicates_step.h"
#include "gui/duplicates/text_marks.h"
#include "gui/frame/side_bar.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTextBrowser>

namespace winnow::gui {

class DuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QSettings().clear(); // all reviews of these tests have the same id
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        // A preprint with its article, a paper whose place differs between two sources, and one that came
        // twice.
        const std::string twice = "TI  - Bamboo weaving and the income of women\nAU  - Lim, C.\nPY  - 2017\n"
                                  "T2  - Crafts\nVL  - 3\nSP  - 9\nDO  - 10.3/e\nER  - \n\n";
        const std::string ris =
            "TY  - JOUR\nID  - A\nTI  - Salt <b>farming</b> and household income in islands\nAU  - Tan, B.\n"
            "PY  - 2020\nT2  - Island Studies\nVL  - 7\nSP  - 1\nDO  - 10.1/a\nAB  - Text.\nER  - \n\n"
            "TY  - JOUR\nID  - B\nTI  - Salt <b>farming</b> and household income in islands\nAU  - Tan, B.\n"
            "PY  - 2019\nT2  - SocArXiv\nDO  - 10.2/b\nAB  - Text.\nER  - \n\n"
            "TY  - JOUR\nID  - C\nTI  - Tin mining and the health of coastal communities\nAU  - Ma, L.\n"
            "PY  - 2018\nT2  - Health\nVL  - 4\nSP  - 5\nAB  - Text.\nER  - \n\n"
            "TY  - JOUR\nID  - D\nTI  - Tin mining and the health of coastal communities\nAU  - Ma, L.\n"
            "PY  - 2019\nT2  - Coasts\nVL  - 9\nSP  - 50\nAB  - Text.\nER  - \n\n"
            "TY  - JOUR\nID  - E\n" +
            twice + "TY  - JOUR\nID  - F\n" + twice;
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        QApplication::setActiveWindow(m_window.get());
        m_window->goTo({StepId::Duplicates});
        QTRY_COMPARE(rows(), 2);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void showsThePairsSideBySideWithTheReason()
    {
        QTRY_COMPARE(child<QLabel>("stateLabel")->text(), QStringLiteral("2 pairs to judge"));
        const QString shown = child<QTextBrowser>("compareView")->toPlainText();
        QVERIFY(shown.contains(QStringLiteral("Island Studies")) || shown.contains(QStringLiteral("Coasts")));
        QVERIFY(shown.contains(QChar(0x2260)));
        QVERIFY(child<QLabel>("sentenceLabel")->text().startsWith(QStringLiteral("Same title")));
    }

    void takesThemByTheKeyboard()
    {
        const QAbstractItemModelTester tester(list()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(rows(), 1);
        QCOMPARE(groups(), 1U);
        QTest::keyClick(list(), Qt::Key_Backspace);
        QCOMPARE(rows(), 0);
        QCOMPARE(groups(), 1U);
        QCOMPARE(child<QLabel>("stateLabel")->text(), QStringLiteral("No pairs are left to judge."));
        QVERIFY(!child<QPushButton>("mergeButton")->isEnabled());
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 1);
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(groups(), 0U);
    }

    void goesRoundTheListWithNextAndBack()
    {
        QCOMPARE(list()->currentIndex().row(), 0);
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(list()->currentIndex().row(), 1);
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(list()->currentIndex().row(), 0);
        QTest::keyClick(list(), Qt::Key_Left);
        QCOMPARE(list()->currentIndex().row(), 1);
        QCOMPARE(rows(), 2);
    }

    void appliesAllSafeMergesAsOneAct()
    {
        QCOMPARE(child<QLabel>("safeLabel")->text(), QStringLiteral("1 safe merge"));
        child<QPushButton>("applySafeButton")->click();
        QTRY_COMPARE(groups(), 1U);
        QTRY_VERIFY(!child<QPushButton>("applySafeButton")->isVisible());
        m_window->session()->undo();
        QCOMPARE(groups(), 0U);
        QTRY_VERIFY(child<QPushButton>("applySafeButton")->isVisible()); // they are proposed again
    }

    void keepsTheFieldThatWasChosen()
    {
        auto *view = child<QTextBrowser>("compareView");
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("take:date:1")));
        const QString before = view->toPlainText();
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(groups(), 1U);
        const auto group = app::duplicateGroups(m_window->session()->workspace())->front();
        const auto chosen = m_window->session()->workspace().judgement().chosenFields(group.members);
        QCOMPARE(chosen->size(), std::size_t{1});
        QCOMPARE(chosen->front().second, std::string("date"));
        m_window->session()->undo(); // both at once
        QCOMPARE(groups(), 0U);
    }

    void takesARecordOutOfItsGroup()
    {
        QTest::keyClick(list(), Qt::Key_Return);
        child<QPushButton>("mergedButton")->click();
        QTRY_COMPARE(rows(), 1);
        QVERIFY(!child<QPushButton>("mergeButton")->isEnabled());
        Q_EMIT child<QTextBrowser>("compareView")->anchorClicked(QUrl(QStringLiteral("split:1")));
        QTRY_COMPARE(rows(), 0);
        QCOMPARE(groups(), 0U);
    }

    void findsGroupsByTheirTitle()
    {
        auto *step = m_window->step(StepId::Duplicates);
        step->search(QStringLiteral("TIN"), true);
        QCOMPARE(rows(), 1);
        step->search({}, true);
        QCOMPARE(rows(), 2);
    }

    void marksWhatDiffersOnly()
    {
        using Marks = std::vector<std::pair<qsizetype, qsizetype>>;
        QCOMPARE(differences(QStringLiteral("salt farms"), QStringLiteral("salt farms")), Marks());
        QCOMPARE(differences(QStringLiteral("salt farming"), QStringLiteral("salt farmers")),
                 (Marks{{9, 3}}));
        QCOMPARE(differences(QStringLiteral("the salt farm"), QStringLiteral("the farm")), (Marks{{4, 5}}));
        QCOMPARE(differences(QStringLiteral("2019"), QStringLiteral("2020")), (Marks{{2, 2}}));
        QCOMPARE(likeness(QStringLiteral("abcd"), QStringLiteral("abcd")), 1.0);
    }

private:
    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->step(StepId::Duplicates)->findChild<Widget *>(QString::fromLatin1(name));
    }

    QListView *list() { return child<QListView>("list"); }

    int rows() { return list()->model()->rowCount(); }

    std::size_t groups()
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", {&m_clock, &m_uuids, "anna"});
        return app::duplicateGroups(**workspace)->size();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::DuplicatesTest)
#include "duplicates_test.moc"
