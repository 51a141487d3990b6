#include "gui/file_dialog.h"

#include "gui/file_icons.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace winnow::gui {

namespace {

/// "Numbers (*.json *.csv)" -> ".json", ".csv"
QStringList endingsOf(const QString &kinds)
{
    static const QRegularExpression kEnding(QStringLiteral("\\*(\\.[^\\s;)]+)"));
    QStringList endings;
    for (auto match = kEnding.globalMatch(kinds); match.hasNext();) {
        endings << match.next().captured(1);
    }
    return endings;
}

/// The longest of the endings that the name has: ".grid.md" rather than ".md".
QString endingOf(const QString &file, const QStringList &endings)
{
    QString longest;
    for (const QString &ending : endings) {
        if (file.endsWith(ending, Qt::CaseInsensitive) && ending.size() > longest.size()) {
            longest = ending;
        }
    }
    return longest;
}

/// `answer` is called once the question is gone.
void askToReplace(QWidget *parent,
                  const QString &title,
                  const QString &file,
                  const std::function<void(bool mayReplace)> &answer)
{
    const QString question = QApplication::translate("FileDialog", "%1 is there already. Replace it?")
                                 .arg(QFileInfo(file).fileName());
    auto *box =
        new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Yes | QMessageBox::No, parent);
    box->setObjectName(QStringLiteral("replaceBox"));
    box->setDefaultButton(QMessageBox::No);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        box,
        &QDialog::finished,
        parent,
        [answer](int button) { answer(button == QMessageBox::Yes); },
        Qt::QueuedConnection);
    box->open();
}

struct HasIcons
{
    FileIcons icons;
};

/// The thread that asks for the icons ends with the QFileDialog, before what came first.
class Dialog final : private HasIcons, public QFileDialog
{
public:
    Dialog(QWidget *parent, const QString &title, const QString &folder)
        : QFileDialog(parent, title, folder)
    {
        setOption(DontUseNativeDialog);
        setIconProvider(&icons);
    }
};

/// The program remembers where somebody was last, as long as it runs.
constexpr const char *kLastFolder = "lastFolder";

QString lastFolder()
{
    const QString folder = qApp->property(kLastFolder).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::currentPath();
}

QString kindsOrAll(const QString &kinds)
{
    return !kinds.isEmpty() ? kinds : QApplication::translate("FileDialog", "All files (*)");
}

/// A path may have been typed: the dialog itself has not moved there.
void remember(const QStringList &files)
{
    qApp->setProperty(kLastFolder, QFileInfo(files.value(0)).absolutePath());
}

/// `take` is called once the dialog, which is its parent's, is gone.
void open(std::unique_ptr<QFileDialog> dialog,
          QWidget *parent,
          const std::function<void(const QStringList &files, const QString &kind)> &take)
{
    QFileDialog *const asked = dialog.release();
    asked->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        asked, &QFileDialog::filesSelected, parent, [parent, asked, take](const QStringList &files) {
            remember(files);
            const auto takeThem = [take, files, kind = asked->selectedNameFilter()] { take(files, kind); };
            QObject::connect(asked, &QObject::destroyed, parent, takeThem, Qt::QueuedConnection);
        });
    asked->open();
}

void askForExisting(QWidget *parent,
                    const QString &title,
                    QFileDialog::FileMode mode,
                    const QString &kinds,
                    const TakeFiles &take)
{
    auto dialog = fileDialog(parent, title, lastFolder());
    dialog->setFileMode(mode);
    if (mode == QFileDialog::Directory) {
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setNameFilter(kindsOrAll(kinds));
    }
    open(std::move(dialog), parent, [take](const QStringList &files, const QString & /*kind*/) {
        take(files);
    });
}

TakeFiles onlyOne(const TakeFile &take)
{
    return [take](const QStringList &files) { take(files.front()); };
}

