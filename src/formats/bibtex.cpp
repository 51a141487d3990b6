#include "formats/format.h"
#include "formats/support/bibtex_entries.h"
#include "formats/support/bibtex_names.h"
#include "formats/support/bibtex_parents.h"
#include "formats/support/bibtex_vocabulary.h"
#include "formats/support/bibtex_writer.h"
#include "formats/support/identifiers.h"
#include "formats/support/latex.h"
#include "formats/support/latex_symbols.h"
#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>
#include <vector>

namespace winnow::formats {

extern const Format bibtex;

namespace {

using enum FieldKind;

/// Entries that are held back for one before them whose parent has not come yet, and their text.
constexpr std::size_t kMaxHeld = 20'000;
constexpr std::size_t kMaxHeldBytes = std::size_t{8} << 20U;

void addAuthors(Record &record, std::string_view text)
{
    addBibtexAuthors(record, text);
}

/// Without the second pair of braces that Web of Science puts around a value ("{{Title}}").
std::string_view withoutOuterBraces(std::string_view text)
{
    text = trimmed(text);
    const bool isWrapped = text.size() >= 2 && text.front() == '{' && text.find('}') == text.size() - 1;
    return isWrapped ? text.substr(1, text.size() - 2) : text;
}

/// A list of names in braces as a whole is no name in braces: each of its names has a comma.
bool isListInBraces(std::string_view text)
{
    const std::vector<std::string_view> names = pieces(text, " and ");
    return names.size() > 1 && std::ranges::all_of(names, [](std::string_view name) {
               return name.find(',') != std::string_view::npos;
           });
}

/// A DOI or web address: the signs of LaTeX are its own; commands for signs and braces are resolved.
std::string addressText(std::string_view text)
{
    for (const std::string_view command : {"\\url", "\\href"}) {
        const std::size_t at = text.find(command);
        const std::string_view rest =
            at == std::string_view::npos ? std::string_view() : trimmed(text.substr(at + command.size()));
        if (rest.starts_with('{')) {
            text = rest.substr(1, rest.find('}') - 1);
        }
    }
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            result += text[i] == '{' || text[i] == '}' ? "" : std::string(1, text[i]);
            continue;
        }
        std::size_t end = i + 1;
        while (end < text.size() && isLetter(text[end])) {
            ++end;
        }
        const auto symbol = latexSymbol(text.substr(i + 1, end - i - 1));
        if (symbol) {
            result += *symbol;
            i = end - 1;
        } else if (i + 1 < text.size()) {
            result += text[++i]; // \_ and its like
        }
    }
    return result;
}

/// The date that counts: the begin of a range in the form of ISO 8601 ("2005-03/2006"), and not the original
/// year in "[1990] 2002".
std::string_view datePart(std::string_view date)
{
    if (const std::size_t end = date.find(']'); date.starts_with('[') && end + 1 < date.size()) {
        date.remove_prefix(end + 1);
    }
    const std::size_t slash = date.find('/');
    const std::string_view begin = date.substr(0, slash);
    const bool isIso = begin.size() == 4 || (begin.size() > 4 && begin[4] == '-');
    const std::string_view end =
        slash == std::string_view::npos ? std::string_view() : date.substr(slash + 1);
    const bool isEnd = end.empty() || end == ".." || (end.size() >= 4 && isDigits(end.substr(0, 4)));
    return isIso && isEnd ? begin : date;
}

const RawField *findField(const BibtexEntry &entry, std::string_view name)
{
    const auto found = std::ranges::find_if(
        entry.fields, [&](const RawField &field) { return equalsIgnoringCase(field.name, name); });
    return found == entry.fields.end() ? nullptr : &*found;
}

/// biblatex keeps subtitles apart; other sources have them in the title.
void joinSubtitle(BibtexEntry &entry, std::string_view title, std::string_view subtitle)
{
    const RawField *const more = findField(entry, subtitle);
    const RawField *const main = findField(entry, title);
    if (more == nullptr || main == nullptr || trimmed(main->value).empty()) {
        return;
    }
    const std::string part(withoutOuterBraces(more->value));
    RawField &field = entry.fields[static_cast<std::size_t>(main - entry.fields.data())];
    if (!containsIgnoringCase(field.value, lowered(part))) {
        const std::string_view end = trimmed(field.value);
        const bool hasMark = std::string_view(":?!.").find(end.back()) != std::string_view::npos;
        field.value = std::string(end) + (hasMark ? " " : ": ") + part;
    }
    entry.fields.erase(entry.fields.begin() + (more - entry.fields.data()));
}

