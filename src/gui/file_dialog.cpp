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

bool mayReplace(QWidget *parent, const QString &title, const QString &file)
{
    const QString question = QApplication::translate("FileDialog", "%1 is there already. Replace it?")
                                 .arg(QFileInfo(file).fileName());
    return QMessageBox::question(
               parent, title, question, QMessageBox::Yes | QMessageBox::No, QMessageBox::No) ==
           QMessageBox::Yes;
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

QStringList chosen(QFileDialog &dialog)
{
    if (dialog.exec() != QDialog::Accepted) {
        return {};
    }
    const QStringList files = dialog.selectedFiles();
    remember(files);
    return files;
}

QStringList
existing(QWidget *parent, const QString &title, QFileDialog::FileMode mode, const QString &kinds = {})
{
    const auto dialog = fileDialog(parent, title, lastFolder());
    dialog->setFileMode(mode);
    if (mode == QFileDialog::Directory) {
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setNameFilter(kindsOrAll(kinds));
    }
    return chosen(*dialog);
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

QString askForFile(QWidget *parent, const QString &title, const QString &kinds)
{
    return existing(parent, title, QFileDialog::ExistingFile, kinds).value(0);
}

QStringList askForFiles(QWidget *parent, const QString &title, const QString &kinds)
{
    return existing(parent, title, QFileDialog::ExistingFiles, kinds);
}

void askForFiles(QWidget *parent,
                 const QString &title,
                 const QString &kinds,
                 bool severalWanted,
                 const std::function<void(const QStringList &files)> &chosen)
{
    QFileDialog *dialog = fileDialog(parent, title, lastFolder()).release(); // its parent's
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(severalWanted ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilter(kindsOrAll(kinds));
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, [chosen](const QStringList &files) {
        remember(files);
        chosen(files);
    });
    dialog->open();
}

QString askForFolder(QWidget *parent, const QString &title)
{
    return existing(parent, title, QFileDialog::Directory).value(0);
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

QString askWhereToSave(QWidget *parent, const QString &title, const QString &name, const QString &kinds)
{
    QString offered = QDir(lastFolder()).absoluteFilePath(name);
    while (true) {
        const auto dialog = fileDialog(parent, title, QFileInfo(offered).absolutePath());
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilter(kindsOrAll(kinds));
        dialog->selectFile(QFileInfo(offered).fileName());
        const QString file = chosen(*dialog).value(0);
        if (file.isEmpty()) {
            return {};
        }
        QString named = withKind(file, dialog->selectedNameFilter(), kinds);
        // Whether to replace the file that was named the dialog has asked.
        if (named == file || !QFileInfo::exists(named) || mayReplace(parent, title, named)) {
            return named;
        }
        offered = named;
    }
}

QStringList
askWhereToSaveAll(QWidget *parent, const QString &title, const QString &name, const QStringList &kinds)
{
    if (kinds.isEmpty()) {
        return {};
    }
    const QString first = askWhereToSave(parent, title, name, kinds.front());
    if (first.isEmpty()) {
        return {};
    }
    const QString all = kinds.join(QStringLiteral(";;"));
    QStringList files{first};
    for (const QString &kind : kinds.mid(1)) {
        const QString file = withKind(first, kind, all);
        if (!QFileInfo::exists(file) || mayReplace(parent, title, file)) {
            files << file;
        }
    }
    return files;
}

QString askForNewFile(QWidget *parent, const QString &title, const QString &file, const QString &kinds)
{
    const auto dialog = fileDialog(parent, title, QFileInfo(file).absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setNameFilter(kinds);
    dialog->selectFile(QFileInfo(file).fileName());
    return chosen(*dialog).value(0);
}

} // namespace winnow::gui
