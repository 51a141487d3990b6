#pragma once

#include "flow/texts.h"
#include "flow/theme.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace winnow::flow {

/// Which lines with the number 0 are left out.
enum class ZeroLines {
    Kept,
    OptionalHidden, ///< of registers, automation tools, other reasons: what many reviews do not have
    Hidden,
};

/// A line that PRISMA does not have, at the end of a box.
struct ExtraLine
{
    std::string box; ///< "box11"
    Line line;
};

/// A row that PRISMA does not have: a box of the main column and, where it has a name, one beside it.
struct ExtraRow
{
    std::string after; ///< the box above it, "box8"
    Line main;
    Line side;
};

/// How a diagram is drawn, whatever its numbers.
struct DiagramOptions
{
    double widthMm = 174; ///< of the whole diagram with its margin; text is wrapped, never scaled. What is
                          ///< too narrow for the type size is widened.
    double fontSizePt = 8;
    Colours colours = Colours::Official;
    Texts texts = Texts::english();
    bool isDraft = false;           ///< prints "Draft" and what still awaits a decision
    bool withAttribution = true;    ///< where the texts have it, too
    bool withOfficialNotes = true;  ///< the asterisks of the template and what they say
    bool withRemarks = true;        ///< what the review says of its numbers, and where they are not its own
    std::vector<std::string> notes; ///< footnotes of one's own
    bool listsSources = true;       ///< databases and registers one by one
    bool listsTitleAbstractReasons = false; ///< in the box of excluded records
    bool totalsReasons = false;             ///< "Reports excluded (n = 84):"
    bool splitsTools = true;                ///< those excluded by people and by tools, where it is known
    bool showsAwaiting = true;              ///< reports awaiting classification, where there are any
    bool showsMetaAnalysis = true;          ///< where its number is known
    ZeroLines zeroLines = ZeroLines::OptionalHidden;
    std::set<std::string, std::less<>> hidden; ///< boxes by their ids, lines by their names (see template.h)
    std::vector<ExtraLine> extraLines;
    std::vector<ExtraRow> extraRows;
};

} // namespace winnow::flow
