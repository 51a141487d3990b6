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

/// Of what is known; none where nothing is.
Number sum(std::initializer_list<Number> numbers)
{
    Number total;
    for (const Number &number : numbers) {
        if (number.value) {
            total.value = total.value.value_or(0) + *number.value;
        }
    }
    return total;
}

Number sum(const std::vector<Line> &lines)
{
    Number total;
    for (const Line &line : lines) {
        total = sum({total, line.number});
    }
    return total;
}

void addReasons(std::vector<Line> &reasons, const std::vector<Line> &more)
{
    for (const Line &line : more) {
        const auto same = std::ranges::find(reasons, line.name, &Line::name);
        if (same == reasons.end()) {
            reasons.push_back(line);
        } else {
            same->number = sum({same->number, line.number});
        }
    }
}

Numbers2009 numbersOf2009(const Numbers &numbers)
{
    Numbers2009 result;
    result.found = sum({numbers.databases, numbers.registers, sum(numbers.furtherSources)});
    result.foundOther = sum(numbers.otherList);
    // Those of other methods are not screened by title and abstract in PRISMA 2020; here they are.
    const Number other = numbers.otherReports.sought;
    result.withoutDuplicates = sum({numbers.screened, other});
    result.screened = result.withoutDuplicates;
    result.excluded = numbers.excluded;
    result.fullText = sum({numbers.reports.sought, other});
    for (const ReportNumbers *const reports : {&numbers.reports, &numbers.otherReports}) {
        addReasons(result.reasons, reports->excluded);
        if (reports->lateDuplicates.value.value_or(0) > 0) {
            addReasons(result.reasons, {{"Duplicate report", reports->lateDuplicates}});
        }
        if (reports->notRetrieved.value.value_or(0) > 0) {
            addReasons(result.reasons, {{"Report not retrieved", reports->notRetrieved}});
        }
    }
    result.fullTextExcluded = result.reasons.empty() ? known(0) : sum(result.reasons);
    result.qualitative = numbers.included.studies;
    result.quantitative = numbers.metaAnalysis.studies;
    return result;
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

bool isFinished(const Numbers &numbers)
{
    return numbers.awaitingScreening.value.value_or(0) == 0 &&
           numbers.reports.notAssessedYet.value.value_or(0) == 0 &&
           numbers.otherReports.notAssessedYet.value.value_or(0) == 0;
}

Result<Numbers> asVariant(const Numbers &numbers, Variant variant)
{
    Numbers result = numbers;
    result.variant = variant;
    if (numbers.variant == variant) {
        return result;
    }
    if (numbers.variant == Variant::Prisma2009) {
        return Error{
            ErrorCode::Unsupported,
            "These are the numbers of a PRISMA 2009 diagram; they do not say enough for PRISMA 2020. "
            "Draw them with the template 2009.",
            {},
            {}};
    }
    if (variant == Variant::Prisma2009) {
        Numbers blank;
        blank.variant = numbers.variant;
        result.of2009 = numbers == blank ? Numbers2009{} : numbersOf2009(numbers);
    }
    return result;
}

std::string groupedNumber(std::int64_t count, std::string_view separator)
{
    std::string digits = std::to_string(count);
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, separator);
    }
    return digits;
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
