#include "appraisal/table.h"

#include "text/clean.h"
#include "text/fold.h"
#include "text/trim.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace winnow::appraisal {

namespace {

/// The beginning of what stands in a cell, for a message.
std::string quoted(std::string_view text)
{
    return "\"" + text::forMessage(text) + "\"";
}

Error refusal(const std::string &message)
{
    return {ErrorCode::InvalidArgument, message, {}, {}};
}

/// A column of a domain: its number where it is called D1, D2 ..., and its name where it has one.
struct DomainColumn
{
    std::size_t at = 0;
    std::optional<int> number;
    std::string name;
};

struct Head
{
    std::optional<std::size_t> study;
    std::optional<std::size_t> overall;
    std::optional<std::size_t> weight;
    std::vector<DomainColumn> domains;
};

/// "D1", "d1: Randomisation process", "Allocation".
DomainColumn domainColumn(const std::string &name, std::size_t at)
{
    DomainColumn column{at, {}, name};
    if (name.size() < 2 || (name.front() != 'D' && name.front() != 'd')) {
        return column;
    }
    int number = 0;
    const char *const end = name.data() + name.size();
    const auto [behind, failure] = std::from_chars(name.data() + 1, end, number);
    const std::string_view rest(behind, static_cast<std::size_t>(end - behind));
    const bool isCode =
        failure == std::errc() && number > 0 &&
        (rest.empty() || std::string_view(" :.-").find(rest.front()) != std::string_view::npos);
    if (isCode) {
        column.number = number;
        const std::size_t first = rest.find_first_not_of(" :.-");
        column.name = first == std::string_view::npos ? std::string() : std::string(rest.substr(first));
    }
    return column;
}

Result<void> take(std::optional<std::size_t> &place, std::size_t at, const std::string &name)
{
    if (place) {
        return refusal("Two columns are called " + quoted(name) + "; keep one of them.");
    }
    place = at;
    return {};
}

Result<void> takeColumn(Head &head, std::size_t at, const std::string &name)
{
    const std::string folded = text::fold(name);
    if (folded == "study" || folded == "studies" || folded == "study name") {
        return take(head.study, at, name);
    }
    if (folded.starts_with("overall")) {
        return take(head.overall, at, name);
    }
    if (folded.starts_with("weight")) {
        return take(head.weight, at, name);
    }
    head.domains.push_back(domainColumn(name, at));
    return {};
}

/// D1, D2 ... in their order, whatever that of the columns.
Result<void> order(std::vector<DomainColumn> &domains)
{
    const bool areNumbered =
        std::ranges::all_of(domains, [](const auto &one) { return one.number.has_value(); });
    if (!areNumbered) {
        const auto numbered =
            std::ranges::find_if(domains, [](const auto &one) { return one.number.has_value(); });
        const auto named =
            std::ranges::find_if(domains, [](const auto &one) { return !one.number.has_value(); });
        return numbered == domains.end()
                   ? Result<void>()
                   : refusal("Beside D" + std::to_string(*numbered->number) + " there is a column called " +
                             quoted(named->name) +
                             "; call all domains D1, D2 and so on, or none, and remove other columns.");
    }
    std::ranges::sort(domains, {}, [](const auto &one) { return *one.number; });
    for (std::size_t i = 0; i < domains.size(); ++i) {
        const int expected = static_cast<int>(i) + 1;
        if (*domains[i].number < expected) {
            return refusal("Two columns are called D" + std::to_string(*domains[i].number) +
                           "; number the domains D1, D2 and so on.");
        }
        if (*domains[i].number > expected) {
            return refusal("The column D" + std::to_string(expected) +
                           " is missing; number the domains D1, D2 and so on.");
        }
    }
    return {};
}

Result<Head> readHead(const TableRow &row)
{
    Head head;
    for (std::size_t at = 0; at < row.fields.size(); ++at) {
        const std::string name(text::trimmed(row.fields[at]));
        if (name.empty() && at == 0) {
            head.study = at; // as R writes the names of rows
            continue;
        }
        if (name.empty()) {
            return refusal("Column " + std::to_string(at + 1) +
                           " has no name; name it in the first row, or remove it.");
        }
        if (auto taken = takeColumn(head, at, name); !taken) {
            return std::move(taken).error();
        }
    }
    if (!head.study) {
        return refusal("No column is called Study; the first row must name the columns: Study, D1, D2, ..., "
                       "Overall.");
    }
    if (head.domains.empty()) {
        return refusal("There is no column of a domain; name them D1, D2 and so on, or as the tool does.");
    }
    if (head.domains.size() > kMostDomains) {
        return refusal("There are " + std::to_string(head.domains.size()) + " columns of domains; at most " +
                       std::to_string(kMostDomains) + " can stand side by side.");
    }
    if (auto ordered = order(head.domains); !ordered) {
        return std::move(ordered).error();
    }
    return head;
}

/// Seven domains are those of ROBINS-I or of ROBINS-E; their words tell them apart.
ToolPtr guessedTool(const Head &head, std::span<const TableRow> rows)
{
    const auto says = [&](std::string_view start) {
        return std::ranges::any_of(rows, [&](const TableRow &row) {
            return std::ranges::any_of(row.fields, [&](const std::string &field) {
                return text::fold(text::trimmed(field)).starts_with(start);
            });
        });
    };
    std::string_view id = "generic";
    switch (head.domains.size()) {
    case 4:
        id = "quadas-2";
        break;
    case 5:
        id = "rob2";
        break;
    case 7:
        id = says("very") || says("some") || says("high") ? "robins-e" : "robins-i";
        break;
    default:
        break;
    }
    return toolCalled(id);
}

std::vector<Domain> domainsOf(const Head &head, const Tool &tool)
{
    const std::vector<Domain> official = appraisal::domainsOf(tool);
    std::vector<Domain> domains;
    for (const DomainColumn &column : head.domains) {
        const std::size_t at = domains.size();
        Domain domain{"D" + std::to_string(at + 1), column.name};
        if (domain.name.empty() && at < official.size()) {
            domain.name = official[at].name;
        }
        domains.push_back(std::move(domain));
    }
    return domains;
}

std::string where(const TableRow &row, const std::string &column)
{
    return "Line " + std::to_string(row.line) + ", column " + column + ": ";
}

Result<Judgement>
judgementIn(const TableRow &row, std::size_t at, const std::string &column, const Tool &tool)
{
    const std::string cell(text::trimmed(row.fields.at(at)));
    if (const auto judgement = judgementFromText(cell, tool.loneS)) {
        return *judgement;
    }
    return refusal(where(row, column) +
                   (cell.empty() ? "nothing is there" : quoted(cell) + " is no judgement") + "; write " +
                   choicesOf(tool) + ".");
}

Result<double> weightIn(const TableRow &row, std::size_t at)
{
    const std::string cell(text::trimmed(row.fields.at(at)));
    double weight = 0;
    const char *const end = cell.data() + cell.size();
    const auto [behind, failure] = std::from_chars(cell.data(), end, weight);
    const bool isNumber = failure == std::errc() && std::isfinite(weight) && weight >= 0 && weight < 1e12 &&
                          text::trimmed(std::string_view(behind, static_cast<std::size_t>(end - behind)))
                                  .find_first_not_of('%') == std::string::npos;
    if (!isNumber) {
        return refusal(where(row, "Weight") + quoted(cell) + " is no weight; write a number such as 12.5.");
    }
    return weight;
}

Result<Appraisal>
readStudy(const TableRow &row, const Head &head, const std::vector<Domain> &domains, const Tool &tool)
{
    Appraisal study{std::string(text::trimmed(row.fields.at(*head.study))), {}, {}, 1};
    if (study.study.empty()) {
        return refusal(where(row, "Study") + "the study has no name; write one, such as Hassan 2020.");
    }
    for (std::size_t i = 0; i < domains.size(); ++i) {
        auto judgement = judgementIn(row, head.domains[i].at, domains[i].code, tool);
        if (!judgement) {
            return std::move(judgement).error();
        }
        study.domains.push_back(*judgement);
    }
    if (head.overall && !text::trimmed(row.fields.at(*head.overall)).empty()) {
        auto judgement = judgementIn(row, *head.overall, "Overall", tool);
        if (!judgement) {
            return std::move(judgement).error();
        }
        study.overall = *judgement;
    } else {
        study.overall = proposedOverall(tool, study.domains).value_or(Judgement::NoInformation);
        study.isOverallProposed = true;
    }
    if (head.weight) {
        auto weight = weightIn(row, *head.weight);
        if (!weight) {
            return std::move(weight).error();
        }
        study.weight = *weight;
    }
    return study;
}

Result<void> checkWeights(const Appraisals &appraisals)
{
    const bool isWeightless =
        std::ranges::all_of(appraisals.studies, [](const Appraisal &study) { return study.weight <= 0; });
    if (appraisals.hasWeights && isWeightless) {
        return refusal("All weights are 0; give at least one study a weight, or remove the column Weight.");
    }
    return {};
}

} // namespace

