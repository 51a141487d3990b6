#pragma once

#include "flow/counts.h"
#include "flow/diagram.h"

#include <string>
#include <vector>

namespace winnow::flow {

/// One line of a box before it is broken to the width.
struct TemplateLine
{
    std::string text;
    int indent = 0;          ///< in steps of one em
    std::string italic = {}; ///< the part of `text` that is set in italics; may be empty
};

/// One box with its words and numbers, before it has a place.
struct TemplateBox
{
    std::string id;
    std::vector<TemplateLine> lines;
};

/// A row of the diagram: a box of the main column and, beside it, what left there.
struct TemplateRow
{
    std::string stage; ///< of the side label that spans it
    TemplateBox main;
    TemplateBox side; ///< without lines where there is none
};

struct Template
{
    std::string title;
    std::string header;
    std::vector<TemplateRow> rows;
    std::string draft; ///< a sentence on what still awaits a decision; empty when nothing does
    std::vector<std::string> footnotes;
};

/// The official texts of PRISMA 2020, "new systematic reviews which included searches of databases and
/// registers only", with the numbers of the review.
[[nodiscard]] Template newReviewDatabases(const Counts &counts, const DiagramOptions &options);

/// Grouped in threes: "41,231".
[[nodiscard]] std::string groupedNumber(std::int64_t count);

/// "(n = 41,231)" with spaces that do not break.
[[nodiscard]] std::string numberText(std::int64_t count);

} // namespace winnow::flow