/// Fields that only together say what they are.
void prepare(BibtexEntry &entry)
{
    joinSubtitle(entry, "title", "subtitle");
    joinSubtitle(entry, "booktitle", "booksubtitle");
    joinSubtitle(entry, "journaltitle", "journalsubtitle");
    // What has no title of its own is called by what is said of it, and a whole book by its book title.
    const bool isWhole = typeOfBibtexEntry(entry.type) == RecordType::Book;
    const RawField *title = findField(entry, "title");
    title = title == nullptr ? findField(entry, "titleaddon") : title;
    title = title == nullptr && isWhole ? findField(entry, "booktitle") : title;
    if (title != nullptr) {
        entry.fields[static_cast<std::size_t>(title - entry.fields.data())].name = "title";
    }
}

/// What the number of an entry in an archive is.
FieldKind kindOfEprint(const BibtexEntry &entry)
{
    const RawField *type = findField(entry, "eprinttype");
    type = type == nullptr ? findField(entry, "archiveprefix") : type;
    const std::string archive = type == nullptr ? std::string() : lowered(trimmed(type->value));
    return archive == "pubmed" || archive == "pmid" ? Pmid
           : archive == "pmc" || archive == "pmcid" ? Pmcid
                                                    : Extra;
}

bool isInArxiv(const BibtexEntry &entry)
{
    return std::ranges::any_of(entry.fields, [](const RawField &field) {
        return (equalsIgnoringCase(field.name, "archiveprefix") ||
                equalsIgnoringCase(field.name, "eprinttype")) &&
               equalsIgnoringCase(trimmed(field.value), "arxiv");
    });
}

bool isAddress(std::string_view value)
{
    value = trimmed(value);
    return value.starts_with("http://") || value.starts_with("https://") || value.starts_with("\\url") ||
           value.starts_with("\\href");
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
        while (m_goesOn && m_entries.next(entry)) {
            m_parents.keep(entry);
            if (isBibtexContainer(entry.type)) {
                continue;
            }
            m_parents.missing(entry); // so that it is kept when it comes
            m_heldBytes += entry.raw.size();
            m_held.push_back(std::move(entry));
            deliverHeld(false);
        }
        deliverHeld(true);
        showPreamble();
    }

