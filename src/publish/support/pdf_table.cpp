#include "publish/support/pdf_table.h"

#include "publish/support/colour.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace winnow::publish {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;

constexpr double kPad = 3.5;       ///< above and below the text of a cell
constexpr double kGap = 9;         ///< between columns
constexpr double kListIndent = 13; ///< of the texts of a list
constexpr double kItemSpace = 1.5;
constexpr double kThick = 1.1;
constexpr double kHair = 0.5;
constexpr std::uint32_t kHairline = 0xC4C4BE;
constexpr std::uint32_t kSectionFill = 0xF1F1ED;
constexpr TextStyle kCellStyle{.family = Family::Sans, .size = 8.5, .leading = 11.5};
constexpr TextStyle kHeadStyle{.family = Family::Sans, .size = 8.5, .leading = 11.5, .isBold = true};
constexpr TextStyle kNoteStyle{.family = Family::Sans, .size = 7.5, .leading = 10, .ink = kPdfQuiet};
constexpr TextStyle kCaptionStyle{.family = Family::Sans, .size = 10, .leading = 13.5, .isBold = true};

double heightOf(const std::vector<PdfLine> &lines)
{
    return std::accumulate(
        lines.begin(), lines.end(), 0.0, [](double sum, const PdfLine &line) { return sum + line.height; });
}

/// A cell in its place in some rows that are printed together.
struct SetCell
{
    std::size_t row = 0; ///< among these rows
    std::size_t rows = 1;
    double x = 0; ///< from the left edge of the table
    double width = 0;
    std::vector<PdfLine> lines;
    std::optional<std::uint32_t> fill;
    bool isHead = false;
    bool isSection = false;

    [[nodiscard]] double height() const { return lines.empty() ? 0 : heightOf(lines) + 2 * kPad; }
};

/// Rows that are printed together.
struct Chunk
{
    std::vector<SetCell> cells;
    std::vector<double> heights;

    [[nodiscard]] double height() const { return std::accumulate(heights.begin(), heights.end(), 0.0); }
};

/// How many of the first rows fit into a height.
std::size_t rowsWithin(const Chunk &chunk, double room)
{
    std::size_t rows = 0;
    for (double height = 0; rows < chunk.heights.size(); ++rows) {
        height += chunk.heights[rows];
        if (height > room) {
            break;
        }
    }
    return rows;
}

class TableLayout
{
public:
    TableLayout(PdfPages &pages,
                const TextSetter &setter,
                const evidence::PrintedTable &table,
                const ReferencePlaces &references)
        : m_pages(pages)
        , m_setter(setter)
        , m_table(table)
        , m_grid(gridOf(table))
        , m_references(references)
        , m_columns(table.columns.size())
    {}

    void add();

private:
    void findWidths();
    [[nodiscard]] std::vector<TextPiece> piecesOf(const PrintedCell &cell) const;
    [[nodiscard]] std::vector<PdfLine> linesOf(const PrintedCell &cell, double width, bool isHead) const;
    [[nodiscard]] double left(std::size_t column, std::size_t columns) const;
    [[nodiscard]] double width(std::size_t column, std::size_t columns) const;
    [[nodiscard]] SetCell
    setCell(const PrintedCell &cell, std::size_t column, std::size_t columns, bool isHead) const;
    [[nodiscard]] Chunk headChunk() const;
    [[nodiscard]] Chunk rowsChunk(std::size_t from, std::size_t to) const;
    static void findHeights(Chunk &chunk, std::size_t rows);
    void addGroup(std::size_t from, std::size_t to);
    void addSplit(Chunk chunk);
    void addLongHead();
    void place(const Chunk &chunk, bool isHead);
    void rule(double thickness, std::uint32_t colour);
    void startPage();
    void endPage();

    PdfPages &m_pages;
    const TextSetter &m_setter;
    const evidence::PrintedTable &m_table;
    TableGrid m_grid;
    const ReferencePlaces &m_references;
    std::size_t m_columns;
    std::vector<double> m_widths;
    Chunk m_head;
    bool m_isFirstRow = true; ///< below the head of the page
};

