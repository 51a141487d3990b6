#pragma once

#include "model/ids.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace winnow::index {

class Index;

/// The text of a file, for an index of texts: one whose numbers are those of texts and not of records.
struct Text
{
    std::string name;               ///< which text it is, for who made the index; one line
    std::string note{};             ///< likewise; anything
    std::vector<std::string> pages; ///< phrases do not cross them
};

/// A text that an index holds.
struct TextEntry
{
    std::int64_t number = 0;
    std::string name;
    std::string note;
};

/// The full texts that belong to the records of a search. All must outlive it.
struct FullTexts
{
    const Index &index; ///< of texts

    /// The texts that can be read, each with a record that it belongs to. A text that is not named here is
    /// nobody's; a record may have several. What is asked for may stand in different ones of them, but a
    /// phrase or a proximity only on one page.
    std::span<const std::pair<std::int64_t, RecordId>> of;

    /// Records of whose texts something is not known: what is not found in them may be there.
    std::span<const RecordId> incomplete{};
};

} // namespace winnow::index