private:
    /// Records leave in file order: one whose parent has not come yet holds back those behind it, up to a
    /// bounded number and size.
    void deliverHeld(bool isEnd)
    {
        while (m_goesOn && !m_held.empty()) {
            BibtexEntry &entry = m_held.front();
            const std::string missing = m_parents.missing(entry);
            if (!missing.empty() && !isEnd && m_held.size() <= kMaxHeld && m_heldBytes <= kMaxHeldBytes) {
                return;
            }
            if (!missing.empty()) {
                m_sink.diagnostic({Severity::Warning,
                                   entry.line,
                                   "crossref",
                                   "The entry \"" + missing + "\" that this one refers to was not found."});
            }
            m_heldBytes -= entry.raw.size();
            deliverEntry(entry);
            m_held.pop_front();
        }
    }

    void deliverEntry(BibtexEntry &entry)
    {
        if (!entry.problem.empty()) {
            m_goesOn = m_sink.rejected({entry.line, std::move(entry.problem), std::move(entry.raw)});
            return;
        }
        m_parents.inherit(entry);
        showPreamble();
        ReadRecord read;
        build(entry, read);
        const bool usable = isUsable(read.record);
        if (!entry.warning.empty() && usable) {
            m_sink.diagnostic({Severity::Warning, entry.line, {}, std::move(entry.warning)});
        }
        if (m_isCut && usable) {
            m_sink.diagnostic({Severity::Info,
                               entry.line,
                               "author",
                               "The list of authors was cut by the source: it ends with \"others\"."});
        }
        read.raw = std::move(entry.raw);
        m_goesOn = deliver(m_sink, std::move(read));
    }

    void showPreamble()
    {
        showMore(m_entries.macroText(), m_macrosShown);
        showMore(m_parents.text(), m_parentsShown);
    }

    void showMore(std::string_view text, std::size_t &shown)
    {
        if (text.size() > shown) {
            m_sink.preamble(text.substr(shown));
            shown = text.size();
        }
    }

    void build(BibtexEntry &entry, ReadRecord &read)
    {
        read.line = entry.line;
        read.record.key = squeezed(entry.key);
        read.record.type = typeOfBibtexEntry(entry.type).value_or(RecordType::Other);
        if (read.record.type == RecordType::Other && isInArxiv(entry)) {
            read.record.type = RecordType::Preprint;
        }
        prepare(entry);
        m_isCut = false;
        m_eprint = kindOfEprint(entry);
        m_hasIndexTerms = std::ranges::any_of(entry.fields, [](const RawField &field) {
            return equalsIgnoringCase(field.name, "author_keywords") ||
                   (equalsIgnoringCase(field.name, "source") && field.value == "Scopus");
        });
        for (RawField &field : entry.fields) {
            addField(field, read.record);
        }
        m_builder.finish(read);
        if (m_isCut) {
            read.extras.push_back({"author", std::string(kAndOthers)});
        }
    }

    [[nodiscard]] FieldKind
    kindOf(const std::string &name, const FieldRule *rule, std::string_view value) const
    {
        if (name == "keywords" && m_hasIndexTerms) {
            return IndexTerms; // of Scopus, where the authors' own keywords have a field
        }
        if (name == "eid" && !eidIn(value).empty()) {
            return Eid;
        }
        if (name.starts_with("winnow-decision")) {
            return Note;
        }
        if (name == "eprint") {
            return m_eprint;
        }
        if (name == "howpublished" && isAddress(value)) {
            return Url;
        }
        if (name == "url" && value.starts_with("db/")) {
            return Extra; // a path within DBLP, which has the address in "ee"
        }
        return rule == nullptr ? Extra : rule->kind;
    }

    /// Resolves LaTeX in place: the builder only keeps views of the values.
    void addField(RawField &field, Record &record)
    {
        constexpr int kLastRank = 9;
        const std::string name = bibtexFieldName(field.name);
        if (name == kKeyField) {
            record.key = squeezed(withoutLatex(field.value));
            return;
        }
        const FieldRule *const rule = bibtexFieldRule(name);
        const FieldKind kind = kindOf(name, rule, field.value);
        const int rank = rule == nullptr ? kLastRank : rule->rank;
        switch (kind) {
        case Extra: {
            const std::size_t prefix = name.starts_with(kOtherPrefix) ? kOtherPrefix.size() : 0;
            m_builder.add(
                kind, rank, std::string_view(field.name).substr(prefix), withoutOuterBraces(field.value));
            return;
        }
        case Authors: {
            const bool isOneName = !isListInBraces(field.value);
            const std::string_view names =
                isOneName ? std::string_view(field.value) : withoutOuterBraces(field.value);
            const std::string_view end = trimmed(names);
            m_isCut = m_isCut ||
                      (end.size() > 11 && equalsIgnoringCase(end.substr(end.size() - 11), " and others"));
            m_builder.add(kind, rank, field.name, names);
            return;
        }
        case Doi:
        case Url:
            field.value = addressText(field.value);
            break;
        default:
            if (mayBeLatex(field.value)) {
                field.value = withoutLatex(field.value);
            }
            break;
        }
        m_builder.add(kind,
                      rank,
                      field.name,
                      kind == Date ? datePart(trimmed(field.value)) : std::string_view(field.value));
    }

    BibtexEntries m_entries;
    BibtexParents m_parents;
    RecordSink &m_sink;
    bool m_goesOn = true;
    std::deque<BibtexEntry> m_held;
    std::size_t m_heldBytes = 0;
    std::size_t m_macrosShown = 0; ///< bytes
    std::size_t m_parentsShown = 0;
    RecordBuilder m_builder{{addAuthors, true, true}};
    bool m_hasIndexTerms = false;
    bool m_isCut = false; ///< the list of authors
    FieldKind m_eprint = Extra;
};

