#include "app/duplicates.h"
#include "filled_review.h"
#include "gui/main_window.h"
#include "support/temp_folder.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

namespace winnow::gui {

class DuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<MainWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        // A preprint with its article, and a paper whose place differs between two sources.
        const std::string ris =
            "TY  - JOUR\nID  - A\nTI  - Salt <b>farming</b> and household income in islands\nAU  - Tan, B.\n"
            "PY  - 2020\nT2  - Island Studies\nVL  - 7\nSP  - 1\nDO  - 10.1/a\nAB  - Text.\nER  - \n\n"
            "TY  - JOUR\nID  - B\nTI  - Salt <b>farming</b> and household income in islands\nAU  - Tan, B.\n"
            "PY  - 2019\nT2  - SocArXiv\nDO  - 10.2/b\nAB  - Text.\nER  - \n\n"
            "TY  - JOUR\nID  - C\nTI  - Tin mining and the health of coastal communities\nAU  - Ma, L.\n"
            "PY  - 2018\nT2  - Health\nVL  - 4\nSP  - 5\nAB  - Text.\nER  - \n\n"
            "TY  - JOUR\nID  - D\nTI  - Tin mining and the health of coastal communities\nAU  - Ma, L.\n"
            "PY  - 2019\nT2  - Coasts\nVL  - 9\nSP  - 50\nAB  - Text.\nER  - \n";
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        m_window->findChild<QAction *>(QStringLiteral("judgeDuplicatesAction"))->trigger();
        QTRY_COMPARE(list()->count(), 2);
        child<QDialog>("DuplicatesDialog")->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(child<QDialog>("DuplicatesDialog")));
    }

    void cleanup() { m_window.reset(); }

    void showsThePairsSideBySideWithTheReason()
    {
        QCOMPARE(state(), QStringLiteral("2 pairs to judge"));
        const QString shown = child<QTextBrowser>("pairView")->toPlainText();
        QVERIFY(shown.contains(QStringLiteral("Island Studies")) || shown.contains(QStringLiteral("Coasts")));
        QVERIFY(shown.contains(QChar(0x2260)));
        QVERIFY(child<QLabel>("reasonLabel")->text().contains(QStringLiteral("same title")));
    }

    void takesThemByTheKeyboard()
    {
        QTest::keyClick(list(), Qt::Key_M);
        QCOMPARE(list()->count(), 1);
        QCOMPARE(groups(), 1U);
        QTest::keyClick(list(), Qt::Key_K);
        QCOMPARE(list()->count(), 0);
        QCOMPARE(groups(), 1U);
        QCOMPARE(state(), QStringLiteral("No pairs are left to judge."));
        QVERIFY(!child<QPushButton>("mergeButton")->isEnabled());
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(list()->count(), 1);
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(list()->count(), 2);
        QCOMPARE(groups(), 0U);
    }

    void goesRoundTheListWithLater()
    {
        QCOMPARE(list()->currentRow(), 0);
        QTest::keyClick(list(), Qt::Key_N);
        QCOMPARE(list()->currentRow(), 1);
        QTest::keyClick(list(), Qt::Key_N);
        QCOMPARE(list()->currentRow(), 0);
        QCOMPARE(list()->count(), 2);
    }

private:
    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    QListWidget *list() { return child<QListWidget>("pairList"); }

    QString state()
    {
        return child<QDialog>("DuplicatesDialog")->findChild<QLabel *>(QStringLiteral("stateLabel"))->text();
    }

    std::size_t groups()
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", {&m_clock, &m_uuids, "anna"});
        return app::duplicateGroups(**workspace)->size();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::DuplicatesTest)

#include "duplicates_test.moc"
