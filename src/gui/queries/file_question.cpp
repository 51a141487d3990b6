#include "gui/queries/file_question.h"


namespace winnow::gui {

void askForFiles(QWidget *parent,
                 const QString &title,
                 const QString &kinds,
                 bool severalWanted,
                 const std::function<void(const QStringList &files)> &chosen)
{
    auto *dialog = new QFileDialog(parent, title, {}, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(severalWanted ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, chosen);
    dialog->open();
}

} // namespace winnow::gui
