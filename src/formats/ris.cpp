#include "formats/format.h"
#include "formats/support/decision_text.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "formats/support/tagged.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::formats {

extern const Format ris;

namespace {

/// What a tag means to Record. The dialects of Scopus, Web of Science, Embase, Ovid, EBSCO, Cochrane, EndNote and others share one
/// table: where two use a tag differently, the value itself decides.
enum class Field {
    Type,
    TypeLabel,
    Key,
    Title,
    SourceTitle,
    ShortSourceTitle,
    Author,
    Abstract,
    Keyword,
    Date,
    Volume,
    Issue,
    PageFirst,
    PageLast,
    ArticleNumber,
    Doi,
    PossibleDoi,
    Pmid,
    SerialNumber,
    Publisher,
    Language,
    Url,
};

constexpr std::array kFields{
    std::pair{std::string_view("TY"), Field::Type},          std::pair{std::string_view("AU"), Field::Author},
    std::pair{std::string_view("AB"), Field::Abstract},      std::pair{std::string_view("TI"), Field::Title},
    std::pair{std::string_view("PY"), Field::Date},          std::pair{std::string_view("ID"), Field::Key},
    std::pair{std::string_view("KW"), Field::Keyword},       std::pair{std::string_view("T2"), Field::SourceTitle},
    std::pair{std::string_view("DO"), Field::Doi},           std::pair{std::string_view("VL"), Field::Volume},
    std::pair{std::string_view("IS"), Field::Issue},         std::pair{std::string_view("SP"), Field::PageFirst},
    std::pair{std::string_view("EP"), Field::PageLast},      std::pair{std::string_view("SN"), Field::SerialNumber},
    std::pair{std::string_view("UR"), Field::Url},           std::pair{std::string_view("LA"), Field::Language},
    std::pair{std::string_view("PB"), Field::Publisher},     std::pair{std::string_view("M3"), Field::TypeLabel},
    std::pair{std::string_view("C7"), Field::ArticleNumber}, std::pair{std::string_view("C2"), Field::Pmid},
    std::pair{std::string_view("C5"), Field::Pmid},          std::pair{std::string_view("A1"), Field::Author},
    std::pair{std::string_view("T1"), Field::Title},         std::pair{std::string_view("N2"), Field::Abstract},
    std::pair{std::string_view("Y1"), Field::Date},          std::pair{std::string_view("DA"), Field::Date},
    std::pair{std::string_view("JF"), Field::SourceTitle},   std::pair{std::string_view("BT"), Field::SourceTitle},
    std::pair{std::string_view("JO"), Field::ShortSourceTitle}, std::pair{std::string_view("JA"), Field::ShortSourceTitle},
    std::pair{std::string_view("L3"), Field::PossibleDoi},   std::pair{std::string_view("CP"), Field::Issue},
};

constexpr std::array kTypes{
    std::pair{std::string_view("JOUR"), RecordType::Article},      std::pair{std::string_view("CONF"), RecordType::ConferencePaper},
    std::pair{std::string_view("CPAPER"), RecordType::ConferencePaper}, std::pair{std::string_view("CHAP"), RecordType::Chapter},
    std::pair{std::string_view("ECHAP"), RecordType::Chapter},     std::pair{std::string_view("BOOK"), RecordType::Book},
    std::pair{std::string_view("EBOOK"), RecordType::Book},        std::pair{std::string_view("SER"), RecordType::Book},
    std::pair{std::string_view("EJOUR"), RecordType::Article},     std::pair{std::string_view("MGZN"), RecordType::Article},
    std::pair{std::string_view("RPRT"), RecordType::Report},       std::pair{std::string_view("THES"), RecordType::Thesis},
    std::pair{std::string_view("UNPB"), RecordType::Preprint},     std::pair{std::string_view("DATA"), RecordType::Dataset},
    std::pair{std::string_view("ELEC"), RecordType::WebPage},      std::pair{std::string_view("WEB"), RecordType::WebPage},
};

bool isTagCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Where the value begins in a line such as "TY  - JOUR"; 0 where the line begins no field. One or two spaces, then a hyphen.
std::size_t valueStart(std::string_view line)
{
    if (line.size() < 4 || line[0] < 'A' || line[0] > 'Z' || !isTagCharacter(line[1]) || line[2] != ' ') {
        return 0;
    }
    const std::size_t hyphen = line[3] == '-' ? 3 : 4;
    if (hyphen >= line.size() || line[hyphen] != '-' || (hyphen == 4 && line[3] != ' ')) {
        return 0;
    }
    // "TI - x" needs its space, so that a continuation such as "AB -cell" is not taken for a field.
    return hyphen + 1 == line.size() || line[hyphen + 1] == ' ' || hyphen == 4 ? hyphen + 1 : 0;
}

/// Fills a Record field by field.
class RecordBuilder
{
public:
    explicit RecordBuilder(ReadRecord &read)
        : m_read(read)
    {
    }