/// Asks again where the file that was chosen is there and not to be replaced.
void askWhere(
    QWidget *parent, const QString &title, const QString &offered, const QString &kinds, const TakeFile &take)
{
    auto dialog = fileDialog(parent, title, QFileInfo(offered).absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(kindsOrAll(kinds));
    dialog->selectFile(QFileInfo(offered).fileName());
    open(std::move(dialog), parent, [=](const QStringList &files, const QString &kind) {
        const QString named = withKind(files.front(), kind, kinds);
        // Whether to replace the file that was named the dialog has asked.
        if (named == files.front() || !QFileInfo::exists(named)) {
            take(named);
            return;
        }
        askToReplace(parent, title, named, [=](bool mayReplace) {
            if (mayReplace) {
                take(named);
            } else {
                askWhere(parent, title, named, kinds, take);
            }
        });
    });
}

/// Takes those of the files that are not there or may be replaced, and those that are chosen already.
void takeFree(
    QWidget *parent, const QString &title, QStringList chosen, QStringList files, const TakeFiles &take)
{
    while (!files.isEmpty()) {
        const QString file = files.takeFirst();
        if (QFileInfo::exists(file)) {
            askToReplace(parent, title, file, [=](bool mayReplace) {
                takeFree(parent, title, mayReplace ? chosen + QStringList{file} : chosen, files, take);
            });
            return;
        }
        chosen << file;
    }
    take(chosen);
}

} // namespace

std::unique_ptr<QFileDialog> fileDialog(QWidget *parent, const QString &title, const QString &folder)
{
    // It begins to look at its first folder before it can be told how: there shall be no file in that one.
    const QTemporaryDir empty;
    auto dialog = std::make_unique<Dialog>(parent, title, empty.path());
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setDirectory(folder);
    return dialog;
}

void askForFile(QWidget *parent, const QString &title, const QString &kinds, const TakeFile &take)
{
    askForExisting(parent, title, QFileDialog::ExistingFile, kinds, onlyOne(take));
}

void askForFiles(QWidget *parent, const QString &title, const QString &kinds, const TakeFiles &take)
{
    askForExisting(parent, title, QFileDialog::ExistingFiles, kinds, take);
}

void askForFolder(QWidget *parent, const QString &title, const TakeFile &take)
{
    askForExisting(parent, title, QFileDialog::Directory, {}, onlyOne(take));
}

QString withKind(const QString &file, const QString &kind, const QString &kinds)
{
    const QStringList wanted = endingsOf(kind);
    const QString ending = endingOf(file, endingsOf(kinds));
    const bool isOffered = kind == kinds.section(QStringLiteral(";;"), 0, 0);
    if (wanted.isEmpty() || wanted.contains(ending) || (isOffered && !ending.isEmpty())) {
        return file;
    }
    return file.chopped(ending.size()) + wanted.front();
}

void askWhereToSave(
    QWidget *parent, const QString &title, const QString &name, const QString &kinds, const TakeFile &take)
{
    askWhere(parent, title, QDir(lastFolder()).absoluteFilePath(name), kinds, take);
}

void askWhereToSaveAll(QWidget *parent,
                       const QString &title,
                       const QString &name,
                       const QStringList &kinds,
                       const TakeFiles &take)
{
    if (kinds.isEmpty()) {
        return;
    }
    askWhereToSave(parent, title, name, kinds.front(), [=](const QString &first) {
        QStringList others;
        for (const QString &kind : kinds.mid(1)) {
            others << withKind(first, kind, kinds.join(QStringLiteral(";;")));
        }
        takeFree(parent, title, {first}, others, take);
    });
}

void askForNewFile(
    QWidget *parent, const QString &title, const QString &file, const QString &kinds, const TakeFile &take)
{
    auto dialog = fileDialog(parent, title, QFileInfo(file).absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setNameFilter(kinds);
    dialog->selectFile(QFileInfo(file).fileName());
    open(std::move(dialog), parent, [take](const QStringList &files, const QString & /*kind*/) {
        take(files.front());
    });
}

} // namespace winnow::gui
