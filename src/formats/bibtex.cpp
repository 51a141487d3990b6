#include "formats/format.h"
#include "formats/support/bibtex_entries.h"
#include "formats/support/identifiers.h"
#include "formats/support/markup.h"
#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "text/person_name.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

extern const Format bibtex;

namespace {

using enum FieldKind;

/// BibTeX, BibLaTeX, and the fields that Scopus, Web of Science and others add. In lower case, with "-" for
/// "_".
constexpr std::array kRules{
    FieldRule{"title", Title, 0},
    FieldRule{"author", Authors, 0},
    FieldRule{"abstract", Abstract, 0},
    FieldRule{"journal", SourceTitle, 0},
    FieldRule{"journaltitle", SourceTitle, 0},
    FieldRule{"booktitle", SourceTitle, 1},
    FieldRule{"abbrev-source-title", SourceTitle, 5},
    FieldRule{"volume", Volume, 0},
    FieldRule{"number", Issue, 0},
    FieldRule{"issue", Issue, 1},
    FieldRule{"pages", Pages, 0},
    FieldRule{"article-number", ArticleNumber, 0},
    FieldRule{"art-number", ArticleNumber, 0},
    FieldRule{"articleno", ArticleNumber, 0},
    FieldRule{"eid", ArticleNumber, 1},
    FieldRule{"year", Date, 0},
    FieldRule{"date", Date, 1},
    FieldRule{"month", Month, 2},
    FieldRule{"day", Day, 3},
    FieldRule{"doi", Doi, 0},
    FieldRule{"pmid", Pmid, 0},
    FieldRule{"pubmed-id", Pmid, 1},
    FieldRule{"url", Url, 0},
    FieldRule{"issn", Issns, 0},
    FieldRule{"eissn", Issns, 1},
    FieldRule{"isbn", SerialNumbers, 0},
    FieldRule{"publisher", Publisher, 0},
    FieldRule{"language", Language, 0},
    FieldRule{"langid", Language, 1},
    FieldRule{"author-keywords", Keywords, 0},
    FieldRule{"keywords", Keywords, 0},
    FieldRule{"keyword", Keywords, 0},
    FieldRule{"keywords-plus", IndexTerms, 0},
    FieldRule{"document-type", TypeLabel, 0},
    FieldRule{"type", TypeLabel, 1},
};

struct TypeRule
{
    std::string_view name;
    RecordType type;
};

constexpr std::array kTypes{
    TypeRule{"article", RecordType::Article},
    TypeRule{"conference", RecordType::ConferencePaper},
    TypeRule{"inproceedings", RecordType::ConferencePaper},
    TypeRule{"proceedings", RecordType::Book},
    TypeRule{"book", RecordType::Book},
    TypeRule{"collection", RecordType::Book},
    TypeRule{"incollection", RecordType::Chapter},
    TypeRule{"inbook", RecordType::Chapter},
    TypeRule{"phdthesis", RecordType::Thesis},
    TypeRule{"mastersthesis", RecordType::Thesis},
    TypeRule{"thesis", RecordType::Thesis},
    TypeRule{"techreport", RecordType::Report},
    TypeRule{"report", RecordType::Report},
    TypeRule{"unpublished", RecordType::Preprint},
    TypeRule{"online", RecordType::WebPage},
    TypeRule{"electronic", RecordType::WebPage},
    TypeRule{"dataset", RecordType::Dataset},
    TypeRule{"misc", RecordType::Other},
};

const TypeRule *typeRule(std::string_view name)
{
    const auto *const found = std::ranges::find(kTypes, name, &TypeRule::name);
    return found == kTypes.end() ? nullptr : found;
}

/// Names are divided at "and" outside of braces; each loses its LaTeX only afterwards, since braces keep a
/// name whole.
void addBibtexAuthors(Record &record, std::string_view text)
{
    const std::string flat = squeezed(text);
    const auto take = [&](std::string_view name) {
        text::NameParts parts = text::parseBibtexName(name);
        parts = {plainText(withoutLatex(parts.family)), plainText(withoutLatex(parts.given))};
        const auto author = personFrom(std::move(parts));
        if (!author || equalsIgnoringCase(author->family, "others")) {
            return;
        }
        // Once more in the plain form, where braces protect nothing.
        if (auto plain = personFrom(text::parseName(printed(*author)))) {
            record.authors.push_back(*std::move(plain));
        }
    };
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < flat.size(); ++i) {
        depth += flat[i] == '{' ? 1 : flat[i] == '}' ? -1 : 0;
        if (depth <= 0 && flat[i] == ' ' &&
            equalsIgnoringCase(std::string_view(flat).substr(i, 5), " and ")) {
            take(std::string_view(flat).substr(begin, i - begin));
            begin = i + 5;
            i += 3;
        }
    }
    take(std::string_view(flat).substr(std::min(begin, flat.size())));
}

