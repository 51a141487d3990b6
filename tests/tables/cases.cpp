#include "cases.h"

#include "evidence/table.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace winnow::publish::test {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;
using evidence::PrintedRow;
using evidence::PrintedTable;

PrintedCell textCell(std::string text)
{
    PrintedCell cell;
    cell.text = std::move(text);
    return cell;
}

PrintedCell listCell(std::vector<std::string> items)
{
    PrintedCell cell;
    cell.items = std::move(items);
    return cell;
}

PrintedCell citedCell(const std::vector<int> &numbers)
{
    PrintedCell cell;
    cell.cited.push_back({"[", {}});
    for (const int number : numbers) {
        if (cell.cited.size() > 1) {
            cell.cited.push_back({", ", {}});
        }
        cell.cited.push_back({std::to_string(number), "key" + std::to_string(number)});
    }
    cell.cited.push_back({"]", {}});
    for (const evidence::CitedText &piece : cell.cited) {
        cell.text += piece.text;
    }
    return cell;
}

PrintedCell covered(const PrintedCell &by)
{
    PrintedCell cell;
    cell.text = by.text;
    cell.isCovered = true;
    return cell;
}

/// Merges the cells of a column over rows.
void merge(PrintedTable &table, std::size_t column, std::size_t from, std::size_t count)
{
    PrintedCell &owner = table.rows[from].cells[column];
    owner.rowSpan = static_cast<int>(count);
    for (std::size_t row = from + 1; row < from + count; ++row) {
        table.rows[row].cells[column] = covered(owner);
    }
}

/// Merges the cells of a row over columns.
void mergeAcross(std::vector<PrintedCell> &cells, std::size_t from, std::size_t count)
{
    cells[from].columnSpan = static_cast<int>(count);
    for (std::size_t column = from + 1; column < from + count; ++column) {
        cells[column] = covered(cells[from]);
    }
}

PrintedTable named(const std::string &id, const std::string &caption, int number)
{
    PrintedTable table;
    table.id = id;
    table.caption = caption;
    table.number = number;
    return table;
}

/// Studies so that each row of the tables has some: as many as its number says, taken in turn.
evidence::ReviewData codedStudies(const evidence::TableSet &set)
{
    evidence::ReviewData data;
    for (const std::string &key : set.list) {
        evidence::StudyData &study = data.studies.emplace_back();
        study.label = key;
        study.reports = {key};
    }
    std::size_t next = 0;
    for (const evidence::Table &table : set.tables) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t count = 0; count < row + 2; ++count) {
                evidence::StudyData &study = data.studies[next++ % data.studies.size()];
                study.values[table.rowsOf].codes.push_back(table.rows[row].code);
            }
        }
    }
    return data;
}