/// By their shares, but no column is narrower than its longest word, as far as others can spare the room.
void TableLayout::findWidths()
{
    constexpr std::size_t kLooked = 300; ///< rows: those of a longer table are like them
    constexpr double kWidest = 0.4;      ///< of the table, that a word may ask for
    constexpr double kRounding = 0.5;
    const double all = m_pages.width();
    const std::vector<double> shares = columnShares(m_table);
    std::vector<double> least(m_columns, 0);
    for (std::size_t column = 0; column < m_columns; ++column) {
        const auto look = [&](const std::vector<TextPiece> &pieces, const TextStyle &style, double more) {
            least[column] = std::max(least[column], m_setter.longestWord(pieces, style) + more + kRounding);
        };
        look({{.text = m_table.columns[column].name}}, kHeadStyle, 0);
        const std::size_t end = std::min(m_grid.headRows + kLooked, m_grid.rows.size());
        for (std::size_t row = m_grid.headRows; row < end; ++row) {
            const GridCell &place = m_grid.rows[row].cells[column];
            const PrintedCell &cell = place.cell;
            if (place.isCovered || place.columnSpan > 1) {
                continue;
            }
            look(piecesOf(cell), cell.isHead ? kHeadStyle : kCellStyle, 0);
            for (const std::string &item : cell.items) {
                look({{.text = item}}, kCellStyle, kListIndent);
            }
        }
        least[column] = std::min(least[column] + (column + 1 < m_columns ? kGap : 0), kWidest * all);
    }
    m_widths.assign(m_columns, 0);
    std::vector<bool> isFixed(m_columns, false);
    for (bool isSettled = false; !isSettled;) {
        isSettled = true;
        double room = all;
        double share = 0;
        for (std::size_t i = 0; i < m_columns; ++i) {
            room -= isFixed[i] ? least[i] : 0;
            share += isFixed[i] ? 0 : shares[i];
        }
        for (std::size_t i = 0; i < m_columns; ++i) {
            m_widths[i] = isFixed[i] ? least[i] : room * shares[i] / share;
            if (!isFixed[i] && m_widths[i] < least[i]) {
                isFixed[i] = true;
                isSettled = false;
            }
        }
    }
    const double sum = std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
    for (double &width : m_widths) { // too many long words: all give way
        width = sum > 0 ? width * all / sum : all / static_cast<double>(m_columns);
    }
}

double TableLayout::left(std::size_t column, std::size_t columns) const
{
    const auto begin = m_widths.begin();
    const auto at = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
    return m_table.isRightToLeft ? std::accumulate(at(column + columns), m_widths.end(), 0.0)
                                 : std::accumulate(begin, at(column), 0.0);
}

double TableLayout::width(std::size_t column, std::size_t columns) const
{
    double sum = 0;
    for (std::size_t i = column; i < column + columns; ++i) {
        sum += m_widths[i];
    }
    return sum;
}

std::vector<TextPiece> TableLayout::piecesOf(const PrintedCell &cell) const
{
    if (cell.cited.empty()) {
        return {{.text = cell.text, .isSuperscript = cell.isSuperscript}};
    }
    std::vector<TextPiece> pieces;
    for (const evidence::CitedText &piece : cell.cited) {
        const auto place = piece.key.empty() ? m_references.end() : m_references.find(piece.key);
        pieces.push_back({.text = piece.text,
                          .isSuperscript = cell.isSuperscript,
                          .target = place == m_references.end() ? std::string() : place->second});
    }
    return pieces;
}

