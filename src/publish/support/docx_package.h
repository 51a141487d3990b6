#pragma once

#include "base/result.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace winnow::publish {

/// What a document says of itself.
struct DocxProperties
{
    std::string title;
    std::string subject;
    std::string description;
    std::string language = "en"; ///< as BCP 47 names it
};

/// Points.
struct DocxPage
{
    double width = 595.3; ///< A4
    double height = 841.9;
    double margin = 56.7; ///< 20 mm on all sides

    [[nodiscard]] double textWidth() const { return width - 2 * margin; }

    [[nodiscard]] double textHeight() const { return height - 2 * margin; }

    [[nodiscard]] DocxPage turned() const { return {height, width, margin}; }
};

/// A Word document (ISO/IEC 29500 transitional, as Word 2010 and later write it) in the making: its body, to
/// which paragraphs and tables are added (publish/support/docx_text.h), and the parts that it refers to.
/// Styles: Normal, BodyText, Title, Subtitle, Heading1 to Heading3, Caption, Note, List, Reference,
/// TableText, Contents, Hyperlink. No date stands in it: the same content gives the same bytes.
class DocxPackage
{
public:
    explicit DocxPackage(DocxProperties properties);

    /// <w:body>; bytes() puts the page size behind what stands in it.
    [[nodiscard]] pugi::xml_node body() const { return m_body; }

    /// Takes a PNG in; the identifier is what <a:blip r:embed> names.
    [[nodiscard]] std::string addPng(std::string bytes);

    /// The identifier is what <w:hyperlink r:id> names. Only http and https: the caller must have checked.
    [[nodiscard]] std::string addHyperlink(std::string_view address);

    /// A number for a drawing or a shape, as no other has one.
    [[nodiscard]] int newShapeId() { return ++m_lastShape; }

    /// The number of a list that begins with 1, for <w:numId>; no two lists have the same.
    [[nodiscard]] int newNumbering() { return ++m_numberings; }

    /// The number of all lists with dots.
    [[nodiscard]] static int bullets();

    /// Surrounds what `fill` adds to a paragraph by a bookmark, which hyperlinks name as their anchor.
    template <class Fill>
    void addBookmark(pugi::xml_node paragraph, std::string_view name, const Fill &fill)
    {
        const int id = beginBookmark(paragraph, name);
        fill();
        endBookmark(paragraph, id);
    }

    /// Ends a section: what stands in the body since the last one is printed on such pages.
    void endSection(const DocxPage &page);

    /// Prints the number of the page below each.
    void numberPages() { m_hasFooter = true; }

    /// The whole file; to be called once, at the end.
    [[nodiscard]] Result<std::string> bytes(const DocxPage &page);

private:
    struct Relationship
    {
        std::string_view type;
        std::string target;
        bool isExternal = false;
    };

    std::string addRelationship(Relationship relationship);
    int beginBookmark(pugi::xml_node paragraph, std::string_view name);
    static void endBookmark(pugi::xml_node paragraph, int id);
    void addSection(pugi::xml_node parent, const DocxPage &page);
    [[nodiscard]] std::string numbering() const;
    [[nodiscard]] std::string relationships() const;

    DocxProperties m_properties;
    pugi::xml_document m_document;
    pugi::xml_node m_body;
    std::vector<Relationship> m_relationships; ///< rId1 is the first
    std::vector<std::string> m_pictures;
    int m_lastShape = 0;
    int m_lastBookmark = 0;
    int m_numberings = 1; ///< the first is that of dots
    bool m_hasFooter = false;
    std::string m_footer; ///< identifier of the part
};

} // namespace winnow::publish
