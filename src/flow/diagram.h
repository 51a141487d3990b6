#pragma once

#include "flow/numbers.h"
#include "flow/options.h"
#include "flow/theme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow::flow {

/// A laid-out diagram in points (1/72 inch), y downwards, from its upper left corner; a margin of white paper
/// is part of it. Whoever paints it need not know PRISMA.
struct Rect
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

enum class Anchor { Start, Middle };

/// A piece of text in one style. Pieces with the same baseline in the same box follow one another in one
/// line.
struct TextLine
{
    std::string text;
    double x = 0; ///< of the left edge, or of the middle
    double baseline = 0;
    bool isItalic = false;
    bool isBold = false;
    Anchor anchor = Anchor::Start;
    double size = 0; ///< points; 0: that of the diagram
};

enum class BoxKind {
    Header,
    OptionalHeader, ///< of a column that PRISMA prints in grey
    SideLabel,
    Main,
    OptionalMain,
    Disc,  ///< the ellipse in the rectangle
    Panel, ///< an area with an outline
    Strip, ///< an area without one
};

struct Box
{
    std::string id; ///< of the official template's numbering: "box4"; a decoration may have none
    BoxKind kind = BoxKind::Main;
    Rect rect;
    std::vector<TextLine>
        lines; ///< of a side label: one line, to be turned 90 degrees anticlockwise about the box's centre
    std::string description; ///< the whole text in one line, for title and screen readers; empty: decoration
    std::optional<std::uint32_t> fill = {}; ///< none: that of its kind in the theme
    std::optional<std::uint32_t> ink = {};  ///< of its text
};

/// Orthogonal, with its head at the last point.
struct Arrow
{
    std::string from;
    std::string to;
    std::vector<std::pair<double, double>> points;
};

struct Diagram
{
    std::string title;           ///< of the official template
    std::string description;     ///< the diagram told in sentences, for those who cannot see it
    std::string language = "en"; ///< of its texts, as BCP 47 names it
    std::string attribution;     ///< for the file's own data, also where it is not printed
    Theme theme;
    double width = 0; ///< points
    double height = 0;
    double fontSize = 0; ///< points
    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
    std::vector<TextLine> footnotes;
};

[[nodiscard]] std::uint32_t fillOf(const Box &box, const Theme &theme);
[[nodiscard]] std::uint32_t inkOf(const Box &box, const Theme &theme);

/// The type size of a piece of text in the diagram's unit.
[[nodiscard]] double sizeOf(const TextLine &line, double diagramSize);

/// Whether the box has an outline, and round corners.
[[nodiscard]] bool isFramed(const Box &box, const Theme &theme);
[[nodiscard]] bool isRound(const Box &box);

/// The diagram of the numbers' variant, laid out to the width that the options ask for: columns side by side
/// as PRISMA prints them, or one below the other where they would leave no room for words. A page that is too
/// narrow even so is widened.
[[nodiscard]] Diagram layOut(const Numbers &numbers, const DiagramOptions &options = {});

} // namespace winnow::flow