std::vector<PdfLine> TableLayout::linesOf(const PrintedCell &cell, double width, bool isHead) const
{
    TextStyle style = isHead ? kHeadStyle : kCellStyle;
    if (cell.fill) {
        style.ink = isDark(*cell.fill, kPdfInk) ? 0xFFFFFF : kPdfInk;
    }
    std::vector<PdfLine> lines;
    if (cell.items.empty()) {
        lines = m_setter.lines(piecesOf(cell), style, width, cell.alignment, m_table.isRightToLeft);
    }
    for (std::size_t i = 0; i < cell.items.size(); ++i) {
        const std::vector<TextPiece> text{{.text = cell.items[i].empty() ? " " : cell.items[i]}};
        std::vector<PdfLine> item =
            m_setter.lines(text, style, width - kListIndent, Alignment::Start, m_table.isRightToLeft);
        const std::vector<TextPiece> number{{.text = std::to_string(i + 1) + "."}};
        std::vector<PdfLine> marker = m_setter.lines(number, style, kListIndent);
        if (m_table.isRightToLeft) {
            const double numberWidth = m_setter.widthOf(number.front().text, style);
            indent(marker, width - numberWidth);
        } else {
            indent(item, kListIndent);
        }
        item.front().parts.push_back(marker.front().parts.front());
        if (i + 1 < cell.items.size()) {
            item.back().height += kItemSpace;
        }
        lines.insert(lines.end(), item.begin(), item.end());
    }
    return lines;
}

SetCell
TableLayout::setCell(const PrintedCell &cell, std::size_t column, std::size_t columns, bool isHead) const
{
    SetCell set;
    const bool isLast = m_table.isRightToLeft ? column == 0 : column + columns == m_columns;
    set.x = left(column, columns);
    set.width = width(column, columns) - (isLast ? 0 : kGap);
    set.fill = cell.fill;
    set.isHead = isHead || cell.isHead;
    constexpr double kInset = 4; // of text on a ground of colour
    const double inset = cell.fill ? kInset : 0;
    set.lines = linesOf(cell, set.width - 2 * inset, set.isHead);
    indent(set.lines, inset);
    return set;
}

Chunk TableLayout::headChunk() const
{
    Chunk chunk;
    for (std::size_t row = 0; row < m_grid.headRows; ++row) {
        for (std::size_t column = 0; column < m_columns; ++column) {
            const GridCell &cell = m_grid.rows[row].cells[column];
            if (!cell.isCovered) {
                SetCell set = setCell(cell.cell, column, static_cast<std::size_t>(cell.columnSpan), true);
                set.row = row;
                set.rows = static_cast<std::size_t>(cell.rowSpan);
                chunk.cells.push_back(std::move(set));
            }
        }
    }
    findHeights(chunk, m_grid.headRows);
    for (SetCell &cell : chunk.cells) { // names of columns stand on the rule below them
        if (cell.row + cell.rows == m_grid.headRows && !cell.lines.empty()) {
            const auto first = chunk.heights.begin() + static_cast<std::ptrdiff_t>(cell.row);
            const double lower = std::accumulate(first, chunk.heights.end(), 0.0) - cell.height();
            cell.lines.front().height += lower;
            cell.lines.front().baseline += lower;
        }
    }
    return chunk;
}

/// Rows of one group, or a part of them: what covers rows on both sides of the edge is said on both.
Chunk TableLayout::rowsChunk(std::size_t from, std::size_t to) const
{
    constexpr double kSaidAgain = 0.25; ///< of a page: what is longer is said again by its first line
    Chunk chunk;
    for (std::size_t row = from; row < to; ++row) {
        for (std::size_t column = 0; column < m_columns; ++column) {
            const GridCell &place = m_grid.rows[row].cells[column];
            const bool isFirst = place.ownerColumn == column && (place.ownerRow == row || row == from);
            if (!isFirst) {
                continue;
            }
            const GridCell &owner = m_grid.printedAt(row, column);
            const std::size_t end = place.ownerRow + static_cast<std::size_t>(owner.rowSpan);
            SetCell set =
                setCell(owner.cell, column, static_cast<std::size_t>(owner.columnSpan), owner.cell.isHead);
            if (place.ownerRow != row && set.height() > m_pages.height() * kSaidAgain) {
                set.lines.resize(1);
            }
            set.row = row - from;
            set.rows = std::min(end, to) - row;
            set.isSection = m_grid.isSection(row);
            chunk.cells.push_back(std::move(set));
        }
    }
    findHeights(chunk, to - from);
    return chunk;
}