void addFounding(std::vector<TableCase> &cases)
{
    std::ifstream file(std::string(WINNOW_SOURCE_DIR) + "/queries/belitung/tables.json", std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const auto set = evidence::parseTableSet(text);
    if (!set) {
        throw std::runtime_error(set.error().message);
    }
    const evidence::ReviewData data = codedStudies(*set);
    for (const evidence::Table &source : set->tables) {
        PrintedTable table = evidence::print(*set, source.id, data).value();
        cases.push_back({"founding" + std::to_string(table.number), std::move(table)});
    }
}

PrintedTable merged()
{
    PrintedTable table = named("merged", "Categories over several rows, with lists", 4);
    table.isLandscape = true;
    table.columns = {{"Category"}, {"Products"}, {"n", 1, Alignment::End}, {"References"}};
    table.columns.back().isReferences = true;
    const auto row =
        [&table](const char *category, PrintedCell products, double n, const std::vector<int> &cited) {
            PrintedCell count = textCell(std::to_string(static_cast<int>(n)));
            count.number = n;
            count.alignment = Alignment::End;
            PrintedCell head = textCell(category);
            head.isHead = true;
            table.rows.push_back(
                {{std::move(head), std::move(products), std::move(count), citedCell(cited)}, {}});
        };
    row("Woodcraft",
        listCell({"Carvings with motifs of the island.", "Keychains, sold to visitors."}),
        12,
        {3, 4});
    row("Woodcraft", listCell({"Furniture of salvaged wood.", "Frames.", "Toys."}), 5, {6, 11});
    row("Woodcraft", textCell("Everything else"), 1, {2});
    row("Weaving", textCell("Mats, bags and hats; over two columns"), 4, {1});
    row("Summary", textCell("22 products"), 22, {1});
    merge(table, 0, 0, 3);
    mergeAcross(table.rows[3].cells, 1, 2);
    mergeAcross(table.rows[4].cells, 0, 3);
    table.rows[0].cells[1].quotes = {{"We carve what tourists know.", "12", "Hassan 2020"}};
    table.rows[0].cells[2].fill = 0x02C100;
    table.rows[1].cells[2].fill = 0x820000;
    table.rows[2].cells[3].isSuperscript = true;
    table.notes = {"n: number of makers who were asked.", "Frames are of pandanus."};
    return table;
}

PrintedTable grouped()
{
    PrintedTable table = named("grouped", "Summary of findings", 5);
    table.head = "Patient or population: makers of handicrafts\nSetting: Belitung";
    table.columns = {{"Outcome"}, {"With training"}, {"Without training"}, {"Certainty"}};
    std::vector<PrintedCell> group{
        textCell("Outcome"), textCell("Anticipated absolute effects"), {}, textCell("Certainty")};
    mergeAcross(group, 1, 2);
    group[0].rowSpan = 2;
    group[3].rowSpan = 2;
    table.groups = {group};
    table.rows = {{{textCell("Sales per month"),
                    textCell("120 (95 to 150)"),
                    textCell("100"),
                    textCell("\u2295\u2295\u2295\u25EF Moderate")},
                   {}}};
    return table;
}

PrintedTable hostile()
{
    PrintedTable table = named("ho\x02stile", "<b>\"Caption\"</b> & 100 % \\of $5 #1_2^3 ~x", 0);
    table.columns = {{"A, b | c"}, {"C"}, {"@style"}};
    table.rows = {
        {{textCell("=1+1"), textCell("+2"), textCell("-3 and @SUM(A1)")}, {}},
        {{textCell("\x01"
                   "control \x7F\xEF\xBF\xBF byte \xFF end"),
          textCell("<script>alert('x')</script> & \"quotes\" | \\ {} [a](b) *not* _so_ `x`"),
          textCell("two  spaces\tand tab")},
         {}},
        {{textCell("1. no list"),
          textCell("- nor this\n# nor that\n\nbehind an empty line"),
          textCell("% $ # _ { } ~ ^")},
         {}},
        {{listCell({"one\ntwo", "", "=HYPERLINK(\"http://example.org\")"}), textCell(""), textCell("a; b")},
         {}},
    };
    // Spans that reach out of the table, or over cells that are not covered.
    table.rows[0].cells[2].rowSpan = 99;
    table.rows[0].cells[2].columnSpan = 99;
    table.rows[2].cells[1].isCovered = true;
    return table;
}

PrintedTable fromRight()
{
    PrintedTable table =
        named("from-right", "\u05D8\u05D1\u05DC\u05D4 \u05E9\u05DC \u05DE\u05DC\u05D0\u05DB\u05D5\u05EA", 6);
    table.isRightToLeft = true;
    table.language = "he";
    table.columns = {
        {"\u05E7\u05D8\u05D2\u05D5\u05E8\u05D9\u05D4"}, {"\u05EA\u05D9\u05D0\u05D5\u05E8"}, {"References"}};
    table.rows = {{{textCell("\u05E2\u05E5"),
                    listCell({"\u05D2\u05D9\u05DC\u05D5\u05E3", "\u05E8\u05D4\u05D9\u05D8\u05D9\u05DD"}),
                    citedCell({1})},
                   {}},
                  {{textCell("\u05E2\u05E5"),
                    textCell("\u05D0\u05E8\u05D9\u05D2\u05D4 (weaving) 2020"),
                    citedCell({2, 3})},
                   {}}};
    merge(table, 0, 0, 2);
    return table;
}

PrintedTable longCells()
{
    PrintedTable table = named("long", "Cells of 10,000 characters", 7);
    table.columns = {{"Category"}, {"Description"}, {"References"}};
    std::string sentences;
    for (int i = 1; sentences.size() < 10'000; ++i) {
        sentences += "This is sentence " + std::to_string(i) + " of a long cell. ";
    }
    sentences.resize(sentences.find_last_of('.', 10'000) + 1);
    std::vector<std::string> items;
    for (int i = 1; i <= 60; ++i) {
        items.push_back("Item " + std::to_string(i) +
                        " says what many items say in such a table, at some length.");
    }
    table.rows = {{{textCell("Long"), textCell(sentences), citedCell({1})}, {}},
                  {{textCell("List"), listCell(items), citedCell({2})}, {}},
                  {{textCell("Word"), textCell(std::string(2'000, 'x')), citedCell({3})}, {}}};
    return table;
}

PrintedTable allMerged()
{
    PrintedTable table = named("all-merged", "One cell over all", 8);
    table.columns = {{"A"}, {"B"}};
    table.rows = {{{textCell("All"), {}}, {}}, {{textCell(""), {}}, {}}, {{{}, {}}, {}}};
    for (PrintedRow &row : table.rows) {
        for (PrintedCell &cell : row.cells) {
            cell.isCovered = &cell != &table.rows[0].cells[0];
            cell.text = "All";
        }
    }
    table.rows[0].cells[0].rowSpan = 3;
    table.rows[0].cells[0].columnSpan = 2;
    return table;
}

std::vector<Run> plain(std::string text)
{
    return {{std::move(text)}};
}

} // namespace

std::vector<TableCase> tableCases()
{
    std::vector<TableCase> cases;
    addFounding(cases);
    cases.push_back({"merged", merged()});
    cases.push_back({"grouped", grouped()});
    cases.push_back({"hostile", hostile()});
    cases.push_back({"from_right", fromRight()});
    cases.push_back({"long", longCells()});
    cases.push_back({"all_merged", allMerged()});
    PrintedTable none = named("none", "No rows yet", 9);
    none.columns = {{"A"}, {"B"}};
    cases.push_back({"no_rows", none});
    cases.push_back({"no_columns", named("nothing", "No columns", 10)});
    PrintedTable one = named("one", "", 0);
    one.columns = {{"Only"}};
    one.rows = {{{textCell("first")}, {}}, {{textCell("second \U0001F3FA \u7AF9\u7DE8")}, {}}};
    cases.push_back({"one_column", one});
    return cases;
}

const TableCase &tableCaseNamed(const std::vector<TableCase> &all, const std::string &name)
{
    const auto found = std::ranges::find(all, name, &TableCase::name);
    if (found == all.end()) {
        throw std::runtime_error("no case " + name);
    }
    return *found;
}

Document documentCase()
{
    Document document;
    document.title = "Digital capabilities of makers in Belitung";
    document.subtitle = "An evidence report";
    document.hasContents = true;
    PrintedTable first = merged();
    first.number = 1;
    first.isLandscape = false;
    PrintedTable across = merged();
    across.number = 2;
    across.caption = "The same across the page";
    flow::Numbers numbers = flow::numbersOf({});
    document.blocks = {
        Highlight{"Key messages",
                  {plain("Training helps, as five studies agree."),
                   plain("Access to the internet comes first; without it, no platform is of use to makers on "
                         "the outer islands, whatever it is called.")}},
        Heading{1, "Results", "results"},
        Paragraph{"",
                  {{"Most makers sell "},
                   {"locally", false, true},
                   {", as "},
                   {"[3]", false, false, false, "key3"},
                   {" and "},
                   {"their page", false, false, false, {}, "https://example.org/a_b?c=1&d=2%20#e"},
                   {" say. "},
                   {"Bold", true},
                   {"2", false, false, true}}},
        Paragraph{"A plain paragraph with <markup> & signs: 5 % of $3."},
        ItemList{true, {plain("first step"), plain("second step")}},
        ItemList{false, {plain("a dot"), plain("another dot")}},
        TableBlock{first},
        Heading{1, "A wide table"},
        TableBlock{across},
        Heading{1, "Selection of studies"},
        Figure{flow::layOut(numbers), "Flow of records", 1},
        Heading{2, "Search"},
        Verbatim{"TITLE-ABS-KEY(\"digital\" AND msme*)\n  AND PUBYEAR > 2019"},
        TextTable{{"Source", "Hits"},
                  {3, 1},
                  {{"DATABASES", ""}, {"Scopus", "41,231"}, {"", "after limits"}, {"PubMed", "12"}}},
        Heading{1, "References"},
    };
    References references;
    for (int i = 1; i <= 11; ++i) {
        references.entries.push_back({"key" + std::to_string(i),
                                      "[" + std::to_string(i) + "]",
                                      {{"A. Author, \u201CTitle " + std::to_string(i) + ",\u201D "},
                                       {"Journal of Things", false, true},
                                       {", 2020."}},
                                      {}});
    }
    document.blocks.emplace_back(std::move(references));
    return document;
}

PrintedTable largeTable(std::size_t rows, std::size_t columns, std::size_t references)
{
    PrintedTable table = named("large", "A large table", 1);
    table.isLandscape = true;
    for (std::size_t i = 0; i < columns; ++i) {
        table.columns.push_back({"Column " + std::to_string(i + 1)});
    }
    for (std::size_t row = 0; row < rows; ++row) {
        PrintedRow &line = table.rows.emplace_back();
        for (std::size_t column = 0; column < columns; ++column) {
            if (column + 1 == columns) {
                const int number = static_cast<int>(row % references) + 1;
                line.cells.push_back(citedCell({number, number % 300 + 1}));
            } else if (column == 2) {
                line.cells.push_back(listCell({"Training in the use of platforms and of social media.",
                                               "Support with content: pictures, films and texts."}));
            } else {
                line.cells.push_back(
                    textCell("Handwoven products of natural fibres such as rattan and palm leaves, row " +
                             std::to_string(row)));
            }
        }
    }
    for (std::size_t row = 0; row + 5 <= rows; row += 5) {
        merge(table, 0, row, 5);
    }
    return table;
}

} // namespace winnow::publish::test
