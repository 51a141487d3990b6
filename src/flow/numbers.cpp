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

Number orBlank(const std::optional<std::int64_t> &value)
{
    return {value, {}};
}

Number sumIfKnown(const std::optional<std::int64_t> &before, std::int64_t now)
{
    return before ? known(*before + now) : Number();
}

bool hasAny(const ReportCounts &reports)
{
    return reports != ReportCounts{};
}

Variant variantOf(bool isUpdate, bool hasOther)
{
    if (isUpdate) {
        return hasOther ? Variant::UpdatedOther : Variant::UpdatedDatabases;
    }
    return hasOther ? Variant::NewOther : Variant::NewDatabases;
}

ReportNumbers reportNumbers(const ReportCounts &counts)
{
    ReportNumbers numbers;
    numbers.sought = known(counts.sought);
    numbers.notRetrieved = known(counts.notRetrieved);
    if (counts.lateDuplicates > 0) {
        numbers.lateDuplicates = known(counts.lateDuplicates);
    }
    numbers.assessed = known(counts.assessed);
    numbers.notAssessedYet = known(counts.awaitingAssessment);
    if (counts.awaitingClassification > 0) {
        numbers.awaiting = known(counts.awaitingClassification);
    }
    numbers.excluded = linesOf(counts.excluded);
    return numbers;
}

std::string recordsOf(std::int64_t count)
{
    return groupedNumber(count) + (count == 1 ? " record" : " records");
}

