#pragma once

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace winnow::publish {

struct Heading
{
    int level = 1; ///< 1 to 3
    std::string text;
};

struct Paragraph
{
    std::string text;
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

using Block = std::variant<Heading, Paragraph, Verbatim, TextTable>;

/// A document of headings, paragraphs and tables, for outputs that hold such.
struct Document
{
    std::string title;
    std::string language = "en";
    bool isLandscape = false;
    std::vector<Block> blocks;
};

} // namespace winnow::publish
