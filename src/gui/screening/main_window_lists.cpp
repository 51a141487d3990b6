// The part of the main window that chooses which records are listed and worked through.
#include "app/labels.h"
#include "gui/main_window.h"
#include "gui/screening/labels_dialog.h"
#include "ui_main_window.h"

#include <algorithm>

namespace winnow::gui {

void MainWindow::setUpLists()
{
    connect(m_ui->labelsAction, &QAction::triggered, this, &MainWindow::showLabels);
    connect(m_ui->labelButton, &QPushButton::clicked, this, [this] { showLabelled({}); });
    connect(m_ui->workThroughButton, &QPushButton::clicked, m_ui->workThroughAction, &QAction::trigger);
    connect(m_ui->workThroughAction, &QAction::toggled, m_ui->workThroughButton, &QPushButton::setChecked);
    connect(m_ui->workThroughAction, &QAction::toggled, this, [this] {
        m_goesToWork = true;
        openWorkList();
        m_ui->recordTable->setFocus();
    });
}

/// A search was run, or all records are listed again. A work list that is kept to a search follows it.
void MainWindow::tellSearched(const QString &query)
{
    const bool isOther = query != m_searched;
    m_searched = query;
    m_ui->workThroughAction->setEnabled(!query.isEmpty());
    m_ui->workThroughButton->setVisible(!query.isEmpty());
    if (query.isEmpty()) {
        m_ui->workThroughAction->setChecked(false);
    } else if (isOther && m_ui->workThroughAction->isChecked()) {
        m_goesToWork = true;
        openWorkList();
    }
}

/// Of the work list; empty: all.
std::string MainWindow::workQuery() const
{
    return m_ui->workThroughAction->isChecked() ? m_searched.toStdString() : std::string();
}

bool MainWindow::goesRowByRow() const
{
    return !m_label.isEmpty() || (m_query && !m_ui->workThroughAction->isChecked());
}

void MainWindow::showLabels()
{
    auto *dialog = findChild<LabelsDialog *>();
    if (dialog == nullptr) {
        dialog = new LabelsDialog(*m_workspace, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &LabelsDialog::labelWanted, this, &MainWindow::showLabelled);
        connect(dialog, &LabelsDialog::changed, this, [this](const QString &told) {
            say(told);
            search(m_ui->searchEdit->text());
        });
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showLabelled(const QString &label)
{
    m_label = label;
    search(m_ui->searchEdit->text());
}

/// Of ascending ids those that have the label which is chosen; all where none is.
std::vector<RecordId> MainWindow::onlyLabelled(std::vector<RecordId> ids)
{
    if (m_label.isEmpty()) {
        m_ui->labelButton->hide();
        return ids;
    }
    auto labelled = app::recordsLabelled(*m_workspace, m_label.toStdString());
    if (!labelled) {
        say(QString::fromStdString(labelled.error().message));
        return ids;
    }
    if (labelled->empty()) {
        m_label.clear(); // it was renamed or removed
        m_ui->labelButton->hide();
        return ids;
    }
    QString shown = m_label;
    m_ui->labelButton->setText(tr("Label: %1").arg(shown.replace(QLatin1Char('&'), QStringLiteral("&&"))) +
                               QStringLiteral("   \u2715"));
    m_ui->labelButton->show();
    std::vector<RecordId> both;
    std::ranges::set_intersection(ids, *labelled, std::back_inserter(both));
    return both;
}

} // namespace winnow::gui
