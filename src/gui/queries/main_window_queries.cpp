// The part of the main window that shows what each line of a query does.
#include "gui/main_window.h"
#include "gui/queries/query_lines_dialog.h"
#include "gui/row_parts.h"
#include "gui/theme.h"
#include "ui_main_window.h"

namespace winnow::gui {

namespace {

QString linesGroup()
{
    return QStringLiteral("lines");
}

} // namespace

void MainWindow::showQueryLines()
{
    if (!m_lines) {
        m_lines = new QueryLinesDialog(this);
        m_lines->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_lines, &QueryLinesDialog::runWanted, this, &MainWindow::runQueryLines);
        connect(m_lines, &QueryLinesDialog::stopWanted, this, [this] { m_worker->stop(linesGroup()); });
        connect(m_lines, &QDialog::finished, this, [this] { m_worker->stop(linesGroup()); });
        connect(m_lines, &QueryLinesDialog::lineChosen, this, [this](const QString &query) {
            m_ui->searchEdit->setText(query);
            search(query);
        });
        connect(m_worker.get(),
                &Worker::progress,
                m_lines,
                [this](const QString & /*what*/, qint64 done, qint64 total) {
                    m_lines->showProgress(done, total);
                });
    }
    m_lines->show();
    m_lines->raise();
    m_lines->activateWindow();
    m_lines->setQuery(m_ui->searchEdit->text());
}

void MainWindow::runQueryLines()
{
    m_worker->start(linesGroup(),
                    [this, asking = m_lines, run = ++m_linesRun, request = m_lines->request()](
                        app::Workspace &workspace, Task &task) -> Worker::Done {
                        auto effects = app::queryEffects(workspace, request, task);
                        return [this, asking, run, effects = std::move(effects)] {
                            // A run that a newer one took the place of has nothing to tell.
                            if (asking != nullptr && run == m_linesRun) {
                                asking->showEffects(effects);
                            }
                        };
                    });
}

/// It belongs to the review that was open.
void MainWindow::closeQueryLines()
{
    delete m_lines;
}

void MainWindow::showUndecided(const app::FoundRecords &found)
{
    QStringList without;
    for (const std::string &code : found.undecidedWithout) {
        without << QString::fromStdString(code);
    }
    setQuiet(m_ui->undecidedLabel);
    const auto count = static_cast<qlonglong>(found.undecided);
    m_ui->undecidedLabel->setVisible(count > 0);
    m_ui->undecidedLabel->setText(tr("%1 undecided").arg(QLocale(QLocale::English).toString(count)));
    m_ui->undecidedLabel->setToolTip(
        without.isEmpty() ? tr("Records that do not say what the query asks for; they may match.")
                          : tr("Records that may match, but do not say all that the query asks for: %1.")
                                .arg(without.join(QStringLiteral(", "))));
}

} // namespace winnow::gui
