#include "gui/frame/new_review_dialog.h"

#include "gui/file_dialog.h"
#include "gui/row_parts.h"
#include "ui_new_review_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace winnow::gui {

namespace {

const QString &ending()
{
    static const QString kEnding = QStringLiteral(".winnow");
    return kEnding;
}

/// The title as the name of a file on all systems.
QString nameOf(const QString &title)
{
    static const QRegularExpression kUnfit(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]+"));
    constexpr int kLongest = 80;
    QString name = title.simplified();
    name.replace(kUnfit, QStringLiteral(" "));
    return name.simplified().left(kLongest).trimmed();
}

/// The first of "Title.winnow", "Title 2.winnow" ... that is free.
QString freePath(const QString &folder, const QString &name)
{
    QString path = QDir(folder).filePath(name + ending());
    for (int number = 2; QFileInfo::exists(path); ++number) {
        path = QDir(folder).filePath(QStringLiteral("%1 %2%3").arg(name).arg(number).arg(ending()));
    }
    return path;
}

} // namespace

NewReviewDialog::NewReviewDialog(QString folder, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NewReviewDialog>())
    , m_folder(std::move(folder))
{
    m_ui->setupUi(this);
    setQuiet(m_ui->placeLabel);
    connect(m_ui->titleEdit, &QLineEdit::textChanged, this, &NewReviewDialog::showPlace);
    connect(m_ui->placeButton, &QPushButton::clicked, this, &NewReviewDialog::choosePlace);
    showPlace();
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

NewReviewDialog::~NewReviewDialog() = default;

QString NewReviewDialog::title() const
{
    return m_ui->titleEdit->text().simplified();
}

void NewReviewDialog::setPath(const QString &path)
{
    m_isChosen = true;
    m_path = path.endsWith(ending()) ? path : path + ending();
    showPlace();
}

void NewReviewDialog::choosePlace()
{
    askForNewFile(this,
                  tr("Where to keep the review"),
                  m_path,
                  tr("Winnow reviews (*.winnow)"),
                  [this](const QString &file) { setPath(file); });
}

void NewReviewDialog::showPlace()
{
    const QString name = nameOf(title());
    if (!m_isChosen) {
        m_path = name.isEmpty() ? QString() : freePath(m_folder, name);
    }
    const bool isTaken = m_isChosen && QFileInfo::exists(m_path);
    m_ui->placeLabel->setText(isTaken ? tr("%1 is there already; choose another name.").arg(m_path)
                              : m_path.isEmpty()
                                  ? tr("It is kept in %1; another place can be chosen.").arg(m_folder)
                                  : tr("It is kept as %1").arg(m_path));
    m_ui->makeButton->setEnabled(!title().isEmpty() && !m_path.isEmpty() && !isTaken);
    m_ui->placeButton->setEnabled(!name.isEmpty() || m_isChosen);
}

} // namespace winnow::gui