std::vector<std::string> remarksOn(const Counts &counts)
{
    std::vector<std::string> remarks;
    for (const MissingHits &hits : counts.missingHits) {
        remarks.push_back(hits.source + " reported " + recordsOf(hits.reported) + ", of which " +
                          groupedNumber(hits.imported) + (hits.imported == 1 ? " was" : " were") +
                          " imported.");
    }
    if (counts.otherDuplicates > 0) {
        remarks.push_back("After removal of " + recordsOf(counts.otherDuplicates) +
                          " of other methods that had been found already.");
    }
    return remarks;
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
    result.found = sum({numbers.databases, numbers.registers, knownSumOf(numbers.furtherSources)});
    result.foundOther = knownSumOf(numbers.otherList);
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
    result.fullTextExcluded = result.reasons.empty() ? known(0) : knownSumOf(result.reasons);
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

Number knownSumOf(const std::vector<Line> &lines)
{
    Number total;
    for (const Line &line : lines) {
        total = sum({total, line.number});
    }
    return total;
}

bool isBlank(const Numbers &numbers)
{
    Numbers blank;
    blank.variant = numbers.variant;
    return numbers == blank;
}

bool isFinished(const Numbers &numbers)
{
    return numbers.awaitingScreening.value.value_or(0) == 0 &&
           numbers.reports.notAssessedYet.value.value_or(0) == 0 &&
           numbers.otherAwaitingScreening.value.value_or(0) == 0 &&
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
        result.of2009 = isBlank(numbers) ? Numbers2009{} : numbersOf2009(numbers);
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
    const bool hasOther = !counts.otherMethods.empty() || hasAny(counts.otherReports);
    numbers.variant = variantOf(counts.previousStudies || counts.previousReports, hasOther);
    numbers.previous = {orBlank(counts.previousStudies), orBlank(counts.previousReports)};
    numbers.databases = known(sumOf(counts.databases));
    numbers.databaseList = linesOf(counts.databases);
    numbers.registers = known(sumOf(counts.registers));
    numbers.registerList = linesOf(counts.registers);
    numbers.furtherSources = linesOf(counts.furtherSources);
    numbers.duplicates = known(counts.duplicatesRemoved);
    numbers.byAutomation = known(counts.removedByAutomation);
    if (counts.leftUnscreened > 0) {
        numbers.leftUnscreened = known(counts.leftUnscreened);
    }
    numbers.otherRemoved = known(counts.removedForOtherReasons);
    numbers.otherRemovedList = linesOf(counts.otherRemovalNotes);
    numbers.awaitingScreening = known(counts.awaitingScreening);
    numbers.screened = known(counts.screened);
    numbers.excluded = known(counts.excluded);
    numbers.excludedReasons = linesOf(counts.excludedReasons);
    numbers.excludedByPeople = orBlank(counts.excludedByPeople);
    numbers.excludedByTools = orBlank(counts.excludedByTools);
    numbers.reports = reportNumbers({counts.sought,
                                     counts.notRetrieved,
                                     counts.lateDuplicates,
                                     counts.assessed,
                                     counts.awaitingAssessment,
                                     counts.awaitingClassification,
                                     counts.reportsExcluded});
    if (hasOther) {
        numbers.otherList = linesOf(counts.otherMethods);
        numbers.otherDuplicates = known(counts.otherDuplicates);
        if (counts.otherAwaitingScreening > 0) {
            numbers.otherAwaitingScreening = known(counts.otherAwaitingScreening);
        }
        numbers.otherReports = reportNumbers(counts.otherReports);
    }
    numbers.included = {known(counts.studiesIncluded), known(counts.reportsIncluded)};
    if (isUpdated(numbers.variant)) {
        numbers.total = {sumIfKnown(counts.previousStudies, counts.studiesIncluded),
                         sumIfKnown(counts.previousReports, counts.reportsIncluded)};
    }
    numbers.metaAnalysis = {orBlank(counts.studiesInMetaAnalysis), orBlank(counts.reportsInMetaAnalysis)};
    if (counts.hasReportOfSeveralStudies) {
        numbers.explanations["R07"] = "One report tells of several studies.";
    }
    numbers.outside = counts.outside;
    numbers.remarks = remarksOn(counts);
    return numbers;
}

std::vector<LineValue> lineValues(const Numbers &numbers)
{
    std::vector<LineValue> values;
    if (numbers.variant == Variant::Prisma2009) {
        return values;
    }
    const auto add = [&](LineId line, const Number &number) {
        if (number.isDrawn()) {
            values.push_back({{line, {}}, number});
        }
    };
    const auto addList = [&](LineId line, const std::vector<Line> &list) {
        for (const Line &entry : list) {
            values.push_back({{line, entry.name}, entry.number});
        }
    };
    add(LineId::PreviousStudies, numbers.previous.studies);
    add(LineId::PreviousReports, numbers.previous.reports);
    add(LineId::Databases, numbers.databases);
    addList(LineId::Databases, numbers.databaseList);
    add(LineId::Registers, numbers.registers);
    addList(LineId::Registers, numbers.registerList);
    addList(LineId::FurtherSources, numbers.furtherSources);
    addList(LineId::OtherMethods, numbers.otherList);
    add(LineId::Duplicates, numbers.duplicates);
    add(LineId::ByAutomation, numbers.byAutomation);
    add(LineId::OtherRemoved, numbers.otherRemoved);
    addList(LineId::OtherRemoved, numbers.otherRemovedList);
    add(LineId::AwaitingScreening, numbers.awaitingScreening);
    add(LineId::Screened, numbers.screened);
    add(LineId::Excluded, numbers.excluded);
    const auto addReports = [&](LineId first, const ReportNumbers &reports) {
        const auto at = [&](LineId of) {
            return static_cast<LineId>(static_cast<int>(first) + static_cast<int>(of) -
                                       static_cast<int>(LineId::Sought));
        };
        add(at(LineId::Sought), reports.sought);
        add(at(LineId::NotRetrieved), reports.notRetrieved);
        add(at(LineId::LateDuplicates), reports.lateDuplicates);
        add(at(LineId::Assessed), reports.assessed);
        add(at(LineId::NotAssessedYet), reports.notAssessedYet);
        add(at(LineId::Awaiting), reports.awaiting);
        addList(at(LineId::ReportsExcluded), reports.excluded);
    };
    addReports(LineId::Sought, numbers.reports);
    addReports(LineId::OtherSought, numbers.otherReports);
    add(LineId::NewStudies, numbers.included.studies);
    add(LineId::NewReports, numbers.included.reports);
    add(LineId::TotalStudies, numbers.total.studies);
    add(LineId::TotalReports, numbers.total.reports);
    add(LineId::MetaAnalysisStudies, numbers.metaAnalysis.studies);
    add(LineId::MetaAnalysisReports, numbers.metaAnalysis.reports);
    add(LineId::LeftUnscreened, numbers.leftUnscreened);
    add(LineId::ExcludedByPeople, numbers.excludedByPeople);
    add(LineId::ExcludedByTools, numbers.excludedByTools);
    addList(LineId::ExcludedReasons, numbers.excludedReasons);
    return values;
}

std::int64_t outsideOf(const Numbers &numbers, const LinePlace &place)
{
    std::int64_t sum = 0;
    for (const OutsideNumber &number : numbers.outside) {
        if (number.line == place.line && (place.name.empty() || place.name == number.name)) {
            sum += number.count;
        }
    }
    return sum;
}

} // namespace winnow::flow
