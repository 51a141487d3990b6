#pragma once

#include "evidence/printed.h"
#include "publish/document.h"
#include "publish/support/docx_package.h"

#include <string>
#include <unordered_map>

namespace winnow::publish {

/// The bookmark of each entry of the reference list, by its key.
using DocxBookmarks = std::unordered_map<std::string, std::string>;

/// Where a table stands in its document.
struct DocxPlace
{
    double width = 0;                         ///< points
    const DocxBookmarks *bookmarks = nullptr; ///< nullptr: references lead nowhere
    int lastNumber = 0;                       ///< of the table before
};

/// Adds a caption that counts by a field, the table, and the notes below it.
void addDocxTable(DocxPackage &package, const evidence::PrintedTable &table, const DocxPlace &place);

/// Adds "Table 1. Caption" or the like. The number is a field of the sequence `sequence`.
void addDocxCaption(DocxPackage &package,
                    std::string_view word,
                    std::string_view sequence,
                    int number,
                    int lastNumber,
                    std::string_view caption);

/// Adds a paragraph in which right-to-left text begins at the right.
pugi::xml_node addDocxTextParagraph(pugi::xml_node parent, std::string_view style, std::string_view text);

/// The place of runs that lead to a bookmark.
pugi::xml_node addDocxAnchor(pugi::xml_node paragraph, std::string_view bookmark);

/// Adds where a field begins, where its result begins (separate), or where it ends.
void addDocxFieldMark(pugi::xml_node paragraph, const char *kind);

} // namespace winnow::publish
