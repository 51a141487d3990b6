#pragma once

#include "query/dialects/dialect.h"
#include "query/dialects/support/ask.h"
#include "query/dialects/support/capabilities.h"

#include <functional>
#include <string>
#include <string_view>

namespace winnow::query {

/// How a target writes what it can be asked.
struct Notation
{
    std::string_view andSign; ///< with the spaces around it
    std::string_view orSign;
    std::string_view notSign;
    std::string (*words)(std::string_view phrase, std::string_view key) = nullptr;
    std::string (*years)(YearRange years) = nullptr;
    std::string (*value)(std::string_view spelling, std::string_view key) = nullptr;

    /// Whether words of one field that are joined by OR are written as key:(a OR b).
    bool groupsWords = false;
};

/// Every operand that has operands stands in parentheses, so that no precedence matters.
[[nodiscard]] std::string printAsk(const Ask &ask, const Notation &notation);

/// "key:text", or the text where there is no key.
[[nodiscard]] std::string keyed(std::string_view key, std::string_view text);

/// "two words" for a phrase, one word as it stands.
[[nodiscard]] std::string quotedPhrase(std::string_view phrase);

/// Relaxes a query and prints what is left, with a loss where the text becomes too long.
[[nodiscard]] Translation translateWith(const Node &root,
                                        const Capabilities &target,
                                        const std::function<std::string(const Ask &ask)> &print);

/// The same by a notation.
[[nodiscard]] Translation translateBy(const Node &root, const Capabilities &target, const Notation &notation);

/// Adds a loss where `text` takes more bytes in a web address than the target reads.
void tellOfLength(Translation &translation, const Node &root, const Capabilities &target);

/// What a part of the whole query asks, for targets with filters: the words, and the filters among its
/// parts.
struct FilteredAsk
{
    std::vector<const Ask *> parts;  ///< of words, joined by AND
    std::vector<const Ask *> values; ///< filters
    const Ask *years = nullptr;
};

[[nodiscard]] FilteredAsk dividedAsk(const Ask &ask);

} // namespace winnow::query
