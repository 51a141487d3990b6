#include "gui/team/agreement_pane.h"

#include "app/pilot.h"
#include "app/screening_progress.h"
#include "gui/screening/html_parts.h"
#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "gui/team/numbers_html.h"
#include "gui/wrap_layout.h"
#include "ui_agreement_pane.h"

namespace winnow::gui {

namespace {

constexpr int kUsualPilot = 50;

} // namespace

AgreementPane::AgreementPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::AgreementPane>())
{
    m_ui->setupUi(this);
    wrap({m_ui->choiceRow});
    for (const Stage each : kStages) {
        m_ui->stageBox->addItem(stageName(each), static_cast<int>(each));
    }
    m_ui->stageBox->setCurrentIndex(static_cast<int>(Stage::TitleAbstract));
    m_ui->maybeBox->addItem(tr("Maybe counts as include"),
                            static_cast<int>(screening::MaybeCounts::AsInclude));
    m_ui->maybeBox->addItem(tr("Maybe is a third verdict"),
                            static_cast<int>(screening::MaybeCounts::AsItself));
    m_ui->maybeBox->addItem(tr("Maybe is left out"), static_cast<int>(screening::MaybeCounts::Not));
    m_ui->sizeBox->setValue(kUsualPilot);
    m_ui->numbersView->document()->setDocumentMargin(16);
    connect(m_ui->stageBox, &QComboBox::currentIndexChanged, this, &AgreementPane::read);
    connect(m_ui->maybeBox, &QComboBox::currentIndexChanged, this, &AgreementPane::read);
    connect(m_ui->pilotBox, &QCheckBox::toggled, this, &AgreementPane::read);
    connect(m_ui->pilotButton, &QPushButton::clicked, this, &AgreementPane::drawPilot);
}

AgreementPane::~AgreementPane() = default;

Stage AgreementPane::stage() const
{
    return static_cast<Stage>(m_ui->stageBox->currentData().toInt());
}

void AgreementPane::reload(Changes changes)
{
    if (changes & (Changes(Change::Records) | Change::Duplicates | Change::Decisions | Change::Stages)) {
        read();
    }
}

void AgreementPane::read()
{
    app::AgreementRequest request;
    request.stage = stage();
    request.maybe = static_cast<screening::MaybeCounts>(m_ui->maybeBox->currentData().toInt());
    request.isOfPilot = m_ui->pilotBox->isChecked();
    inBackground(
        QStringLiteral("numbers"),
        [request](app::Workspace &workspace, Task & /*task*/) {
            auto progress = app::screeningProgress(workspace);
            auto agreed = app::agreement(workspace, request);
            return (progress ? progressHtml(*progress) : paragraph(shown(progress.error().message))) +
                   (agreed ? agreementHtml(*agreed) : paragraph(shown(agreed.error().message)));
        },
        [this](const QString &html) { m_ui->numbersView->setHtml(html); });
}

void AgreementPane::drawPilot()
{
    app::PilotRequest request;
    request.stage = stage();
    request.size = static_cast<std::size_t>(m_ui->sizeBox->value());
    request.seed = static_cast<std::uint64_t>(m_ui->seedBox->value());
    m_ui->pilotButton->setEnabled(false);
    doInBackground(
        [request](app::Workspace &workspace, Task & /*task*/) { return app::drawPilot(workspace, request); },
        [this, request](const Result<std::int64_t> &drawn) {
            m_ui->pilotButton->setEnabled(true);
            if (!drawn) {
                say(shown(drawn.error().message));
                return;
            }
            tellDone({tr("%Ln records drawn at %1: every reviewer reads them first.",
                         nullptr,
                         static_cast<int>(*drawn))
                          .arg(stageInSentence(request.stage)),
                      Changes(Change::Decisions) | Change::Stages,
                      {QStringLiteral("pilot"),
                       QStringLiteral("{}"),
                       QStringLiteral("--stage"),
                       shown(toString(request.stage)),
                       QStringLiteral("--size"),
                       QString::number(request.size),
                       QStringLiteral("--seed"),
                       QString::number(request.seed)}});
            read();
        });
}

} // namespace winnow::gui
