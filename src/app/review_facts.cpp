#include "app/review_facts.h"

#include "app/flow_diagram.h"
#include "app/stages.h"
#include "flow/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::app {

namespace {

/// Kinds of sources with the fact that lists them and what they are called.
struct KindOfSource
{
    SourceKind kind;
    const char *fact;
    const char *plural;
};

constexpr std::array<KindOfSource, 6> kKinds{{{SourceKind::Database, "databases", "Databases"},
                                              {SourceKind::Register, "registers", "Registers"},
                                              {SourceKind::Website, "websites", "Websites"},
                                              {SourceKind::Organisation, "organisations", "Organisations"},
                                              {SourceKind::Citation, "citations", "Citation searching"},
                                              {SourceKind::Other, "contacts", "Other sources"}}};

std::string number(const flow::Number &number)
{
    return flow::groupedNumber(number.value.value_or(0));
}

std::string latestDate(const SearchedSource &source)
{
    std::string latest;
    for (const SearchRun &run : source.runs) {
        latest = std::max(latest, run.date);
    }
    return latest;
}

/// "Scopus (last searched 2026-05-03)".
std::string nameAndDate(const SearchedSource &source)
{
    const std::string date = latestDate(source);
    return source.source.name +
           (date.empty() ? " (date of the search not noted)" : " (last searched " + date + ")");
}

void append(std::string &text, const std::string &more, std::string_view between)
{
    if (!more.empty()) {
        text += text.empty() ? more : std::string(between) + more;
    }
}

void addSources(FactTexts &facts, const std::vector<SearchedSource> &sources)
{
    std::string all;
    std::string dates;
    std::string totals;
    std::size_t strings = 0;
    for (const KindOfSource &kind : kKinds) {
        std::string list;
        for (const SearchedSource &source : sources) {
            if (source.source.kind == kind.kind) {
                append(list, nameAndDate(source), "; ");
                append(dates,
                       source.source.name + ": " +
                           (latestDate(source).empty() ? "not noted" : latestDate(source)),
                       "; ");
                append(totals, source.source.name + ": " + flow::groupedNumber(source.records), "; ");
            }
        }
        if (!list.empty()) {
            facts[kind.fact] = list + ".";
            append(all, std::string(kind.plural) + ": " + list + ".", " ");
        }
    }
    for (const SearchedSource &source : sources) {
        strings += static_cast<std::size_t>(
            std::ranges::count_if(source.runs, [](const SearchRun &run) { return !run.query.empty(); }));
    }
    facts["sources"] = all;
    facts["dates"] = dates.empty() ? dates : dates + ".";
    facts["totals"] = totals.empty() ? totals : totals + ".";
    if (strings > 0) {
        facts["strategies"] =
            "The appendix on searches gives " + std::to_string(strings) +
            (strings == 1 ? " search string as it was run." : " search strings as they were run.");
    }
    const bool isUpdated =
        std::ranges::any_of(sources, [](const SearchedSource &source) { return source.runs.size() > 1; });
    if (isUpdated) {
        facts["updates"] = "Sources were searched more than once; the appendix on searches gives each date.";
    }
}

std::string stageSentence(const StageSettings &settings)
{
    const std::string stage = settings.stage == Stage::Title           ? "Titles"
                              : settings.stage == Stage::TitleAbstract ? "Titles and abstracts"
                                                                       : "Full texts";
    std::string text =
        stage + ": " +
        (settings.reviewersPerRecord == 1 ? std::string("one reviewer")
                                          : std::to_string(settings.reviewersPerRecord) + " reviewers");
    text += " read each";
    if (settings.reviewersPerRecord == 1 && settings.secondReviewerShare > 0) {
        text +=
            ", a second one " + std::to_string(std::lround(100 * settings.secondReviewerShare)) + "% of them";
    }
    const bool isTeam = settings.reviewersPerRecord > 1 || settings.secondReviewerShare > 0;
    if (isTeam) {
        text += settings.isBlind ? ", independently and without seeing what others said"
                                 : ", seeing what others said";
    }
    return text + ".";
}

Result<void> addSelection(Workspace &workspace, FactTexts &facts)
{
    const auto stages = stageSettings(workspace);
    if (!stages) {
        return stages.error();
    }
    std::string selection;
    std::string criteria;
    for (const StageSettings &settings : *stages) {
        if (!settings.isUsed) {
            continue;
        }
        append(selection, stageSentence(settings), " ");
        for (const std::string &criterion : settings.criteria) {
            append(criteria, criterion, "; ");
        }
    }
    const auto rankings = workspace.log().live(EventKind::RankingComputed);
    const auto stops = workspace.log().live(EventKind::StoppingChecked);
    if (!rankings || !stops) {
        return !rankings ? rankings.error() : stops.error();
    }
    if (!rankings->empty()) {
        append(selection,
               "Records were read in the order of a ranking that learns from the decisions (Winnow); it "
               "excludes "
               "nothing by itself.",
               " ");
    }
    if (!stops->empty()) {
        append(selection, "A stopping rule was consulted; the log of the review has what it said.", " ");
    }
    facts["selection"] = selection;
    facts["criteria"] = criteria.empty() ? criteria : "Inclusion: " + criteria + ".";
    return {};
}

void addFlow(FactTexts &facts, const flow::Numbers &numbers)
{
    std::int64_t identified = numbers.databases.value.value_or(0) + numbers.registers.value.value_or(0);
    facts["flow"] = flow::groupedNumber(identified) + " records identified from databases and registers, " +
                    number(numbers.screened) + " screened, " + number(numbers.reports.assessed) +
                    " reports assessed for eligibility, " + number(numbers.included.reports) +
                    " reports of " + number(numbers.included.studies) +
                    " studies included; see the flow diagram.";
    std::string reasons;
    for (const flow::ReportNumbers *const reports : {&numbers.reports, &numbers.otherReports}) {
        for (const flow::Line &line : reports->excluded) {
            append(reasons, line.name + " (" + number(line.number) + ")", ", ");
        }
    }
    facts["excluded"] = reasons.empty() ? reasons : "Excluded at full text: " + reasons + ".";
    facts["included"] = number(numbers.included.reports) + " reports of " + number(numbers.included.studies) +
                        " studies are included.";
    facts["deduplication"] =
        numbers.duplicates.value.value_or(0) == 0
            ? std::string("No duplicate records were removed.")
            : number(numbers.duplicates) +
                  " duplicate records were removed with Winnow, by rules that compare identifiers, titles, "
                  "authors, years and pages; what is only likely the same was judged by a person.";
    facts["materials"] = "The review file of Winnow holds every record, decision and reason with its date.";
}

Result<std::vector<SearchedSource>> searchedSources(Workspace &workspace, const flow::Numbers &numbers)
{
    auto runs = searchRuns(workspace);
    auto sources = workspace.imports().sources();
    if (!runs || !sources) {
        return !runs ? runs.error() : sources.error();
    }
    std::vector<SearchedSource> found;
    for (const Source &source : *sources) {
        SearchedSource one{source, 0, {}};
        for (const SearchRun &run : *runs) {
            if (run.source == source.name && run.state == SearchRunState::Counted) {
                one.runs.push_back(run);
            }
        }
        for (const auto *const list : {&numbers.databaseList, &numbers.registerList, &numbers.otherList}) {
            for (const flow::Line &line : *list) {
                one.records += line.name == source.name ? line.number.value.value_or(0) : 0;
            }
        }
        if (!one.runs.empty()) {
            found.push_back(std::move(one));
        }
    }
    return found;
}

} // namespace

Result<ReviewFacts> reviewFacts(Workspace &workspace)
{
    const auto counts = flowCounts(workspace);
    if (!counts) {
        return counts.error();
    }
    const flow::Numbers numbers = flow::numbersOf(*counts);
    auto sources = searchedSources(workspace, numbers);
    if (!sources) {
        return std::move(sources).error();
    }
    ReviewFacts facts;
    addSources(facts.texts, *sources);
    if (auto added = addSelection(workspace, facts.texts); !added) {
        return std::move(added).error();
    }
    addFlow(facts.texts, numbers);
    facts.sources = *std::move(sources);
    return facts;
}

} // namespace winnow::app
