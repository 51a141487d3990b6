#include "expected_comparison.h"

#include "formats/support/identifiers.h"
#include "formats/support/markup.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace winnow::formats {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Shapes of the same character.
constexpr std::array kShapes{
    Pair{"\u2013", "-"},  Pair{"\u2014", "-"},      Pair{"\u2010", "-"}, Pair{"\u2011", "-"},
    Pair{"\u2212", "-"},  Pair{"\u2018", "'"},      Pair{"\u2019", "'"}, Pair{"\u201C", "\""},
    Pair{"\u201D", "\""}, Pair{"\u00A0", ""},       Pair{"\u00AD", ""},  Pair{"\u2000", ""},
    Pair{"\u2001", ""},   Pair{"\u2002", ""},       Pair{"\u2003", ""},  Pair{"\u2004", ""},
    Pair{"\u2005", ""},   Pair{"\u2006", ""},       Pair{"\u2007", ""},  Pair{"\u2008", ""},
    Pair{"\u2009", ""},   Pair{"\u200A", ""},       Pair{"\u2028", ""},  Pair{"\u202F", ""},
    Pair{"\u205F", ""},   Pair{"\u2080", "0"},      Pair{"\u2081", "1"}, Pair{"\u2082", "2"},
    Pair{"\u2083", "3"},  Pair{"\u2084", "4"},      Pair{"\u2085", "5"}, Pair{"\u2086", "6"},
    Pair{"\u2087", "7"},  Pair{"\u2088", "8"},      Pair{"\u2089", "9"}, Pair{"\u00B2", "2"},
    Pair{"\u00B3", "3"},  Pair{"\u0305", "\u0304"}, Pair{"``", "\""},    Pair{"''", "\""},
};

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Accents stay: they are what a reader may get wrong.
std::string plain(std::string_view text)
{
    std::string result = text::composed(withoutMarkup(text));
    for (const auto &[from, to] : kShapes) {
        replaceAll(result, from, to);
    }
    std::erase_if(result, [](char c) { return (c >= 0 && c <= ' ') || c == '.' || c == ':'; });
    while (result.find("--") != std::string::npos) {
        replaceAll(result, "--", "-");
    }
    return lowered(result);
}

/// Without "Jr." and its like: some keep it with the family name, others apart.
std::string withoutGeneration(std::string_view family)
{
    for (const std::string_view suffix : {" Jr.", " Jr", " Sr.", " Sr", " III", " II", " Dr."}) {
        if (family.ends_with(suffix)) {
            return std::string(family.substr(0, family.size() - suffix.size()));
        }
    }
    return std::string(family);
}

std::string families(const Record &record)
{
    std::string names;
    for (const PersonName &author : record.authors) {
        if (author.family != "others") {
            names += (names.empty() ? "" : "|") + plain(withoutGeneration(author.family));
        }
    }
    return names;
}

std::string terms(const Record &record)
{
    std::set<std::string> all;
    for (const auto *list : {&record.keywords, &record.indexTerms}) {
        for (const std::string &term : *list) {
            all.insert(plain(term));
        }
    }
    std::string joined;
    for (const std::string &term : all) {
        joined += (joined.empty() ? "" : "|") + term;
    }
    return joined;
}

std::string pages(const Record &record)
{
    return plain(record.pageFirst +
                 (record.pageLast.empty() || record.pageLast == record.pageFirst ? "" : "-") +
                 (record.pageLast == record.pageFirst ? "" : record.pageLast));
}

/// "en-US" and "usenglish" are English.
std::string language(const Record &record)
{
    std::string name = languageFrom(record.language.substr(0, record.language.find_first_of("-_.")));
    for (const std::string_view known : {"english", "german", "french", "spanish"}) {
        if (name.ends_with(known)) {
            return std::string(known);
        }
    }
    return name;
}

struct FieldRule
{
    const char *name;
    std::string (*value)(const Record &record);
    bool hasSeveral = false; ///< numbers divided by blanks
};

constexpr std::array kFields{
    FieldRule{"title", [](const Record &record) { return plain(record.title); }},
    FieldRule{"authors", families},
    FieldRule{"source title", [](const Record &record) { return plain(record.sourceTitle); }},
    FieldRule{"volume", [](const Record &record) { return plain(record.volume); }},
    FieldRule{"issue", [](const Record &record) { return plain(record.issue); }},
    FieldRule{"pages", pages},
    FieldRule{"doi", [](const Record &record) { return bareDoi(record.doi); }},
    FieldRule{"pmid", [](const Record &record) { return record.pmid; }},
    FieldRule{"issn", [](const Record &record) { return record.issn; }, true},
    FieldRule{"isbn", [](const Record &record) { return record.isbn; }, true},
    FieldRule{"publisher", [](const Record &record) { return plain(record.publisher); }},
    FieldRule{"language", language},
    FieldRule{"url", [](const Record &record) { return lowered(record.url); }},
    FieldRule{"keywords", terms},
    FieldRule{"abstract", [](const Record &record) { return plain(record.abstractText); }},
};

