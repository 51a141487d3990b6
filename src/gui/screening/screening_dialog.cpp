#include "gui/screening/screening_dialog.h"

#include "gui/screening/conflicts_page.h"
#include "gui/screening/numbers_page.h"
#include "gui/screening/stage_page.h"
#include "gui/screening/stopping_page.h"
#include "gui/screening/team_page.h"
#include "ui_screening_dialog.h"

#include <QMessageBox>

namespace winnow::gui {

ScreeningDialog::ScreeningDialog(app::Workspace &workspace, Worker &worker, Stage stage, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ScreeningDialog>())
    , m_stages(new StagePage(workspace, stage, this))
    , m_conflicts(new ConflictsPage(workspace, worker, this))
    , m_numbers(new NumbersPage(worker, stage, this))
    , m_stopping(new StoppingPage(worker, stage, this))
    , m_team(new TeamPage(worker, QString::fromStdString(workspace.reviewer()), this))
{
    m_ui->setupUi(this);
    add(m_stages, tr("Settings"));
    add(m_conflicts, tr("Conflicts"));
    add(m_numbers, tr("Agreement and progress"));
    add(m_stopping, tr("Stopping"));
    add(m_team, tr("Team"));
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        m_ui->stateLabel->clear();
        reloadShown();
    });
    reloadShown();
}

ScreeningDialog::~ScreeningDialog() = default;

template <typename Page>
void ScreeningDialog::add(Page *page, const QString &title)
{
    m_ui->tabs->addTab(page, title);
    connect(page, &Page::told, m_ui->stateLabel, &QLabel::setText);
    connect(page, &Page::changed, this, &ScreeningDialog::changed);
}

void ScreeningDialog::reload()
{
    m_stages->reload();
    reloadShown();
}

/// The numbers and the conflicts cost time; those that nobody looks at are not read.
void ScreeningDialog::reloadShown()
{
    const QWidget *shown = m_ui->tabs->currentWidget();
    if (shown == m_conflicts) {
        m_conflicts->reload();
    } else if (shown == m_numbers) {
        m_numbers->reload();
    } else if (shown == m_stopping) {
        m_stopping->reload();
    }
}

void ScreeningDialog::reject()
{
    if (!m_stages->hasChanges()) {
        QDialog::reject();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question,
                                tr("Settings"),
                                tr("The settings were changed and not saved."),
                                QMessageBox::Cancel,
                                this);
    const QPushButton *leave = box->addButton(tr("Leave them as they were"), QMessageBox::DestructiveRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(leave, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

} // namespace winnow::gui
