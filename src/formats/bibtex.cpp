#include "formats/format.h"
#include "formats/support/bibtex_entry.h"
#include "formats/support/markup.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "text/person_name.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::formats {

extern const Format bibtex;

namespace {

constexpr std::size_t kMaxEntryBytes = std::size_t{16} << 20U;

enum class Field {
    Author,
    Title,
    SourceTitle,
    Year,
    Month,
    Volume,
    Issue,
    Pages,
    ArticleNumber,
    Doi,
    Pmid,
    SerialNumber,
    Publisher,
    Language,
    Url,
    Abstract,
    Keywords,
    IndexTerms,
    TypeLabel,
};

using Entry = std::pair<std::string_view, Field>;

/// Names in lower case: BibTeX, BibLaTeX, and what Scopus and Web of Science write.
constexpr std::array kFields{
    Entry{"author", Field::Author},        Entry{"title", Field::Title},           Entry{"journal", Field::SourceTitle},
    Entry{"journaltitle", Field::SourceTitle}, Entry{"booktitle", Field::SourceTitle}, Entry{"year", Field::Year},
    Entry{"date", Field::Year},            Entry{"month", Field::Month},           Entry{"volume", Field::Volume},
    Entry{"number", Field::Issue},         Entry{"issue", Field::Issue},           Entry{"pages", Field::Pages},
    Entry{"art_number", Field::ArticleNumber}, Entry{"article-number", Field::ArticleNumber}, Entry{"eid", Field::ArticleNumber},
    Entry{"doi", Field::Doi},              Entry{"pmid", Field::Pmid},             Entry{"pubmed_id", Field::Pmid},
    Entry{"issn", Field::SerialNumber},    Entry{"eissn", Field::SerialNumber},    Entry{"isbn", Field::SerialNumber},
    Entry{"publisher", Field::Publisher},  Entry{"language", Field::Language},     Entry{"langid", Field::Language},
    Entry{"url", Field::Url},              Entry{"abstract", Field::Abstract},     Entry{"author_keywords", Field::Keywords},
    Entry{"keywords", Field::Keywords},    Entry{"keywords-plus", Field::IndexTerms}, Entry{"document_type", Field::TypeLabel},
    Entry{"type", Field::TypeLabel},
};

/// Names divided by " and " outside braces.
std::vector<std::string> splitNames(std::string_view text)
{
    const std::string flat = squeezed(text);
    std::vector<std::string> names;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < flat.size(); ++i) {
        depth += flat[i] == '{' ? 1 : flat[i] == '}' ? -1 : 0;
        if (depth == 0 && flat.compare(i, 5, " and ") == 0) {
            names.push_back(flat.substr(begin, i - begin));
            begin = i + 5;
            i += 4;
        }
    }
    names.push_back(flat.substr(begin));
    return names;
}

class RecordBuilder
{
public:
    RecordBuilder(const BibtexEntry &entry, ReadRecord &read)
        : m_entry(entry)
        , m_read(read)
    {
    }

