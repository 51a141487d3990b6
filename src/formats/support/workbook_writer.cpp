#include "formats/support/workbook_writer.h"

#include "base/file.h"
#include "text/encoding.h"
#include "text/printable_text.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <system_error>

namespace winnow::formats {

namespace {

/// What a cell can hold (Excel specifications and limits, counted in UTF-16), and what stands at the end of a
/// text that is longer.
constexpr std::size_t kMaxCellUnits = 32'767;
constexpr std::string_view kCut = " [... cut: Excel holds no more in a cell]";
constexpr time_t kMadeAt = 315'532'800; ///< 1 January 1980: no date of today stands in the file
constexpr double kFontSize = 10;

/// A text that fits into a cell; nothing is left out without a word.
std::string fitting(std::string_view raw)
{
    std::string text = text::printableText(raw);
    std::erase(text, '\r');
    std::size_t units = 0;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::nextCodePoint(text, at);
        units += c > 0xFFFF ? 2 : 1;
        kept = units <= kMaxCellUnits - kCut.size() ? at : kept;
        if (units > kMaxCellUnits) {
            text.resize(kept);
            return text.append(kCut);
        }
    }
    return text;
}

Error cannotWrite(const std::string &path)
{
    return {ErrorCode::Unwritable,
            "The workbook cannot be made in the folder for temporary files (" + path +
                "); make room there, or set TMPDIR to another folder.",
            {},
            path};
}

lxw_row_t rowOf(std::size_t row)
{
    return static_cast<lxw_row_t>(row);
}

lxw_col_t columnOf(std::size_t column)
{
    return static_cast<lxw_col_t>(column);
}

/// The library takes 0 for no colour.
lxw_color_t colourOf(std::uint32_t rgb)
{
    return rgb == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : rgb;
}

bool isMerged(std::size_t row, std::size_t column, const std::optional<SheetPlace> &last)
{
    return last && (last->row > row || last->column > column);
}

} // namespace

struct WorkbookWriter::Formats
{
    std::map<decltype(CellStyle().key()), lxw_format *> known;
};

void SheetWriter::setWidth(std::size_t column, double characters)
{
    worksheet_set_column(m_sheet, columnOf(column), columnOf(column), characters, nullptr);
}

void SheetWriter::setHeight(std::size_t row, double points)
{
    worksheet_set_row(m_sheet, rowOf(row), points, nullptr);
}

void SheetWriter::writeText(std::size_t row,
                            std::size_t column,
                            std::string_view text,
                            const CellStyle &style,
                            std::optional<SheetPlace> last)
{
    lxw_format *const format = m_book.format(style);
    const std::string fit = fitting(text);
    if (isMerged(row, column, last)) {
        worksheet_merge_range(m_sheet,
                              rowOf(row),
                              columnOf(column),
                              rowOf(last->row),
                              columnOf(last->column),
                              fit.c_str(),
                              format);
    } else {
        worksheet_write_string(m_sheet, rowOf(row), columnOf(column), fit.c_str(), format);
    }
}

void SheetWriter::writeNumber(std::size_t row,
                              std::size_t column,
                              double number,
                              const CellStyle &style,
                              std::optional<SheetPlace> last)
{
    lxw_format *const format = m_book.format(style);
    if (isMerged(row, column, last)) {
        worksheet_merge_range(
            m_sheet, rowOf(row), columnOf(column), rowOf(last->row), columnOf(last->column), "", format);
    }
    worksheet_write_number(m_sheet, rowOf(row), columnOf(column), number, format);
}

void SheetWriter::addRemark(std::size_t row, std::size_t column, std::string_view text)
{
    lxw_comment_options options{};
    options.x_scale = 2.5;
    options.y_scale = 1.5;
    worksheet_write_comment_opt(m_sheet, rowOf(row), columnOf(column), fitting(text).c_str(), &options);
}

void SheetWriter::repeat(std::size_t first, std::size_t last)
{
    worksheet_freeze_panes(m_sheet, rowOf(last + 1), 0);
    worksheet_repeat_rows(m_sheet, rowOf(first), rowOf(last));
}

void SheetWriter::filter(std::size_t rows, std::size_t columns)
{
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_repeat_rows(m_sheet, 0, 0);
    worksheet_autofilter(m_sheet, 0, 0, rowOf(rows), columnOf(columns - 1));
}

