#include "gui/screening/stopping_page.h"

#include "gui/screening/stage_words.h"
#include "gui/screening/stopping_html.h"
#include "gui/shown.h"
#include "gui/worker.h"
#include "gui/wrap_layout.h"
#include "ui_stopping_page.h"

#include <QPointer>

namespace winnow::gui {

namespace {

constexpr double kPercent = 100;
constexpr std::array kRules{app::StoppingRule::Run, app::StoppingRule::Buscar, app::StoppingRule::TailSample};

} // namespace

StoppingPage::StoppingPage(Worker &reader, Worker &writer, Stage stage, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StoppingPage>())
    , m_reader(reader)
    , m_writer(writer)
{
    m_ui->setupUi(this);
    wrap({m_ui->goalRow, m_ui->sampleRow});
    for (const Stage each : kStages) {
        m_ui->stageBox->addItem(stageName(each), static_cast<int>(each));
    }
    m_ui->stageBox->setCurrentIndex(static_cast<int>(stage));
    for (const app::StoppingRule rule : kRules) {
        m_ui->stoppingRuleBox->addItem(ruleName(rule), static_cast<int>(rule));
    }
    m_ui->stoppingRuleBox->setCurrentIndex(static_cast<int>(app::StoppingRule::Buscar));
    m_ui->stoppingView->document()->setDocumentMargin(16);
    connect(m_ui->stageBox, &QComboBox::currentIndexChanged, this, [this] {
        m_isSizeOwn = false;
        reload();
    });
    for (const QSpinBox *box : {m_ui->recallBox, m_ui->confidenceBox, m_ui->runBox}) {
        connect(box, &QSpinBox::valueChanged, this, &StoppingPage::reload);
    }
    connect(m_ui->sampleSizeBox, &QSpinBox::valueChanged, this, [this] { m_isSizeOwn = true; });
    connect(m_ui->drawButton, &QPushButton::clicked, this, &StoppingPage::draw);
    connect(m_ui->recordButton, &QPushButton::clicked, this, [this] { record(false); });
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] { record(true); });
    setBusy(false);
}

StoppingPage::~StoppingPage() = default;

Stage StoppingPage::stage() const
{
    return static_cast<Stage>(m_ui->stageBox->currentData().toInt());
}

app::StoppingRequest StoppingPage::request(app::StoppingRule rule) const
{
    app::StoppingRequest request;
    request.stage = stage();
    request.rule = rule;
    request.run = static_cast<std::size_t>(m_ui->runBox->value());
    request.goal.recall = m_ui->recallBox->value() / kPercent;
    request.goal.confidence = m_ui->confidenceBox->value() / kPercent;
    return request;
}

/// What the page does, as the command line does it.
QStringList StoppingPage::command(const QStringList &more) const
{
    return QStringList{QStringLiteral("stopping"),
                       QStringLiteral("{}"),
                       QStringLiteral("--stage"),
                       shown(toString(stage()))} +
           more;
}

QStringList StoppingPage::recordCommand(app::StoppingRule rule, bool stops) const
{
    QStringList more{QStringLiteral("--rule"), shown(app::toString(rule))};
    if (rule == app::StoppingRule::Run) {
        more << QStringLiteral("--run") << QString::number(m_ui->runBox->value());
    } else {
        more << QStringLiteral("--recall") << QString::number(m_ui->recallBox->value() / kPercent)
             << QStringLiteral("--confidence") << QString::number(m_ui->confidenceBox->value() / kPercent);
    }
    return command(more << (stops ? QStringLiteral("--stop") : QStringLiteral("--record")));
}

