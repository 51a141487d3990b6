#pragma once

#include "flow/diagram.h"
#include "flow/numbers.h"
#include "flow/options.h"

#include <string>
#include <vector>

namespace winnow::flow {

/// One line of a box before it is broken to the width.
struct TemplateLine
{
    std::string text;
    std::string name = {};   ///< of the number in it, as the R package PRISMA2020 calls it in its CSV
    int indent = 0;          ///< in steps of one em
    std::string italic = {}; ///< the part of `text` that is set in italics; may be empty
    bool isOutside = false;  ///< something in its number comes from outside Winnow
};

/// One box with its words and numbers, before it has a place.
struct TemplateBox
{
    std::string id; ///< of PRISMA's numbering: "box4"; of 2009: "found"
    BoxKind kind = BoxKind::Main;
    std::vector<TemplateLine> lines;

    [[nodiscard]] bool isDrawn() const { return !lines.empty(); }
};

/// Where the arrow of a side box begins or ends.
enum class SideArrow {
    FromMain, ///< from the box beside it, or where there is none from the one before in the column
    ToMain,   ///< to the box beside it
    ToNext,   ///< down to the next box of the column
};

/// A row of a column of boxes: the main one and, beside it, what left there. Either may be missing.
struct Rung
{
    std::size_t step = 0; ///< of the template
    TemplateBox main;
    TemplateBox side = {};
    SideArrow sideArrow = SideArrow::FromMain;
    bool isWide = false; ///< the main box takes the place of the side box, too
};

/// A column of boxes that an arrow runs down: previous studies, databases and registers, other methods.
struct Lane
{
    TemplateBox header; ///< not drawn in PRISMA 2009
    std::vector<Rung> rungs;
    std::string joins; ///< the box of another lane that the last box leads to; empty: none

    [[nodiscard]] bool hasSide() const;
};

/// The rows that all lanes share.
struct Step
{
    std::string stage;       ///< the words of the side label that spans it
    bool isIncluded = false; ///< of the stage "Included", where the lanes have come together
};

/// A diagram with its words and numbers, without measures.
struct Template
{
    std::string title;
    std::string language;
    std::string attribution; ///< for the data of the file, printed or not
    bool isCentred = false;  ///< the text of the boxes
    std::vector<Step> steps;
    std::vector<Lane> lanes; ///< from left to right
    std::string draft;       ///< a sentence on what still awaits a decision; empty when nothing does
    std::vector<std::string> footnotes;
};

/// The diagram of the numbers' variant: the official texts of PRISMA 2020 or 2009, or other ones as the
/// options ask. A number that is not known leaves a blank; what is optional is not drawn then. Where no
/// number at all is known it is the empty template.
[[nodiscard]] Template fill(const Numbers &numbers, const DiagramOptions &options);

} // namespace winnow::flow