Result<Appraisals> appraisalsFrom(std::span<const TableRow> rows, const ToolPtr &tool)
{
    if (rows.size() < 2) {
        return refusal(
            "The table holds no study; its first row names the columns (Study, D1, D2, ..., Overall), "
            "each further row is a study.");
    }
    if (rows.size() - 1 > kMostStudies) {
        return refusal("The table has " + std::to_string(rows.size() - 1) + " studies; at most " +
                       std::to_string(kMostStudies) + " can be drawn in one figure.");
    }
    auto head = readHead(rows.front());
    if (!head) {
        return std::move(head).error();
    }
    Appraisals appraisals;
    appraisals.tool = tool != nullptr ? tool : guessedTool(*head, rows.subspan(1));
    if (!appraisals.tool->isJudged()) {
        return refusal(
            "The domains of " + appraisals.tool->name +
            " are not judged, so that a table of judgements cannot be by this tool; choose another "
            "one.");
    }
    const std::size_t official = appraisals.tool->domains.size();
    if (official != 0 && head->domains.size() != official) {
        return refusal(appraisals.tool->name + " has " + std::to_string(official) +
                       " domains, but the table has " + std::to_string(head->domains.size()) +
                       "; choose another tool, or generic.");
    }
    appraisals.domains = domainsOf(*head, *appraisals.tool);
    appraisals.hasWeights = head->weight.has_value();
    for (const TableRow &row : rows.subspan(1)) {
        if (row.fields.size() != rows.front().fields.size()) {
            return refusal("Line " + std::to_string(row.line) + " has " + std::to_string(row.fields.size()) +
                           " cells, but the first row names " + std::to_string(rows.front().fields.size()) +
                           " columns; make them equal.");
        }
        auto study = readStudy(row, *head, appraisals.domains, *appraisals.tool);
        if (!study) {
            return std::move(study).error();
        }
        appraisals.studies.push_back(*std::move(study));
    }
    if (auto checked = checkWeights(appraisals); !checked) {
        return std::move(checked).error();
    }
    return appraisals;
}

std::vector<std::vector<std::string>> toTable(const Appraisals &appraisals)
{
    std::vector<std::vector<std::string>> rows{{"Study"}};
    for (const Domain &domain : appraisals.domains) {
        const bool isKnown = !appraisals.tool->domains.empty() || domain.name.empty();
        rows.front().push_back(isKnown ? domain.code : domain.name);
    }
    if (!appraisals.isOfAnswers) {
        rows.front().emplace_back("Overall");
    }
    if (appraisals.hasWeights) {
        rows.front().emplace_back("Weight");
    }
    for (const Appraisal &study : appraisals.studies) {
        auto &row = rows.emplace_back(std::vector{study.study});
        for (const Judgement judgement : study.domains) {
            row.emplace_back(labelOf(*appraisals.tool, judgement));
        }
        if (!appraisals.isOfAnswers) {
            row.emplace_back(labelOf(*appraisals.tool, study.overall));
        }
        if (appraisals.hasWeights) {
            std::array<char, 32> weight{};
            const auto [end, failure] =
                std::to_chars(weight.data(), weight.data() + weight.size(), study.weight);
            row.emplace_back(weight.data(), failure == std::errc() ? end : weight.data());
        }
    }
    return rows;
}

} // namespace winnow::appraisal
