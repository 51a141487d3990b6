#include "app/reporting.h"

#include "app/review_facts.h"
#include "app/search_appendix.h"
#include "base/file.h"
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
    document.blocks.emplace_back(sourcesTable(*facts));
    document.blocks.emplace_back(Heading{1, "Search strategies"});
    addSearchStrategies(*facts, 2, document.blocks);
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