void StoppingPage::reload()
{
    const QPointer<StoppingPage> page(this);
    m_reader.start(
        QStringLiteral("stopping"),
        [page, asked = request(app::StoppingRule::Run), run = ++m_run](app::Workspace &workspace,
                                                                       Task &task) -> Worker::Done {
            auto answers = std::make_shared<StoppingAnswers>();
            answers->stage = asked.stage;
            for (const app::StoppingRule rule : kRules) {
                if (task.isStopped()) {
                    return {};
                }
                app::StoppingRequest request = asked;
                request.rule = rule;
                answers->reports.at(static_cast<std::size_t>(rule)) = app::checkStopping(workspace, request);
            }
            answers->sampleNeeded = app::sampleNeeded(workspace, asked.stage, asked.goal);
            if (auto end = app::screeningEnd(workspace); end && asked.stage == Stage::TitleAbstract) {
                answers->end = *std::move(end);
            }
            return [page, answers, run] {
                if (page && run == page->m_run) {
                    page->show(*answers);
                }
            };
        });
}

void StoppingPage::show(const StoppingAnswers &answers)
{
    m_hasEnded = answers.end.has_value();
    m_hasRest = answers.sampleNeeded && *answers.sampleNeeded > 0;
    if (m_hasRest && !m_isSizeOwn) {
        const QSignalBlocker blocker(m_ui->sampleSizeBox);
        m_ui->sampleSizeBox->setValue(static_cast<int>(*answers.sampleNeeded));
    }
    m_ui->stoppingView->setHtml(stoppingHtml(answers));
    setBusy(m_isBusy);
}

void StoppingPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    const bool canEnd = stage() == Stage::TitleAbstract;
    m_ui->drawButton->setEnabled(!isBusy && m_hasRest);
    m_ui->recordButton->setEnabled(!isBusy);
    m_ui->stopButton->setEnabled(!isBusy && canEnd && !m_hasEnded);
    m_ui->stopButton->setToolTip(
        !canEnd ? tr("Only screening at title and abstract can end by a rule")
        : m_hasEnded
            ? tr("Screening has ended; undo takes the end back")
            : tr("Writes down what the rule says, whatever it is, and ends screening; undo takes it back"));
}

void StoppingPage::draw()
{
    setBusy(true);
    const QPointer<StoppingPage> page(this);
    m_writer.start(
        {},
        [page,
         command = command({QStringLiteral("--draw"),
                            QString::number(m_ui->sampleSizeBox->value()),
                            QStringLiteral("--seed"),
                            QString::number(m_ui->sampleSeedBox->value())}),
         stage = stage(),
         size = static_cast<std::size_t>(m_ui->sampleSizeBox->value()),
         seed = static_cast<std::uint64_t>(m_ui->sampleSeedBox->value())](app::Workspace &workspace,
                                                                          Task & /*task*/) -> Worker::Done {
            auto drawn = app::drawTailSample(workspace, stage, size, seed);
            return [page, command, drawn = std::move(drawn)] {
                if (!page) {
                    return;
                }
                page->setBusy(false);
                if (!drawn) {
                    Q_EMIT page->told(shown(drawn.error().message));
                    return;
                }
                Q_EMIT page->done(tr("%Ln record(s) drawn: they come first in every work list. When all "
                                     "are screened, the sample says what they tell.",
                                     nullptr,
                                     static_cast<int>(*drawn)),
                                  command);
            };
        });
}

void StoppingPage::record(bool stops)
{
    setBusy(true);
    const QPointer<StoppingPage> page(this);
    const auto rule = static_cast<app::StoppingRule>(m_ui->stoppingRuleBox->currentData().toInt());
    m_writer.start({},
                   [page, stops, request = request(rule), command = recordCommand(rule, stops)](
                       app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
                       auto report = app::recordStopping(workspace, request, stops);
                       return [page, stops, command, report = std::move(report)] {
                           if (!page) {
                               return;
                           }
                           page->setBusy(false);
                           if (!report) {
                               Q_EMIT page->told(shown(report.error().message));
                               return;
                           }
                           Q_EMIT page->done(stops ? tr("Screening ends here.")
                                             : report->advice.saysStop
                                                 ? tr("Written down: the rule says stop.")
                                                 : tr("Written down: the rule says go on."),
                                             command);
                       };
                   });
}

} // namespace winnow::gui
