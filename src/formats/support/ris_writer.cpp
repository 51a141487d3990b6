#include "formats/support/ris_writer.h"

#include "formats/support/decision_text.h"
#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

class RisWriter final : public RecordWriter
{
public:
    void begin(std::string & /*out*/) override {}

    void record(const ExportRecord &exported, std::string &out) override
    {
        const Record &record = exported.record;
        m_out = &out;
        field("TY", namesOf(record.type).ris);
        field("ID", record.key);
        for (const PersonName &author : record.authors) {
            field("AU", markedUp(printed(author)));
        }
        field("TI", markedUp(record.title));
        date(record.date);
        publication(record);
        identifiers(record);
        field("AB", markedUp(record.abstractText));
        keywords(record);
        type(record.type);
        remarks(exported);
        out += "ER  - \n\n";
    }

    Result<void> end(std::string & /*out*/) override { return {}; }

private:
    void field(std::string_view tag, std::string_view value)
    {
        if (!value.empty()) {
            *m_out += tag;
            *m_out += "  - ";
            *m_out += value;
            *m_out += '\n';
        }
    }

    /// PY is what every program reads; DA has the month and the day.
    void date(const PartialDate &date)
    {
        if (date.year) {
            field("PY", yearText(*date.year));
        }
        if (!date.month) {
            return;
        }
        const std::string day = date.day ? std::to_string(*date.day) : std::string();
        if (date.year) {
            field("DA", yearText(*date.year) + '/' + std::to_string(*date.month) + '/' + day);
        } else {
            field("DA", std::string(monthName(*date.month)) + (day.empty() ? "" : " ") + day);
        }
    }

    void publication(const Record &record)
    {
        field("T2", markedUp(record.sourceTitle));
        field("VL", record.volume);
        field("IS", record.issue);
        field("C7", record.articleNumber);
        field("SP", record.pageFirst);
        field("EP", record.pageLast);
        field("PB", markedUp(record.publisher));
        field("LA", record.language);
        for (const std::string_view number : pieces(record.issn, " ")) {
            field("SN", number);
        }
        for (const std::string_view number : pieces(record.isbn, " ")) {
            field("SN", number);
        }
    }

    void identifiers(const Record &record)
    {
        field("DO", record.doi);
        field("C2", record.pmid);
        field("C2", record.pmcid);
        if (eidIn(record.url) != record.eid) {
            field("AN", record.eid);
        }
        field("UR", record.url);
    }

    void keywords(const Record &record)
    {
        for (const std::string &keyword : record.keywords) {
            field("KW", markedUp(keyword));
        }
        for (const std::string &term : record.indexTerms) {
            field("KW", markedUp(term));
        }
        if (!record.indexTerms.empty()) {
            field("N1", std::string(kIndexTermsNote) + ' ' + std::to_string(record.indexTerms.size()));
        }
    }

    /// RIS has no codes for most of the types of articles; Scopus and others name them in M3.
    void type(RecordType type)
    {
        constexpr std::array kPlain{RecordType::Other,
                                    RecordType::Article,
                                    RecordType::ConferencePaper,
                                    RecordType::Book,
                                    RecordType::Chapter,
                                    RecordType::Report,
                                    RecordType::Thesis};
        if (std::ranges::find(kPlain, type) == kPlain.end()) {
            field("M3", namesOf(type).label);
        }
    }

    void remarks(const ExportRecord &exported)
    {
        const bool hasSource =
            std::ranges::any_of(exported.extras, [](const RawField &extra) { return extra.name == "DB"; });
        if (!hasSource) {
            field("DB", squeezed(exported.source));
        }
        for (const RawField &extra : exported.extras) {
            field(extra.name, squeezed(extra.value));
        }
        for (const ReadDecision &decision : exported.decisions) {
            field("N1", squeezed(decisionLine(decision)));
        }
    }

    std::string *m_out = nullptr;
};

} // namespace

std::unique_ptr<RecordWriter> makeRisWriter()
{
    return std::make_unique<RisWriter>();
}

} // namespace winnow::formats
