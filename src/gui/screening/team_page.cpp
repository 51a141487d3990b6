#include "gui/screening/team_page.h"

#include "gui/file_dialog.h"
#include "gui/shown.h"
#include "gui/worker.h"
#include "ui_team_page.h"

#include <QPointer>

#include <numeric>

namespace winnow::gui {

namespace {

QString fileName(const std::filesystem::path &file)
{
    return shown(file.filename().string());
}

QString textOf(const store::BundleOutcome &outcome)
{
    const std::int64_t added = std::accumulate(
        outcome.added.begin(), outcome.added.end(), std::int64_t{0}, [](std::int64_t sum, const auto &entry) {
            return sum + entry.second;
        });
    QString text =
        TeamPage::tr("%1 events of %2: %3 new, %4 known already.")
            .arg(outcome.read)
            .arg(outcome.reviewer.empty() ? TeamPage::tr("all reviewers") : shown(outcome.reviewer))
            .arg(added)
            .arg(outcome.known);
    for (const auto &[kind, count] : outcome.added) {
        text += TeamPage::tr("\n    %1 of the kind %2").arg(count).arg(shown(kind));
    }
    for (const auto &[what, count] : outcome.waiting) {
        text += TeamPage::tr("\n    %1 kept for later, since each speaks of %2").arg(count).arg(shown(what));
    }
    return text;
}

QString textOf(const Result<store::BundleOutcome> &outcome)
{
    return outcome ? textOf(*outcome) : shown(outcome.error().message);
}

} // namespace

TeamPage::TeamPage(Worker &worker, QString reviewer, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TeamPage>())
    , m_worker(worker)
    , m_reviewer(std::move(reviewer))
{
    m_ui->setupUi(this);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &TeamPage::askForExport);
    connect(m_ui->mergeButton, &QPushButton::clicked, this, &TeamPage::askForBundle);
    connect(m_ui->folderButton, &QPushButton::clicked, this, &TeamPage::askForFolder);
}

TeamPage::~TeamPage() = default;

void TeamPage::report(const QString &text)
{
    m_ui->reportText->appendPlainText(text);
}

void TeamPage::askForExport()
{
    const QString file = askWhereToSave(this,
                                        tr("Export my bundle"),
                                        m_reviewer + QStringLiteral(".winnow-bundle"),
                                        tr("Bundles (*.winnow-bundle)"));
    if (!file.isEmpty()) {
        exportTo(file);
    }
}

void TeamPage::askForBundle()
{
    const QString file = askForFile(this, tr("Take in a bundle"), tr("Bundles (*.winnow-bundle)"));
    if (!file.isEmpty()) {
        merge(file);
    }
}

void TeamPage::askForFolder()
{
    const QString folder = gui::askForFolder(this, tr("Folder that you all share"));
    if (!folder.isEmpty()) {
        meetIn(folder);
    }
}

void TeamPage::exportTo(const QString &file)
{
    const QPointer<TeamPage> page(this);
    m_worker.start({}, [page, file](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto written = app::exportBundle(workspace, workspace.reviewer(), file.toStdString());
        return [page, file, written = std::move(written)] {
            if (page) {
                Q_EMIT page->told(written ? tr("Wrote what you said to %1.").arg(file)
                                          : shown(written.error().message));
            }
        };
    });
}

void TeamPage::merge(const QString &file)
{
    const QPointer<TeamPage> page(this);
    m_worker.start({}, [page, file](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto outcome = app::mergeBundle(workspace, file.toStdString());
        return [page, file, outcome = std::move(outcome)] {
            if (!page) {
                return;
            }
            page->report(fileName(file.toStdString()) + QStringLiteral(": ") + textOf(outcome));
            Q_EMIT page->told(outcome ? tr("The bundle was taken in.") : shown(outcome.error().message));
            if (outcome) {
                Q_EMIT page->changed();
            }
        };
    });
}

void TeamPage::meetIn(const QString &folder)
{
    const QPointer<TeamPage> page(this);
    m_worker.start({}, [page, folder](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto synced = app::syncFolder(workspace, folder.toStdString());
        return [page, folder, synced = std::move(synced)] {
            if (!page) {
                return;
            }
            if (!synced) {
                Q_EMIT page->told(shown(synced.error().message));
                return;
            }
            qsizetype refused = 0;
            for (const app::SyncedBundle &one : *synced) {
                page->report(fileName(one.file) + QStringLiteral(": ") + textOf(one.outcome));
                refused += one.outcome ? 0 : 1;
            }
            Q_EMIT page->told(
                refused == 0 ? tr("Took in what was there; what you said is in %1 now.").arg(folder)
                             : tr("%1 bundles could not be taken in, see above; what you said is in %2 now.")
                                   .arg(refused)
                                   .arg(folder));
            Q_EMIT page->changed();
        };
    });
}

} // namespace winnow::gui