/// Who wrote a file, by a piece of text that others do not write.
std::string_view producerOf(std::string_view head)
{
    struct Mark
    {
        std::string_view text;
        std::string_view producer;
    };

    constexpr std::array kMarks{Mark{"source={Scopus}", "Scopus"},
                                Mark{"source = {Scopus}", "Scopus"},
                                Mark{"Unique-ID = {", "Web of Science"},
                                Mark{"Unique-ID = {{", "Web of Science"},
                                Mark{"mendeley-groups = {", "Mendeley"},
                                Mark{"jabref-meta:", "JabRef"}};
    const auto *const found = std::ranges::find_if(
        kMarks, [&](const Mark &mark) { return head.find(mark.text) != std::string_view::npos; });
    return found == kMarks.end() ? std::string_view() : found->producer;
}

Detection detect(std::string_view head)
{
    const std::string_view whole = head;
    for (std::int64_t number = 1; !head.empty(); ++number) {
        std::string_view line = trimmed(takeLine(head));
        if (isBibtexTypeAlone(line)) { // its brace stands on the next
            std::string_view rest = head;
            line = {line.begin(), takeLine(rest).end()};
        }
        if (isBibtexStart(line)) {
            const std::string type = lowered(trimmed(line.substr(1, line.find_first_of("{(") - 1)));
            const bool isKnown = typeOfBibtexEntry(type).has_value() || isBibtexContainer(type) ||
                                 type == "string" || type == "preamble" || type == "comment";
            return {isKnown ? 92 : 50,
                    "line " + std::to_string(number) + " begins an entry @" + type,
                    producerOf(whole)};
        }
    }
    return {};
}

/// What stands between an @ at `at` and the bracket behind it: "article"; empty where it is no word.
std::string typeAt(std::string_view line, std::size_t at)
{
    const auto *const begin = line.begin() + at + 1;
    const auto *const end = std::find_if_not(begin, line.end(), isLetter);
    const std::string_view rest = trimmed({end, line.end()});
    return rest.starts_with('{') || rest.starts_with('(') ? lowered({begin, end}) : std::string();
}

/// Each record begins with "@type{" at the begin of a line or behind a closing bracket. What stands inside a
/// comment is none, unless its braces never match.
class EntryCounter
{
public:
    void add(std::string_view line)
    {
        constexpr std::int64_t kMostLines = 100'000;
        if (m_isInComment && ++m_lines > kMostLines) {
            m_records = total();
            m_isInComment = false;
        }
        char last = '}'; // but blanks
        for (std::size_t i = 0; i < line.size(); ++i) {
            const char c = line[i];
            if (c == '@' && (last == '}' || last == ')')) {
                addEntry(typeAt(line, i));
            } else if (m_isInComment && c == '{') {
                ++m_depth;
            } else if (m_isInComment && c == '}') {
                m_isInComment = --m_depth > 0;
            }
            i += static_cast<std::size_t>(c == '\\'); // what is escaped is text
            last = c == ' ' || c == '\t' ? last : c;
        }
    }

    [[nodiscard]] std::int64_t total() const { return m_records + (m_isInComment ? m_inComment : 0); }

private:
    void addEntry(const std::string &type)
    {
        if (type == "comment" && !m_isInComment) {
            m_isInComment = true;
            m_inComment = m_depth = m_lines = 0;
        } else if (!type.empty() && type != "string" && type != "comment" && type != "preamble" &&
                   type != "xdata") {
            ++(m_isInComment ? m_inComment : m_records);
        }
    }

    std::int64_t m_records = 0;
    std::int64_t m_inComment = 0;
    std::int64_t m_depth = 0;
    std::int64_t m_lines = 0; ///< of the comment
    bool m_isInComment = false;
};

std::int64_t count(TextInput &input)
{
    constexpr std::size_t kLongestType = 40;
    EntryCounter counter;
    std::string before; // "@type", whose bracket may come on the next line
    while (input.next()) {
        const std::string_view line = trimmed(input.line());
        const bool isOpened = line.starts_with('{') || line.starts_with('(');
        counter.add(isOpened ? before.append(line) : line);
        const bool mayOpen = line.starts_with('@') && line.find_first_of("{(") == std::string_view::npos;
        before = mayOpen && line.size() < kLongestType ? line : std::string_view();
    }
    return counter.total();
}

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    BibtexReader(input, sink).read();
    return input.status();
}

} // namespace

const Format bibtex{"bibtex", "BibTeX", "bib", detect, read, count, makeBibtexWriter};

} // namespace winnow::formats
