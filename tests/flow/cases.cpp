#include "flow/cases.h"

#include "appraisal/plots.h"
#include "base/file.h"
#include "publish/support/flow_numbers.h"
#include "support/real_data.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <stdexcept>

namespace winnow::publish::test {

namespace {

namespace fs = std::filesystem;

constexpr const char *kHostile =
    "<script>alert(\"x\")</script> & ' | * @style@ \\input{x} $x_1^2$ # % ~ {} `` \x01 "
    "\xC3\xA9 \xFF \xEF\xBF\xBF --> ]]> %%EOF";

flow::Numbers numbersWith(std::vector<flow::NamedCount> reasons)
{
    flow::Counts counts;
    counts.databases = {{"Scopus", 41231}, {"Web of Science", 1842}};
    counts.registers = {{"CENTRAL", 12}};
    counts.duplicatesRemoved = 1234;
    counts.removedByAutomation = 5;
    counts.removedForOtherReasons = 7;
    counts.screened = 41839;
    counts.excluded = 41729;
    counts.sought = 110;
    counts.notRetrieved = 2;
    counts.assessed = 108;
    counts.reportsExcluded = std::move(reasons);
    counts.studiesIncluded = 24;
    counts.reportsIncluded = 26;
    return flow::numbersOf(counts);
}

Case laidOut(std::string name, const flow::Numbers &numbers, const flow::DiagramOptions &options)
{
    return {std::move(name), {numbers, flow::layOut(numbers, options), {}}};
}

/// The empty template of PRISMA, as it is filled in by hand.
Case emptyTemplate(flow::Variant variant, double widthMm, flow::Colours colours)
{
    flow::Numbers numbers;
    numbers.variant = variant;
    flow::DiagramOptions options;
    options.widthMm = widthMm;
    options.colours = colours;
    return laidOut(std::string(flow::toString(variant)), numbers, options);
}

/// The collected diagrams, where they are: NN.json of the reference.
std::vector<Case> collected()
{
    std::vector<Case> found;
    const fs::path folder = winnow::test::realData("../reference/prisma-gold");
    if (!fs::exists(folder)) {
        return found;
    }
    for (const auto &entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() == ".json" && name.size() == 2) {
            const auto numbers = numbersFromJson(readFile(entry.path()).value()).value();
            found.push_back(laidOut("gold_" + name, numbers, {}));
        }
    }
    std::ranges::sort(found, {}, &Case::name);
    return found;
}

Case plain()
{
    Case made =
        laidOut("plain",
                numbersWith({{"Wrong population", 40}, {"No comparison", 22}, {"Conference abstract", 20}}),
                {});
    made.document.entries = {{"box9",
                              {{"Smith 2020. Tin mining and water", "https://doi.org/10.1000/1"},
                               {"Sari 2021. Reclaimed land", ""}}}};
    return made;
}

Case longReasons()
{
    std::vector<flow::NamedCount> reasons;
    for (int i = 1; i <= 25; ++i) {
        reasons.push_back(
            {"Reason " + std::to_string(i) +
                 ": the outcome was measured in another population than the one that the protocol "
                 "names, or with an instrument whose validity nobody has shown for the age group "
                 "at which it was aimed here",
             std::int64_t(1234) * i});
    }
    flow::DiagramOptions options;
    options.widthMm = 84;
    options.fontSizePt = 7;
    return laidOut("long_reasons", numbersWith(std::move(reasons)), options);
}

Case scripts()
{
    flow::DiagramOptions options;
    options.colours = flow::Colours::Grey;
    return laidOut(
        "scripts",
        numbersWith({{"\u4E2D\u6587\u6458\u8981\u4E0D\u5B8C\u6574\u7684\u6587\u732E", 3},
                     {"\u0644\u0627 \u064A\u0648\u062C\u062F \u0646\u0635 \u0643\u0627\u0645\u0644", 4},
                     {"\u041D\u0435\u0442 \u043F\u043E\u043B\u043D\u043E\u0433\u043E \u0442\u0435\u043A"
                      "\u0441\u0442\u0430",
                      5},
                     {"Fr\u00FChgeborene, \u0141\u00F3d\u017A, \u00C5ngstr\u00F6m, fi, fl, office", 6}}),
        options);
}

Case hostile()
{
    flow::DiagramOptions options;
    options.widthMm = 190;
    options.colours = flow::Colours::BlackAndWhite;
    return laidOut(
        "hostile", numbersWith({{kHostile, 1}, {"\\end{document}", 2}, {"]]></w:t>", 3}}), options);
}

/// What no template has: elbows in all directions, bold text, an arrow without length.
Case columns()
{
    Case made{"columns", {}};
    flow::Diagram &diagram = made.document.diagram;
    diagram.title = "Five columns";
    diagram.description = "Five columns with arrows in all directions.";
    diagram.width = 720;
    diagram.height = 330;
    diagram.fontSize = 8;
    constexpr double kBaseline = 2.8; // below the middle, for a line that is centred
    const auto centred = [&](const std::string &id,
                             flow::BoxKind kind,
                             flow::Rect rect,
                             const std::string &text) {
        const double y = rect.y + rect.height / 2 + kBaseline;
        diagram.boxes.push_back(
            {id, kind, rect, {{text, rect.x + rect.width / 2, y, false, true, flow::Anchor::Middle}}, text});
    };
    for (int i = 0; i < 5; ++i) {
        const double x = 30 + i * 138;
        const std::string number = std::to_string(i + 1);
        centred("header" + number,
                i % 2 == 0 ? flow::BoxKind::OptionalHeader : flow::BoxKind::Header,
                {x, 4, 120, 22},
                "Column " + number);
        centred("upper" + number, flow::BoxKind::Main, {x, 44, 120, 70}, "Upper " + number);
        centred("lower" + number, flow::BoxKind::OptionalMain, {x, 240, 120, 70}, "Lower " + number);
    }
    flow::Box &list = diagram.boxes[1];
    list.lines.clear();
    for (int i = 0; i < 5; ++i) {
        const double y = list.rect.y + 14 + i * 10;
        list.lines.push_back({"Left " + std::to_string(i) + " (n\u00A0=\u00A034)", list.rect.x + 6, y});
        list.lines.push_back({"Right (n\u00A0=\u00A0" + std::to_string(i) + ")", list.rect.x + 75, y});
    }
    for (const auto &[id, y, height] :
         {std::tuple{"identification", 44.0, 70.0}, {"included", 240.0, 70.0}}) {
        centred(id, flow::BoxKind::SideLabel, {4, y, 18, height}, id);
    }
    diagram.arrows = {{"upper1", "upper2", {{150, 79}, {168, 79}}},
                      {"upper2", "lower1", {{228, 114}, {228, 180}, {90, 180}, {90, 240}}},
                      {"upper3", "lower2", {{366, 114}, {366, 200}, {228, 200}, {228, 240}}},
                      {"upper5", "upper4", {{582, 79}, {564, 79}}},
                      {"lower4", "upper4", {{504, 240}, {504, 114}}},
                      {"nowhere", "nowhere", {{1, 1}}}};
    diagram.footnotes = {{"* A note.", 4, 324}};
    return made;
}

/// All judgements in a grid of discs, and in bars.
appraisal::Appraisals appraised(std::string_view tool)
{
    appraisal::Appraisals appraisals;
    appraisals.tool = appraisal::toolCalled(tool);
    appraisals.domains = appraisal::domainsOf(*appraisals.tool);
    for (const char *const name : {"Hassan 2020",
                                   "Sari and Wijaya 2021",
                                   "\u0141ukasz & S\u00F8n 2022",
                                   "The long name of a consortium that studied tin mining and water 2023",
                                   "Li 2024",
                                   "Ng 2025"}) {
        const std::size_t row = appraisals.studies.size();
        appraisal::Appraisal study{name, {}, appraisal::kJudgements.at(row), 1, false};
        for (std::size_t i = 0; i < appraisals.domains.size(); ++i) {
            study.domains.push_back(appraisal::kJudgements.at((row + i) % appraisal::kJudgements.size()));
        }
        appraisals.studies.push_back(std::move(study));
    }
    return appraisals;
}

Case trafficLight()
{
    Case made{"traffic_light", {}};
    made.document.diagram = appraisal::trafficLight(appraised("rob2"));
    return made;
}

Case biasSummary()
{
    appraisal::PlotOptions options;
    options.widthMm = 174;
    options.colours = appraisal::Colours::Grey;
    Case made{"bias_summary", {}};
    made.document.diagram = appraisal::summaryPlot(appraised("robins-i"), options);
    return made;
}

} // namespace

std::vector<Case> cases()
{
    std::vector<Case> all{plain(),
                          longReasons(),
                          scripts(),
                          hostile(),
                          columns(),
                          trafficLight(),
                          biasSummary(),
                          emptyTemplate(flow::Variant::NewOther, 84, flow::Colours::Official),
                          emptyTemplate(flow::Variant::UpdatedDatabases, 174, flow::Colours::Grey),
                          emptyTemplate(flow::Variant::UpdatedOther, 190, flow::Colours::Official),
                          emptyTemplate(flow::Variant::Prisma2009, 90, flow::Colours::Official)};
    std::ranges::move(collected(), std::back_inserter(all));
    return all;
}

const Case &caseNamed(const std::vector<Case> &all, const std::string &name)
{
    const auto found = std::ranges::find(all, name, &Case::name);
    if (found == all.end()) {
        throw std::runtime_error("no case " + name);
    }
    return *found;
}

} // namespace winnow::publish::test
