#include "some_numbers.h"

#include <algorithm>
#include <stdexcept>

namespace winnow::flow::test {

namespace {

Number known(std::int64_t value)
{
    return {value, {}};
}

ReportNumbers someReports(int reasons, const std::string &reason)
{
    ReportNumbers reports;
    reports.sought = known(60);
    reports.notRetrieved = known(2);
    reports.lateDuplicates = known(1);
    reports.assessed = known(57);
    reports.awaiting = known(3);
    for (int i = 0; i < reasons; ++i) {
        reports.excluded.push_back({reason + std::to_string(i), known(i + 1)});
    }
    return reports;
}

} // namespace

Numbers someNumbers(Variant variant, int reasons, const std::string &reason)
{
    Numbers numbers;
    numbers.variant = variant;
    numbers.previous = {known(12), known(15)};
    numbers.databases = known(43073);
    numbers.databaseList = {{"Scopus", known(41231)}, {"Web of Science", known(1842)}};
    numbers.registers = known(12);
    numbers.registerList = {{"CENTRAL", known(12)}};
    numbers.duplicates = known(1234);
    numbers.byAutomation = known(5);
    numbers.otherRemoved = known(7);
    numbers.otherRemovedList = {{"retracted", known(3)}, {reason, known(4)}};
    numbers.screened = known(41839);
    numbers.excluded = known(41779);
    numbers.excludedByPeople = known(41700);
    numbers.excludedByTools = known(79);
    numbers.excludedReasons = {{reason, known(41000)}, {"wrong language", known(779)}};
    numbers.reports = someReports(reasons, reason);
    numbers.otherReports = someReports(reasons, reason);
    numbers.otherList = {{"Websites", known(40)}, {"Citation searching", known(20)}};
    numbers.included = {known(26), known(30)};
    numbers.total = {known(38), known(45)};
    numbers.metaAnalysis = {known(9), known(11)};
    if (variant == Variant::Prisma2009) {
        Numbers other = numbers;
        other.variant = Variant::NewOther;
        numbers = asVariant(other, variant).value();
        numbers.of2009.lateAdded = known(2);
    }
    return numbers;
}

const Box &boxOf(const Diagram &diagram, const std::string &id)
{
    const auto found = std::ranges::find(diagram.boxes, id, &Box::id);
    if (found == diagram.boxes.end()) {
        throw std::out_of_range("there is no " + id);
    }
    return *found;
}

std::vector<std::string> arrowsOf(const Diagram &diagram)
{
    std::vector<std::string> arrows;
    for (const Arrow &arrow : diagram.arrows) {
        arrows.push_back(arrow.from + ">" + arrow.to);
    }
    std::ranges::sort(arrows);
    return arrows;
}

} // namespace winnow::flow::test
