#pragma once

#include "evidence/printed.h"
#include "publish/support/odt_package.h"

#include <string>
#include <unordered_map>

namespace winnow::publish {

/// The bookmark of each entry of the reference list, by its key.
using OdtBookmarks = std::unordered_map<std::string, std::string>;

/// Adds a caption that counts by a field, the table, and the notes below it. `lastNumber`: of the table
/// before.
void addOdtTable(OdtPackage &package,
                 const evidence::PrintedTable &table,
                 const OdtBookmarks &bookmarks,
                 int lastNumber);

/// Adds "Table 1. Caption" or the like as a paragraph of the style `sequence`, whose number is a field of
/// that sequence.
void addOdtCaption(OdtPackage &package,
                   std::string_view word,
                   std::string_view sequence,
                   int number,
                   int lastNumber,
                   std::string_view caption);

/// Adds a link to a bookmark of the document, to be filled.
pugi::xml_node addOdtReference(pugi::xml_node parent, std::string_view bookmark);

void addOdtBookmark(pugi::xml_node parent, const char *element, std::string_view name);

/// A style for cells: padding, a ground and lines, all of which may be missing.
struct OdtCell
{
    std::optional<std::uint32_t> fill{};
    std::string top{};    ///< "1pt solid #000000"; empty: none
    std::string bottom{}; ///< likewise
    std::string left{};   ///< likewise
    bool isAtBottom = false;

    [[nodiscard]] auto key() const { return std::tuple(fill, top, bottom, left, isAtBottom); }
};

/// Adds the style and returns its name.
std::string addOdtCellStyle(OdtPackage &package, const OdtCell &cell, double padding);

/// Adds the columns; to be called once, behind title and description.
void addOdtColumns(OdtPackage &package, pugi::xml_node table, const std::vector<double> &widths);

/// Adds <table:table> for columns of such widths in points, which addOdtColumns() adds.
pugi::xml_node addOdtTableElement(OdtPackage &package, const std::vector<double> &widths, bool isRightToLeft);

} // namespace winnow::publish
