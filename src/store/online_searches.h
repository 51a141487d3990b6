#pragma once

#include "base/result.h"
#include "model/ids.h"
#include "model/online_search.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace winnow::store {

class ReviewFile;

/// Searches that Winnow ran itself, and how far each has come. What changes must run inside
/// ReviewFile::transact(), together with the records that it tells of.
class OnlineSearches
{
public:
    explicit OnlineSearches(ReviewFile &file);

    /// Its `search` and `import` must be there.
    [[nodiscard]] Result<void> add(const OnlineSearch &search);

    /// Writes down how far it has come: its counts, its end, and all of its parts.
    [[nodiscard]] Result<void> update(const OnlineSearch &search);

    /// True when nothing of that name has come before in this search; from now on it has.
    [[nodiscard]] Result<bool> isNew(SearchId search, std::string_view name);

    /// Whether isNew() was asked for that name before.
    [[nodiscard]] Result<bool> isKnown(SearchId search, std::string_view name);

    [[nodiscard]] Result<std::optional<OnlineSearch>> find(SearchId search);

    /// Those of which not all pages have come, the oldest first.
    [[nodiscard]] Result<std::vector<OnlineSearch>> unfinished();

    /// All, the oldest first.
    [[nodiscard]] Result<std::vector<OnlineSearch>> all();

private:
    [[nodiscard]] std::vector<OnlineSearch> select(std::string_view condition,
                                                   std::optional<SearchId> search);

    ReviewFile &m_file;
};

} // namespace winnow::store
