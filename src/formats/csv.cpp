#include "formats/format.h"
#include "formats/support/csv_records.h"
#include "formats/support/csv_rows.h"
#include "formats/support/record_table.h"

namespace winnow::formats {

extern const Format csv;

namespace {

Detection detect(std::string_view head)
{
    constexpr std::string_view kOtherBegins = "<[{@%";
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    const bool isOther =
        begin == std::string_view::npos || kOtherBegins.find(head[begin]) != std::string_view::npos;
    const auto header = isOther ? std::nullopt : findCsvHeader(head);
    if (!header) {
        return {};
    }
    const std::string line = "line " + std::to_string(header->linesBefore + 1);
    if (!header->dialect->producer.empty()) {
        return {92,
                line + " has the columns of " + std::string(header->dialect->producer),
                header->dialect->isSource ? header->dialect->producer : std::string_view()};
    }
    // A lone "Title" may be the first line of any text.
    const int score = header->known >= 2 ? std::min(40 + 5 * static_cast<int>(header->known), 80) : 10;
    return {score, line + " names " + std::to_string(header->known) + " columns that Winnow knows", {}};
}

class CsvWriter final : public RecordWriter
{
public:
    void begin(std::string & /*out*/) override {}

    void record(const ExportRecord &exported, std::string & /*out*/) override { m_table.add(exported); }

    Result<void> end(std::string &out) override
    {
        appendRow(m_table.names(), out);
        for (std::size_t i = 0; i < m_table.rows(); ++i) {
            appendRow(m_table.row(i), out);
        }
        return {};
    }

private:
    static void appendRow(const std::vector<std::string> &cells, std::string &out)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += i == 0 ? "" : ",";
            appendCsvField(out, withoutFormula(cells[i]));
        }
        out += '\n';
    }

    RecordTable m_table; ///< the columns are known only when all records are
};

} // namespace

const Format csv{"csv", "CSV", "csv", detect, readCsv, countCsvRows, []() -> std::unique_ptr<RecordWriter> {
                     return std::make_unique<CsvWriter>();
                 }};

} // namespace winnow::formats
