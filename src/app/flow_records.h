#pragma once

#include "app/flow_publish.h"
#include "app/workspace.h"
#include "flow/counts.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// The records behind every number of the flow diagram, a line or an entry of a list each.
[[nodiscard]] Result<std::vector<flow::LineRecords>> recordsBehind(Workspace &workspace);

/// The same of one box or line, as flow::placesNamed() knows them; a line that has no records and no number
/// is left out. Fails with InvalidArgument, naming those that there are.
[[nodiscard]] Result<std::vector<flow::LineRecords>> recordsBehind(Workspace &workspace,
                                                                   std::string_view name);

/// A record behind a number, as lists and pages name it.
struct FlowRecord
{
    RecordId id;
    std::string key;
    std::string title;
    std::vector<PersonName> authors;
    std::optional<int> year;
    std::string doi;
};

/// In the order of `ids`, of which some may come twice.
[[nodiscard]] Result<std::vector<FlowRecord>> flowRecords(Workspace &workspace,
                                                          std::span<const RecordId> ids);

/// What a page lists behind each box: of every line the records and what comes from outside, in words, at
/// most `most` entries a box and then how many more there are.
[[nodiscard]] Result<std::vector<FlowEntry>>
boxEntries(Workspace &workspace, const flow::Counted &counted, std::size_t most = 1000);

} // namespace winnow::app
