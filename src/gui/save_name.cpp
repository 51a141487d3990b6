#include "gui/save_name.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>
#include <QStringList>

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
    const QString question = QApplication::translate("SaveName", "%1 is there already. Replace it?")
                                 .arg(QFileInfo(file).fileName());
    return QMessageBox::question(
               parent, title, question, QMessageBox::Yes | QMessageBox::No, QMessageBox::No) ==
           QMessageBox::Yes;
}

} // namespace

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

QString askForSaveName(QWidget *parent, const QString &title, const QString &name, const QString &kinds)
{
    QString offered = name;
    while (true) {
        QString kind;
        const QString file = QFileDialog::getSaveFileName(parent, title, offered, kinds, &kind);
        if (file.isEmpty()) {
            return {};
        }
        QString named = withKind(file, kind, kinds);
        // Whether to replace the file that was named the dialog has asked.
        if (named == file || !QFileInfo::exists(named) || mayReplace(parent, title, named)) {
            return named;
        }
        offered = named;
    }
}

QStringList
askForSaveNames(QWidget *parent, const QString &title, const QString &name, const QStringList &kinds)
{
    if (kinds.isEmpty()) {
        return {};
    }
    const QString first = askForSaveName(parent, title, name, kinds.front());
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

} // namespace winnow::gui
