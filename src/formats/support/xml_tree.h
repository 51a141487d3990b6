#pragma once

#include "formats/support/xml_records.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// The tree of one element that XmlRecords cut out.
class XmlTree
{
public:
    /// Parses the element. False where it cannot stand: then problem() says why in half a sentence. A "<"
    /// that begins no tag is taken as text; of an element without end there is what comes before the damage.
    [[nodiscard]] bool parse(const XmlElement &element);

    [[nodiscard]] pugi::xml_node root() const { return m_document.document_element(); }

    [[nodiscard]] const std::string &problem() const { return m_problem; }

private:
    pugi::xml_document m_document;
    std::string m_problem;
};

/// All text of an element in document order; line ends as \n, what XML forbids as blanks.
[[nodiscard]] std::string xmlText(pugi::xml_node element);

/// The elements at a path of names below `from` ("AuthorList/Author"), in document order.
[[nodiscard]] std::vector<pugi::xml_node> xmlNodes(pugi::xml_node from, std::string_view path);

/// xmlText() of the first element at a path; empty if there is none.
[[nodiscard]] std::string xmlTextAt(pugi::xml_node from, std::string_view path);

/// Appends text so that xmlText() gives it back. What XML forbids is dropped; line ends are written as
/// EndNote does.
void appendXmlText(std::string &out, std::string_view text);

} // namespace winnow::formats
