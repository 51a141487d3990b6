#include "app/reporting.h"

#include "app/review_facts.h"
#include "base/file.h"
#include "flow/numbers.h"
#include "publish/output.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace winnow::app {

namespace {

using nlohmann::json;
using publish::Document;
using publish::Heading;
using publish::Paragraph;
using publish::TextTable;
using publish::Verbatim;

Result<const ShippedFile *> checklistCalled(std::string_view name)
{
    const auto found = std::ranges::find(shippedChecklists(), name, &ShippedFile::name);
    if (found != shippedChecklists().end()) {
        return &*found;
    }
    std::string names;
    for (const ShippedFile &one : shippedChecklists()) {
        names += (names.empty() ? "" : ", ") + std::string(one.name);
    }
    return Error{ErrorCode::NotFound,
                 "There is no checklist " + std::string(name) + ". There are " + names + ".",
                 {},
                 {}};
}

/// The items with what the review knows of them.
TextTable itemsOf(const json &checklist, const FactTexts &facts)
{
    TextTable table{{"Section and topic", "Item", "Checklist item", "Location where item is reported"},
                    {18, 8, 44, 30},
                    {}};
    std::string section;
    std::string topic;
    for (const json &item : checklist["items"]) {
        const auto itsSection = item["section"].get<std::string>();
        if (itsSection != section) {
            section = itsSection;
            table.rows.push_back({section, "", "", ""});
        }
        const auto itsTopic = item["topic"].get<std::string>();
        const auto fact = facts.find(item.value("fact", ""));
        table.rows.push_back({itsTopic == topic ? std::string() : itsTopic,
                              item["item"].get<std::string>(),
                              item["text"].get<std::string>(),
                              fact == facts.end() || fact->second.empty() ? "" : "Review: " + fact->second});
        topic = itsTopic;
    }
    return table;
}

constexpr std::string_view kHowToUse = "Give in the last column the page or section where each item is "
                                       "reported. What begins with \u201CReview:\u201D is "
                                       "what the review file knows of the item.";

Result<void> write(const Document &document, const std::filesystem::path &file)
{
    auto output = publish::outputFor(file.filename().string(), publish::Subject::Document);
    if (!output) {
        return std::move(output).error();
    }
    auto bytes = (*output)->document(document);
    if (!bytes) {
        return std::move(bytes).error();
    }
    return writeFile(file, *bytes);
}

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

void addSource(Document &document, const SearchedSource &searched)
{
    document.blocks.emplace_back(Heading{2, searched.source.name});
    document.blocks.emplace_back(
        Paragraph{"Records identified: " + flow::groupedNumber(searched.records) + "."});
    for (const SearchRun &run : searched.runs) {
        std::string told = "Search " + std::to_string(run.search.value) + ", " +
                           (run.date.empty() ? "date not noted" : "run " + whenRun(run.date)) +
                           "; results as the source reported them: " + hitsOf(run) + ".";
        if (!run.note.empty()) {
            told += " " + run.note;
        }
        document.blocks.emplace_back(Paragraph{told});
        if (run.query.empty()) {
            document.blocks.emplace_back(Paragraph{"The search string was not noted."});
            continue;
        }
        document.blocks.emplace_back(Verbatim{trimmed(run.query)});
        if (run.online) {
            for (const OnlinePart &part : run.online->parts) {
                if (part.query != run.query) {
                    document.blocks.emplace_back(Paragraph{"As it was sent to the source:"});
                    document.blocks.emplace_back(Verbatim{trimmed(part.query)});
                }
            }
        }
    }
}

} // namespace

Result<void> publishChecklist(Workspace &workspace, std::string_view name, const std::filesystem::path &file)
{
    const auto checklist = checklistCalled(name);
    if (!checklist) {
        return checklist.error();
    }
    const auto facts = reviewFacts(workspace);
    if (!facts) {
        return facts.error();
    }
    const json content = json::parse((*checklist)->content);
    Document document;
    document.title = content["title"].get<std::string>();
    document.isLandscape = true;
    document.blocks = {Paragraph{workspace.info().title},
                       Paragraph{std::string(kHowToUse)},
                       itemsOf(content, facts->texts),
                       Paragraph{content["attribution"].get<std::string>()}};
    return write(document, file);
}

Result<void> publishSearchAppendix(Workspace &workspace, const std::filesystem::path &file)
{
    const auto checklist = checklistCalled("prisma-s");
    const auto facts = reviewFacts(workspace);
    if (!checklist || !facts) {
        return !checklist ? checklist.error() : facts.error();
    }
    Document document;
    document.title = "Searches";
    document.blocks = {Paragraph{workspace.info().title}, Heading{1, "Sources"}};
    TextTable table{{"Source", "Kind", "Searched on", "Records"}, {40, 20, 20, 20}, {}};
    for (const SearchedSource &searched : facts->sources) {
        std::string dates;
        for (const SearchRun &run : searched.runs) {
            dates += (dates.empty() ? "" : "\n") + (run.date.empty() ? "not noted" : run.date);
        }
        table.rows.push_back({searched.source.name,
                              std::string(toString(searched.source.kind)),
                              dates,
                              flow::groupedNumber(searched.records)});
    }
    document.blocks.emplace_back(std::move(table));
    document.blocks.emplace_back(Heading{1, "Search strategies"});
    for (const SearchedSource &searched : facts->sources) {
        addSource(document, searched);
    }
    document.blocks.emplace_back(Heading{1, "Managing records"});
    document.blocks.emplace_back(Paragraph{facts->texts.find("deduplication")->second});
    const json content = json::parse((*checklist)->content);
    document.blocks.emplace_back(Heading{1, content["title"].get<std::string>()});
    document.blocks.emplace_back(Paragraph{std::string(kHowToUse)});
    document.blocks.emplace_back(itemsOf(content, facts->texts));
    document.blocks.emplace_back(Paragraph{content["attribution"].get<std::string>()});
    return write(document, file);
}

} // namespace winnow::app
