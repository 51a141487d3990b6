#include "gui/overview/overview_step.h"

#include "app/next_step.h"
#include "app/stage_records.h"
#include "gui/flow/flow_view.h"
#include "gui/frame/step_numbers.h"
#include "gui/frame/steps.h"
#include "gui/overview/stage_bar.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "ui_overview_step.h"

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace {

constexpr std::int64_t kActivities = 8;

struct NextWords
{
    app::NextAct act;
    StepId step;
    const char *part;
    const char *button;
    const char *told; ///< %1: how many
};

// In the order of app::NextAct.
constexpr std::array kNext{
    NextWords{app::NextAct::Import,
              StepId::Searches,
              "import",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Bring in records"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep",
                                "This review has no records yet. Import what your databases exported, or "
                                "drop the files anywhere in this window.")},
    NextWords{app::NextAct::FindDuplicates,
              StepId::Duplicates,
              "pairs",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Find duplicates"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep",
                                "Nobody has looked for duplicates yet; before screening is the best time.")},
    NextWords{app::NextAct::JudgeDuplicates,
              StepId::Duplicates,
              "pairs",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Judge duplicates"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Pairs that may be the same: %1.")},
    NextWords{app::NextAct::Screen,
              StepId::TitleAbstract,
              "",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Screen titles and abstracts"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Records that wait for you: %1.")},
    NextWords{app::NextAct::SettleConflicts,
              StepId::Team,
              "conflicts",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Settle conflicts"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Records on which decisions differ: %1.")},
    NextWords{app::NextAct::ReadFullTexts,
              StepId::FullText,
              "",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Get and assess full texts"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Reports that wait for you: %1.")},
    NextWords{app::NextAct::WaitForOthers,
              StepId::Team,
              "",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "See how the others get on"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep",
                                "Your part is done. Records that wait for a vote of others: %1.")},
    NextWords{app::NextAct::ChooseForm,
              StepId::Extraction,
              "",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Choose a form for extraction"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep",
                                "Screening is done. A form says what is taken from each study.")},
    NextWords{app::NextAct::Extract,
              StepId::Extraction,
              "",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Extract from studies"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Studies without any value: %1.")},
    NextWords{app::NextAct::MakeTables,
              StepId::Evidence,
              "",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Make evidence tables"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep",
                                "Values are extracted from all studies; tables show them.")},
    NextWords{app::NextAct::Report,
              StepId::Flow,
              "exportTab",
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Export the flow diagram and reports"),
              QT_TRANSLATE_NOOP("winnow::gui::OverviewStep", "Nothing is left to do before the report.")},
};

/// "27 Nov 2026 06:51" in local time.
QString whenText(const std::string &atUtc)
{
    return shownTime(atUtc, QStringLiteral("d MMM yyyy HH:mm"));
}

QString headHtml(const QString &text)
{
    return QStringLiteral("<p style='margin-bottom:4px'><b>%1</b></p>").arg(text.toHtmlEscaped());
}

} // namespace

OverviewStep::OverviewStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::OverviewStep>())
{
    m_ui->setupUi(this);
    setQuiet(m_ui->tipLabel);
    setQuiet(m_ui->nextLabel);
    const auto doNext = [this] {
        if (const auto &numbers = StepNumbers::of(this->session()).numbers()) {
            const NextWords &words = kNext.at(static_cast<std::size_t>(app::nextStep(*numbers).act));
            Place place{words.step};
            place.part = QString::fromLatin1(words.part);
            this->session().go(place);
        }
    };
    addStepAction("nextStepAction", tr("Do what is next"), {}, doNext, m_ui->nextButton);
    connect(m_ui->flowView, &FlowView::boxChosen, this, &OverviewStep::openBox);
    connect(m_ui->flowView, &FlowView::tipChanged, m_ui->tipLabel, &QLabel::setText);
    connect(m_ui->activityLabel, &QLabel::linkActivated, this, [this] { this->session().go({StepId::Log}); });
    connect(&StepNumbers::of(session), &StepNumbers::changed, this, &OverviewStep::showNext);
    m_ui->nextButton->hide();
    showNext();
}

OverviewStep::~OverviewStep() = default;

void OverviewStep::takeFocus()
{
    m_ui->nextButton->setFocus();
}

void OverviewStep::reload(Changes changes)
{
    inBackground(
        QStringLiteral("activity"),
        [](app::Workspace &review, Task & /*task*/) { return app::history(review, {}, kActivities); },
        [this](Result<std::vector<app::LogEntry>> entries) {
            if (entries) {
                showActivity(*entries);
            } else {
                say(shown(entries.error().message));
            }
        });
    if (!(changes & ~Changes(Change::Marks | Change::Values))) {
        return;
    }
    inBackground(
        QStringLiteral("progress"),
        [](app::Workspace &review, Task & /*task*/) { return app::screeningProgress(review); },
        [this](Result<app::ScreeningProgress> progress) {
            if (progress) {
                showProgress(*progress);
            } else {
                say(shown(progress.error().message));
            }
        });
    inBackground(
        QStringLiteral("flow"),
        [](app::Workspace &review, Task & /*task*/) { return readFlow(review); },
        [this](Result<FlowReading> reading) {
            if (reading) {
                showFlow(*std::move(reading));
            } else {
                say(shown(reading.error().message));
            }
        });
}

