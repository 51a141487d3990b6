#include "gui/backups/backups_dialog.h"

#include "ui_backups_dialog.h"

#include <QDateTime>
#include <QHeaderView>

namespace winnow::gui {

namespace {

enum Column { Made, Size };

QString timeOf(const app::Backup &backup)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(backup.time.time_since_epoch().count());
    return QLocale().toString(at, QStringLiteral("d MMMM yyyy, HH:mm:ss"));
}

} // namespace

BackupsDialog::BackupsDialog(std::filesystem::path review, bool canBackUp, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BackupsDialog>())
    , m_review(std::move(review))
    , m_canBackUp(canBackUp)
{
    m_ui->setupUi(this);
    m_ui->backupTree->header()->setSectionResizeMode(Made, QHeaderView::Stretch);
    m_ui->backupTree->header()->setStretchLastSection(false);
    m_ui->backupTree->headerItem()->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    connect(m_ui->backupTree, &QTreeWidget::currentItemChanged, this, &BackupsDialog::showChoice);
    connect(m_ui->backUpButton, &QPushButton::clicked, this, &BackupsDialog::backUpWanted);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] {
        const int row = m_ui->backupTree->indexOfTopLevelItem(m_ui->backupTree->currentItem());
        if (row >= 0) {
            Q_EMIT restoreWanted(
                QString::fromStdString(m_backups.at(static_cast<std::size_t>(row)).file.string()));
        }
    });
    reload();
}

BackupsDialog::~BackupsDialog() = default;

void BackupsDialog::reload()
{
    const auto all = app::backups(m_review);
    m_ui->backupTree->clear();
    m_backups = all ? *all : std::vector<app::Backup>();
    for (const app::Backup &backup : m_backups) {
        auto *item = new QTreeWidgetItem(
            m_ui->backupTree,
            QStringList{timeOf(backup), QLocale().formattedDataSize(static_cast<qint64>(backup.bytes))});
        item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(Made, QString::fromStdString(backup.file.string()));
    }
    m_ui->backupTree->setCurrentItem(m_ui->backupTree->topLevelItem(0));
    if (!all) {
        tell(QString::fromStdString(all.error().message));
    } else if (m_backups.empty()) {
        tell(tr("There is no backup of this review yet."));
    }
    showChoice();
}

void BackupsDialog::tell(const QString &text)
{
    m_ui->stateLabel->setText(text);
}

void BackupsDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    showChoice();
}

void BackupsDialog::showChoice()
{
    m_ui->backUpButton->setEnabled(m_canBackUp && !m_isBusy);
    m_ui->restoreButton->setEnabled(m_ui->backupTree->currentItem() != nullptr && !m_isBusy);
}

} // namespace winnow::gui
