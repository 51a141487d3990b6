#include "base/file.h"
#include "formats/support/workbook_writer.h"
#include "publish/output.h"
#include "publish/support/colour.h"
#include "publish/support/display_width.h"
#include "publish/support/flat_table.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "text/printable_text.h"

#include <algorithm>
#include <cmath>

namespace winnow::publish {

extern const Output xlsx;

namespace {

using evidence::PrintedCell;

constexpr double kUprightWidth = 95; ///< characters of all columns together
constexpr double kAcrossWidth = 145;
constexpr double kNarrowest = 6;
constexpr double kWidest = 120;
constexpr double kLineHeight = 12.9; ///< points, of Arial 10
/// Of Arial 10 in a unit of width, which is that of a digit of Calibri 11.
constexpr double kCharactersPerUnit = 1.18;
constexpr int kDataLines = 6;    ///< shown of a cell on the sheet of data
constexpr double kTallest = 409; ///< points; Excel has no taller row
constexpr double kDataWidest = 50;
constexpr std::size_t kMostColumns = 16'000; ///< Excel: 16,384
constexpr std::size_t kMostRows = 1'000'000; ///< Excel: 1,048,576

/// The number of a cell that is printed as that number and nothing else, with its decimals; else none.
std::optional<int> decimalsOf(const PrintedCell &cell)
{
    const std::string &text = cell.text;
    if (!cell.number || text.empty() || !cell.items.empty() ||
        text.find_first_not_of("0123456789.-") != std::string::npos) {
        return std::nullopt;
    }
    const std::size_t dot = text.find('.');
    const int decimals = dot == std::string::npos ? 0 : static_cast<int>(text.size() - dot - 1);
    constexpr int kMostDecimals = 10;
    const double distance = std::abs(std::strtod(text.c_str(), nullptr) - *cell.number);
    return decimals <= kMostDecimals && distance < 0.5 * std::pow(10, -decimals) ? std::optional(decimals)
                                                                                 : std::nullopt;
}

formats::CellAlignment alignmentOf(const PrintedCell &cell)
{
    switch (cell.alignment) {
    case evidence::Alignment::Centre:
        return formats::CellAlignment::Centre;
    case evidence::Alignment::End:
        return formats::CellAlignment::End;
    case evidence::Alignment::Start:
        break;
    }
    return formats::CellAlignment::Start;
}

/// The sheet on which the table stands as it is printed.
class TableSheet
{
public:
    TableSheet(formats::WorkbookWriter &book, const evidence::PrintedTable &table)
        : m_table(table)
        , m_grid(gridOf(table))
        , m_sheet(book.addSheet("Table"))
    {
        const double all = table.isLandscape ? kAcrossWidth : kUprightWidth;
        for (const double share : columnShares(table)) {
            m_widths.push_back(std::clamp(share * all, kNarrowest, kWidest));
        }
    }

    void write()
    {
        for (std::size_t i = 0; i < m_widths.size(); ++i) {
            m_sheet.setWidth(i, m_widths[i]);
        }
        addLine(tableCaption(m_table), {.isBold = true, .isWrapped = true});
        addLine(m_table.head, {.isWrapped = true});
        const std::size_t first = m_row;
        addGrid();
        addLine(" ", {});
        for (const std::string &note : m_table.notes) {
            addLine(note, {.isWrapped = true});
        }
        if (m_grid.columns > 0) {
            m_sheet.repeat(first, first + m_grid.headRows - 1);
        }
        m_sheet.setPage(m_table.isLandscape, m_table.isRightToLeft);
    }

private:
    /// A line over the whole width.
    void addLine(const std::string &text, const formats::CellStyle &style)
    {
        if (text.empty()) {
            return;
        }
        double width = 0;
        for (const double column : m_widths) {
            width += column;
        }
        const std::size_t last = m_widths.empty() ? 0 : m_widths.size() - 1;
        m_sheet.writeText(m_row, 0, text, style, formats::SheetPlace{m_row, last});
        m_sheet.setHeight(m_row, heightOf(text, std::max(width, kUprightWidth / 2)));
        ++m_row;
    }

    void addGrid()
    {
        const std::vector<double> heights = rowHeights();
        for (std::size_t row = 0; row < m_grid.rows.size(); ++row) {
            for (std::size_t column = 0; column < m_grid.columns; ++column) {
                if (const GridCell &cell = m_grid.rows[row].cells[column]; !cell.isCovered) {
                    addCell(row, column, cell);
                }
            }
            m_sheet.setHeight(m_row + row, heights[row]);
        }
        m_row += m_grid.rows.size();
    }

    void addCell(std::size_t row, std::size_t column, const GridCell &place)
    {
        const PrintedCell &cell = place.cell;
        const bool isInHead = row < m_grid.headRows;
        const std::size_t end = row + static_cast<std::size_t>(place.rowSpan);
        const bool isLast = end == m_grid.headRows || end == m_grid.rows.size();
        formats::CellStyle style{.isBold = cell.isHead || isInHead,
                                 .isWrapped = true,
                                 .isSuperscript = cell.isSuperscript,
                                 .isHead = isInHead,
                                 .hasRuleAbove = row == 0,
                                 .below = isLast ? formats::CellRule::Dark : formats::CellRule::Light,
                                 .fill = cell.fill,
                                 .alignment = alignmentOf(cell)};
        if (cell.fill && isDark(*cell.fill)) {
            style.ink = 0xFFFFFF;
        }
        const formats::SheetPlace last{m_row + row + static_cast<std::size_t>(place.rowSpan) - 1,
                                       column + static_cast<std::size_t>(place.columnSpan) - 1};
        if (const auto decimals = decimalsOf(cell)) {
            style.decimals = *decimals;
            m_sheet.writeNumber(m_row + row, column, *cell.number, style, last);
        } else {
            m_sheet.writeText(m_row + row, column, plainText(cell), style, last);
        }
        std::string remark;
        for (const evidence::CellQuote &quote : cell.quotes) {
            remark += (remark.empty() ? "" : "\n") + ("\u201C" + quote.text + "\u201D");
            std::string from = quote.source;
            from += (from.empty() || quote.page.empty() ? "" : ", ") +
                    (quote.page.empty() ? std::string() : "p. " + quote.page);
            remark += from.empty() ? from : " (" + from + ")";
        }
        if (!remark.empty()) {
            m_sheet.addRemark(m_row + row, column, remark);
        }
    }

