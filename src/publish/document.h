#pragma once

#include "evidence/printed.h"
#include "flow/diagram.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace winnow::publish {

struct Heading
{
    int level = 1; ///< 1 to 3
    std::string text;
    std::string id{}; ///< what a link names; empty: nothing links to it
};

/// A stretch of text in one style, perhaps a citation of a reference of the document.
struct Run
{
    std::string text;
    bool isBold = false;
    bool isItalic = false;
    bool isSuperscript = false;
    std::string reference{}; ///< key of the entry in References that it leads to; empty: none
    std::string address{};   ///< http or https; empty: no link
};

struct Paragraph
{
    std::string text; ///< plain, or empty where it has runs
    std::vector<Run> runs{};
};

struct ItemList
{
    bool isNumbered = false;
    std::vector<std::vector<Run>> items;
};

/// Text that is printed as it stands, such as a search string.
struct Verbatim
{
    std::string text;
};

/// A table of texts whose head row is repeated on every page.
struct TextTable
{
    std::vector<std::string> columns;
    std::vector<double> widths;                 ///< of the columns, in shares of the page; as many as columns
    std::vector<std::vector<std::string>> rows; ///< line ends in a cell are kept; empty first cells go with
                                                ///< the cell above
};

/// Whether a row of a table says nothing but what the rows below it are about.
[[nodiscard]] inline bool isSection(const std::vector<std::string> &row)
{
    return row.size() > 1 && !row.front().empty() &&
           std::all_of(row.begin() + 1, row.end(), [](const std::string &cell) { return cell.empty(); });
}

/// An evidence table with its caption, "Table 1. ...".
struct TableBlock
{
    evidence::PrintedTable table;
    bool canBeFiltered = false; ///< has a place to type words and heads to sort by, where the output can
};

/// A drawing with its caption, "Figure 1. ..."; its description is the text for those who cannot see it.
struct Figure
{
    flow::Diagram diagram;
    std::string caption;
    int number = 0; ///< 0: it has none
};

/// An entry of the reference list.
struct ReferenceEntry
{
    std::string key;   ///< what cells and runs name
    std::string label; ///< "[3]", "E1"; empty where the style has none
    std::vector<Run> runs;
    std::vector<std::pair<std::string, std::string>> record; ///< name and text of what is known of it, such
                                                             ///< as its abstract; opens where the output can
};

struct References
{
    std::vector<ReferenceEntry> entries;
};

/// What a reader must see first, as key messages.
struct Highlight
{
    std::string title;
    std::vector<std::vector<Run>> items;
};

using Block = std::
    variant<Heading, Paragraph, Verbatim, TextTable, ItemList, TableBlock, Figure, References, Highlight>;

/// A document of headings, paragraphs and tables, for outputs that hold such.
struct Document
{
    std::string title;
    std::string subtitle{};
    std::string language = "en";
    bool isLandscape = false;
    bool hasContents = false; ///< a list of its headings of level 1 comes first
    std::vector<Block> blocks;
};

} // namespace winnow::publish
