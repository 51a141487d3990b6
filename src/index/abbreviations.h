#pragma once

#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace winnow::index {

struct Parts;

/// The other name of a term: "csr" of "corporate social responsibility", or the other way about.
struct OtherName
{
    std::vector<std::string> words; ///< folded
    std::int64_t records = 0;       ///< that give it

    bool operator==(const OtherName &) const = default;
};

/// For each term, which is given by its folded words, the name that titles and abstracts give it most often
/// in the manner of "corporate social responsibility (CSR)"; nothing where they give it none. The letters of
/// the short name are the first ones of the words of the long one, a plural s aside. Fails with Cancelled.
/// Throws what Xapian throws.
[[nodiscard]] Result<std::vector<std::optional<OtherName>>>
otherNamesOf(const Parts &parts, std::span<const std::vector<std::string>> terms, Task &task);

} // namespace winnow::index
