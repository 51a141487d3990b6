#include "flow/numbers.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace winnow::flow {

namespace {

constexpr std::array<std::pair<std::string_view, Variant>, 5> kVariants{
    {{"new-db", Variant::NewDatabases},
     {"new-other", Variant::NewOther},
     {"updated-db", Variant::UpdatedDatabases},
     {"updated-other", Variant::UpdatedOther},
     {"2009", Variant::Prisma2009}}};

Number known(std::int64_t value)
{
    return {value, {}};
}

std::vector<Line> linesOf(const std::vector<NamedCount> &counts)
{
    std::vector<Line> lines;
    lines.reserve(counts.size());
    for (const NamedCount &count : counts) {
        lines.push_back({count.name, known(count.count)});
    }
    return lines;
}

std::int64_t sumOf(const std::vector<NamedCount> &counts)
{
    return std::accumulate(counts.begin(),
                           counts.end(),
                           std::int64_t{0},
                           [](std::int64_t sum, const NamedCount &one) { return sum + one.count; });
}

} // namespace

bool isUpdated(Variant variant)
{
    return variant == Variant::UpdatedDatabases || variant == Variant::UpdatedOther;
}

bool hasOtherMethods(Variant variant)
{
    return variant == Variant::NewOther || variant == Variant::UpdatedOther;
}

std::string_view toString(Variant variant)
{
    return std::ranges::find(kVariants, variant, &std::pair<std::string_view, Variant>::second)->first;
}

std::optional<Variant> variantFromString(std::string_view name)
{
    const auto *const found =
        std::ranges::find(kVariants, name, &std::pair<std::string_view, Variant>::first);
    return found == kVariants.end() ? std::nullopt : std::optional(found->second);
}

Numbers numbersOf(const Counts &counts)
{
    Numbers numbers;
    numbers.variant = counts.otherMethods.empty() ? Variant::NewDatabases : Variant::NewOther;
    numbers.databases = known(sumOf(counts.databases));
    numbers.databaseList = linesOf(counts.databases);
    numbers.registers = known(sumOf(counts.registers));
    numbers.registerList = linesOf(counts.registers);
    numbers.duplicates = known(counts.duplicatesRemoved);
    numbers.byAutomation = known(counts.removedByAutomation);
    numbers.otherRemoved = known(counts.removedForOtherReasons);
    numbers.otherRemovedList = linesOf(counts.otherRemovalNotes);
    numbers.awaitingScreening = known(counts.awaitingScreening);
    numbers.screened = known(counts.screened);
    numbers.excluded = known(counts.excluded);
    numbers.reports.sought = known(counts.sought);
    numbers.reports.notRetrieved = known(counts.notRetrieved);
    numbers.reports.assessed = known(counts.assessed);
    numbers.reports.notAssessedYet = known(counts.awaitingAssessment);
    numbers.reports.excluded = linesOf(counts.reportsExcluded);
    numbers.otherList = linesOf(counts.otherMethods);
    numbers.included = {known(counts.studiesIncluded), known(counts.reportsIncluded)};
    return numbers;
}

} // namespace winnow::flow
