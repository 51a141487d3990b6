#pragma once

#include "base/result.h"
#include "evidence/printed.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::evidence {

/// What a table's column holds.
enum class ColumnKind { Text, References };

struct Column
{
    std::string name;
    ColumnKind kind = ColumnKind::Text;
};

/// One cell: a text, a numbered list, or references by the keys of records. Only one of the three is filled.
struct Cell
{
    std::string text;
    std::vector<std::string> items;
    std::vector<std::string> references;
};

struct Row
{
    std::vector<Cell> cells; ///< one a column
    std::string note;
};

struct Table
{
    std::string id; ///< "table-1"
    std::string caption;
    std::string question; ///< which research question it answers; may be empty
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// How reference numbers are given. FirstCitation: in the order in which the tables cite. Fixed: as in
/// `TableSet::list`.
enum class Numbering { FirstCitation, Fixed };

/// How collapsed references are printed: open bracket, between numbers, within a run, close bracket.
struct CitationStyle
{
    std::string open = "[";
    std::string delimiter = ", ";
    std::string dash = "\u2013";
    std::string close = "]";

    bool operator==(const CitationStyle &) const = default;
};

/// A review's evidence tables with their reference list.
struct TableSet
{
    std::vector<Table> tables;
    Numbering numbering = Numbering::FirstCitation;
    std::vector<std::string> list; ///< keys in the order of their numbers, when fixed
    CitationStyle style;
};

/// Numbers sorted, doubles dropped, runs of three and more joined: {6, 11, 16, 17, 18} -> "[6, 11, 16–18]"
/// (CSL 1.0.2, collapse "citation-number").
[[nodiscard]] std::string collapse(std::vector<int> numbers, const CitationStyle &style = {});

/// The number of each key that the set cites.
[[nodiscard]] std::vector<std::pair<std::string, int>> numberReferences(const TableSet &set);

/// Reads the JSON form (documented in the README); fails with WrongFormat and says which table and row is
/// wrong.
[[nodiscard]] Result<TableSet> parseTableSet(std::string_view text);

/// The same form; parseTableSet(toJson(set)) gives the set again.
[[nodiscard]] std::string toJson(const TableSet &set);

/// Fails with NotFound when there is no table `id`, naming those that there are.
[[nodiscard]] Result<PrintedTable> print(const TableSet &set, std::string_view id);

} // namespace winnow::evidence
