#pragma once

#include "app/online_translation.h"
#include "app/source_client.h"
#include "model/online_search.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// How a search will be run, found out before any record is fetched.
struct OnlinePlan
{
    query::NodePtr root;
    OnlineTranslation translation;
    sources::Search search;           ///< how the pages are asked for; its query is that of no part
    std::optional<std::int64_t> hits; ///< of the whole query
    std::vector<OnlinePart> parts;    ///< what is sent
    sources::Quota quota;
    std::vector<std::string> notices; ///< what falls short of what was asked, in sentences
};

/// Translates a query for a source, asks it how many hits there are, and divides what it would not give as a
/// whole. Fails where the query has an error, where the source cannot be asked it, and with Inconsistent
/// where the parts do not add up to the whole.
[[nodiscard]] Result<OnlinePlan> planOnlineSearch(
    SourceClient &client, std::string_view query, query::Precedence precedence, int thisYear, Task &task);

} // namespace winnow::app
