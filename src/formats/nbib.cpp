#include "formats/format.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "formats/support/tagged.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::formats {

extern const Format nbib;

namespace {

/// MEDLINE display format (NLM, "MEDLINE/PubMed Data Element Descriptions").
enum class Field {
    Pmid,
    Title,
    BookTitle,
    SourceTitle,
    ShortSourceTitle,
    FullAuthor,
    Author,
    Organisation,
    Abstract,
    Keyword,
    IndexTerm,
    Date,
    Volume,
    Issue,
    Pages,
    ArticleId,
    SerialNumber,
    Publisher,
    Language,
    Type,
};

using Entry = std::pair<std::string_view, Field>;

constexpr std::array kFields{
    Entry{"PMID", Field::Pmid},       Entry{"TI", Field::Title},          Entry{"BTI", Field::BookTitle},
    Entry{"JT", Field::SourceTitle},  Entry{"TA", Field::ShortSourceTitle}, Entry{"FAU", Field::FullAuthor},
    Entry{"AU", Field::Author},       Entry{"CN", Field::Organisation},   Entry{"AB", Field::Abstract},
    Entry{"OT", Field::Keyword},      Entry{"MH", Field::IndexTerm},      Entry{"DP", Field::Date},
    Entry{"VI", Field::Volume},       Entry{"IP", Field::Issue},          Entry{"PG", Field::Pages},
    Entry{"LID", Field::ArticleId},   Entry{"AID", Field::ArticleId},     Entry{"IS", Field::SerialNumber},
    Entry{"ISBN", Field::SerialNumber}, Entry{"PB", Field::Publisher},    Entry{"LA", Field::Language},
    Entry{"PT", Field::Type},
};

/// "PMID- 1", "TI  - x": a tag of up to four capitals, padded to four, a hyphen and a space.
bool beginsField(std::string_view line)
{
    if (line.size() < 5 || line[4] != '-' || line[0] < 'A' || line[0] > 'Z') {
        return false;
    }
    bool isPadding = false;
    for (const char c : line.substr(0, 4)) {
        if (c == ' ') {
            isPadding = true;
        } else if (isPadding || !((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
            return false;
        }
    }
    return line.size() == 5 || line[5] == ' ';
}

class RecordBuilder
{
public:
    explicit RecordBuilder(ReadRecord &read)
        : m_read(read)
    {
    }

    void add(std::string_view tag, std::string_view lines)
    {
        const std::string value = lines.find('\n') == std::string_view::npos ? std::string(lines) : squeezed(lines);
        const auto *const known = std::ranges::find(kFields, tag, &Entry::first);
        if (known == kFields.end() || !set(known->second, value)) {
            m_read.extras.push_back({std::string(tag), value});
        }
    }

    void finish()
    {
        Record &record = m_read.record;
        record.key = record.pmid;
        if (record.authors.empty()) {
            record.authors = std::move(m_shortAuthors);
        }
        if (record.sourceTitle.empty()) {
            record.sourceTitle = std::move(m_shortSourceTitle);
        }
    }

private:
    static bool setOnce(std::string &target, std::string value)
    {
        const bool isFirst = target.empty();
        if (isFirst) {
            target = std::move(value);
        }
        return isFirst;
    }

    bool set(Field field, const std::string &value)
    {
        Record &record = m_read.record;
        switch (field) {
        case Field::Pmid:
            return setOnce(record.pmid, bareNumber(value));
        case Field::Title:
            return setOnce(record.title, plainText(value));
        case Field::BookTitle:
            return record.title.empty() ? setOnce(record.title, plainText(value)) : setOnce(record.sourceTitle, plainText(value));
        case Field::SourceTitle:
            return setOnce(record.sourceTitle, plainText(value));
        case Field::ShortSourceTitle:
            m_shortSourceTitle = value;
            return false;
        case Field::FullAuthor:
            return addAuthor(record.authors, value);
        case Field::Author:
            return addAuthor(m_shortAuthors, value);
        case Field::Organisation:
            record.authors.push_back({value, {}});
            return true;
        case Field::Abstract:
            return setOnce(record.abstractText, plainText(value));
        case Field::Keyword:
            record.keywords.push_back(plainText(value));
            return true;
        case Field::IndexTerm:
            record.indexTerms.push_back(plainText(value));
            return true;
        case Field::Date:
            record.date = dateFrom(value);
            return record.date.year.has_value();
        case Field::Volume:
            return setOnce(record.volume, value);
        case Field::Issue:
            return setOnce(record.issue, value);
        case Field::Pages:
            setPages(record, value);
            return true;
        case Field::ArticleId:
            return value.ends_with("[doi]") && setOnce(record.doi, bareDoi(value));
        case Field::SerialNumber:
            addSerialNumbers(record, value);
            return true;
        case Field::Publisher:
            return setOnce(record.publisher, value);
        case Field::Language:
            return setOnce(record.language, languageFrom(value));
        case Field::Type:
            return setType(value);
        }
        return false;
    }

    static bool addAuthor(std::vector<PersonName> &authors, const std::string &value)
    {
        if (auto author = authorFrom(value)) {
            authors.push_back(*std::move(author));
        }
        return true;
    }

    /// Several types stand side by side ("Journal Article", "Review"); all but Article say more than Article.
    bool setType(const std::string &value)
    {
        const auto type = typeFromLabel(value);
        if (type && (m_read.record.type == RecordType::Other || m_read.record.type == RecordType::Article)) {
            m_read.record.type = *type;
        }
        return type.has_value();
    }

    ReadRecord &m_read;
    std::vector<PersonName> m_shortAuthors;
    std::string m_shortSourceTitle;
};

class NbibReader
{
public:
    NbibReader(TextInput &input, RecordSink &sink)
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
            finish();
        }
    }

private:
    /// A record ends with an empty line, or where the next PMID begins.
    bool takeLine(std::string_view line)
    {
        if (trimmed(line).empty()) {
            return m_fields.isEmpty() || finish();
        }
        if (!beginsField(line)) {
            if (!m_fields.isEmpty()) {
                m_fields.addContinuation(line);
            }
            return true;
        }
        bool goesOn = true;
        if (line.starts_with("PMID-") && m_hasPmid) {
            goesOn = finish();
        }
        m_hasPmid = m_hasPmid || line.starts_with("PMID-");
        if (m_fields.isEmpty()) {
            m_line = m_input.lineNumber();
        }
        m_fields.addField(trimmed(line.substr(0, 4)), line, 5);
        return goesOn;
    }

    bool finish()
    {
        ReadRecord read;
        read.line = m_line;
        RecordBuilder builder(read);
        for (std::size_t i = 0; i < m_fields.count(); ++i) {
            builder.add(m_fields.tag(i), m_fields.value(i));
        }
        builder.finish();
        read.raw = m_fields.takeRaw();
        m_fields.clear();
        m_hasPmid = false;
        if (!isUsable(read.record)) {
            return m_sink.rejected({m_line, "has no title, author, abstract or PMID", std::move(read.raw)});
        }
        return m_sink.record(std::move(read));
    }

    TextInput &m_input;
    RecordSink &m_sink;
    TaggedRecord m_fields;
    bool m_hasPmid = false;
    std::int64_t m_line = 0;
};

int detect(std::string_view head)
{
    int fields = 0;
    bool hasPmid = false;
    bool hasRisType = false;
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find('\n'));
        fields += static_cast<int>(beginsField(line));
        hasPmid = hasPmid || line.starts_with("PMID- ") || line.starts_with("OWN - ");
        hasRisType = hasRisType || line.starts_with("TY  - ");
        head.remove_prefix(std::min(head.size(), line.size() + 1));
    }
    return hasPmid && fields >= 2 && !hasRisType ? 96 : 0;
}

Result<void> read(TextInput &input, RecordSink &sink)
{
    NbibReader(input, sink).run();
    return input.status();
}

} // namespace

const Format nbib{"nbib", "PubMed (NBIB)", "nbib", detect, read, nullptr};

} // namespace winnow::formats
