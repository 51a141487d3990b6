#include "gui/team/exchange_pane.h"

#include "app/bundles.h"
#include "gui/file_dialog.h"
#include "gui/frame/shared_folder.h"
#include "gui/team/bundle_text.h"
#include "ui_exchange_pane.h"

#include <QFileInfo>

namespace winnow::gui {

ExchangePane::ExchangePane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::ExchangePane>())
{
    m_ui->setupUi(this);
    makeActions();
    connect(m_ui->meetButton, &QPushButton::clicked, &session.sharedFolder(), &SharedFolder::meet);
    connect(m_ui->leaveButton, &QPushButton::clicked, this, [this] { meetIn({}); });
    connect(&session.sharedFolder(), &SharedFolder::met, this, [this](const QStringList &lines) {
        for (const QString &line : lines) {
            report(line);
        }
    });
    connect(&session.sharedFolder(), &SharedFolder::failed, this, [this](const QString &problem) {
        report(problem);
        say(problem);
    });
    showFolder();
}

ExchangePane::~ExchangePane() = default;

void ExchangePane::makeActions()
{
    addStepAction(
        "exportBundleAction", tr("Export my bundle"), {}, [this] { askForExport(); }, m_ui->exportButton);
    addStepAction(
        "mergeBundleAction", tr("Take in a bundle"), {}, [this] { askForBundle(); }, m_ui->mergeButton);
    addStepAction(
        "sharedFolderAction",
        tr("Meet in a shared folder"),
        {},
        [this] { chooseFolder(); },
        m_ui->folderButton);
}

void ExchangePane::goTo(const Place &place)
{
    for (const QString &file : place.files) {
        merge(file);
    }
}

void ExchangePane::report(const QString &text)
{
    m_ui->reportText->appendPlainText(text);
}

void ExchangePane::askForExport()
{
    askWhereToSave(this,
                   tr("Export my bundle"),
                   shown(review().reviewer()) + QStringLiteral(".winnow-bundle"),
                   tr("Bundles (*.winnow-bundle)"),
                   [this](const QString &file) { exportTo(file); });
}

void ExchangePane::askForBundle()
{
    askForFile(this, tr("Take in a bundle"), tr("Bundles (*.winnow-bundle)"), [this](const QString &file) {
        merge(file);
    });
}

void ExchangePane::chooseFolder()
{
    askForFolder(this, tr("Folder that you all share"), [this](const QString &folder) { meetIn(folder); });
}

void ExchangePane::exportTo(const QString &file)
{
    doInBackground(
        [file](app::Workspace &workspace, Task & /*task*/) {
            return app::exportBundle(workspace, workspace.reviewer(), file.toStdString());
        },
        [this, file](const Result<std::int64_t> &written) {
            if (!written) {
                say(shown(written.error().message));
                return;
            }
            tellDone({tr("Wrote what you said to %1.").arg(file),
                      {},
                      {QStringLiteral("bundle"),
                       QStringLiteral("export"),
                       QStringLiteral("{}"),
                       QStringLiteral("-o"),
                       file}});
        });
}

void ExchangePane::merge(const QString &file)
{
    doInBackground([file](app::Workspace &workspace,
                          Task & /*task*/) { return app::mergeBundle(workspace, file.toStdString()); },
                   [this, file](const Result<store::BundleOutcome> &outcome) {
                       report(QFileInfo(file).fileName() + QStringLiteral(": ") + bundleText(outcome));
                       if (!outcome) {
                           say(shown(outcome.error().message));
                           return;
                       }
                       tellDone(
                           {tr("The bundle was taken in."),
                            kAllChanges,
                            {QStringLiteral("bundle"), QStringLiteral("merge"), QStringLiteral("{}"), file},
                            false});
                   });
}

void ExchangePane::meetIn(const QString &folder)
{
    session().sharedFolder().watch(folder);
    showFolder();
    say(folder.isEmpty() ? tr("The folder is not watched any more; what is in it stays.")
                         : tr("Whatever any of you says goes through %1 from now on.").arg(folder));
}

void ExchangePane::showFolder()
{
    const QString &folder = session().sharedFolder().folder();
    m_ui->folderLabel->setText(folder.isEmpty() ? tr("No shared folder is watched.")
                                                : tr("Shared folder: %1").arg(folder));
    m_ui->meetButton->setEnabled(!folder.isEmpty());
    m_ui->leaveButton->setEnabled(!folder.isEmpty());
}

} // namespace winnow::gui
