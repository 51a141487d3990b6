#include "gui/imports/imports_dialog.h"

#include "gui/file_dialog.h"
#include "ui_imports_dialog.h"

#include <QHeaderView>

namespace winnow::gui {

namespace {

// Not "Rejected": in a dialog that is QDialog::Rejected.
enum Column { File, SourceName, InFile, Stored, Refused };

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

void alignNumbers(QTreeWidgetItem &item)
{
    for (int column = InFile; column <= Refused; ++column) {
        item.setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace

ImportsDialog::ImportsDialog(std::vector<app::ReportedImport> report, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ImportsDialog>())
    , m_report(std::move(report))
{
    m_ui->setupUi(this);
    m_ui->importTree->header()->setSectionResizeMode(File, QHeaderView::Stretch);
    m_ui->importTree->header()->setStretchLastSection(false);
    alignNumbers(*m_ui->importTree->headerItem());
    fill();
    connect(m_ui->importTree, &QTreeWidget::currentItemChanged, this, &ImportsDialog::showCurrent);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ImportsDialog::askForSave);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &ImportsDialog::askForRetry);
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] {
        if (const app::ReportedImport *const import = current()) {
            Q_EMIT undoWanted(import->import.id.value);
            accept();
        }
    });
    m_ui->importTree->setCurrentItem(m_ui->importTree->topLevelItem(0));
    showCurrent();
}

ImportsDialog::~ImportsDialog() = default;

void ImportsDialog::fill()
{
    for (const app::ReportedImport &entry : m_report) {
        const Import &import = entry.import;
        auto *item = new QTreeWidgetItem(QStringList{QString::fromStdString(import.file),
                                                     QString::fromStdString(entry.source),
                                                     number(import.inFile),
                                                     number(import.stored),
                                                     number(import.rejected)});
        m_ui->importTree->addTopLevelItem(item);
        item->setExpanded(true);
        alignNumbers(*item);
        for (const RejectedRow &row : entry.rejected) {
            auto *child = new QTreeWidgetItem(
                QStringList{tr("line %1 %2").arg(number(row.line), QString::fromStdString(row.reason))});
            item->addChild(child);
            child->setFirstColumnSpanned(true);
            child->setData(File, Qt::UserRole, QString::fromStdString(row.raw));
        }
    }
}

/// The import that is chosen, or that what is chosen belongs to.
const app::ReportedImport *ImportsDialog::current() const
{
    QTreeWidgetItem *item = m_ui->importTree->currentItem();
    if (item != nullptr && item->parent() != nullptr) {
        item = item->parent();
    }
    const int index = m_ui->importTree->indexOfTopLevelItem(item);
    return index < 0 ? nullptr : &m_report[static_cast<std::size_t>(index)];
}

void ImportsDialog::showCurrent()
{
    const QTreeWidgetItem *item = m_ui->importTree->currentItem();
    m_ui->rawText->setPlainText(item == nullptr ? QString() : item->data(File, Qt::UserRole).toString());
    const app::ReportedImport *const import = current();
    const bool hasRejected = import != nullptr && !import->rejected.empty();
    m_ui->saveButton->setEnabled(hasRejected);
    m_ui->retryButton->setEnabled(hasRejected);
    m_ui->undoButton->setEnabled(import != nullptr);
}

void ImportsDialog::askForSave()
{
    const app::ReportedImport *const import = current();
    const QString file = askWhereToSave(this, tr("Save rejected records"), {});
    if (import != nullptr && !file.isEmpty()) {
        Q_EMIT saveWanted(import->import.id.value, file);
    }
}

void ImportsDialog::askForRetry()
{
    const app::ReportedImport *const import = current();
    const QString file = askForFile(this, tr("Import corrected records"));
    if (import != nullptr && !file.isEmpty()) {
        Q_EMIT retryWanted(import->import.id.value, file);
        accept();
    }
}

} // namespace winnow::gui
