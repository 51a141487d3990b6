#include "app/evidence_tables.h"

#include "app/appraisal_fields.h"
#include "app/citation_keys.h"
#include "app/cited_material.h"
#include "app/table_data.h"
#include "base/file.h"
#include "evidence/gap_map.h"
#include "evidence/ready_made.h"
#include "publish/output.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace winnow::app {

namespace {

constexpr std::size_t kMaxTablesBytes = std::size_t{64} << 20U;
constexpr std::string_view kRiskOfBias = "risk-of-bias";

/// What a table cites must be known, but for what it cited already: a record may have gone since. A fixed
/// list may name what is not; it only takes its number.
Result<void> settleKeys(Workspace &workspace, const evidence::TableSet &before, evidence::TableSet &set)
{
    auto keys = CitationKeys::of(workspace);
    if (!keys) {
        return std::move(keys).error();
    }
    std::unordered_set<std::string> mayBeGone;
    for (std::string &key : evidence::writtenKeys(before)) {
        mayBeGone.insert(std::move(key));
    }
    std::optional<Error> unknown;
    evidence::forEachKey(set, [&](std::string &key) {
        auto cited = mayBeGone.contains(key) ? Result<std::string>(keys->keyNow(key)) : keys->keyFor(key);
        if (cited) {
            key = *std::move(cited);
        } else if (!unknown) {
            unknown = Error{cited.error().code,
                            "The tables cite " + key + ": " + cited.error().message + " Nothing was changed.",
                            {},
                            key};
        }
    });
    if (unknown) {
        return *std::move(unknown);
    }
    // A fixed list must have what the cells cite, and nothing twice.
    std::unordered_set<std::string> listed(set.list.begin(), set.list.end());
    for (std::string &key : set.list) {
        std::string now = keys->keyNow(key);
        if (now != key && listed.insert(now).second) {
            key = std::move(now);
        }
    }
    return {};
}

/// Fails with NotFound, naming those that there are.
Result<std::size_t> placeOf(const evidence::TableSet &set, std::string_view id)
{
    const auto table = std::ranges::find(set.tables, id, &evidence::Table::id);
    if (table == set.tables.end()) {
        return evidence::print(set, id, {}).error();
    }
    return static_cast<std::size_t>(table - set.tables.begin());
}

/// "table-3": the first that is free.
std::string freeId(const evidence::TableSet &set)
{
    for (std::size_t number = set.tables.size() + 1;; ++number) {
        std::string id = "table-" + std::to_string(number);
        if (std::ranges::find(set.tables, id, &evidence::Table::id) == set.tables.end()) {
            return id;
        }
    }
}

Result<std::vector<evidence::FieldChoice>> choose(Workspace &workspace, const NewTable &table)
{
    auto all = tableFields(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::vector<evidence::FieldChoice> chosen;
    for (const std::string &name : table.fields) {
        const auto found = std::ranges::find(*all, name, &evidence::FieldChoice::field);
        if (found == all->end()) {
            std::string names;
            for (const evidence::FieldChoice &known : *all) {
                names += (names.empty() ? "" : ", ") + known.field;
            }
            return Error{ErrorCode::NotFound,
                         "No form has the field " + name +
                             (names.empty() ? "; 'winnow forms REVIEW --add FORM' takes a form."
                                            : "; there are " + names + "."),
                         {},
                         name};
        }
        chosen.push_back(*found);
    }
    return chosen;
}

/// Of a map, the figure with its bubbles; other tables are no pictures.
Result<void> publishMap(Workspace &workspace,
                        std::string_view id,
                        const publish::Output &output,
                        const std::filesystem::path &file)
{
    auto material = citedMaterial(workspace);
    auto place = material ? placeOf(material->tables, id) : material.error();
    if (!place) {
        return std::move(place).error();
    }
    const evidence::Table &table = material->tables.tables[*place];
    if (table.source != evidence::RowSource::Map) {
        return Error{ErrorCode::Unsupported,
                     "Only an evidence gap map is a picture; write " + std::string(id) +
                         " as .docx, .odt, .xlsx, .pdf, .html, .tex, .md or .csv.",
                     {},
                     {}};
    }
    const auto figure = evidence::gapMapFigure(evidence::gapMapOf(table, material->data), table.caption);
    auto bytes = output.flow({{}, figure, {}});
    return bytes ? writeFile(file, *bytes) : std::move(bytes).error();
}

} // namespace

Result<evidence::TableSet> storedTables(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::TablesLoaded);
    if (!events) {
        return std::move(events).error();
    }
    return events->empty() ? evidence::TableSet() : evidence::parseTableSet(events->back().detail);
}

