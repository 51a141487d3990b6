#include "app/query_seeds.h"

#include "app/record_keys.h"
#include "query/tree.h"
#include "text/fold.h"
#include "text/trim.h"

#include <algorithm>
#include <set>

namespace winnow::app {

namespace {

/// What stands behind "doi:" or "pmid:", if the name begins so.
std::string_view without(std::string_view name, std::string_view prefix)
{
    return text::fold(name.substr(0, prefix.size())) == prefix ? text::trimmed(name.substr(prefix.size()))
                                                               : std::string_view();
}

struct Value
{
    std::string_view code; ///< of the field
    std::string_view text;
};

/// The values that a name may stand for, beside a key.
std::vector<Value> valuesFrom(std::string_view name)
{
    if (const std::string_view doi = without(name, "doi:"); !doi.empty()) {
        return {{"DOI", doi}};
    }
    if (const std::string_view pmid = without(name, "pmid:"); !pmid.empty()) {
        return {{"PMID", pmid}};
    }
    if (name.find("10.") != std::string_view::npos && name.find('/') != std::string_view::npos) {
        return {{"DOI", name}};
    }
    const bool isNumber = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? std::vector<Value>{{"PMID", name}} : std::vector<Value>();
}

Result<std::vector<RecordId>> withValue(const index::Index &index, const Value &value)
{
    auto term = std::make_shared<query::Node>();
    term->kind = query::NodeKind::Term;
    term->form = query::TermForm::Exact;
    term->text = value.text;
    query::Node field;
    field.kind = query::NodeKind::Fielded;
    field.code = query::findFieldCode(value.code);
    field.children.push_back(std::move(term));
    return index.search(field);
}

/// The visible records of a name; none where it is not known.
Result<std::vector<RecordId>>
recordsOf(Workspace &workspace, const index::Index &index, const std::string &name)
{
    auto byKey = recordFromKey(workspace, name);
    if (byKey) {
        return std::vector{*byKey};
    }
    if (byKey.error().code != ErrorCode::NotFound) {
        return std::move(byKey).error();
    }
    std::vector<RecordId> found;
    for (const Value &value : valuesFrom(name)) {
        auto records = withValue(index, value);
        if (!records) {
            return records;
        }
        for (const RecordId id : *records) {
            auto isVisible = workspace.records().isVisible(id);
            if (!isVisible) {
                return std::move(isVisible).error();
            }
            if (*isVisible) {
                found.push_back(id);
            }
        }
    }
    return found;
}

/// A name that may be any line of any file, for a message.
std::string shown(std::string name)
{
    constexpr std::size_t kMostBytes = 80;
    if (name.size() > kMostBytes) {
        name.resize(kMostBytes);
        name += "...";
    }
    std::ranges::replace_if(
        name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }, ' ');
    return name;
}

Error unknownSeeds(const std::vector<std::string> &unknown)
{
    constexpr std::size_t kNamed = 10;
    std::string list;
    for (std::size_t i = 0; i < unknown.size() && i < kNamed; ++i) {
        list += (i == 0 ? "" : ", ") + shown(unknown[i]);
    }
    if (unknown.size() > kNamed) {
        list += " and " + std::to_string(unknown.size() - kNamed) + " more";
    }
    return {ErrorCode::NotFound,
            "This review has no record for the seed" + std::string(unknown.size() == 1 ? " " : "s ") + list +
                ". Name each by key, DOI or PMID, and import what is not among the records.",
            {},
            {}};
}

} // namespace

std::vector<std::string> seedNamesFrom(std::string_view list)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (list.starts_with(kByteOrderMark)) {
        list.remove_prefix(kByteOrderMark.size());
    }
    std::vector<std::string> names;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(",;\r\n"), list.size());
        if (const std::string_view name = text::trimmed(list.substr(0, end)); !name.empty()) {
            names.emplace_back(name);
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return names;
}

Result<std::vector<RecordId>>
findSeeds(Workspace &workspace, const index::Index &index, std::span<const std::string> names)
{
    std::vector<RecordId> seeds;
    std::set<RecordId> seen;
    std::vector<std::string> unknown;
    for (const std::string &name : names) {
        auto found = recordsOf(workspace, index, name);
        if (!found) {
            return found;
        }
        if (found->empty()) {
            unknown.push_back(name);
        }
        for (const RecordId id : *found) {
            auto kept = workspace.judgement().keptFor(id);
            if (!kept) {
                return std::move(kept).error();
            }
            if (seen.insert(*kept).second) {
                seeds.push_back(*kept);
            }
        }
    }
    return unknown.empty() ? Result<std::vector<RecordId>>(std::move(seeds)) : unknownSeeds(unknown);
}

} // namespace winnow::app
