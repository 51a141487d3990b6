// The part of the main window beside the record: the criteria of the stage, and why the record stands where
// it does.
#include "app/ranking.h"
#include "gui/main_window.h"
#include "gui/screening/criteria_html.h"
#include "gui/screening/html_parts.h"
#include "gui/screening/why_html.h"
#include "ui_main_window.h"

#include <QTimer>

namespace winnow::gui {

namespace {

/// A reviewer who goes on at once asks nothing.
constexpr int kWhyPauseMs = 150;

} // namespace

void MainWindow::setUpAside()
{
    for (QTextBrowser *view : {m_ui->criteriaView, m_ui->whyView}) {
        view->document()->setDocumentMargin(16);
        view->setFocusPolicy(Qt::ClickFocus);
        view->installEventFilter(this);
    }
    m_ui->sideSplitter->setStretchFactor(0, 1);
    m_ui->sideSplitter->installEventFilter(this);
    connect(m_ui->sideSplitter, &QSplitter::splitterMoved, this, [this] { m_isAsideOwn = true; });
    m_whyTimer->setSingleShot(true);
    m_whyTimer->setInterval(kWhyPauseMs);
    connect(m_whyTimer, &QTimer::timeout, this, &MainWindow::explainPlace);
    connect(m_ui->criteriaAction, &QAction::toggled, this, &MainWindow::showCriteria);
    connect(m_ui->whyAction, &QAction::toggled, this, [this](bool isShown) {
        m_ui->whyView->setVisible(isShown);
        fitAside();
        explainPlace();
    });
}

void MainWindow::showCriteria()
{
    const QString html = m_stages.empty() ? QString() : criteriaHtml(settings());
    m_ui->criteriaView->setHtml(html);
    m_ui->criteriaView->setVisible(!html.isEmpty() && m_ui->criteriaAction->isChecked());
    fitAside();
}

/// The criteria take what they need, the diagram and the words share the rest; a person may divide otherwise.
void MainWindow::fitAside()
{
    if (m_isAsideOwn) {
        return;
    }
    const int height = m_ui->sideSplitter->height();
    QTextDocument *criteria = m_ui->criteriaView->document();
    criteria->setTextWidth(m_ui->sideSplitter->width());
    const int wanted = m_ui->criteriaView->isHidden()
                           ? 0
                           : std::min(2 * height / 5, static_cast<int>(criteria->size().height()) + 2);
    const int words = m_ui->whyView->isHidden() ? 0 : height / 3;
    m_ui->sideSplitter->setSizes({height - wanted - words, wanted, words});
}

void MainWindow::explainPlace()
{
    if (!m_workspace || !m_ui->whyAction->isChecked()) {
        return;
    }
    const RecordId record = currentRecord();
    if (record.value == 0) {
        m_ui->whyView->clear();
        return;
    }
    m_worker->start(
        QStringLiteral("why"),
        [this, record, request = app::RankRequest{stage(), {}}, run = ++m_whyRun, before = m_whyPool](
            app::Workspace &workspace, Task &task) -> Worker::Done {
            auto explained = app::explainRank(workspace, record, request, task, before.get());
            return [this, run, explained = std::move(explained)] {
                if (explained) {
                    m_whyPool = explained->pool;
                }
                if (run == m_whyRun) {
                    m_ui->whyView->setHtml(
                        explained ? whyHtml(*explained)
                                  : paragraph(QString::fromStdString(explained.error().message)));
                }
            };
        });
}

} // namespace winnow::gui