    void build()
    {
        m_read.record.key = m_entry.key;
        m_read.record.type = typeFromLabel(m_entry.type).value_or(RecordType::Other);
        const bool hasAuthorKeywords =
            std::ranges::any_of(m_entry.fields, [](const RawField &field) { return field.name == "author_keywords"; });
        for (const RawField &field : m_entry.fields) {
            const auto *const known = std::ranges::find(kFields, std::string_view(field.name), &Entry::first);
            // Scopus: "keywords" are its index terms where the authors' own have a field.
            const bool isIndex = hasAuthorKeywords && field.name == "keywords";
            const Field meaning = known == kFields.end() ? Field::Title : isIndex ? Field::IndexTerms : known->second;
            if (known == kFields.end() || !set(meaning, field.value)) {
                m_read.extras.push_back(field);
            }
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

    static std::string plain(std::string_view value) { return plainText(withoutLatex(value)); }

    bool set(Field field, const std::string &value)
    {
        Record &record = m_read.record;
        switch (field) {
        case Field::Author:
            return addAuthors(value);
        case Field::Title:
            return setOnce(record.title, plain(value));
        case Field::SourceTitle:
            return setOnce(record.sourceTitle, plain(value));
        case Field::Year:
            return setYear(value);
        case Field::Month:
            record.date.month = monthFrom(value);
            return record.date.month.has_value();
        case Field::Volume:
            return setOnce(record.volume, plain(value));
        case Field::Issue:
            return setOnce(record.issue, plain(value));
        case Field::Pages:
            setPages(record, plain(value));
            return true;
        case Field::ArticleNumber:
            return setOnce(record.articleNumber, plain(value));
        case Field::Doi:
            return setOnce(record.doi, bareDoi(withoutLatex(value)));
        case Field::Pmid:
            return setOnce(record.pmid, bareNumber(value));
        case Field::SerialNumber:
            addSerialNumbers(record, value);
            return true;
        case Field::Publisher:
            return setOnce(record.publisher, plain(value));
        case Field::Language:
            return setOnce(record.language, languageFrom(plain(value)));
        case Field::Url:
            record.eid = record.eid.empty() ? eidIn(value) : record.eid;
            return setOnce(record.url, value);
        case Field::Abstract:
            return setOnce(record.abstractText, plain(value));
        case Field::Keywords:
            return addList(record.keywords, value);
        case Field::IndexTerms:
            return addList(record.indexTerms, value);
        case Field::TypeLabel:
            return setType(value);
        }
        return false;
    }

    bool addAuthors(std::string_view value)
    {
        for (const std::string &name : splitNames(value)) {
            const text::NameParts parts = text::parseBibtexName(name);
            PersonName author{plain(parts.family), plain(parts.given)};
            if (!author.family.empty() && !equalsIgnoringCase(author.family, "others")) {
                m_read.record.authors.push_back(std::move(author));
            }
        }
        return true;
    }

    bool setYear(std::string_view value)
    {
        const PartialDate date = dateFrom(value);
        PartialDate &known = m_read.record.date;
        known.year = date.year ? date.year : known.year;
        known.month = date.month ? date.month : known.month;
        known.day = date.day ? date.day : known.day;
        return date.year.has_value();
    }

    static bool addList(std::vector<std::string> &list, const std::string &value)
    {
        const std::string flat = plain(value);
        for (const std::string &entry : pieces(flat, flat.find(';') != std::string::npos ? ";" : ",")) {
            list.push_back(entry);
        }
        return true;
    }

    bool setType(std::string_view value)
    {
        const auto type = typeFromLabel(value);
        m_read.record.type = type.value_or(m_read.record.type);
        return type.has_value();
    }

    const BibtexEntry &m_entry;
    ReadRecord &m_read;
};

class BibtexReader
{
public:
    BibtexReader(TextInput &input, RecordSink &sink)
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
        if (goesOn && !m_raw.empty()) {
            finish(true);
        }
    }

private:
    bool takeLine(std::string_view line)
    {
        bool goesOn = true;
        const bool begins = beginsBibtexEntry(line);
        if (begins && !m_raw.empty()) {
            goesOn = finish(true);
        }
        if (begins) {
            m_line = m_input.lineNumber();
            m_depth = {};
        } else if (m_raw.empty()) {
            return goesOn; // text between entries is a comment in BibTeX
        }
        appendLine(m_raw, line);
        m_depth.add(line);
        if (goesOn && m_depth.isClosed()) {
            goesOn = finish(false);
        } else if (m_raw.size() > kMaxEntryBytes) {
            goesOn = m_sink.rejected({m_line, "never ends: a closing brace is missing", std::move(m_raw)});
            m_raw.clear();
        }
        return goesOn;
    }

    bool finish(bool isBroken)
    {
        std::string raw = std::exchange(m_raw, {});
        const BibtexEntry entry = parseBibtexEntry(raw, m_macros);
        if (entry.isNoRecord) {
            return true;
        }
        ReadRecord read;
        read.line = m_line;
        RecordBuilder(entry, read).build();
        if (!isUsable(read.record)) {
            const char *reason = isBroken ? "is broken: its braces do not close" : "has no title, author, abstract or identifier";
            return m_sink.rejected({m_line, reason, std::move(raw)});
        }
        if (isBroken) {
            m_sink.diagnostic({Severity::Warning,
                               m_line,
                               {},
                               "The braces of an entry do not close; what could be read of it was kept."});
        }
        read.raw = std::move(raw);
        return m_sink.record(std::move(read));
    }

    TextInput &m_input;
    RecordSink &m_sink;
    BibtexMacros m_macros;
    BraceDepth m_depth;
    std::string m_raw;
    std::int64_t m_line = 0;
};

int detect(std::string_view head)
{
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find('\n'));
        if (beginsBibtexEntry(line)) {
            return 90;
        }
        head.remove_prefix(std::min(head.size(), line.size() + 1));
    }
    return 0;
}

Result<void> read(TextInput &input, RecordSink &sink)
{
    BibtexReader(input, sink).run();
    return input.status();
}

} // namespace

const Format bibtex{"bibtex", "BibTeX", "bib", detect, read, nullptr};

} // namespace winnow::formats
