#include "app/backup.h"
#include "app/labels.h"
#include "app/record_list.h"
#include "filled_review.h"
#include "gui/backups/backups_dialog.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <fstream>

namespace winnow::gui {

/// Going back to a copy of the review.
class BackupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        QVERIFY(fillReview(
            *m_window, *m_folder, "TY  - JOUR\nTI  - Paper 0\nER  - \nTY  - JOUR\nTI  - Paper 1\nER  - \n"));
    }

    void cleanup() { m_window.reset(); }

    void saysThatThereIsNoBackupYet()
    {
        auto *dialog = backups();
        QCOMPARE(tree(dialog)->topLevelItemCount(), 0);
        QVERIFY(state(dialog).contains(QStringLiteral("no backup")));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("restoreButton"))->isEnabled());
    }

    void goesBackToABackupAndForthAgain()
    {
        label(0);
        auto *dialog = backups();
        click(dialog, "backUpButton");
        QTRY_COMPARE(tree(dialog)->topLevelItemCount(), 1);
        QVERIFY(tree(dialog)->topLevelItem(0)->text(1).contains(QStringLiteral("B")));
        dialog->close();
        QTRY_VERIFY(m_window->findChild<BackupsDialog *>() == nullptr);
        label(1);
        QCOMPARE(labels(1), 1U);
        click(backups(), "restoreButton");
        QTRY_VERIFY(message().contains(QStringLiteral("what it was before is kept")));
        QCOMPARE(labels(0), 1U);
        QCOMPARE(labels(1), 0U);
        QTRY_VERIFY(m_window->findChild<BackupsDialog *>() == nullptr);
        dialog = backups();
        QCOMPARE(tree(dialog)->topLevelItemCount(), 2);
        click(dialog, "restoreButton"); // the newest: what the review was before
        QTRY_COMPARE(labels(1), 1U);
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
        QCOMPARE(app::allRecords(m_window->session()->workspace())->size(), 2U);
    }

    void restoresAReviewThatCannotBeOpened()
    {
        auto *dialog = backups();
        click(dialog, "backUpButton");
        QTRY_COMPARE(tree(dialog)->topLevelItemCount(), 1);
        m_window.reset();
        std::ofstream(review(), std::ios::trunc) << "damaged";
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        m_window->show();
        QVERIFY(!m_window->openReview(review()));
        auto *offered = m_window->findChild<QPushButton *>(QStringLiteral("restoreButton"));
        QVERIFY(offered->isVisible());
        QTest::mouseClick(offered, Qt::LeftButton);
        click(m_window->findChild<BackupsDialog *>(), "restoreButton");
        QTRY_VERIFY(message().contains(QStringLiteral("the damaged file is kept")));
        QCOMPARE(app::allRecords(m_window->session()->workspace())->size(), 2U);
    }

    void saysThatTheLogWasTakenAwayAndOpensTheReviewAgain()
    {
        QVERIFY(m_window->closeReview()); // puts the log into the file
        QVERIFY(m_window->openReview(review()));
        label(0);
        // As another program does that takes the review for closed.
        for (const char *suffix : {"-wal", "-shm"}) {
            auto file = review();
            file += suffix;
            QVERIFY(std::filesystem::remove(file));
        }
        const RecordId second = record(1);
        const auto refused = app::addLabel(m_window->session()->workspace(), "women", std::span(&second, 1));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("open it again") != std::string::npos);
        QVERIFY(m_window->openReview(review()));
        QCOMPARE(labels(1), 0U);
        label(1);
        QCOMPARE(labels(1), 1U);
    }

private:
    std::filesystem::path review() { return m_folder->path() / "r.winnow"; }

    RecordId record(std::size_t row) { return app::allRecords(m_window->session()->workspace())->at(row); }

    void label(std::size_t row)
    {
        const RecordId one = record(row);
        QVERIFY(app::addLabel(m_window->session()->workspace(), "women", std::span(&one, 1)));
    }

    std::size_t labels(std::size_t row)
    {
        return app::marksOf(m_window->session()->workspace(), record(row))->labels.size();
    }

    BackupsDialog *backups()
    {
        m_window->findChild<QAction *>(QStringLiteral("backupsAction"))->trigger();
        return m_window->findChild<BackupsDialog *>();
    }

    QString message() { return m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(); }

    static QString state(QDialog *dialog)
    {
        return dialog->findChild<QLabel *>(QStringLiteral("stateLabel"))->text();
    }

    static void click(QDialog *dialog, const char *button)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
    }

    static QTreeWidget *tree(QDialog *dialog)
    {
        return dialog->findChild<QTreeWidget *>(QStringLiteral("backupTree"));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::BackupsTest)

#include "backups_test.moc"