    static double heightOf(const std::string &text, double width)
    {
        return std::min(kTallest, 3 + kLineHeight * estimatedLines(text, width * kCharactersPerUnit));
    }

    /// Cells of one row first; what those over several rows need more is added to their last row.
    [[nodiscard]] std::vector<double> rowHeights() const
    {
        std::vector<double> heights(m_grid.rows.size(), kLineHeight + 3);
        for (const bool isMerged : {false, true}) {
            for (std::size_t row = 0; row < m_grid.rows.size(); ++row) {
                for (std::size_t column = 0; column < m_grid.columns; ++column) {
                    const GridCell &cell = m_grid.rows[row].cells[column];
                    if (!cell.isCovered && (cell.rowSpan > 1) == isMerged) {
                        raise(heights, row, column, cell);
                    }
                }
            }
        }
        return heights;
    }

    void raise(std::vector<double> &heights, std::size_t row, std::size_t column, const GridCell &cell) const
    {
        double width = 0;
        for (std::size_t i = column; i < column + static_cast<std::size_t>(cell.columnSpan); ++i) {
            width += m_widths[i];
        }
        double missing = heightOf(plainText(cell.cell), cell.cell.isHead ? width * 0.9 : width);
        const std::size_t end = row + static_cast<std::size_t>(cell.rowSpan);
        for (std::size_t i = row; i < end; ++i) {
            missing -= heights[i];
        }
        heights[end - 1] = std::min(kTallest, heights[end - 1] + std::max(0.0, missing));
    }

    const evidence::PrintedTable &m_table;
    TableGrid m_grid;
    formats::SheetWriter m_sheet;
    std::vector<double> m_widths; ///< characters
    std::size_t m_row = 0;
};

/// The sheet that can be sorted and filtered: each row says all that it holds.
void writeData(formats::WorkbookWriter &book, const evidence::PrintedTable &table)
{
    FlatTable flat = flatTable(table);
    const bool hasNotes =
        std::ranges::any_of(table.rows, [](const evidence::PrintedRow &row) { return !row.note.empty(); });
    if (hasNotes) {
        flat.names.emplace_back("Note");
        for (std::size_t i = 0; i < flat.rows.size(); ++i) {
            flat.rows[i].emplace_back().text = table.rows[i].note;
        }
    }
    formats::SheetWriter sheet = book.addSheet("Data");
    std::vector<double> widths;
    for (std::size_t column = 0; column < flat.names.size(); ++column) {
        sheet.writeText(
            0,
            column,
            flat.names[column],
            {.isBold = true, .isHead = true, .hasRuleAbove = true, .below = formats::CellRule::Dark});
        widths.push_back(static_cast<double>(flat.names[column].size()) + 4); // the button of the filter
    }
    for (std::size_t row = 0; row < flat.rows.size(); ++row) {
        int lines = 1;
        for (std::size_t column = 0; column < flat.names.size(); ++column) {
            const PrintedCell &cell = flat.rows[row][column];
            const std::string text = plainText(cell);
            if (cell.number && std::isfinite(*cell.number)) {
                sheet.writeNumber(row + 1, column, *cell.number, {});
            } else if (!text.empty()) {
                sheet.writeText(row + 1, column, text, {.isWrapped = true});
            }
            lines = std::max(lines, estimatedLines(text, kDataWidest * kCharactersPerUnit));
            widths[column] = std::max(widths[column], static_cast<double>(text.size()));
        }
        sheet.setHeight(row + 1, 3 + kLineHeight * std::min(lines, kDataLines));
    }
    for (std::size_t column = 0; column < widths.size(); ++column) {
        sheet.setWidth(column, std::clamp(widths[column] * 1.05, kNarrowest, kDataWidest));
    }
    if (!flat.names.empty()) {
        sheet.filter(flat.rows.size(), flat.names.size());
    }
    sheet.setPage(true, table.isRightToLeft);
}

Result<std::string> write(const evidence::PrintedTable &table)
{
    if (table.columns.size() > kMostColumns || table.rows.size() > kMostRows) {
        return Error{ErrorCode::Unsupported,
                     "The table is larger than a sheet of Excel; write it as .csv.",
                     std::to_string(table.columns.size()) + " columns, " + std::to_string(table.rows.size()) +
                         " rows",
                     {}};
    }
    auto book = formats::WorkbookWriter::create(text::printableLine(tableCaption(table)));
    if (!book) {
        return std::move(book).error();
    }
    TableSheet(*book, table).write();
    writeData(*book, table);
    return book->bytes();
}

} // namespace

const Output xlsx{"xlsx", "Excel", "xlsx", nullptr, write};

} // namespace winnow::publish
