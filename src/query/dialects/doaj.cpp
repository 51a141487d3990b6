#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"
#include "query/dialects/support/spellings.h"

#include <array>

namespace winnow::query {

extern const Dialect doaj;

namespace {

constexpr std::array kFields{
    TargetField{setOf(Field::Title), "bibjson.title", {}},
    TargetField{setOf(Field::Abstract), "bibjson.abstract", {}},
    TargetField{kTextFields, "bibjson.title bibjson.abstract", {}},
    TargetField{setOf(Field::Keywords), "bibjson.keywords", {}},
    TargetField{kKeywordFields, "bibjson.keywords bibjson.subject.term", {}},
    TargetField{kTextFields | kKeywordFields,
                "bibjson.title bibjson.abstract bibjson.keywords bibjson.subject.term",
                {}},
    TargetField{kNameFields, "bibjson.author.name", {}},
    TargetField{setOf(Field::SourceTitle), "bibjson.journal.title", {}},
    TargetField{setOf(Field::Publisher), "bibjson.journal.publisher", {}},
    TargetField{kAllFields, "", {}},
};

constexpr std::array kValues{
    TargetValues{ValueField::Doi, "doi", plainValue},
    TargetValues{ValueField::Issn, "issn", hyphenatedIssn},
};

/// The query is a part of the path of the address.
constexpr Capabilities kDoaj{
    .name = "DOAJ",
    .fields = kFields,
    .values = kValues,
    .stopWords = kLuceneStopWords,
    .minPrefix = 3,
    .maxForms = 32,
    .maxAddressBytes = 8000,
};

std::string printWords(std::string_view phrase, std::string_view key)
{
    return keyed(key, quotedPhrase(phrase));
}

std::string printYears(YearRange years)
{
    return "bibjson.year:[" + (years.hasFrom() ? std::to_string(years.from) : "*") + " TO " +
           (years.hasTo() ? std::to_string(years.to) : "*") + "]";
}

std::string printValue(std::string_view spelling, std::string_view key)
{
    return keyed(key, "\"" + std::string(spelling) + "\"");
}

constexpr Notation kNotation{" AND ", " OR ", " NOT ", printWords, printYears, printValue, true};

Translation translate(const Node &root)
{
    return translateBy(root, kDoaj, kNotation);
}

} // namespace

const Dialect doaj{"doaj", "DOAJ", translate, &kDoaj};

} // namespace winnow::query
