#include "app/flow_records.h"

#include "app/flow_ledger.h"
#include "flow/numbers.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

namespace winnow::app {

namespace {

Error unknownBox(std::string_view name)
{
    std::string names;
    for (const std::string_view known : flow::placeNames()) {
        names.append(names.empty() ? "" : ", ").append(known);
    }
    return {ErrorCode::InvalidArgument,
            "The diagram has no box or line " + std::string(name) + ". It has " + names + ".",
            {},
            {}};
}

bool isAt(const flow::LineRecords &records, const flow::LinePlace &place)
{
    return records.line == place.line && (place.name.empty() || place.name == records.name);
}

std::string wordsOf(const FlowRecord &record)
{
    std::string text;
    if (!record.authors.empty()) {
        text = record.authors.front().family + (record.authors.size() > 1 ? " et al." : "");
    }
    if (record.year) {
        text.append(text.empty() ? "" : " ").append(std::to_string(*record.year));
    }
    text.append(text.empty() ? "" : ": ");
    return text + (record.title.empty() ? "(without a title)" : record.title);
}

/// Only the characters that addresses may hold, so that no DOI can become anything but one.
std::string addressOf(const std::string &doi)
{
    if (doi.empty()) {
        return {};
    }
    constexpr std::string_view kPlain = "-._~/():;";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string address = "https://doi.org/";
    for (const char c : doi) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isAlphanumeric =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (isAlphanumeric || kPlain.find(c) != std::string_view::npos) {
            address += c;
        } else {
            address.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
        }
    }
    return address;
}

/// How an entry of a list is told from the others behind its box.
std::string prefixOf(const flow::LineRecords &line)
{
    return flow::isList(line.line) && !line.name.empty() ? line.name + " \u2013 " : std::string();
}

std::string outsideText(const flow::OutsideNumber &number)
{
    return std::string(flow::inWords(number.line)) + (number.name.empty() ? "" : ", " + number.name) + ": " +
           flow::groupedNumber(number.count) + " counted outside Winnow" +
           (number.note.empty() ? "" : " (" + number.note + ")");
}

} // namespace

Result<std::vector<flow::LineRecords>> recordsBehind(Workspace &workspace)
{
    auto ledger = flowLedger(workspace);
    if (!ledger) {
        return std::move(ledger).error();
    }
    return flow::countWithRecords(*ledger).lines;
}

Result<std::vector<flow::LineRecords>> recordsBehind(Workspace &workspace, std::string_view name)
{
    const std::vector<flow::LinePlace> places = flow::placesNamed(name);
    if (places.empty()) {
        return unknownBox(name);
    }
    auto lines = recordsBehind(workspace);
    if (!lines) {
        return lines;
    }
    std::erase_if(*lines, [&](const flow::LineRecords &line) {
        return std::ranges::none_of(places, [&](const flow::LinePlace &place) { return isAt(line, place); });
    });
    return lines;
}

Result<std::vector<FlowRecord>> flowRecords(Workspace &workspace, std::span<const RecordId> ids)
{
    auto rows = workspace.records().rows(ids);
    if (!rows) {
        return std::move(rows).error();
    }
    std::unordered_map<std::int64_t, const store::RecordRow *> byId;
    for (const store::RecordRow &row : *rows) {
        byId[row.id.value] = &row;
    }
    std::vector<FlowRecord> records;
    records.reserve(ids.size());
    for (const RecordId id : ids) {
        const auto row = byId.find(id.value);
        if (row != byId.end()) {
            const store::RecordRow &found = *row->second;
            records.push_back({id, found.key, found.title, found.authors, found.year, found.doi});
        }
    }
    return records;
}

Result<std::vector<FlowEntry>>
boxEntries(Workspace &workspace, const flow::Counted &counted, std::size_t most)
{
    /// Of one box: what is listed, and how many are not.
    struct Listed
    {
        std::vector<FlowEntry> entries;
        std::size_t left = 0;
    };

    std::map<std::pair<std::size_t, std::string>, Listed> boxes; // box9 before box10
    const auto listOf = [&](flow::LineId line) -> Listed & {
        const std::string_view box = flow::boxOf(line);
        return boxes[{box.size(), std::string(box)}];
    };
    for (const flow::LineRecords &line : counted.lines) {
        if (flow::isPart(line.line)) {
            continue;
        }
        Listed &list = listOf(line.line);
        const std::size_t shown = std::min(most - std::min(most, list.entries.size()), line.records.size());
        list.left += line.records.size() - shown;
        auto records = flowRecords(workspace, std::span(line.records).first(shown));
        if (!records) {
            return std::move(records).error();
        }
        for (const FlowRecord &record : *records) {
            list.entries.push_back({std::string(flow::boxOf(line.line)),
                                    prefixOf(line) + wordsOf(record),
                                    addressOf(record.doi)});
        }
    }
    for (auto &[key, list] : boxes) {
        if (list.left > 0) {
            list.entries.push_back(
                {key.second,
                 "and " + flow::groupedNumber(static_cast<std::int64_t>(list.left)) + " more",
                 {}});
        }
    }
    for (const flow::OutsideNumber &number : counted.counts.outside) {
        listOf(number.line)
            .entries.push_back({std::string(flow::boxOf(number.line)), outsideText(number), {}});
    }
    std::vector<FlowEntry> entries;
    for (auto &[key, list] : boxes) {
        std::ranges::move(list.entries, std::back_inserter(entries));
    }
    return entries;
}

} // namespace winnow::app
