#include "gui/screening/numbers_page.h"

#include "app/pilot.h"
#include "app/screening_progress.h"
#include "gui/screening/html_parts.h"
#include "gui/screening/numbers_html.h"
#include "gui/screening/stage_words.h"
#include "gui/worker.h"
#include "ui_numbers_page.h"

#include <QPointer>

namespace winnow::gui {

namespace {

constexpr int kUsualPilot = 50;

} // namespace

NumbersPage::NumbersPage(Worker &worker, Stage stage, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NumbersPage>())
    , m_worker(worker)
{
    m_ui->setupUi(this);
    for (const Stage each : kStages) {
        m_ui->stageBox->addItem(stageName(each), static_cast<int>(each));
    }
    m_ui->stageBox->setCurrentIndex(static_cast<int>(stage));
    m_ui->maybeBox->addItem(tr("Maybe counts as include"),
                            static_cast<int>(screening::MaybeCounts::AsInclude));
    m_ui->maybeBox->addItem(tr("Maybe is a third verdict"),
                            static_cast<int>(screening::MaybeCounts::AsItself));
    m_ui->maybeBox->addItem(tr("Maybe is left out"), static_cast<int>(screening::MaybeCounts::Not));
    m_ui->sizeBox->setValue(kUsualPilot);
    m_ui->numbersView->document()->setDocumentMargin(16);
    connect(m_ui->stageBox, &QComboBox::currentIndexChanged, this, &NumbersPage::reload);
    connect(m_ui->maybeBox, &QComboBox::currentIndexChanged, this, &NumbersPage::reload);
    connect(m_ui->pilotBox, &QCheckBox::toggled, this, &NumbersPage::reload);
    connect(m_ui->pilotButton, &QPushButton::clicked, this, &NumbersPage::drawPilot);
}

NumbersPage::~NumbersPage() = default;

Stage NumbersPage::stage() const
{
    return static_cast<Stage>(m_ui->stageBox->currentData().toInt());
}

void NumbersPage::reload()
{
    app::AgreementRequest request;
    request.stage = stage();
    request.maybe = static_cast<screening::MaybeCounts>(m_ui->maybeBox->currentData().toInt());
    request.isOfPilot = m_ui->pilotBox->isChecked();
    const QPointer<NumbersPage> page(this);
    m_worker.start(
        QStringLiteral("numbers"),
        [page, request, run = ++m_run](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
            auto progress = app::screeningProgress(workspace);
            auto agreed = app::agreement(workspace, request);
            const QString html =
                (progress ? progressHtml(*progress)
                          : paragraph(QString::fromStdString(progress.error().message))) +
                (agreed ? agreementHtml(*agreed) : paragraph(QString::fromStdString(agreed.error().message)));
            return [page, html, run] {
                if (page && run == page->m_run) {
                    page->m_ui->numbersView->setHtml(html);
                }
            };
        });
}

void NumbersPage::drawPilot()
{
    app::PilotRequest request;
    request.stage = stage();
    request.size = static_cast<std::size_t>(m_ui->sizeBox->value());
    request.seed = static_cast<std::uint64_t>(m_ui->seedBox->value());
    m_ui->pilotButton->setEnabled(false);
    const QPointer<NumbersPage> page(this);
    m_worker.start({}, [page, request](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto drawn = app::drawPilot(workspace, request);
        return [page, drawn = std::move(drawn), stage = request.stage] {
            if (!page) {
                return;
            }
            page->m_ui->pilotButton->setEnabled(true);
            if (!drawn) {
                Q_EMIT page->told(QString::fromStdString(drawn.error().message));
                return;
            }
            Q_EMIT page->told(tr("%1 records drawn at %2: every reviewer reads them first.")
                                  .arg(*drawn)
                                  .arg(stageInSentence(stage)));
            Q_EMIT page->changed();
        };
    });
}

} // namespace winnow::gui
