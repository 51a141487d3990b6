#include "formats/format.h"
#include "formats/support/record_table.h"
#include "formats/support/workbook_writer.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

extern const Format xlsx;

namespace {

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

class XlsxWriter final : public RecordWriter
{
public:
    void begin(std::string & /*out*/) override {}

    void record(const ExportRecord &exported, std::string & /*out*/) override { m_table.add(exported); }

    Result<void> end(std::string &out) override
    {
        auto book = WorkbookWriter::create("Records");
        if (!book) {
            return std::move(book).error();
        }
        SheetWriter sheet = book->addSheet("Records");
        writeNames(sheet);
        for (std::size_t i = 0; i < m_table.rows(); ++i) {
            writeRow(sheet, i + 1, m_table.row(i));
        }
        auto bytes = book->bytes();
        if (!bytes) {
            return std::move(bytes).error();
        }
        out += *bytes;
        return {};
    }

private:
    void writeNames(SheetWriter &sheet) const
    {
        const std::vector<std::string> names = m_table.names();
        for (std::size_t i = 0; i < names.size(); ++i) {
            sheet.writeText(0, i, names[i], {.isBold = true});
            sheet.setWidth(i, widthOf(names[i]));
        }
        sheet.filter(m_table.rows(), names.size());
    }

    static void writeRow(SheetWriter &sheet, std::size_t row, const std::vector<std::string> &cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].empty()) {
                sheet.writeText(row, i, cells[i], {});
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
