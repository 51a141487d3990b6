#pragma once

#include "base/result.h"
#include "sources/source.h"
#include "sources/support/json_values.h"
#include "sources/support/label.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::sources {

/// A reply divided into its entries and what is around them.
struct EntryList
{
    Json envelope;                    ///< without the entries
    bool hasList = false;             ///< whether the list was there, though it may be empty
    std::vector<std::string> entries; ///< the text of each as it came

    /// Reads the text of one entry; nothing where it cannot be read.
    std::optional<Json> (*parsed)(std::string_view entry) = nullptr;
};

/// Divides a JSON reply at the list that `path` leads to ("message", "items"); an object there is a list of
/// one. Fails where the reply is no JSON, is cut off or nested too deeply.
[[nodiscard]] Result<EntryList>
jsonEntries(const Label &source, std::string_view body, std::span<const std::string_view> path);

/// Makes records of all entries. `build` sets all but `raw` and `line`.
void readEntries(const EntryList &list, Page &page, void (*build)(const Json &, formats::ReadRecord &));

/// What says that a source did not answer as it should.
[[nodiscard]] Error notUnderstood(const Label &source, std::string_view why);

} // namespace winnow::sources
