#include "app/workspace.h"
#include "base/clock.h"
#include "base/uuid.h"
#include "gui/file_dialog.h"
#include "support/locks.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

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
        m_parent = std::make_unique<QWidget>();
        m_chosen.clear();
    }

    void cleanup()
    {
        m_parent.reset();
        m_review.reset();
    }

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
        askForFile(m_parent.get(), QStringLiteral("Open"), QStringLiteral("RIS (*.ris)"), takeFile());
        answerWith({file});
        QTRY_COMPARE(m_chosen, QStringList{file});
        askForFiles(m_parent.get(), QStringLiteral("Open"), {}, [this](const QStringList &files) {
            m_chosen = files;
        });
        answerWith({QStringLiteral("r.winnow"), QStringLiteral("a.ris")});
        QTRY_COMPARE(m_chosen.size(), 2);
        QVERIFY(isLocked());
    }

    void beginsWhereSomebodyWasLast()
    {
        askForFile(m_parent.get(), QStringLiteral("Open"), {}, takeFile());
        answerWith({QString::fromStdString(m_folder->file("a.ris", ""))});
        QTRY_VERIFY(!m_chosen.isEmpty());
        m_chosen.clear();
        askWhereToSave(m_parent.get(),
                       QStringLiteral("Save"),
                       QStringLiteral("x"),
                       QStringLiteral("JSON (*.json)"),
                       takeFile());
        answerWith({QStringLiteral("new.json")});
        QTRY_VERIFY(!m_chosen.isEmpty());
        QCOMPARE(QFileInfo(m_chosen.front()).absolutePath(), QFileInfo(folder()).absoluteFilePath());
    }

    void givesAFolder()
    {
        askForFolder(m_parent.get(), QStringLiteral("Folder"), takeFile());
        answerWith({folder()});
        QTRY_COMPARE(m_chosen, QStringList{folder()});
        QVERIFY(isLocked());
    }

    void givesNothingWhereNobodyChose()
    {
        askForFile(m_parent.get(), QStringLiteral("Open"), {}, takeFile());
        answerWith({});
        askWhereToSave(m_parent.get(), QStringLiteral("Save"), {}, {}, takeFile());
        answerWith({});
        QTRY_VERIFY(m_parent->findChild<QFileDialog *>() == nullptr);
        QCOMPARE(m_chosen, QStringList());
    }

    void givesNothingToWhoIsGone()
    {
        askForFile(m_parent.get(), QStringLiteral("Open"), {}, takeFile());
        answerWith({QString::fromStdString(m_folder->file("a.ris", ""))});
        m_parent.reset();
        QTest::qWait(1);
        QCOMPARE(m_chosen, QStringList());
    }

    /// Of files that share a name each that is there is asked for, and left out where it is to stay.
    void leavesOutWhatIsNotToBeReplaced()
    {
        const auto inFolder = [this](const char *name) {
            return QDir(folder()).filePath(QString::fromLatin1(name));
        };
        for (const char *name : {"t.odt", "t.tex"}) {
            QVERIFY(exists(m_folder->file(name, "mine")));
        }
        askWhereToSaveAll(m_parent.get(),
                          QStringLiteral("Export"),
                          inFolder("t"),
                          {QStringLiteral("Word (*.docx)"),
                           QStringLiteral("OpenDocument text (*.odt)"),
                           QStringLiteral("LaTeX (*.tex)"),
                           QStringLiteral("Text (*.txt)")},
                          [this](const QStringList &files) { m_chosen = files; });
        answerWith({inFolder("t.docx")});
        answer(QMessageBox::No);
        answer(QMessageBox::Yes);
        QTRY_COMPARE(m_chosen, (QStringList{inFolder("t.docx"), inFolder("t.tex"), inFolder("t.txt")}));
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

    TakeFile takeFile()
    {
        return [this](const QString &file) { m_chosen = QStringList{file}; };
    }

    /// Types these names into the dialog; closes it where there are none.
    static void answerWith(const QStringList &names)
    {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->objectName(), QStringLiteral("fileDialog"));
        QTest::qWait(100); // it lists the folder
        if (names.isEmpty()) {
            dialog->reject();
            return;
        }
        const QString typed = names.size() == 1
                                  ? names.front()
                                  : QLatin1Char('"') + names.join(QStringLiteral("\" \"")) + QLatin1Char('"');
        auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        edit->setText(typed);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    /// Answers the question that comes next.
    static void answer(QMessageBox::StandardButton button)
    {
        QMessageBox *question = nullptr;
        QTRY_VERIFY((question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) != nullptr);
        question->button(button)->click();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<test::TempFolder> m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<app::Workspace> m_review;
    std::unique_ptr<QWidget> m_parent;
    QStringList m_chosen;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::FileDialogTest)
#include "file_dialog_test.moc"