void SheetWriter::setPage(bool isLandscape, bool isRightToLeft)
{
    constexpr std::uint8_t kA4 = 9;
    worksheet_set_paper(m_sheet, kA4);
    if (isLandscape) {
        worksheet_set_landscape(m_sheet);
    }
    if (isRightToLeft) {
        worksheet_right_to_left(m_sheet);
    }
    worksheet_set_margins(m_sheet, 0.6, 0.6, 0.7, 0.7);
    worksheet_fit_to_pages(m_sheet, 1, 0); // as many pages down as it takes
    worksheet_set_footer(m_sheet, "&C&8&P / &N");
}

WorkbookWriter::WorkbookWriter(std::string path, lxw_workbook *book)
    : m_path(std::move(path))
    , m_book(book)
    , m_formats(std::make_unique<Formats>())
{}

WorkbookWriter::WorkbookWriter(WorkbookWriter &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_book(std::exchange(other.m_book, nullptr))
    , m_formats(std::move(other.m_formats))
{}

WorkbookWriter::~WorkbookWriter()
{
    if (m_book != nullptr) {
        lxw_workbook_free(m_book);
    }
    if (!m_path.empty()) {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
}

Result<WorkbookWriter> WorkbookWriter::create(const std::string &title)
{
    std::error_code noFolder;
    std::string path = std::filesystem::temp_directory_path(noFolder) / "winnow-XXXXXX";
    const int descriptor = noFolder ? -1 : mkstemp(path.data());
    if (descriptor < 0) {
        return cannotWrite(path);
    }
    close(descriptor);
    lxw_workbook *const handle = workbook_new(path.c_str());
    WorkbookWriter book(path, handle);
    if (handle == nullptr) {
        return cannotWrite(path);
    }
    constexpr std::size_t kMostTitle = 200;
    std::string name = title;
    if (name.size() > kMostTitle) {
        std::size_t end = 0;
        for (std::size_t at = 0; at <= kMostTitle;) {
            end = at;
            static_cast<void>(text::nextCodePoint(name, at));
        }
        name.resize(end);
    }
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.created = kMadeAt;
    workbook_set_properties(handle, &properties);
    return book;
}

SheetWriter WorkbookWriter::addSheet(const char *name)
{
    return {*this, workbook_add_worksheet(m_book, name)};
}

lxw_format *WorkbookWriter::format(const CellStyle &style)
{
    lxw_format *&format = m_formats->known[style.key()];
    if (format != nullptr) {
        return format;
    }
    format = workbook_add_format(m_book);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, kFontSize);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (style.isBold) {
        format_set_bold(format);
    }
    if (style.isWrapped) {
        format_set_text_wrap(format);
    }
    if (style.isSuperscript) {
        format_set_font_script(format, LXW_FONT_SUPERSCRIPT);
    }
    if (style.below != CellRule::None) {
        constexpr lxw_color_t kLight = 0xBFBFBF;
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, style.below == CellRule::Dark ? colourOf(0) : kLight);
    }
    if (style.hasRuleAbove) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, colourOf(0));
    }
    if (style.isHead) {
        format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
    }
    if (style.fill) {
        format_set_bg_color(format, colourOf(*style.fill));
        format_set_pattern(format, LXW_PATTERN_SOLID);
    }
    if (style.ink) {
        format_set_font_color(format, colourOf(*style.ink));
    }
    if (style.alignment != CellAlignment::Start) {
        format_set_align(format,
                         style.alignment == CellAlignment::Centre ? LXW_ALIGN_CENTER : LXW_ALIGN_RIGHT);
    }
    if (style.decimals >= 0) {
        const std::string zeros(static_cast<std::size_t>(style.decimals), '0');
        format_set_num_format(format, zeros.empty() ? "0" : ("0." + zeros).c_str());
    }
    return format;
}

Result<std::string> WorkbookWriter::bytes()
{
    const bool isClosed = workbook_close(std::exchange(m_book, nullptr)) == LXW_NO_ERROR; // frees it
    return isClosed ? readFile(m_path) : Result<std::string>(cannotWrite(m_path));
}

} // namespace winnow::formats
