// The part of the main window that writes the flow diagram, checklists and plots.
#include "app/appraisal_file.h"
#include "app/appraisals.h"
#include "app/flow_diagram.h"
#include "app/reporting.h"
#include "gui/file_dialog.h"
#include "gui/flow/flow_dialog.h"
#include "gui/main_window.h"
#include "gui/shown.h"
#include "gui/worker.h"

namespace winnow::gui {

void MainWindow::askForExport()
{
    m_worker->start({}, [this](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto counts = app::flowCounts(workspace);
        if (!counts) {
            return [this, message = shown(counts.error().message)] { say(message); };
        }
        return [this, numbers = flow::numbersOf(*counts)] {
            auto *dialog = new FlowDialog(numbers, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &FlowDialog::saveWanted, this, [this, dialog] {
                const QString file = askWhereToSave(
                    dialog,
                    tr("Export flow diagram"),
                    QStringLiteral("prisma.pdf"),
                    tr("PDF (*.pdf);;SVG (*.svg);;EPS (*.eps);;PNG (*.png);;TIFF (*.tif);;Word (*.docx);;"
                       "Page with the records behind each box (*.html);;TikZ (*.tex);;Description (*.txt);;"
                       "Numbers (*.json *.csv)"));
                if (!file.isEmpty()) {
                    exportFlow(file, dialog->style());
                    dialog->accept();
                }
            });
            dialog->open();
        };
    });
}

void MainWindow::exportFlow(const QString &file, const app::FlowStyle &style)
{
    m_worker->start({}, [this, file, style](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto outcome = app::publishFlow(workspace, file.toStdString(), style);
        QString told = outcome ? tr("Wrote %1.").arg(file) : shown(outcome.error().message);
        if (outcome) {
            for (const std::string &objection : outcome->objections) {
                told += QLatin1Char(' ') + shown(objection);
            }
        }
        return [this, told] { say(told); };
    });
}

/// Asks where to write a report and has it written.
void MainWindow::askForReport(const QString &title,
                              const QString &name,
                              const QString &kinds,
                              const std::function<Result<void>(app::Workspace &, const std::string &)> &write)
{
    const QString file = askWhereToSave(this, title, name, kinds);
    if (file.isEmpty()) {
        return;
    }
    m_worker->start({}, [this, file, write](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        const auto written = write(workspace, file.toStdString());
        return [this, told = written ? tr("Wrote %1.").arg(file) : shown(written.error().message)] {
            say(told);
        };
    });
}

void MainWindow::connectReports(QAction *checklist, QAction *appendix, QAction *bias)
{
    const QString documents = tr("Word (*.docx);;HTML (*.html);;Markdown (*.md)");
    connect(checklist, &QAction::triggered, this, [this, documents] {
        askForReport(tr("PRISMA 2020 checklist"),
                     QStringLiteral("prisma-checklist.docx"),
                     documents,
                     [](app::Workspace &workspace, const std::string &file) {
                         return app::publishChecklist(workspace, "prisma-2020", file);
                     });
    });
    connect(appendix, &QAction::triggered, this, [this, documents] {
        askForReport(tr("Appendix on searches"),
                     QStringLiteral("searches.docx"),
                     documents,
                     [](app::Workspace &workspace, const std::string &file) {
                         return app::publishSearchAppendix(workspace, file);
                     });
    });
    connect(bias, &QAction::triggered, this, [this] {
        askForReport(tr("Risk of bias"),
                     QStringLiteral("risk-of-bias.pdf"),
                     tr("PDF (*.pdf);;SVG (*.svg);;EPS (*.eps);;PNG (*.png);;TIFF (*.tif);;Word (*.docx)"),
                     [](app::Workspace &workspace, const std::string &file) -> Result<void> {
                         const auto all = app::appraisalsOf(workspace, nullptr);
                         return all ? app::publishAppraisals(all->appraisals, file, {}) : all.error();
                     });
    });
}

} // namespace winnow::gui