Result<evidence::TableSet> setTables(Workspace &workspace, evidence::TableSet set)
{
    const auto before = storedTables(workspace);
    const auto settled = before ? settleKeys(workspace, *before, set) : Result<void>(before.error());
    if (!settled) {
        return settled.error();
    }
    store::EventDraft event;
    event.kind = EventKind::TablesLoaded;
    event.subjectKind = "review";
    event.detail = evidence::toJson(set);
    if (auto appended = workspace.log().append(workspace.act(), std::span(&event, 1)); !appended) {
        return std::move(appended).error();
    }
    return set;
}

Result<evidence::TableSet> loadTables(Workspace &workspace, const std::filesystem::path &file)
{
    auto bytes = readFile(file, kMaxTablesBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto set = evidence::parseTableSet(*bytes);
    if (set && set->tables.empty()) {
        set = Error{ErrorCode::WrongFormat, "The list \"tables\" is empty.", {}, {}};
    }
    if (!set) {
        Error error = std::move(set).error();
        error.message = file.string() + ": " + error.message;
        return error;
    }
    return setTables(workspace, *std::move(set));
}

Result<evidence::TableSet> tables(Workspace &workspace)
{
    auto set = storedTables(workspace);
    if (set && set->tables.empty()) {
        return Error{
            ErrorCode::NotFound,
            "This review has no evidence tables: 'winnow tables REVIEW --add characteristics' makes one, and "
            "--load tables.json takes some from a file.",
            {},
            {}};
    }
    return set;
}

Result<void> exportTables(Workspace &workspace, const std::filesystem::path &file)
{
    auto set = tables(workspace);
    if (!set) {
        return std::move(set).error();
    }
    const evidence::TableSet before = *set;
    if (auto settled = settleKeys(workspace, before, *set); !settled) {
        return settled;
    }
    return writeFile(file, evidence::toJson(*set));
}

Result<evidence::Table> addTable(Workspace &workspace, const NewTable &request)
{
    auto set = storedTables(workspace);
    auto fields = set ? choose(workspace, request) : set.error();
    if (!fields) {
        return std::move(fields).error();
    }
    const std::string id = request.id.empty() ? freeId(*set) : request.id;
    if (std::ranges::find(set->tables, id, &evidence::Table::id) != set->tables.end()) {
        return Error{
            ErrorCode::AlreadyExists, "There is a table " + id + " already; choose another name.", {}, id};
    }
    if (request.kind == kRiskOfBias && fields->empty()) {
        auto judged = judgedFields(workspace);
        if (!judged) {
            return std::move(judged).error();
        }
        *fields = *std::move(judged);
    }
    auto table = evidence::readyMade(request.kind, id, *fields);
    if (!table) {
        return table;
    }
    if (!request.caption.empty()) {
        table->caption = request.caption;
    }
    set->tables.push_back(*table);
    if (auto done = setTables(workspace, *std::move(set)); !done) {
        return std::move(done).error();
    }
    return table;
}

Result<void> removeTable(Workspace &workspace, std::string_view id)
{
    auto set = tables(workspace);
    auto place = set ? placeOf(*set, id) : set.error();
    if (!place) {
        return std::move(place).error();
    }
    set->tables.erase(set->tables.begin() + static_cast<std::ptrdiff_t>(*place));
    auto done = setTables(workspace, *std::move(set));
    return done ? Result<void>() : std::move(done).error();
}

Result<evidence::PrintedTable> printedTable(Workspace &workspace, std::string_view id)
{
    auto material = citedMaterial(workspace);
    if (!material) {
        return std::move(material).error();
    }
    return evidence::print(material->tables, id, material->data, material->numbers);
}

Result<std::string> tableAsText(Workspace &workspace, std::string_view id)
{
    return tableAs(workspace, id, "txt");
}

Result<std::string> tableAs(Workspace &workspace, std::string_view id, std::string_view extension)
{
    auto output = publish::outputFor("table." + std::string(extension), publish::Subject::Table);
    auto printed = output ? printedTable(workspace, id) : output.error();
    return printed ? (*output)->table(*printed) : std::move(printed).error();
}

Result<void> publishTable(Workspace &workspace, std::string_view id, const std::filesystem::path &file)
{
    const std::string name = file.filename().string();
    auto output = publish::outputFor(name, publish::Subject::Table);
    if (!output) {
        const auto picture = publish::outputFor(name, publish::Subject::Flow);
        return picture ? publishMap(workspace, id, **picture, file) : std::move(output).error();
    }
    auto printed = printedTable(workspace, id);
    if (!printed) {
        return std::move(printed).error();
    }
    auto bytes = (*output)->table(*printed);
    return bytes ? writeFile(file, *bytes) : std::move(bytes).error();
}

} // namespace winnow::app
