#include "app/evidence_tables.h"

#include "app/record_keys.h"
#include "base/file.h"
#include "publish/output.h"

namespace winnow::app {

namespace {

constexpr std::size_t kMaxTablesBytes = std::size_t{64} << 20U;

/// What a table cites must be a record of the review. A fixed list may name other works too, such as the
/// PRISMA statement in the founding review's; they only take their numbers.
Result<void> checkCitations(Workspace &workspace, const evidence::TableSet &set)
{
    for (const auto &[key, number] : evidence::numberReferences(set)) {
        auto record = recordFromKey(workspace, key);
        if (!record) {
            return Error{record.error().code,
                         "The tables cite " + key + ": " + record.error().message + " Nothing was loaded.",
                         {},
                         key};
        }
    }
    return {};
}

} // namespace

Result<evidence::TableSet> loadTables(Workspace &workspace, const std::filesystem::path &file)
{
    auto bytes = readFile(file, kMaxTablesBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto set = evidence::parseTableSet(*bytes);
    if (!set) {
        Error error = std::move(set).error();
        error.message = file.string() + ": " + error.message;
        return error;
    }
    if (auto checked = checkCitations(workspace, *set); !checked) {
        return std::move(checked).error();
    }
    store::EventDraft event;
    event.kind = EventKind::TablesLoaded;
    event.subjectKind = "review";
    event.detail = evidence::toJson(*set);
    if (auto appended = workspace.log().append(workspace.act(), std::span(&event, 1)); !appended) {
        return std::move(appended).error();
    }
    return set;
}

Result<evidence::TableSet> tables(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::TablesLoaded);
    if (!events) {
        return std::move(events).error();
    }
    if (events->empty()) {
        return Error{ErrorCode::NotFound,
                     "This review has no evidence tables yet; load them with 'winnow tables REVIEW --load "
                     "tables.json'.",
                     {},
                     {}};
    }
    return evidence::parseTableSet(events->back().detail);
}

Result<void> publishTable(Workspace &workspace, std::string_view id, const std::filesystem::path &file)
{
    auto output = publish::outputFor(file.filename().string(), publish::Subject::Table);
    if (!output) {
        return std::move(output).error();
    }
    auto set = tables(workspace);
    if (!set) {
        return std::move(set).error();
    }
    auto printed = evidence::print(*set, id);
    if (!printed) {
        return std::move(printed).error();
    }
    auto bytes = (*output)->table(*printed);
    if (!bytes) {
        return std::move(bytes).error();
    }
    return writeFile(file, *bytes);
}

} // namespace winnow::app
