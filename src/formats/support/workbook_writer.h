#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

struct lxw_worksheet;
struct lxw_workbook;
struct lxw_format;

namespace winnow::formats {

enum class CellAlignment { Start, Centre, End };

/// A line at the edge of a cell.
enum class CellRule { None, Light, Dark };

struct CellStyle
{
    bool isBold = false;
    bool isWrapped = false;
    bool isSuperscript = false;
    bool isHead = false;       ///< its text stands at the bottom
    bool hasRuleAbove = false; ///< a dark line
    CellRule below = CellRule::None;
    std::optional<std::uint32_t> fill{};
    std::optional<std::uint32_t> ink{};
    CellAlignment alignment = CellAlignment::Start;
    int decimals = -1; ///< of a number; -1: as it comes

    [[nodiscard]] auto key() const
    {
        return std::tuple(
            isBold, isWrapped, isSuperscript, isHead, hasRuleAbove, below, fill, ink, alignment, decimals);
    }
};

/// Row and column, from 0.
struct SheetPlace
{
    std::size_t row = 0;
    std::size_t column = 0;
};

class WorkbookWriter;

/// A sheet of a workbook; lives no longer than that. Texts are written as texts, so that none is taken for a
/// formula; one that is longer than a cell holds is cut, and says so.
class SheetWriter
{
public:
    void setWidth(std::size_t column, double characters);
    void setHeight(std::size_t row, double points);

    /// `last`: of a merged cell.
    void writeText(std::size_t row,
                   std::size_t column,
                   std::string_view text,
                   const CellStyle &style,
                   std::optional<SheetPlace> last = {});
    void writeNumber(std::size_t row,
                     std::size_t column,
                     double number,
                     const CellStyle &style,
                     std::optional<SheetPlace> last = {});

    /// A remark that opens at the cell.
    void addRemark(std::size_t row, std::size_t column, std::string_view text);

    /// Keeps rows in sight up to `last`, and prints those from `first` on every page.
    void repeat(std::size_t first, std::size_t last);

    /// Buttons to filter in row 0, which stays in sight.
    void filter(std::size_t rows, std::size_t columns);

    void setPage(bool isLandscape, bool isRightToLeft);

private:
    friend class WorkbookWriter;

    SheetWriter(WorkbookWriter &book, lxw_worksheet *sheet)
        : m_book(book)
        , m_sheet(sheet)
    {}

    WorkbookWriter &m_book;
    lxw_worksheet *m_sheet;
};

/// An Excel workbook in the making. The same content gives the same bytes.
class WorkbookWriter
{
public:
    [[nodiscard]] static Result<WorkbookWriter> create(const std::string &title);

    WorkbookWriter(WorkbookWriter &&other) noexcept;
    WorkbookWriter &operator=(WorkbookWriter &&) = delete;
    WorkbookWriter(const WorkbookWriter &) = delete;
    WorkbookWriter &operator=(const WorkbookWriter &) = delete;
    ~WorkbookWriter();

    [[nodiscard]] SheetWriter addSheet(const char *name);

    /// The whole file; to be called once, at the end.
    [[nodiscard]] Result<std::string> bytes();

private:
    friend class SheetWriter;
    struct Formats;

    WorkbookWriter(std::string path, lxw_workbook *book);
    [[nodiscard]] lxw_format *format(const CellStyle &style);

    std::string m_path; ///< the library writes files only
    lxw_workbook *m_book;
    std::unique_ptr<Formats> m_formats;
};

} // namespace winnow::formats
