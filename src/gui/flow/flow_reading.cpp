#include "gui/flow/flow_reading.h"

#include "app/flow_diagram.h"
#include "gui/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FlowReading)
};

using flow::LineId;

/// The boxes of PRISMA 2009, which has a numbering of its own.
constexpr std::array<std::pair<LineId, const char *>, 13> kBoxesOf2009{{
    {LineId::Databases, "found"},
    {LineId::Registers, "found"},
    {LineId::FurtherSources, "found"},
    {LineId::OtherMethods, "found_other"},
    {LineId::Screened, "screened"},
    {LineId::Excluded, "screen_exclusions"},
    {LineId::Assessed, "full_text"},
    {LineId::OtherAssessed, "full_text"},
    {LineId::ReportsExcluded, "full_text_exclusions"},
    {LineId::OtherReportsExcluded, "full_text_exclusions"},
    {LineId::NotRetrieved, "full_text_exclusions"},
    {LineId::OtherNotRetrieved, "full_text_exclusions"},
    {LineId::NewReports, "qualitative"},
}};

void addTo(BoxRecords &box, const flow::LineRecords &line)
{
    box.records.insert(box.records.end(), line.records.begin(), line.records.end());
    box.outside += line.outside;
}

} // namespace

Result<FlowReading> readFlow(app::Workspace &review)
{
    auto counted = app::countFlow(review);
    if (!counted) {
        return std::move(counted).error();
    }
    FlowReading reading{flow::numbersOf(counted->counts), {}};
    for (const flow::LineRecords &line : counted->lines) {
        if (flow::isPart(line.line)) {
            continue;
        }
        addTo(reading.boxes[std::string(flow::boxOf(line.line))], line);
        for (const auto &[id, box] : kBoxesOf2009) {
            if (id == line.line) {
                addTo(reading.boxes[box], line);
            }
        }
    }
    for (auto &[id, box] : reading.boxes) {
        std::ranges::sort(box.records);
        box.records.erase(std::unique(box.records.begin(), box.records.end()), box.records.end());
    }
    return reading;
}

std::map<std::string, QString> boxTips(const FlowReading &reading)
{
    std::map<std::string, QString> tips;
    for (const auto &[id, box] : reading.boxes) {
        if (!box.records.empty()) {
            tips[id] = Texts::tr("%Ln record(s): open", nullptr, static_cast<int>(box.records.size()));
        }
    }
    return tips;
}

} // namespace winnow::gui
