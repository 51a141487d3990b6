#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::fuzz {

/// Something that must hold for every input whatever, so that a fuzzer may look for one that breaks it.
struct Target
{
    std::string name;
    std::function<std::string(std::string_view bytes)>
        check; ///< returns what does not hold; empty if all does
};

/// One target for each format that can be read, by its id; and "detect", "text", "markup", "query", "flow",
/// "bias", "form", "value", "tool", "tables", "pdf_message" and
/// "pdf_words".
[[nodiscard]] std::vector<Target> targets();

} // namespace winnow::fuzz
