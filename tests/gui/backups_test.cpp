#include "app/backup.h"
#include "gui/backups/backups_dialog.h"
#include "screening_fixture.h"

#include <QTreeWidget>

#include <fstream>

namespace winnow::gui {

/// Going back to a copy of the review.
class BackupsTest : public ScreeningFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void saysThatThereIsNoBackupYet()
    {
        auto *dialog = backups();
        QCOMPARE(tree(dialog)->topLevelItemCount(), 0);
        QVERIFY(state(dialog).contains(QStringLiteral("no backup")));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("restoreButton"))->isEnabled());
    }

    void goesBackToABackupAndForthAgain()
    {
        QTest::keyClick(table(), Qt::Key_I);
        auto *dialog = backups();
        click(dialog, "backUpButton");
        QTRY_COMPARE(tree(dialog)->topLevelItemCount(), 1);
        QVERIFY(tree(dialog)->topLevelItem(0)->text(1).contains(QStringLiteral("B")));
        close(dialog);
        QTest::keyClick(table(), Qt::Key_E);
        QCOMPARE(decisions(1, Stage::TitleAbstract).size(), 1U);
        click(backups(), "restoreButton");
        QTRY_VERIFY(message().contains(QStringLiteral("what it was before is kept")));
        QCOMPARE(decisions(0, Stage::TitleAbstract).size(), 1U);
        QVERIFY(decisions(1, Stage::TitleAbstract).empty());
        QTRY_COMPARE(left(), QStringLiteral("11 left"));
        QTRY_VERIFY(m_window->findChild<BackupsDialog *>() == nullptr);
        dialog = backups();
        QCOMPARE(tree(dialog)->topLevelItemCount(), 2);
        click(dialog, "restoreButton"); // the newest: what the review was before
        QTRY_COMPARE(left(), QStringLiteral("10 left"));
        QCOMPARE(decisions(1, Stage::TitleAbstract).size(), 1U);
    }

    void saysWhyABackupCannotBeRestored()
    {
        auto *dialog = backups();
        click(dialog, "backUpButton");
        QTRY_COMPARE(tree(dialog)->topLevelItemCount(), 1);
        std::ofstream(app::backups(review())->front().file, std::ios::trunc) << "not a review";
        click(dialog, "restoreButton");
        QTRY_VERIFY(!state(dialog).contains(QStringLiteral("Restoring")));
        QVERIFY(state(dialog).contains(QStringLiteral(".winnow")));
        QVERIFY(dialog->isVisible());
        QTRY_COMPARE(left(), QStringLiteral("12 left"));
    }

    void restoresAReviewThatCannotBeOpened()
    {
        auto *dialog = backups();
        click(dialog, "backUpButton");
        QTRY_COMPARE(tree(dialog)->topLevelItemCount(), 1);
        m_window.reset();
        std::ofstream(review(), std::ios::trunc) << "damaged";
        m_window = std::make_unique<MainWindow>(services("anna"));
        m_window->show();
        QVERIFY(!m_window->openReview(review()));
        QVERIFY(child<QAction>("backupsAction")->isEnabled());
        m_window->showBackups(review());
        click(m_window->findChild<BackupsDialog *>(), "restoreButton");
        QTRY_COMPARE(left(), QStringLiteral("12 left"));
        QVERIFY(message().contains(QStringLiteral("the damaged file is kept")));
    }

    void saysThatTheLogWasTakenAwayAndOpensTheReviewAgain()
    {
        m_window.reset(); // puts the log into the file
        openAs("anna");
        QTRY_COMPARE(left(), QStringLiteral("12 left"));
        // As another program does that takes the review for closed.
        for (const char *suffix : {"-wal", "-shm"}) {
            auto file = review();
            file += suffix;
            QVERIFY(std::filesystem::remove(file));
        }
        QTest::keyClick(table(), Qt::Key_I);
        QTRY_VERIFY2(message().contains(QStringLiteral("open it again")), qPrintable(message()));
        QVERIFY(m_window->openReview(review()));
        QTRY_COMPARE(left(), QStringLiteral("12 left"));
        QVERIFY(decisions(0, Stage::TitleAbstract).empty());
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_I);
        QTRY_COMPARE(left(), QStringLiteral("11 left"));
        QCOMPARE(decisions(0, Stage::TitleAbstract).size(), 1U);
    }

private:
    std::filesystem::path review() { return m_folder->path() / "r.winnow"; }

    BackupsDialog *backups()
    {
        child<QAction>("backupsAction")->trigger();
        return m_window->findChild<BackupsDialog *>();
    }

    void close(QDialog *dialog)
    {
        dialog->close();
        QTRY_VERIFY(m_window->findChild<BackupsDialog *>() == nullptr);
        table()->setFocus();
    }

    QTreeWidget *tree(QDialog *dialog)
    {
        return dialog->findChild<QTreeWidget *>(QStringLiteral("backupTree"));
    }
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::BackupsTest)

#include "backups_test.moc"