void OverviewStep::showNext()
{
    const auto &numbers = StepNumbers::of(session()).numbers();
    if (!numbers) {
        return;
    }
    const app::NextStep step = app::nextStep(*numbers);
    const NextWords &words = kNext.at(static_cast<std::size_t>(step.act));
    m_ui->nextButton->setText(tr(words.button));
    m_ui->nextButton->show();
    const QString told = tr(words.told);
    m_ui->nextLabel->setText(step.count > 0 ? told.arg(grouped(step.count)) : told);
}

void OverviewStep::showFlow(FlowReading reading)
{
    m_reading = std::move(reading);
    flow::DiagramOptions options;
    options.isDraft = !flow::isFinished(m_reading.numbers);
    m_ui->flowView->setDiagram(flow::layOut(m_reading.numbers, options));
    m_ui->flowView->setTips(boxTips(m_reading));
}

void OverviewStep::openBox(const QString &box)
{
    const auto found = m_reading.boxes.find(box.toStdString());
    if (found == m_reading.boxes.end()) {
        return;
    }
    const auto &boxes = m_ui->flowView->diagram().boxes;
    const auto drawn = std::ranges::find(boxes, found->first, &flow::Box::id);
    Place place{StepId::Records};
    place.listTitle = drawn == boxes.end() ? box : shown(drawn->description);
    place.list = found->second.records;
    session().go(place);
}

void OverviewStep::showProgress(const app::ScreeningProgress &progress)
{
    const bool isSame = std::ranges::equal(
        progress.stages, m_bars, {}, &app::StageProgress::stage, &std::pair<Stage, StageBar *>::first);
    if (!isSame) { // other stages are used now
        for (const auto &[stage, bar] : m_bars) {
            bar->deleteLater();
        }
        m_bars.clear();
        for (const app::StageProgress &stage : progress.stages) {
            auto *bar = new StageBar(stage.stage, m_ui->page);
            m_ui->stageRows->addWidget(bar);
            connect(bar, &StageBar::wanted, this, &OverviewStep::openStage);
            m_bars.emplace_back(stage.stage, bar);
        }
    }
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_bars[i].second->show(progress.stages[i]);
    }
    showReviewers(progress.reviewers);
}

void OverviewStep::openStage(Stage stage, screening::State state)
{
    if (state == screening::State::Conflict) {
        Place place{StepId::Team};
        place.part = QStringLiteral("conflicts");
        session().go(place);
        return;
    }
    inBackground(
        QStringLiteral("stage"),
        [stage, state](app::Workspace &review, Task & /*task*/) {
            return app::stageRecords(review, stage, state);
        },
        [this, stage, state](Result<std::vector<RecordId>> records) {
            if (!records) {
                say(shown(records.error().message));
                return;
            }
            Place place{StepId::Records};
            place.listTitle = tr("%1: %2").arg(
                titleOf(stage == Stage::FullText ? StepId::FullText : StepId::TitleAbstract), wordOf(state));
            place.list = *std::move(records);
            session().go(place);
        });
}

void OverviewStep::showReviewers(const std::vector<app::ReviewerProgress> &reviewers)
{
    const Theme &theme = currentTheme();
    QString rows;
    for (const app::ReviewerProgress &reviewer : reviewers) {
        const QString pace =
            reviewer.pace.recordsPerHour
                ? tr("%1 an hour").arg(grouped(static_cast<std::int64_t>(*reviewer.pace.recordsPerHour)))
                : QString();
        rows +=
            QStringLiteral("<tr><td>%1</td><td style='color:%6'>%2</td><td align='right'>%3</td>"
                           "<td align='right'>%4</td><td style='color:%6'>%5</td></tr>")
                .arg(shown(reviewer.reviewer).toHtmlEscaped(),
                     titleOf(reviewer.stage == Stage::FullText ? StepId::FullText : StepId::TitleAbstract),
                     tr("%1 decided").arg(grouped(reviewer.decided)),
                     pace,
                     whenText(reviewer.lastUtc),
                     theme.secondaryText.name());
    }
    m_ui->reviewersLabel->setVisible(!reviewers.empty());
    m_ui->reviewersLabel->setText(
        headHtml(tr("Reviewers")) +
        QStringLiteral("<table width='100%' cellspacing='0' cellpadding='3'>%1</table>").arg(rows));
}

void OverviewStep::showActivity(const std::vector<app::LogEntry> &entries)
{
    const Theme &theme = currentTheme();
    QString rows;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const QString text = shown(entry->text).toHtmlEscaped();
        rows += QStringLiteral("<tr><td style='color:%1'><nobr>%2</nobr></td><td style='color:%1'>%3</td>"
                               "<td width='100%'>%4</td></tr>")
                    .arg(theme.secondaryText.name(),
                         whenText(entry->event.atUtc),
                         shown(entry->event.reviewer).toHtmlEscaped(),
                         entry->isUndone ? QStringLiteral("<s>%1</s>").arg(text) : text);
    }
    m_ui->activityLabel->setVisible(!entries.empty());
    m_ui->activityLabel->setText(
        headHtml(tr("Last activity")) +
        QStringLiteral("<table cellspacing='0' cellpadding='3'>%1</table><p><a href='log' "
                       "style='color:%2; text-decoration:none'>%3</a></p>")
            .arg(rows, theme.accent.name(), tr("Whole log").toHtmlEscaped()));
}

} // namespace winnow::gui