void TableLayout::findHeights(Chunk &chunk, std::size_t rows)
{
    chunk.heights.assign(rows, kCellStyle.leading + 2 * kPad);
    for (const SetCell &cell : chunk.cells) {
        if (cell.rows == 1) {
            chunk.heights[cell.row] = std::max(chunk.heights[cell.row], cell.height());
        }
    }
    for (std::size_t last = 0; last < rows; ++last) {
        for (const SetCell &cell : chunk.cells) {
            if (cell.rows == 1 || cell.row + cell.rows - 1 != last) {
                continue;
            }
            double above = 0;
            for (std::size_t row = cell.row; row < last; ++row) {
                above += chunk.heights[row];
            }
            chunk.heights[last] = std::max(chunk.heights[last], cell.height() - above);
        }
    }
}

void TableLayout::rule(double thickness, std::uint32_t colour)
{
    m_pages.add(Filling{{m_pages.left(), m_pages.y(), m_pages.width(), thickness}, colour});
}

void TableLayout::startPage()
{
    m_pages.begin("Table");
    rule(kThick, kPdfInk);
    m_pages.advance(kThick);
    place(m_head, true);
    rule(kHair, kPdfInk);
    m_pages.advance(kHair);
    m_isFirstRow = true;
}

void TableLayout::endPage()
{
    rule(kThick, kPdfInk);
    m_pages.advance(kThick);
    m_pages.end();
}

/// Draws rows that fit on the page.
void TableLayout::place(const Chunk &chunk, bool isHead)
{
    const double left = m_pages.left();
    for (std::size_t row = 0; row < chunk.heights.size(); ++row) {
        const double y = m_pages.y();
        m_pages.begin("TR");
        for (const SetCell &cell : chunk.cells) {
            if (cell.row != row) {
                continue;
            }
            double height = 0;
            for (std::size_t i = row; i < row + cell.rows; ++i) {
                height += chunk.heights[i];
            }
            if (cell.isSection) {
                m_pages.add(Filling{{left + cell.x, y, cell.width, height}, kSectionFill});
            }
            if (!m_isFirstRow && !isHead) {
                m_pages.add(
                    Filling{{left + cell.x,
                             y,
                             cell.width + (cell.x + cell.width + kGap / 2 < m_pages.width() ? kGap : 0),
                             kHair},
                            kHairline});
            } else if (isHead && row > 0 && row + 1 == m_grid.headRows) {
                // below a head of several columns
                for (const SetCell &above : chunk.cells) {
                    if (above.row + above.rows == row && above.x <= cell.x &&
                        above.x + above.width >= cell.x + cell.width && above.width > cell.width + kGap) {
                        m_pages.add(Filling{{left + cell.x,
                                             y,
                                             std::min(cell.width + kGap, above.x + above.width - cell.x),
                                             kHair},
                                            kHairline});
                    }
                }
            }
            if (cell.fill && !cell.lines.empty()) {
                constexpr double kOver = 1.5;
                m_pages.add(
                    Filling{{left + cell.x, y + kPad - kOver, cell.width, heightOf(cell.lines) + 2 * kOver},
                            *cell.fill});
            }
            m_pages.begin(cell.isHead ? "TH" : "TD");
            double at = y + kPad;
            for (const PdfLine &line : cell.lines) {
                m_pages.add(PlacedLine{line, left + cell.x + (cell.isSection ? kPad : 0), at});
                at += line.height;
            }
            m_pages.end();
        }
        m_pages.end();
        m_pages.advance(chunk.heights[row]);
        m_isFirstRow = false;
    }
}

/// A row that is longer than a page goes on in the next.
void TableLayout::addSplit(Chunk chunk)
{
    for (;;) {
        Chunk part;
        bool isRest = false;
        const double room = m_pages.room() - kThick;
        for (SetCell &cell : chunk.cells) {
            SetCell taken = cell;
            taken.lines.clear();
            double height = 2 * kPad;
            auto line = cell.lines.begin();
            for (; line != cell.lines.end() &&
                   (height + line->height <= room || (taken.lines.empty() && m_isFirstRow));
                 ++line) {
                height += line->height;
                taken.lines.push_back(*line);
            }
            cell.lines.erase(cell.lines.begin(), line);
            isRest = isRest || !cell.lines.empty();
            part.cells.push_back(std::move(taken));
        }
        findHeights(part, 1);
        place(part, false);
        if (!isRest) {
            return;
        }
        endPage();
        m_pages.newPage();
        startPage();
    }
}

