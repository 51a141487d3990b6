#include "formats/support/bibtex_writer.h"

#include "formats/support/bibtex_names.h"
#include "formats/support/bibtex_vocabulary.h"
#include "formats/support/decision_text.h"
#include "formats/support/identifiers.h"
#include "formats/support/latex.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"
#include "text/fold.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>

namespace winnow::formats {

namespace {

/// Gives each entry a key of its own.
class KeyMaker
{
public:
    /// `wanted` itself where it is free, otherwise with a letter or more behind it.
    std::string take(const std::string &wanted)
    {
        std::uint32_t &count = m_used[hash(wanted)];
        if (count++ == 0) {
            return wanted;
        }
        for (;; ++count) {
            std::string key = wanted + letters(count - 1);
            if (m_used.try_emplace(hash(key), 1U).second) {
                return key;
            }
        }
    }

private:
    /// Without regard to letter case, as BibTeX compares.
    static std::size_t hash(const std::string &key) { return std::hash<std::string>()(lowered(key)); }

    /// 1 -> a, 26 -> z, 27 -> aa
    static std::string letters(std::uint32_t number)
    {
        std::string result;
        for (; number > 0; number = (number - 1) / 26) {
            result.insert(result.begin(), static_cast<char>('a' + (number - 1) % 26));
        }
        return result;
    }

    std::unordered_map<std::size_t, std::uint32_t> m_used; ///< by hash of the key: how often it was wanted
};

bool isValidKey(std::string_view key)
{
    return !key.empty() && std::ranges::all_of(key, [](char c) {
        return c > ' ' && c < 0x7F && std::string_view("{}(),=#%\"'\\~").find(c) == std::string_view::npos;
    });
}

/// "smith2020reefs", of letters and digits alone.
std::string madeKey(const Record &record)
{
    const auto word = [](std::string_view text) {
        std::string result = text::fold(text.substr(0, 60));
        result = result.substr(0, result.find(' '));
        std::erase_if(result, [](char c) { return !isLetter(c) && !isDigit(c); });
        return result;
    };
    std::string key = record.authors.empty() ? std::string() : word(record.authors.front().family);
    key += record.date.year ? std::to_string(*record.date.year) : std::string();
    key += word(record.title);
    return key.empty() ? "record" : key;
}

/// Whether the braces of a value match, those behind a backslash counted or not.
bool hasMatchingBraces(std::string_view text)
{
    int depth = 0;
    int counted = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscaped = i > 0 && text[i - 1] == '\\' && (i < 2 || text[i - 2] != '\\');
        const int step = text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        counted += step;
        depth += isEscaped ? 0 : step;
        if (depth < 0 || counted < 0) {
            return false;
        }
    }
    return depth == 0 && counted == 0 && !text.ends_with('\\');
}

/// An entry of a list of one: the word "and" would divide it.
std::string asListEntry(std::string_view latex)
{
    std::string result;
    for (std::size_t begin = 0; begin < latex.size();) {
        const std::size_t end = std::min(latex.find(' ', begin), latex.size());
        const std::string word(latex.substr(begin, end - begin));
        result += equalsIgnoringCase(word, "and") ? '{' + word + '}' : word;
        result += end < latex.size() ? " " : "";
        begin = end + 1;
    }
    return result;
}

/// A web address or DOI is taken as it stands; only what would end the field is written out.
std::string asAddress(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        result += c == '\\'  ? "\\textbackslash{}"
                  : c == '{' ? "\\textbraceleft{}"
                  : c == '}' ? "\\textbraceright{}"
                             : std::string(1, c);
    }
    return result;
}

class BibtexWriter final : public RecordWriter
{
public:
    void begin(std::string & /*out*/) override {}

