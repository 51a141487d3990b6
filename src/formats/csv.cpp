#include "formats/format.h"
#include "formats/support/csv_authors.h"
#include "formats/support/csv_records.h"
#include "formats/support/csv_rows.h"
#include "formats/support/decision_text.h"
#include "formats/support/normalise.h"
#include "formats/support/vocabulary.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

extern const Format csv;

namespace {

Detection detect(std::string_view head)
{
    const auto header = findCsvHeader(head);
    if (!header) {
        return {};
    }
    const std::string line = "line " + std::to_string(header->linesBefore + 1);
    if (!header->dialect->producer.empty()) {
        return {92,
                line + " has the columns of " + std::string(header->dialect->producer),
                header->dialect->producer};
    }
    // A lone "Title" may be the first line of any text.
    const int score = header->known >= 2 ? std::min(40 + 5 * static_cast<int>(header->known), 80) : 10;
    return {score, line + " names " + std::to_string(header->known) + " columns that Winnow knows", {}};
}

constexpr std::string_view kHeader = "key,type,title,authors,year,date,source_title,volume,issue,page_first,"
                                     "page_last,article_number,doi,pmid,eid,issn,isbn,"
                                     "publisher,language,url,keywords,index_terms,abstract,source,title_"
                                     "abstract_verdict,title_abstract_reason,"
                                     "full_text_verdict,full_text_reason\n";

/// "a; b"; a lone entry with a comma gets a semicolon behind it, or it would be read as two.
std::string listCell(const std::vector<std::string> &entries)
{
    std::string text;
    for (const std::string &entry : entries) {
        text += (text.empty() ? "" : "; ") + markedUp(entry);
    }
    return entries.size() == 1 && text.find(',') != std::string::npos ? text + ';' : text;
}

/// ISO 8601 as far as it is known, "Mar 3" without a year; empty when the year says it all.
std::string dateCell(const PartialDate &date)
{
    if (!date.month) {
        return {};
    }
    if (!date.year) {
        return std::string(monthName(*date.month)) + (date.day ? ' ' + std::to_string(*date.day) : "");
    }
    const auto twoDigits = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return yearText(*date.year) + twoDigits(*date.month) + (date.day ? twoDigits(*date.day) : std::string());
}

/// Text that looks like ="..." is put into one of those, which the reader takes off.
std::string protectedCell(const std::string &cell)
{
    const bool isFormula = cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"');
    return isFormula ? "=\"" + cell + '"' : cell;
}

class CsvWriter final : public RecordWriter
{
public:
    void begin(std::string &out) override { out += kHeader; }

    void record(const ExportRecord &exported, std::string &out) override
    {
        const Record &record = exported.record;
        const std::array<std::string, 28> cells{
            record.key,
            std::string(namesOf(record.type).id),
            markedUp(record.title),
            markedUp(csvAuthorCell(record.authors)),
            record.date.year ? yearText(*record.date.year) : std::string(),
            dateCell(record.date),
            markedUp(record.sourceTitle),
            record.volume,
            record.issue,
            record.pageFirst,
            record.pageLast,
            record.articleNumber,
            record.doi,
            record.pmid,
            record.eid,
            record.issn,
            record.isbn,
            markedUp(record.publisher),
            record.language,
            record.url,
            listCell(record.keywords),
            listCell(record.indexTerms),
            markedUp(record.abstractText),
            exported.source,
            verdictCell(exported.decisions, Stage::TitleAbstract),
            reasonCell(exported.decisions, Stage::TitleAbstract),
            verdictCell(exported.decisions, Stage::FullText),
            reasonCell(exported.decisions, Stage::FullText),
        };
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += i == 0 ? "" : ",";
            appendCsvField(out, protectedCell(cells.at(i)));
        }
        out += '\n';
    }

    void end(std::string & /*out*/) override {}
};

} // namespace

const Format csv{"csv", "CSV", "csv", detect, readCsv, countCsvRows, []() -> std::unique_ptr<RecordWriter> {
                     return std::make_unique<CsvWriter>();
                 }};

} // namespace winnow::formats
