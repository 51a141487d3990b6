#include "app/workspace.h"
#include "base/clock.h"
#include "base/uuid.h"
#include "gui/file_dialog.h"
#include "support/locks.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/stat.h>

#include <array>

namespace winnow::gui {

/// Asking for files beside a review that is open.
class FileDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_path = m_folder->path() / "r.winnow";
        auto made = app::Workspace::create(m_path, "T", {&m_clock, &m_uuids, "anna"});
        QVERIFY(made.isOk());
        m_review = *std::move(made);
    }

    void cleanup() { m_review.reset(); }

    void leavesTheOpenReviewLocked()
    {
        QVERIFY(isLocked());
        const auto dialog = fileDialog(nullptr, QStringLiteral("Open"), folder());
        dialog->open();
        QTRY_VERIFY(typeShown(*dialog, "r.winnow") == QStringLiteral("winnow file"));
        QVERIFY(isLocked());
    }

    /// A file that was read has another time of access than one that was made long ago.
    void readsNoFile()
    {
        const auto file = m_folder->file("a.ris", "TY  - JOUR\n");
        const timespec old{1000, 0};
        const std::array<timespec, 2> times{old, timespec{2000, 0}};
        QCOMPARE(utimensat(AT_FDCWD, file.c_str(), times.data(), 0), 0);
        const auto dialog = fileDialog(nullptr, QStringLiteral("Open"), folder());
        dialog->open();
        QTRY_VERIFY(typeShown(*dialog, "a.ris") == QStringLiteral("ris file"));
        struct stat status = {};
        QCOMPARE(stat(file.c_str(), &status), 0);
        QCOMPARE(status.st_atim.tv_sec, old.tv_sec);
    }

    void givesTheFileThatWasTyped()
    {
        const QString file = QString::fromStdString(m_folder->file("a.ris", "TY  - JOUR\n"));
        answerWith({file});
        QCOMPARE(askForFile(nullptr, QStringLiteral("Open"), QStringLiteral("RIS (*.ris)")), file);
        answerWith({QStringLiteral("r.winnow"), QStringLiteral("a.ris")});
        QCOMPARE(askForFiles(nullptr, QStringLiteral("Open")).size(), 2);
        QVERIFY(isLocked());
    }

    void beginsWhereSomebodyWasLast()
    {
        answerWith({QString::fromStdString(m_folder->file("a.ris", ""))});
        QVERIFY(!askForFile(nullptr, QStringLiteral("Open")).isEmpty());
        answerWith({QStringLiteral("new.json")});
        const QString saved = askWhereToSave(
            nullptr, QStringLiteral("Save"), QStringLiteral("x"), QStringLiteral("JSON (*.json)"));
        QCOMPARE(QFileInfo(saved).absolutePath(), QFileInfo(folder()).absoluteFilePath());
    }

    void givesAFolder()
    {
        answerWith({folder()});
        QCOMPARE(askForFolder(nullptr, QStringLiteral("Folder")), folder());
        QVERIFY(isLocked());
    }

    void givesNothingWhereNobodyChose()
    {
        answerWith({});
        QCOMPARE(askForFile(nullptr, QStringLiteral("Open")), QString());
        answerWith({});
        QCOMPARE(askWhereToSave(nullptr, QStringLiteral("Save"), {}), QString());
    }

private:
    [[nodiscard]] QString folder() const { return QString::fromStdString(m_folder->path()); }

    [[nodiscard]] bool isLocked() const
    {
        auto index = m_path;
        index += "-shm";
        return test::isLockedForOthers(m_path) && test::isLockedForOthers(index);
    }

    /// The kind that the list of the dialog tells of a file; it is told after its icon.
    static QString typeShown(QFileDialog &dialog, const char *file)
    {
        const auto *view = dialog.findChild<QAbstractItemView *>(QStringLiteral("treeView"));
        const QModelIndex root = view->rootIndex();
        for (int row = 0; row < view->model()->rowCount(root); ++row) {
            if (view->model()->index(row, 0, root).data().toString() == QLatin1String(file)) {
                return view->model()->index(row, 2, root).data().toString();
            }
        }
        return {};
    }

    /// Types these names into the next dialog; closes it where there are none.
    void answerWith(const QStringList &names)
    {
        QTimer::singleShot(100, this, [names] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            QCOMPARE(dialog->objectName(), QStringLiteral("fileDialog"));
            if (names.isEmpty()) {
                dialog->reject();
                return;
            }
            const QString typed =
                names.size() == 1 ? names.front()
                                  : QLatin1Char('"') + names.join(QStringLiteral("\" \"")) + QLatin1Char('"');
            auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            edit->setText(typed);
            QTest::keyClick(edit, Qt::Key_Return);
        });
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<test::TempFolder> m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<app::Workspace> m_review;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::FileDialogTest)
#include "file_dialog_test.moc"
