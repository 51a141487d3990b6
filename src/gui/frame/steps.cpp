#include "gui/frame/steps.h"

#include "gui/duplicates/duplicates_step.h"
#include "gui/evidence/evidence_step.h"
#include "gui/extraction/extraction_step.h"
#include "gui/flow/flow_step.h"
#include "gui/fulltext/full_text_step.h"
#include "gui/log/log_step.h"
#include "gui/overview/overview_step.h"
#include "gui/records/records_step.h"
#include "gui/screening/screening_step.h"
#include "gui/searches/searches_step.h"
#include "gui/team/team_step.h"

#include <QCoreApplication>

#include <array>

namespace winnow::gui {

namespace {

template <typename Kind>
Step *make(Session &session, QWidget *parent)
{
    return new Kind(session, parent);
}

// In the order of StepId.
constexpr std::array kSteps{
    StepEntry{StepId::Overview, "overview", QT_TRANSLATE_NOOP("Steps", "Overview"), make<OverviewStep>},
    StepEntry{StepId::Searches, "searches", QT_TRANSLATE_NOOP("Steps", "Searches"), make<SearchesStep>},
    StepEntry{StepId::Records, "records", QT_TRANSLATE_NOOP("Steps", "Records"), make<RecordsStep>},
    StepEntry{
        StepId::Duplicates, "duplicates", QT_TRANSLATE_NOOP("Steps", "Duplicates"), make<DuplicatesStep>},
    StepEntry{StepId::TitleAbstract,
              "title-abstract",
              QT_TRANSLATE_NOOP("Steps", "Title and abstract"),
              make<ScreeningStep>},
    StepEntry{StepId::FullText, "full-text", QT_TRANSLATE_NOOP("Steps", "Full text"), make<FullTextStep>},
    StepEntry{
        StepId::Extraction, "extraction", QT_TRANSLATE_NOOP("Steps", "Extraction"), make<ExtractionStep>},
    StepEntry{StepId::Evidence, "evidence", QT_TRANSLATE_NOOP("Steps", "Evidence"), make<EvidenceStep>},
    StepEntry{StepId::Flow, "flow", QT_TRANSLATE_NOOP("Steps", "Flow"), make<FlowStep>},
    StepEntry{StepId::Team, "team", QT_TRANSLATE_NOOP("Steps", "Team"), make<TeamStep>},
    StepEntry{StepId::Log, "log", QT_TRANSLATE_NOOP("Steps", "Log"), make<LogStep>},
};

} // namespace

std::span<const StepEntry> allSteps()
{
    return kSteps;
}

QString titleOf(StepId step)
{
    return QCoreApplication::translate("Steps", kSteps.at(static_cast<std::size_t>(step)).title);
}

} // namespace winnow::gui