void TableLayout::addGroup(std::size_t from, std::size_t to)
{
    constexpr double kWholeParts = 0.5;   ///< of a page, up to which a group is kept on one
    constexpr std::size_t kMostRows = 60; ///< more than a page holds
    const double page = m_pages.height() - m_head.height() - 3 * kThick;
    while (from < to) {
        const double room = m_pages.room() - kThick;
        std::size_t end = std::min(to, from + kMostRows);
        Chunk chunk = rowsChunk(from, end);
        const double whole = chunk.height();
        const bool canMove = !m_isFirstRow;
        const bool shouldMove = whole <= page * kWholeParts;
        while (chunk.height() > room && end > from + 1 && !(canMove && shouldMove)) {
            end = from + std::clamp<std::size_t>(rowsWithin(chunk, room), 1, end - from - 1);
            chunk = rowsChunk(from, end);
        }
        if (chunk.height() <= room) {
            place(chunk, false);
            from = end;
        } else if (canMove && (shouldMove || chunk.height() <= page)) {
            endPage();
            m_pages.newPage();
            startPage();
        } else {
            addSplit(std::move(chunk));
            from = end;
        }
    }
}

/// A head that leaves no room for rows is printed once, as rows.
void TableLayout::addLongHead()
{
    const Chunk head = std::exchange(m_head, {});
    startPage();
    for (std::size_t row = 0; row < head.heights.size(); ++row) {
        Chunk one;
        for (SetCell cell : head.cells) {
            if (cell.row == row) {
                cell.row = 0;
                cell.rows = 1;
                one.cells.push_back(std::move(cell));
            }
        }
        addSplit(std::move(one));
    }
}

void TableLayout::add()
{
    m_pages.space(12);
    findWidths();
    m_head = headChunk();
    const std::string caption = tableCaption(m_table);
    const std::vector<TextPiece> captionPieces{{.text = caption}};
    const std::vector<TextPiece> headPieces{{.text = m_table.head}};
    const auto captionLines = m_setter.lines(
        captionPieces, kCaptionStyle, m_pages.width(), Alignment::Start, m_table.isRightToLeft);
    const auto headLines =
        m_setter.lines(headPieces, kNoteStyle, m_pages.width(), Alignment::Start, m_table.isRightToLeft);
    constexpr double kFirstRows = 60;
    m_pages.need(std::min(heightOf(captionLines) + heightOf(headLines) + m_head.height() + kFirstRows,
                          m_pages.height()));
    if (!captionLines.empty()) {
        m_pages.begin("P");
        m_pages.lines(captionLines, m_pages.left());
        m_pages.end();
        m_pages.advance(3);
    }
    if (!headLines.empty()) {
        m_pages.begin("P");
        m_pages.lines(headLines, m_pages.left());
        m_pages.end();
        m_pages.advance(3);
    }
    if (m_columns > 0) {
        if (m_head.height() > m_pages.height() / 2) {
            addLongHead();
        } else {
            startPage();
        }
        for (std::size_t row = m_grid.headRows; row < m_grid.rows.size();) {
            const std::size_t end = m_grid.endOfGroup(row);
            if (m_grid.isSection(row) && end < m_grid.rows.size()) {
                const Chunk both = rowsChunk(row, end + 1);
                if (both.height() > m_pages.room() - kThick && !m_isFirstRow) {
                    endPage();
                    m_pages.newPage();
                    startPage();
                }
            }
            addGroup(row, end);
            row = end;
        }
        endPage();
    }
    m_pages.advance(4);
    for (const std::string &note : m_table.notes) {
        const std::vector<TextPiece> text{{.text = note}};
        m_pages.begin("P");
        m_pages.lines(
            m_setter.lines(text, kNoteStyle, m_pages.width(), Alignment::Start, m_table.isRightToLeft),
            m_pages.left());
        m_pages.end();
    }
    m_pages.advance(12);
}

} // namespace

void addPdfTable(PdfPages &pages,
                 const TextSetter &setter,
                 const evidence::PrintedTable &table,
                 const ReferencePlaces &references)
{
    TableLayout(pages, setter, table, references).add();
}

} // namespace winnow::publish
