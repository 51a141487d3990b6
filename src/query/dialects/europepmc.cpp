#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"
#include "query/dialects/support/spellings.h"

#include <algorithm>
#include <array>

namespace winnow::query {

extern const Dialect europepmc;

namespace {

/// Words without a field are looked for in the full text too.
constexpr std::array kFields{
    TargetField{setOf(Field::Title), "TITLE", {}},
    TargetField{setOf(Field::Abstract), "ABSTRACT", {}},
    TargetField{kTextFields, "TITLE ABSTRACT", {}},
    TargetField{kKeywordFields, "KW", {}},
    TargetField{kTextFields | kKeywordFields, "TITLE ABSTRACT KW", {}},
    TargetField{setOf(Field::Authors) | setOf(Field::FamilyNames) | setOf(Field::FirstAuthor),
                "AUTH",
                "compares whole family names with initials, so that names of several words may be missed"},
    TargetField{kTextFields | kKeywordFields, "", {}},
};

/// As in PubMed, from which most records come.
constexpr std::array kTypes{
    ValueName{"re", "review|review-article|systematic review|systematic-review|meta-analysis"},
    ValueName{"le", "letter"},
    ValueName{"ed", "editorial"},
    ValueName{"er", "published erratum|erratum|correction"},
    ValueName{"tb", "retracted publication|retraction of publication"},
};

std::optional<std::string> publicationType(std::string_view value)
{
    return spelledBy(kTypes, value);
}

constexpr std::array kValues{
    TargetValues{ValueField::Doi, "DOI", plainValue},
    TargetValues{ValueField::Pmid, "EXT_ID", digitsOnly},
    TargetValues{ValueField::Issn, "ISSN", hyphenatedIssn},
    TargetValues{ValueField::Volume, "VOLUME", digitsOnly},
    TargetValues{ValueField::Issue, "ISSUE", digitsOnly},
    TargetValues{ValueField::Language, "LANG", languageOfThreeLetters},
    TargetValues{ValueField::DocumentType, "PUB_TYPE", publicationType},
};

constexpr Capabilities kEuropePmc{
    .name = "Europe PMC",
    .fields = kFields,
    .values = kValues,
    .stopWords = kLuceneStopWords,
    .minPrefix = 3,
};

std::string printWords(std::string_view phrase, std::string_view key)
{
    return keyed(key, quotedPhrase(phrase));
}

std::string printYears(YearRange years)
{
    const int from = years.firstOr(1000);
    const int to = years.lastOr(3000);
    return "PUB_YEAR:[" + std::to_string(from) + " TO " + std::to_string(to) + "]";
}

std::string printValue(std::string_view spelling, std::string_view key)
{
    return keyed(key, "\"" + std::string(spelling) + "\"");
}

constexpr Notation kNotation{" AND ", " OR ", " NOT ", printWords, printYears, printValue};

Translation translate(const Node &root)
{
    return translateBy(root, kEuropePmc, kNotation);
}

} // namespace

const Dialect europepmc{"europepmc", "Europe PMC", translate, &kEuropePmc};

} // namespace winnow::query