    void record(const ExportRecord &exported, std::string &out) override
    {
        const Record &record = exported.record;
        m_out = &out;
        m_names.clear();
        const BibtexShape shape = bibtexShape(record.type);
        const bool hasOwnKey = isValidKey(record.key);
        const std::string key = m_keys.take(hasOwnKey ? record.key : madeKey(record));
        out.append("@").append(shape.entry).append("{").append(key).append(",\n");
        if (key != record.key) {
            begin(kKeyField);
            out.append(asLatex(record.key)).append("},\n");
        }
        authors(exported);
        text("title", record.title);
        publication(record, shape);
        date(record.date);
        identifiers(record);
        text("abstract", record.abstractText);
        terms(exported);
        type(record, shape);
        remarks(exported);
        out += "}\n\n";
    }

    Result<void> end(std::string & /*out*/) override { return {}; }

private:
    void begin(std::string_view name)
    {
        m_names.try_emplace(lowered(name), 1);
        m_out->append("  ").append(name).append(" = {");
    }

    /// A field whose value is LaTeX already.
    void field(std::string_view name, std::string_view value)
    {
        if (!value.empty()) {
            begin(name);
            m_out->append(value).append("},\n");
        }
    }

    /// A field of plain text without markup.
    void plain(std::string_view name, std::string_view value) { field(name, asLatex(value)); }

    /// A field whose markup the reader resolves.
    void text(std::string_view name, const std::string &value) { field(name, asLatex(markedUp(value))); }

    void authors(const ExportRecord &exported)
    {
        std::string names;
        for (const PersonName &author : exported.record.authors) {
            names += names.empty() ? "" : " and ";
            names += bibtexName(author);
        }
        const bool isCut = std::ranges::any_of(exported.extras, isAndOthers);
        field("author", names + (isCut && !names.empty() ? " and others" : ""));
    }

    static bool isAndOthers(const RawField &extra)
    {
        return extra.name == "author" && extra.value == kAndOthers;
    }

    void publication(const Record &record, const BibtexShape &shape)
    {
        // Without a title, a "booktitle" would be read as one.
        text(record.title.empty() ? "journal" : shape.sourceTitle, record.sourceTitle);
        plain("volume", record.volume);
        plain("number", record.issue);
        pages(record);
        const bool isLikeEid = !eidIn(record.articleNumber).empty();
        plain(isLikeEid ? "article-number" : "eid", record.articleNumber);
        field(shape.publisher, asListEntry(asLatex(markedUp(record.publisher))));
        plain("language", record.language);
    }

    /// The two pages keep apart in fields of their own when one field cannot hold them.
    void pages(const Record &record)
    {
        const std::string dash = record.pageFirst.find('-') == std::string::npos ? "--" : "\u2013";
        const std::string both =
            record.pageLast.empty() ? record.pageFirst : record.pageFirst + dash + record.pageLast;
        field("pages", asPages(both));
        Record read;
        setPages(read, withoutLatex(asPages(both)));
        if (read.pageFirst != record.pageFirst || read.pageLast != record.pageLast) {
            plain("winnow-page-first", record.pageFirst);
            plain("winnow-page-last", record.pageLast);
        }
    }

    /// "--" is the dash of a range and not to be taken apart.
    static std::string asPages(std::string_view pages)
    {
        std::string result = asLatex(pages);
        if (const std::size_t at = result.find("-{}-"); at != std::string::npos) {
            result.replace(at, 4, "--");
        }
        return result;
    }

    /// BibTeX's styles take months by their macros.
    void date(const PartialDate &date)
    {
        field("year", date.year ? yearText(*date.year) : std::string());
        if (date.month) {
            m_names.try_emplace("month", 1);
            m_out->append("  month = ").append(lowered(monthName(*date.month))).append(",\n");
        }
        field("day", date.day ? std::to_string(*date.day) : std::string());
    }

    void identifiers(const Record &record)
    {
        field("doi", asAddress(record.doi));
        plain("pmid", record.pmid);
        plain("pmcid", record.pmcid);
        if (eidIn(record.url) != record.eid) {
            plain(kEidField, record.eid);
        }
        plain("issn", record.issn);
        plain("isbn", record.isbn);
        field("url", asAddress(record.url));
    }

