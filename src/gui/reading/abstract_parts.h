#pragma once

#include "query/highlight.h"

#include <string_view>
#include <vector>

namespace winnow::gui {

/// A paragraph of an abstract, in bytes of it.
struct AbstractPart
{
    query::TextSpan label; ///< "METHODS", without its punctuation; empty where the paragraph has none
    query::TextSpan text;  ///< what follows
    bool isRights = false; ///< who holds the rights: nothing to judge by

    bool operator==(const AbstractPart &) const = default;
};

/// The paragraphs of an abstract: its lines, and where it is structured, its sections. Labels are known by
/// their words ("Background:", "METHODS", "Design/methodology/approach -") at the beginning of a sentence; a
/// single one is no structure. Nothing of the text is lost but labels' punctuation and space.
[[nodiscard]] std::vector<AbstractPart> abstractParts(std::string_view text);

} // namespace winnow::gui
