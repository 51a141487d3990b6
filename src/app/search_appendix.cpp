#include "app/search_appendix.h"

#include "flow/numbers.h"

namespace winnow::app {

namespace {

using publish::Block;
using publish::Heading;
using publish::Paragraph;
using publish::TextTable;
using publish::Verbatim;

std::string trimmed(const std::string &text)
{
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return last == std::string::npos ? std::string() : text.substr(0, last + 1);
}

/// "on 2026-05-03", "in 2026".
std::string whenRun(const std::string &date)
{
    constexpr std::size_t kWholeDate = 10;
    return (date.size() < kWholeDate ? "in " : "on ") + date;
}

std::string hitsOf(const SearchRun &run)
{
    return run.hits ? flow::groupedNumber(*run.hits) : std::string("not noted");
}

void addRun(const SearchRun &run, std::vector<Block> &blocks)
{
    std::string told = "Search " + std::to_string(run.search.value) + ", " +
                       (run.date.empty() ? "date not noted" : "run " + whenRun(run.date)) +
                       "; results as the source reported them: " + hitsOf(run) + ".";
    if (!run.note.empty()) {
        told += " " + run.note;
    }
    blocks.emplace_back(Paragraph{told});
    if (run.query.empty()) {
        blocks.emplace_back(Paragraph{"The search string was not noted."});
        return;
    }
    blocks.emplace_back(Verbatim{trimmed(run.query)});
    if (!run.online) {
        return;
    }
    for (const OnlinePart &part : run.online->parts) {
        if (part.query != run.query) {
            blocks.emplace_back(Paragraph{"As it was sent to the source:"});
            blocks.emplace_back(Verbatim{trimmed(part.query)});
        }
    }
}

} // namespace

TextTable sourcesTable(const ReviewFacts &facts)
{
    TextTable table{{"Source", "Kind", "Searched on", "Records"}, {40, 20, 20, 20}, {}};
    for (const SearchedSource &searched : facts.sources) {
        std::string dates;
        for (const SearchRun &run : searched.runs) {
            dates += (dates.empty() ? "" : "\n") + (run.date.empty() ? "not noted" : run.date);
        }
        table.rows.push_back({searched.source.name,
                              std::string(toString(searched.source.kind)),
                              dates,
                              flow::groupedNumber(searched.records)});
    }
    return table;
}

void addSearchStrategies(const ReviewFacts &facts, int level, std::vector<Block> &blocks)
{
    for (const SearchedSource &searched : facts.sources) {
        blocks.emplace_back(Heading{level, searched.source.name});
        blocks.emplace_back(Paragraph{"Records identified: " + flow::groupedNumber(searched.records) + "."});
        for (const SearchRun &run : searched.runs) {
            addRun(run, blocks);
        }
    }
}

} // namespace winnow::app