    void add(std::string_view tag, std::string_view value)
    {
        const auto *const known = std::ranges::find(kFields, tag, [](const auto &entry) { return entry.first; });
        if (value.empty()) {
            return;
        }
        if (known == kFields.end() || !set(known->second, value)) {
            m_read.extras.push_back({std::string(tag), std::string(value)});
        }
    }

    void finish()
    {
        Record &record = m_read.record;
        if (record.sourceTitle.empty()) {
            record.sourceTitle = std::move(m_shortSourceTitle);
        }
        if (record.pageLast.empty() && record.pageFirst.find('-') != std::string::npos) {
            setPages(record, std::string(record.pageFirst));
        } else if (!record.pageLast.empty()) {
            setPages(record, record.pageFirst + "-" + record.pageLast);
        }
    }

private:
    /// Keeps the first value; a different later one goes to the extras.
    static bool setOnce(std::string &target, std::string value)
    {
        if (target.empty() || target == value) {
            target = std::move(value);
            return true;
        }
        return false;
    }

    bool set(Field field, std::string_view value)
    {
        Record &record = m_read.record;
        switch (field) {
        case Field::Type:
            return setType(value);
        case Field::TypeLabel:
            return setTypeLabel(value);
        case Field::Key:
            return setOnce(record.key, std::string(value));
        case Field::Title:
            return setOnce(record.title, plainText(value));
        case Field::SourceTitle:
            return setOnce(record.sourceTitle, plainText(value));
        case Field::ShortSourceTitle:
            return addShortSourceTitle(value);
        case Field::Author:
            return addAuthors(value);
        case Field::Abstract:
            return setOnce(record.abstractText, plainText(value));
        case Field::Keyword:
            return addKeywords(value);
        case Field::Date:
            return addDate(value);
        case Field::Volume:
            return setOnce(record.volume, std::string(value));
        case Field::Issue:
            return setOnce(record.issue, std::string(value));
        case Field::PageFirst:
            return setOnce(record.pageFirst, std::string(value));
        case Field::PageLast:
            return setOnce(record.pageLast, std::string(value));
        case Field::ArticleNumber:
            return setOnce(record.articleNumber, std::string(value));
        case Field::Doi:
        case Field::PossibleDoi:
            return setDoi(value);
        case Field::Pmid:
            return isDigits(value) && value.size() <= 9 && setOnce(record.pmid, std::string(value));
        case Field::SerialNumber:
            addSerialNumbers(record, value);
            return !record.issn.empty() || !record.isbn.empty();
        case Field::Publisher:
            return setOnce(record.publisher, std::string(value));
        case Field::Language:
            return setOnce(record.language, languageFrom(value));
        case Field::Url:
            return addUrl(value);
        }
        return false;
    }

    bool setType(std::string_view value)
    {
        const auto *const known = std::ranges::find(kTypes, value, [](const auto &entry) { return entry.first; });
        if (m_read.record.type == RecordType::Other && known != kTypes.end()) {
            m_read.record.type = known->second;
        }
        return known != kTypes.end() || value == "GEN";
    }

    bool setTypeLabel(std::string_view value)
    {
        const auto type = typeFromLabel(value);
        m_read.record.type = type.value_or(m_read.record.type);
        return type.has_value();
    }

