#include "base/file.h"
#include "formats/format.h"
#include "formats/support/record_table.h"
#include "text/encoding.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace winnow::formats {

extern const Format xlsx;

namespace {

/// What a cell can hold (Excel specifications and limits), and what stands at the end of a text that is
/// longer.
constexpr std::size_t kMaxCellCharacters = 32'767;
constexpr std::string_view kCut = " [... cut: Excel holds no more in a cell]";

/// Widths in characters of the columns whose cells need more than their name does.
struct Width
{
    std::string_view name;
    double width;
};

constexpr std::array kWidths{
    Width{"key", 20},
    Width{"type", 16},
    Width{"title", 60},
    Width{"authors", 40},
    Width{"date", 12},
    Width{"source_title", 30},
    Width{"doi", 30},
    Width{"pmid", 12},
    Width{"pmcid", 14},
    Width{"eid", 22},
    Width{"issn", 22},
    Width{"isbn", 16},
    Width{"publisher", 30},
    Width{"url", 30},
    Width{"keywords", 40},
    Width{"index_terms", 40},
    Width{"abstract", 80},
    Width{"source", 20},
};

/// What the button of the filter and the bold letters of a name take.
constexpr double kNameMargin = 4;
constexpr double kMaxNameWidth = 40;

double widthOf(const std::string &name)
{
    const auto *const known = std::ranges::find(kWidths, name, &Width::name);
    const double needed = std::min(static_cast<double>(name.size()) + kNameMargin, kMaxNameWidth);
    return known == kWidths.end() ? needed : std::max(known->width, needed);
}

/// A text that fits into a cell; nothing is left out without a word.
std::string fitting(std::string text)
{
    std::size_t characters = 0;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size();) {
        static_cast<void>(text::nextCodePoint(text, at));
        kept = ++characters <= kMaxCellCharacters - kCut.size() ? at : kept;
        if (characters > kMaxCellCharacters) {
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

/// Texts are written as texts, so that none is taken for a formula.
class XlsxWriter final : public RecordWriter
{
public:
    void begin(std::string & /*out*/) override {}

    void record(const ExportRecord &exported, std::string & /*out*/) override { m_table.add(exported); }

    Result<void> end(std::string &out) override
    {
        // The library writes files only.
        std::string path = std::filesystem::temp_directory_path() / "winnow-XXXXXX";
        const int descriptor = mkstemp(path.data());
        if (descriptor < 0) {
            return cannotWrite(path);
        }
        close(descriptor);
        auto bytes = write(path) ? readFile(path) : Result<std::string>(cannotWrite(path));
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        if (!bytes) {
            return std::move(bytes).error();
        }
        out += *bytes;
        return {};
    }

private:
    [[nodiscard]] bool write(const std::string &path) const
    {
        lxw_workbook *const workbook = workbook_new(path.c_str());
        lxw_worksheet *const sheet = workbook_add_worksheet(workbook, "Records");
        lxw_format *const bold = workbook_add_format(workbook);
        format_set_bold(bold);
        writeNames(sheet, bold);
        for (std::size_t i = 0; i < m_table.rows(); ++i) {
            writeRow(sheet, static_cast<lxw_row_t>(i + 1), m_table.row(i));
        }
        return workbook_close(workbook) == LXW_NO_ERROR;
    }

    void writeNames(lxw_worksheet *sheet, lxw_format *bold) const
    {
        const std::vector<std::string> names = m_table.names();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_write_string(sheet, 0, column, names[i].c_str(), bold);
            worksheet_set_column(sheet, column, column, widthOf(names[i]), nullptr);
        }
        worksheet_freeze_panes(sheet, 1, 0);
        const auto last = static_cast<lxw_col_t>(names.size() - 1);
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(m_table.rows()), last);
    }

    static void writeRow(lxw_worksheet *sheet, lxw_row_t row, std::vector<std::string> cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].empty()) {
                const std::string text = fitting(std::move(cells[i]));
                worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), text.c_str(), nullptr);
            }
        }
    }

    RecordTable m_table;
};

} // namespace

const Format xlsx{
    "xlsx", "Excel workbook", "xlsx", nullptr, nullptr, nullptr, []() -> std::unique_ptr<RecordWriter> {
        return std::make_unique<XlsxWriter>();
    }};

} // namespace winnow::formats
