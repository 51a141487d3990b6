#pragma once

#include "base/result.h"

#include <pugixml.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace winnow::publish {

struct OdtProperties
{
    std::string title;
    std::string subject;
    std::string language = "en"; ///< as BCP 47 names it
};

/// How a paragraph differs from the style that it names.
struct OdtParagraph
{
    std::string style;       ///< "Standard", "Table_20_Text"
    std::string alignment{}; ///< "center", "end"; empty: as in the style
    bool isRightToLeft = false;
    bool keepsNext = false;

    [[nodiscard]] auto key() const { return std::tuple(style, alignment, isRightToLeft, keepsNext); }
};

/// How a stretch of text is set.
struct OdtSpan
{
    bool isBold = false;
    bool isItalic = false;
    bool isSuperscript = false;
    std::optional<std::uint32_t> ink{};

    [[nodiscard]] auto key() const { return std::tuple(isBold, isItalic, isSuperscript, ink); }
};

/// Points.
struct OdtPage
{
    double width = 0;  ///< of the text
    double height = 0; ///< likewise
};

/// An OpenDocument text (ISO/IEC 26300, version 1.3) in the making: its body, and the parts that it refers
/// to. No date stands in it: the same content gives the same bytes.
class OdtPackage
{
public:
    OdtPackage(OdtProperties properties, bool isAcross);

    /// <office:text>.
    [[nodiscard]] pugi::xml_node body() const { return m_body; }

    /// <office:automatic-styles> of the content.
    [[nodiscard]] pugi::xml_node styles() const { return m_styles; }

    /// What is added from here on is printed on upright pages, or across.
    void turn(bool isAcross);

    [[nodiscard]] OdtPage page() const;

    /// Adds <text:p>; the first one behind turn() begins the new page.
    pugi::xml_node addParagraph(pugi::xml_node parent, const OdtParagraph &paragraph);

    /// Adds <text:h>, likewise.
    pugi::xml_node addHeading(int level, std::string_view text);

    /// The master page that a table, which is no paragraph, has to name; empty: none. To be called once.
    [[nodiscard]] std::string takeTurn();

    /// Adds text; spaces, tabs and line ends stay what they are.
    void addText(pugi::xml_node parent, std::string_view text, const OdtSpan &span = {});

    /// A name for a style or a table, as no other has one.
    [[nodiscard]] std::string newName(std::string_view kind);

    /// Takes a PNG in; what <draw:image> names.
    [[nodiscard]] std::string addPng(std::string bytes);

    /// The whole file; to be called once, at the end.
    [[nodiscard]] Result<std::string> bytes();

private:
    [[nodiscard]] std::string paragraphStyle(const OdtParagraph &paragraph);
    [[nodiscard]] std::string spanStyle(const OdtSpan &span);

    OdtProperties m_properties;
    bool m_isAcross;
    bool m_isTurning = false;
    pugi::xml_document m_document;
    pugi::xml_node m_styles;
    pugi::xml_node m_body;
    std::map<decltype(OdtParagraph().key()), std::string> m_paragraphs;
    std::map<decltype(OdtSpan().key()), std::string> m_spans;
    std::vector<std::string> m_pictures;
    int m_lastName = 0;
};

/// Points as OpenDocument writes them.
[[nodiscard]] std::string odtPoints(double points);

} // namespace winnow::publish