    bool addShortSourceTitle(std::string_view value)
    {
        if (m_shortSourceTitle.empty()) {
            m_shortSourceTitle = plainText(value);
        }
        return false; // kept as an extra too: it is not the title's full form
    }

    /// EndNote writes further values of a field on lines of their own.
    bool addAuthors(std::string_view value)
    {
        for (const std::string &line : pieces(value, "\n")) {
            if (auto author = authorFrom(line)) {
                m_read.record.authors.push_back(*std::move(author));
            }
        }
        return true;
    }

    bool addKeywords(std::string_view value)
    {
        for (const std::string &line : pieces(value, "\n")) {
            for (const std::string &keyword : pieces(line, ";")) {
                m_read.record.keywords.push_back(plainText(keyword));
            }
        }
        return true;
    }

    bool addDate(std::string_view value)
    {
        const PartialDate date = dateFrom(value);
        PartialDate &known = m_read.record.date;
        if (date.year && known.year && *date.year != *known.year) {
            return false; // PY counts; another date is of something else
        }
        known.year = known.year ? known.year : date.year;
        known.month = known.month ? known.month : date.month;
        known.day = known.day ? known.day : date.day;
        return date.year || date.month;
    }

    bool setDoi(std::string_view value)
    {
        std::string doi = bareDoi(value);
        return !doi.empty() && setOnce(m_read.record.doi, std::move(doi));
    }

    bool addUrl(std::string_view value)
    {
        if (m_read.record.eid.empty()) {
            m_read.record.eid = eidIn(value);
        }
        return setOnce(m_read.record.url, std::string(value));
    }

    ReadRecord &m_read;
    std::string m_shortSourceTitle;
};

class RisReader
{
public:
    RisReader(TextInput &input, RecordSink &sink)
        : m_input(input)
        , m_sink(sink)
    {
    }

    void run()
    {
        bool goesOn = true;
        while (goesOn && m_input.next()) {
            goesOn = takeLine(m_input.line());
        }
        if (goesOn && !m_fields.isEmpty()) {
            m_sink.diagnostic({Severity::Warning, m_line, "ER", "The last record has no end mark; the file may be cut short."});
            finish();
        }
        if (m_junkLines > 0) {
            m_sink.diagnostic({Severity::Info,
                               m_firstJunk,
                               {},
                               std::to_string(m_junkLines) + " lines between records belong to none and were skipped."});
        }
    }

private:
    bool takeLine(std::string_view line)
    {
        const std::size_t start = valueStart(line);
        if (start == 0) {
            if (m_isOpen) {
                m_fields.addContinuation(line);
            } else if (!trimmed(line).empty()) {
                m_firstJunk = m_junkLines++ == 0 ? m_input.lineNumber() : m_firstJunk;
            }
            return true;
        }
        const std::string_view tag = line.substr(0, 2);
        bool goesOn = true;
        if (tag == "TY" && m_isOpen) {
            m_sink.diagnostic({Severity::Warning, m_line, "ER", "A record has no end mark before the next one begins."});
            goesOn = finish();
        }
        if (tag == "ER") {
            if (m_isOpen) {
                m_fields.addContinuation(line);
                goesOn = finish();
            }
            return goesOn;
        }
        if (!m_isOpen) {
            m_isOpen = true;
            m_line = m_input.lineNumber();
        }
        m_fields.addField(tag, line, start);
        return goesOn;
    }

    bool finish()
    {
        ReadRecord read;
        read.line = m_line;
        RecordBuilder builder(read);
        for (std::size_t i = 0; i < m_fields.count(); ++i) {
            // The ER line was added as a continuation of the last field: it is no part of its value.
            std::string_view value = m_fields.value(i);
            if (i + 1 == m_fields.count()) {
                const std::size_t lastLine = value.rfind('\n');
                const std::string_view last = lastLine == std::string_view::npos ? value : value.substr(lastLine + 1);
                if (last.starts_with("ER ") && valueStart(std::string(last) + " ") > 0) {
                    value = lastLine == std::string_view::npos ? std::string_view() : trimmed(value.substr(0, lastLine));
                }
            }
            builder.add(m_fields.tag(i), value);
        }
        builder.finish();
        read.raw = m_fields.takeRaw();
        m_fields.clear();
        m_isOpen = false;
        if (!isUsable(read.record)) {
            return m_sink.rejected({m_line, "has no title, author, abstract or identifier", std::move(read.raw)});
        }
        return m_sink.record(std::move(read));
    }

