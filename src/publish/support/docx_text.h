#pragma once

#include <pugixml.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::publish {

/// How a run of text is set; what is not said is as in the style of its paragraph.
struct DocxRun
{
    bool isBold = false;
    bool isItalic = false;
    bool isSuperscript = false;
    bool isRightToLeft = false;
    double size = 0;          ///< points, kept to half points, rounded down; 0: as in the style
    std::string_view style{}; ///< of characters, as "Hyperlink"
    std::optional<std::uint32_t> ink{};
};

/// Adds <w:p>; empty `style`: Normal.
pugi::xml_node addDocxParagraph(pugi::xml_node parent, std::string_view style = {});

/// Adds a run to a paragraph or a hyperlink. Line ends become <w:br/>, tabs <w:tab/>.
pugi::xml_node addDocxRun(pugi::xml_node paragraph, std::string_view text, const DocxRun &run = {});

/// Adds <w:rPr> where the run has any property.
void addDocxRunStyle(pugi::xml_node parent, const DocxRun &run);

/// Points in the twentieths of a point in which Word measures pages and paragraphs.
[[nodiscard]] std::string docxTwips(double points);

} // namespace winnow::publish
