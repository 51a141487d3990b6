#pragma once

#include "evidence/printed.h"
#include "publish/support/cairo_painter.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace winnow::publish {

constexpr std::uint32_t kPdfInk = 0x1F2328;
constexpr std::uint32_t kPdfQuiet = 0x4A525A;
constexpr std::uint32_t kPdfLink = 0x1F4C77;

enum class Family { Serif, Sans, Mono };

struct TextStyle
{
    Family family = Family::Serif;
    double size = 10.5;  ///< points
    double leading = 15; ///< from line to line; more where a script needs it
    bool isBold = false;
    std::uint32_t ink = kPdfInk;
};

/// A stretch of text that is set in one way.
struct TextPiece
{
    std::string text;
    bool isBold = false;
    bool isItalic = false;
    bool isSuperscript = false;
    std::string target{};  ///< name of a place in the file that it leads to
    std::string address{}; ///< or an address outside
};

/// Text that was broken into lines.
struct SetText
{
    std::unique_ptr<PangoLayout, UnrefObject> layout;
    std::vector<TextPiece> pieces;
    std::vector<std::size_t> ends; ///< of the pieces, in bytes of the layout's text
    TextStyle style;
};

/// One line of it.
struct TextPart
{
    std::shared_ptr<const SetText> text;
    int line = 0;
    double x = 0; ///< of the line's left end
};

/// What stands on one line: as a rule one part, in lists a number beside it.
struct PdfLine
{
    std::vector<TextPart> parts;
    double height = 0;
    double baseline = 0; ///< below the upper edge
};

/// Sets text in the fonts of documents, in points.
class TextSetter
{
public:
    explicit TextSetter(const std::string &language);

    /// `width`: of the lines. Which way a paragraph runs is told by its first letter or, where it has none,
    /// by `isRightToLeft`.
    [[nodiscard]] std::vector<PdfLine> lines(std::span<const TextPiece> pieces,
                                             const TextStyle &style,
                                             double width,
                                             evidence::Alignment alignment = evidence::Alignment::Start,
                                             bool isRightToLeft = false) const;

    /// The width of the longest word.
    [[nodiscard]] double longestWord(std::span<const TextPiece> pieces, const TextStyle &style) const;

    /// The width of a text on one line.
    [[nodiscard]] double widthOf(const std::string &text, const TextStyle &style) const;

private:
    [[nodiscard]] std::shared_ptr<SetText> set(std::span<const TextPiece> pieces,
                                               const TextStyle &style) const;

    std::unique_ptr<PangoContext, UnrefObject> m_context;
};

/// Moves lines to the right.
void indent(std::span<PdfLine> lines, double by);

/// Draws a line whose upper left corner is at x, y; what leads somewhere is tagged as a link.
void drawLine(cairo_t *cairo, const PdfLine &line, double x, double y);

void setInk(cairo_t *cairo, std::uint32_t rgb);

} // namespace winnow::publish