    TextInput &m_input;
    RecordSink &m_sink;
    TaggedRecord m_fields;
    bool m_isOpen = false;
    std::int64_t m_line = 0;
    std::int64_t m_junkLines = 0;
    std::int64_t m_firstJunk = 0;
};

int detect(std::string_view head)
{
    int fields = 0;
    bool hasType = false;
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find('\n'));
        if (valueStart(line) > 0) {
            ++fields;
            hasType = hasType || line.starts_with("TY ");
        }
        head.remove_prefix(std::min(head.size(), line.size() + 1));
    }
    return hasType ? 95 : fields >= 3 ? 50 : 0;
}

Result<void> read(TextInput &input, RecordSink &sink)
{
    RisReader(input, sink).run();
    return input.status();
}

class RisWriter final : public RecordWriter
{
public:
    void begin(std::string & /*out*/) override {}

    void record(const ExportRecord &exported, std::string &out) override
    {
        const Record &record = exported.record;
        const RecordTypeNames &type = namesOf(record.type);
        put(out, "TY", type.ris);
        put(out, "ID", record.key);
        for (const PersonName &author : record.authors) {
            put(out, "AU", author.given.empty() ? author.family : author.family + ", " + author.given);
        }
        put(out, "TI", record.title);
        putDate(out, record.date);
        put(out, "T2", record.sourceTitle);
        put(out, "VL", record.volume);
        put(out, "IS", record.issue);
        put(out, "C7", record.articleNumber);
        put(out, "SP", record.pageFirst);
        put(out, "EP", record.pageLast);
        put(out, "DO", record.doi);
        put(out, "UR", record.url);
        if (!record.eid.empty() && record.url.find(record.eid) == std::string::npos) {
            put(out, "UR", "https://www.scopus.com/inward/record.uri?eid=" + record.eid);
        }
        put(out, "AB", record.abstractText);
        for (const std::vector<std::string> *list : {&record.keywords, &record.indexTerms}) {
            for (const std::string &keyword : *list) {
                put(out, "KW", keyword);
            }
        }
        put(out, "PB", record.publisher);
        putEach(out, "SN", record.issn);
        putEach(out, "SN", record.isbn);
        put(out, "C2", record.pmid);
        put(out, "LA", record.language);
        put(out, "M3", record.type == RecordType::Other ? std::string_view() : type.label);
        for (const RawField &extra : exported.extras) {
            put(out, extra.name, extra.value);
        }
        for (const Decision &decision : exported.decisions) {
            put(out, "N1", decisionLine(decision));
        }
        out += "ER  - \n\n";
    }

    void end(std::string & /*out*/) override {}

private:
    static void put(std::string &out, std::string_view tag, std::string_view value)
    {
        if (!value.empty()) {
            out += tag;
            out += "  - ";
            out += value.find('\n') == std::string_view::npos ? std::string(value) : squeezed(value);
            out += '\n';
        }
    }

    static void putEach(std::string &out, std::string_view tag, std::string_view list)
    {
        for (const std::string &entry : pieces(list, " ")) {
            put(out, tag, entry);
        }
    }

    static void putDate(std::string &out, const PartialDate &date)
    {
        if (!date.year) {
            return;
        }
        put(out, "PY", std::to_string(*date.year));
        if (date.month) {
            put(out,
                "DA",
                std::to_string(*date.year) + '/' + std::to_string(*date.month) + '/'
                    + (date.day ? std::to_string(*date.day) : std::string()) + '/');
        }
    }
};

} // namespace

const Format ris{"ris",
                 "RIS",
                 "ris",
                 detect,
                 read,
                 []() -> std::unique_ptr<RecordWriter> { return std::make_unique<RisWriter>(); }};

} // namespace winnow::formats
