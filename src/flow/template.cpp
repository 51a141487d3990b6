#include "flow/template.h"

#include <numeric>

namespace winnow::flow {

namespace {

constexpr std::string_view kTitle = "PRISMA 2020 flow diagram for new systematic reviews which included "
                                    "searches of databases and registers only";
constexpr std::string_view kHeader = "Identification of studies via databases and registers";
constexpr std::string_view kAttribution = "From: Page MJ, McKenzie JE, Bossuyt PM, Boutron I, Hoffmann TC, "
                                          "Mulrow CD, et al. The PRISMA 2020 statement: an updated "
                                          "guideline for reporting systematic reviews. BMJ 2021;372:n71. "
                                          "doi: 10.1136/bmj.n71. For more information, visit: "
                                          "http://www.prisma-statement.org/";

std::int64_t sum(const std::vector<NamedCount> &counts)
{
    return std::accumulate(counts.begin(),
                           counts.end(),
                           std::int64_t{0},
                           [](std::int64_t total, const NamedCount &entry) { return total + entry.count; });
}

std::string withNumber(std::string_view text, std::int64_t count)
{
    return std::string(text) + " " + numberText(count);
}

/// A total and each source behind it, as footnote * of the template asks for; so the asterisk is not printed.
void addSources(TemplateBox &box, std::string_view kind, const std::vector<NamedCount> &sources)
{
    box.lines.push_back({withNumber(kind, sum(sources))});
    for (const NamedCount &source : sources) {
        box.lines.push_back({withNumber(source.name, source.count), 1});
    }
}

TemplateBox identifiedBox(const Counts &counts)
{
    TemplateBox box{"box2", {{"Records identified from:"}}};
    addSources(box, "Databases", counts.databases);
    if (!counts.registers.empty()) {
        addSources(box, "Registers", counts.registers);
    }
    return box;
}

TemplateBox removedBox(const Counts &counts)
{
    TemplateBox box{"box3", {{"Records removed before\u00A0screening:", 0, "before\u00A0screening"}}};
    box.lines.push_back({withNumber("Duplicate records removed", counts.duplicatesRemoved)});
    if (counts.removedByAutomation > 0) {
        box.lines.push_back(
            {withNumber("Records marked as ineligible by automation tools", counts.removedByAutomation)});
    }
    if (counts.removedForOtherReasons > 0) {
        box.lines.push_back({withNumber("Records removed for other reasons", counts.removedForOtherReasons)});
        for (const NamedCount &note : counts.otherRemovalNotes) {
            const bool isWhole =
                counts.otherRemovalNotes.size() == 1 && note.count == counts.removedForOtherReasons;
            box.lines.push_back({isWhole ? note.name : withNumber(note.name, note.count), 1});
        }
    }
    return box;
}

TemplateBox plainBox(std::string id, std::string_view text, std::int64_t count)
{
    return {std::move(id), {{std::string(text)}, {numberText(count)}}};
}

TemplateBox excludedReportsBox(const Counts &counts)
{
    TemplateBox box{"box9", {{"Reports excluded:"}}};
    if (counts.reportsExcluded.empty()) {
        box.lines = {{withNumber("Reports excluded", 0)}};
    }
    for (const NamedCount &reason : counts.reportsExcluded) {
        box.lines.push_back({withNumber(reason.name, reason.count)});
    }
    return box;
}

std::string awaiting(std::int64_t count, std::string_view what, std::string_view whatFor)
{
    return groupedNumber(count) + " " + std::string(what) + (count == 1 ? " awaits " : "s await ") +
           std::string(whatFor);
}

std::string draftSentence(const Counts &counts)
{
    std::string sentence;
    if (counts.awaitingScreening > 0) {
        sentence = ": " + awaiting(counts.awaitingScreening, "record", "screening");
    }
    if (counts.awaitingAssessment > 0) {
        sentence +=
            (sentence.empty() ? ": " : ", ") + awaiting(counts.awaitingAssessment, "report", "assessment");
    }
    return "Draft" + sentence + ".";
}

TemplateBox includedBox(const Counts &counts)
{
    return {"box10",
            {{"Studies included in review"},
             {numberText(counts.studiesIncluded)},
             {"Reports of included studies"},
             {numberText(counts.reportsIncluded)}}};
}

} // namespace

std::string groupedNumber(std::int64_t count)
{
    std::string digits = std::to_string(count);
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, ",");
    }
    return digits;
}

std::string numberText(std::int64_t count)
{
    return "(n\u00A0=\u00A0" + groupedNumber(count) + ")";
}

Template newReviewDatabases(const Counts &counts, const DiagramOptions &options)
{
    Template result;
    result.title = kTitle;
    result.header = kHeader;
    result.rows = {
        {"Identification", identifiedBox(counts), removedBox(counts)},
        {"Screening",
         plainBox("box4", "Records screened", counts.screened),
         plainBox("box5", "Records excluded", counts.excluded)},
        {"Screening",
         plainBox("box6", "Reports sought for retrieval", counts.sought),
         plainBox("box7", "Reports not retrieved", counts.notRetrieved)},
        {"Screening",
         plainBox("box8", "Reports assessed for eligibility", counts.assessed),
         excludedReportsBox(counts)},
        {"Included", includedBox(counts), {}},
    };
    if (options.isDraft) {
        result.draft = draftSentence(counts);
    }
    if (options.withAttribution) {
        result.footnotes.emplace_back(kAttribution);
    }
    return result;
}

} // namespace winnow::flow
