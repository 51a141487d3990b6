#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"
#include "query/dialects/support/spellings.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace winnow::query {

extern const Dialect openalex;

namespace {

/// OpenAlex documentation, "Search works". The last looks in the full text where there is one.
constexpr std::array kFields{
    TargetField{setOf(Field::Title), "title.search", {}},
    TargetField{setOf(Field::Abstract), "abstract.search", {}},
    TargetField{kTextFields, "title_and_abstract.search", {}},
    TargetField{kTextFields, "default.search", {}},
};

/// Papers of conferences are articles whose source is a conference.
constexpr std::array kTypes{
    ValueName{"ar", "article"},
    ValueName{"re", "review"},
    ValueName{"cp", "article"},
    ValueName{"bk", "book"},
    ValueName{"ch", "book-chapter"},
    ValueName{"ed", "editorial"},
    ValueName{"le", "letter"},
    ValueName{"er", "erratum"},
};

std::optional<std::string> workType(std::string_view value)
{
    return spelledBy(kTypes, value);
}

constexpr std::array kValues{
    TargetValues{ValueField::Doi, "doi", plainValue},
    TargetValues{ValueField::Pmid, "ids.pmid", digitsOnly},
    TargetValues{ValueField::Issn, "primary_location.source.issn", hyphenatedIssn},
    TargetValues{ValueField::Language, "language", languageOfTwoLetters},
    TargetValues{ValueField::DocumentType, "type", workType},
};

/// OpenAlex documentation, "Search entities": stems by Kstem, which knows plurals but no two spellings; takes
/// out wildcards. The address may have about 4 kB, of which some are for other parameters.
constexpr Capabilities kOpenAlex{
    .name = "OpenAlex",
    .fields = kFields,
    .values = kValues,
    .stopWords = kLuceneStopWords,
    .stems = true,
    .hasFilters = true,
    .asksOneField = true,
    .maxForms = 16,
    .maxAddressBytes = 3800,
};

std::string printWords(std::string_view phrase, std::string_view /*key*/)
{
    return quotedPhrase(phrase);
}

constexpr Notation kNotation{" AND ", " OR ", " NOT ", printWords, nullptr, nullptr};

/// The field that a part of the query asks, the same in all of it.
const TargetField *fieldOf(const Ask &ask)
{
    return ask.kind == AskKind::Words ? ask.field : fieldOf(ask.children.front());
}

std::string yearFilter(YearRange years)
{
    const std::string from = std::to_string(years.from);
    const std::string to = std::to_string(years.to);
    if (years.hasFrom() && years.hasTo()) {
        return "publication_year:" + (from == to ? from : from + "-" + to);
    }
    return "publication_year:" +
           (years.hasFrom() ? ">" + std::to_string(years.from - 1) : "<" + std::to_string(years.to + 1));
}

/// Values by |, each once.
std::string valueFilter(const Ask &ask)
{
    std::unordered_set<std::string_view> known;
    std::string text;
    for (const SpelledValue &value : ask.values) {
        if (known.insert(value.spelling).second) {
            text.append(text.empty() ? "" : "|").append(value.spelling);
        }
    }
    return std::string(ask.valueField->key) + ":" + text;
}

/// The words of one field: one filter.
std::string wordFilter(const TargetField &field, const std::vector<const Ask *> &parts)
{
    std::vector<Ask> asked;
    for (const Ask *part : parts) {
        if (fieldOf(*part) == &field) {
            asked.push_back(*part);
        }
    }
    if (asked.empty()) {
        return {};
    }
    const Ask all = andOf(std::move(asked));
    const std::string text = printAsk(all, kNotation);
    return std::string(field.keys) + ":" + (all.children.empty() ? text : "(" + text + ")");
}

/// The value of the parameter "filter".
std::string print(const Ask &ask)
{
    const FilteredAsk divided = dividedAsk(ask);
    std::string text;
    const auto add = [&](const std::string &filter) {
        text.append(text.empty() || filter.empty() ? "" : ",").append(filter);
    };
    for (const TargetField &field : kFields) {
        add(wordFilter(field, divided.parts));
    }
    if (divided.years != nullptr) {
        add(yearFilter(divided.years->years));
    }
    for (const Ask *values : divided.values) {
        add(valueFilter(*values));
    }
    return text;
}

Translation translate(const Node &root)
{
    return translateWith(root, kOpenAlex, print);
}

} // namespace

const Dialect openalex{"openalex", "OpenAlex", translate, &kOpenAlex};

} // namespace winnow::query
