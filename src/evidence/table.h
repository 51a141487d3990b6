#pragma once

#include "base/result.h"
#include "evidence/citation.h"
#include "evidence/findings.h"
#include "evidence/printed.h"
#include "evidence/review_data.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::evidence {

/// What a column of a table holds. All but Text is computed from the studies that are linked to the row.
enum class ColumnKind {
    Text,       ///< what people write: a text or a numbered list
    References, ///< the numbers of all their reports
    Field,      ///< what was extracted for `field`: "policy/country"
    Fact,       ///< what the record says: `field` is "title", "authors", "year", "source", "doi"
    Study,      ///< their labels: "Hassan 2020"
    Count,      ///< how many they are
    Reason,     ///< why they were excluded
};

/// "text", "references", "field" ...
[[nodiscard]] std::string_view toString(ColumnKind kind);

struct Column
{
    std::string name;
    ColumnKind kind = ColumnKind::Text;
    std::string field{};   ///< of Field and Fact
    double share = 0;      ///< of the width; 0: by what the column holds
    bool isMerged = false; ///< rows that follow one another with the same text share one cell
    std::string group{};   ///< what stands over it and its neighbours of the same group
};

/// One cell as it was written: a text, a numbered list, or references by the keys of records.
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
    std::string code{};                 ///< all studies coded with this option of `Table::rowsOf` are linked
    std::vector<std::string> studies{}; ///< linked besides, by the keys of their reports
    std::optional<Finding> finding{};   ///< of a summary of findings
};

/// Where the rows of a table come from.
enum class RowSource {
    Written,
    Options,  ///< of the field `rowsOf`, those with studies; what is written for a code is added
    Studies,  ///< one a study
    Excluded, ///< one a report that was excluded at full text
    Map,      ///< of the field `rowsOf`, and columns of the field `columnsOf`: an evidence gap map
    Findings, ///< a summary of findings
};

enum class RowOrder { AsWritten, Author, Year, Number };

struct Table
{
    std::string id; ///< "table-1"
    std::string caption;
    std::string question; ///< which research question it answers; may be empty
    std::vector<Column> columns;
    std::vector<Row> rows;
    RowSource source = RowSource::Written;
    std::string rowsOf{};    ///< "policy/category"
    std::string columnsOf{}; ///< of a map
    std::string dividedBy{}; ///< of a map: a field by which the studies of a cell are told apart
    RowOrder order = RowOrder::AsWritten;
    bool isLandscape = false;
    std::string language = "en";
    FindingsHead head{}; ///< of a summary of findings
    std::vector<std::string> notes{};
};

/// How reference numbers are given. FirstCitation: in the order in which text and tables cite. Alphabetical:
/// by author, year and title. Fixed: as in `TableSet::list`.
enum class Numbering { FirstCitation, Alphabetical, Fixed };

/// A work that is cited but is no record of the review, such as a guideline: an item of CSL-JSON.
struct Work
{
    std::string key;
    std::string csl;
};

/// A review's evidence tables with their reference list.
struct TableSet
{
    std::vector<Table> tables;
    Numbering numbering = Numbering::FirstCitation;
    std::vector<std::string> list; ///< keys in the order of their numbers, when fixed; an empty one keeps its
                                   ///< number free
    std::vector<Work> works;
    CitationStyle style;
    std::string bibliographyStyle = "ieee"; ///< of the distribution's CSL styles, or a file
};

/// The number of each key, in order of the numbers. Evidence from outside the literature is counted by
/// itself.
struct ReferenceNumber
{
    std::string key;
    int number = 0;
    bool isOutside = false;

    bool operator==(const ReferenceNumber &) const = default;
};

/// Of all that the tables cite, after what the text of the report cites. With a fixed list, all of the list,
/// cited or not; what it lacks follows behind it, in the order in which it is cited.
[[nodiscard]] std::vector<ReferenceNumber>
numberReferences(const TableSet &set, const ReviewData &data, std::span<const std::string> citedInText = {});

/// Calls `visit` for every key that the tables of a set name; those of works are left out.
void forEachKey(TableSet &set, const std::function<void(std::string &key)> &visit);

/// Every key that the written parts of its tables name.
[[nodiscard]] std::vector<std::string> writtenKeys(const TableSet &set);

/// Reads the JSON form (documented in the README); fails with WrongFormat and says which table and row is
/// wrong.
[[nodiscard]] Result<TableSet> parseTableSet(std::string_view text);

/// The same form; parseTableSet(toJson(set)) gives the set again.
[[nodiscard]] std::string toJson(const TableSet &set);

/// Table `id` with every cell as it is printed, with these numbers of references. What was cited and excluded
/// later stays, with a mark and a note. Fails with NotFound when there is no table `id`, naming those that
/// there are.
[[nodiscard]] Result<PrintedTable> print(const TableSet &set,
                                         std::string_view id,
                                         const ReviewData &data,
                                         std::span<const ReferenceNumber> numbers);

/// The same with the numbers that the tables alone give.
[[nodiscard]] Result<PrintedTable> print(const TableSet &set, std::string_view id, const ReviewData &data);

} // namespace winnow::evidence