    /// Programs divide keywords at commas, and so does our reader where it finds no semicolon.
    static std::string joined(const std::vector<std::string> &terms)
    {
        const bool haveCommas = std::ranges::any_of(terms, [](const std::string &term) {
            return markedUp(term).find_first_of(",;") != std::string::npos;
        });
        std::string result;
        for (const std::string &term : terms) {
            result += (result.empty() ? "" : haveCommas ? "; " : ", ") + asLatex(markedUp(term));
        }
        return result + (haveCommas && terms.size() == 1 ? ";" : "");
    }

    void terms(const ExportRecord &exported)
    {
        const Record &record = exported.record;
        const bool areIndexTerms = !record.indexTerms.empty() || exported.source == "Scopus" ||
                                   std::ranges::any_of(exported.extras, [](const RawField &extra) {
                                       return lowered(extra.name) == "source" && extra.value == "Scopus";
                                   });
        if (!areIndexTerms) {
            field("keywords", joined(record.keywords));
            return;
        }
        begin("author_keywords"); // also when it is empty: it says what "keywords" are
        m_out->append(joined(record.keywords)).append("},\n");
        field("keywords", joined(record.indexTerms));
    }

    void type(const Record &record, const BibtexShape &shape)
    {
        if (typeOfBibtexEntry(shape.entry) != record.type) {
            plain("document_type", namesOf(record.type).label);
        }
    }

    void remarks(const ExportRecord &exported)
    {
        const bool hasSource = std::ranges::any_of(
            exported.extras, [](const RawField &extra) { return lowered(extra.name) == "source"; });
        if (!hasSource) {
            plain("source", squeezed(exported.source));
        }
        for (const RawField &extra : exported.extras) {
            if (!isAndOthers(extra)) {
                this->extra(extra, exported.record.type);
            }
        }
        std::size_t number = 0;
        for (const ReadDecision &decision : exported.decisions) {
            std::string name;
            do {
                name = std::string(kDecisionPrefix) + std::to_string(++number);
            } while (m_names.contains(name));
            plain(name, squeezed(decisionLine(decision)));
        }
    }

    /// A field under its own name, unless the reader would take it for one of the record's.
    void extra(const RawField &extra, RecordType type)
    {
        const FieldRule *const rule = bibtexFieldRule(bibtexFieldName(extra.name));
        const bool isLabel = rule != nullptr && rule->kind == FieldKind::TypeLabel;
        const bool isHarmless = isLabel && typeFromLabel(extra.value).value_or(type) == type;
        const bool isReference = equalsIgnoringCase(extra.name, "crossref") ||
                                 equalsIgnoringCase(extra.name, "xdata") ||
                                 equalsIgnoringCase(extra.name, "xref");
        const bool isRead = (rule != nullptr && !isHarmless) || isReference;
        std::string name = std::string(isRead ? kOtherPrefix : "") + extra.name;
        if (!isRead && m_names.contains(lowered(name))) {
            name = std::string(kOtherPrefix) + extra.name;
        }
        if (const auto used = m_names.find(lowered(name)); used != m_names.end()) {
            const std::string base = name;
            do {
                name = base + '-' + std::to_string(++used->second);
            } while (m_names.contains(lowered(name)));
        }
        field(name, hasMatchingBraces(extra.value) ? extra.value : asLatex(extra.value));
    }

    std::string *m_out = nullptr;
    KeyMaker m_keys;
    std::map<std::string, int> m_names; ///< fields of the entry at hand, since BibTeX allows each once, and
                                        ///< the last number put behind it
};

} // namespace

std::unique_ptr<RecordWriter> makeBibtexWriter()
{
    return std::make_unique<BibtexWriter>();
}

} // namespace winnow::formats