/// Compares values under a name; an empty one is none.
class FieldComparison
{
public:
    FieldComparison(Agreement &agreement, std::string file, std::size_t number)
        : m_agreement(agreement)
        , m_file(std::move(file))
        , m_number(number)
    {}

    void compare(const char *field, std::string ours, std::string theirs)
    {
        if (ours.empty() || theirs.empty()) {
            if (!ours.empty()) {
                ++m_agreement.onlyOurs[field];
            } else if (!theirs.empty()) {
                ++m_agreement.onlyTheirs[field];
            }
            return;
        }
        ++m_agreement.compared;
        if (ours == theirs) {
            ++m_agreement.equal;
        } else {
            m_agreement.differences.push_back({m_file, m_number, field, std::move(ours), std::move(theirs)});
        }
    }

private:
    Agreement &m_agreement;
    std::string m_file;
    std::size_t m_number;
};

std::string number(std::optional<int> part)
{
    return part ? std::to_string(*part) : std::string();
}

/// The many types of articles are one for most programs.
std::string coarseType(RecordType type)
{
    return std::string(namesOf(type).csl);
}

/// Several numbers in one value agree when they share one: some keep but one of them.
void alignNumbers(const std::string &ours, std::string &theirs)
{
    const std::vector<std::string_view> all = pieces(ours, " ");
    for (const std::string_view number : pieces(theirs, " ")) {
        if (std::ranges::find(all, number) != all.end()) {
            theirs = ours;
            return;
        }
    }
}

/// Finds for each expected record the one of ours that it is about, each of them once.
class Matching
{
public:
    Matching(const std::vector<Record> &ours, const std::vector<ExpectedRecord> &theirs)
        : m_ours(ours)
        , m_partners(theirs.size(), nullptr)
        , m_isTaken(ours.size(), false)
    {
        const auto sameKey = [](const Record &a, const Record &b) {
            return !a.key.empty() && a.key == b.key;
        };
        const auto sameTitle = [](const Record &a, const Record &b) {
            return !a.title.empty() && plain(a.title) == plain(b.title);
        };
        const auto sameYear = [](const Record &a, const Record &b) { return a.date.year == b.date.year; };
        match(theirs, [&](const Record &a, const Record &b) { return sameKey(a, b) && sameTitle(a, b); });
        match(theirs, sameKey);
        match(theirs, [&](const Record &a, const Record &b) { return sameTitle(a, b) && sameYear(a, b); });
        match(theirs, sameTitle);
        for (std::size_t i = 0; i < m_partners.size() && ours.size() == theirs.size(); ++i) {
            if (m_partners[i] == nullptr && !m_isTaken[i]) {
                take(i, i);
            }
        }
    }

    [[nodiscard]] const Record *partner(std::size_t number) const { return m_partners[number]; }

private:
    template <class AreSame>
    void match(const std::vector<ExpectedRecord> &theirs, AreSame areSame)
    {
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            for (std::size_t j = 0; j < m_ours.size() && m_partners[i] == nullptr; ++j) {
                if (!m_isTaken[j] && areSame(m_ours[j], theirs[i].record)) {
                    take(i, j);
                }
            }
        }
    }

    void take(std::size_t theirs, std::size_t ours)
    {
        m_partners[theirs] = &m_ours[ours];
        m_isTaken[ours] = true;
    }

    const std::vector<Record> &m_ours;
    std::vector<const Record *> m_partners;
    std::vector<bool> m_isTaken;
};

} // namespace

void compareRecords(const std::string &file,
                    const std::vector<Record> &ours,
                    const std::vector<ExpectedRecord> &theirs,
                    Agreement &agreement)
{
    ++agreement.files;
    const Matching matching(ours, theirs);
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        const Record *const record = matching.partner(i);
        if (record == nullptr) {
            ++agreement.unmatched;
            continue;
        }
        ++agreement.records;
        const Record &other = theirs[i].record;
        FieldComparison comparison(agreement, file, i + 1);
        for (const FieldRule &rule : kFields) {
            const std::string value = rule.value(*record);
            std::string expected = rule.value(other);
            if (rule.hasSeveral) {
                alignNumbers(value, expected);
            }
            comparison.compare(rule.name, value, std::move(expected));
        }
        comparison.compare("year", number(record->date.year), number(other.date.year));
        comparison.compare("month", number(record->date.month), number(other.date.month));
        comparison.compare("day", number(record->date.day), number(other.date.day));
        if (theirs[i].type) {
            comparison.compare("type", coarseType(record->type), coarseType(*theirs[i].type));
        }
    }
}

} // namespace winnow::formats