/// Without the second pair of braces that Web of Science puts around a value ("{{Title}}").
std::string_view withoutOuterBraces(std::string_view text)
{
    text = trimmed(text);
    const bool isWrapped = text.size() >= 2 && text.front() == '{' && text.find('}') == text.size() - 1;
    return isWrapped ? text.substr(1, text.size() - 2) : text;
}

/// A list of names in braces as a whole is no name in braces.
bool isListInBraces(std::string_view text)
{
    return text.find(" and ") != std::string_view::npos && text.find(',') != std::string_view::npos;
}

class BibtexReader
{
public:
    BibtexReader(TextInput &input, RecordSink &sink)
        : m_entries(input)
        , m_sink(sink)
    {}

    void read()
    {
        BibtexEntry entry;
        bool goesOn = true;
        while (goesOn && m_entries.next(entry)) {
            if (!entry.problem.empty()) {
                goesOn = m_sink.rejected({entry.line, std::move(entry.problem), std::move(entry.raw)});
                continue;
            }
            ReadRecord read;
            build(entry, read);
            if (!entry.warning.empty() && isUsable(read.record)) {
                m_sink.diagnostic({Severity::Warning, entry.line, {}, std::move(entry.warning)});
            }
            read.raw = std::move(entry.raw);
            goesOn = deliver(m_sink, std::move(read));
        }
    }

private:
    void build(BibtexEntry &entry, ReadRecord &read)
    {
        read.line = entry.line;
        read.record.key = squeezed(entry.key);
        const TypeRule *const type = typeRule(entry.type);
        read.record.type = type == nullptr ? RecordType::Other : type->type;
        m_hasIndexTerms = std::ranges::any_of(entry.fields, [](const RawField &field) {
            return equalsIgnoringCase(field.name, "author_keywords") ||
                   (equalsIgnoringCase(field.name, "source") && field.value == "Scopus");
        });
        for (RawField &field : entry.fields) {
            addField(field);
        }
        m_builder.finish(read);
    }

    /// Resolves LaTeX in place: the builder only keeps views of the values.
    void addField(RawField &field)
    {
        std::string name = lowered(field.name);
        std::ranges::replace(name, '_', '-');
        const auto *const rule = std::ranges::find(kRules, std::string_view(name), &FieldRule::name);
        FieldKind kind = rule == kRules.end() ? Extra : rule->kind;
        const int rank = rule == kRules.end() ? 0 : rule->rank;
        if (name == "keywords" && m_hasIndexTerms) {
            kind = IndexTerms; // of Scopus, where the authors' own keywords have a field
        }
        if (name == "eid" && !eidIn(field.value).empty()) {
            kind = Eid;
        }
        if (kind == Extra || kind == Authors) {
            const bool isOneName = kind == Authors && !isListInBraces(field.value);
            m_builder.add(kind,
                          rank,
                          field.name,
                          isOneName ? std::string_view(field.value) : withoutOuterBraces(field.value));
            return;
        }
        if (kind == Doi || kind == Url || kind == Pages) {
            std::erase_if(field.value, [](char c) { return c == '{' || c == '}' || c == '\\'; });
        } else if (field.value.find_first_of("\\{}~$-") != std::string::npos) {
            field.value = withoutLatex(field.value);
        }
        m_builder.add(kind, rank, field.name, field.value);
    }

    BibtexEntries m_entries;
    RecordSink &m_sink;
    RecordBuilder m_builder{{addBibtexAuthors, true, true}};
    bool m_hasIndexTerms = false;
};

Detection detect(std::string_view head)
{
    for (std::int64_t number = 1; !head.empty(); ++number) {
        const std::string_view line = trimmed(takeLine(head));
        if (isBibtexStart(line)) {
            const std::string type = lowered(trimmed(line.substr(1, line.find_first_of("{(") - 1)));
            const bool isKnown =
                typeRule(type) != nullptr || type == "string" || type == "preamble" || type == "comment";
            return {isKnown ? 92 : 50, "line " + std::to_string(number) + " begins an entry @" + type, {}};
        }
    }
    return {};
}

/// Each record begins with "@type{" at the begin of a line.
std::int64_t count(TextInput &input)
{
    std::int64_t records = 0;
    while (input.next()) {
        const std::string_view line = trimmed(input.line());
        const std::size_t open = line.find_first_of("{(");
        if (!line.starts_with('@') || open == std::string_view::npos) {
            continue;
        }
        const std::string type = lowered(trimmed(line.substr(1, open - 1)));
        const bool isOther = type == "string" || type == "comment" || type == "preamble";
        records +=
            static_cast<std::int64_t>(!type.empty() && std::ranges::all_of(type, isLetter) && !isOther);
    }
    return records;
}

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    BibtexReader(input, sink).read();
    return input.status();
}

} // namespace

const Format bibtex{"bibtex", "BibTeX", "bib", detect, read, count, nullptr};

} // namespace winnow::formats
