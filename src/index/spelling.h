#pragma once

#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::index {

struct Parts;

/// A word of the index that another one is probably a slip of.
struct Spelling
{
    std::string word;
    std::int64_t records = 0;   ///< that hold it, about
    std::int64_t asWritten = 0; ///< that hold the other one

    bool operator==(const Spelling &) const = default;
};

/// For each folded word, how it is probably spelled; nothing where it may well be right. A slip is one letter
/// too many, too few, wrong, or two that changed places, behind the first letter and before the last one,
/// where words differ by what they mean; and the records hold the other word far more often: in three of them
/// and in one of a thousand at least, and 500 times as often where they hold the word at all. Fails with
/// Cancelled. Throws what Xapian throws.
[[nodiscard]] Result<std::vector<std::optional<Spelling>>>
spellingsOf(const Parts &parts, std::span<const std::string> words, Task &task);

/// Whether one word becomes the other by one slip.
[[nodiscard]] bool isOneSlip(std::string_view one, std::string_view other);

} // namespace winnow::index
