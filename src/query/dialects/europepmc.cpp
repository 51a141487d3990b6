#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"
#include "query/dialects/support/spellings.h"

#include <algorithm>
#include <array>

namespace winnow::query {

extern const Dialect europepmc;

namespace {

constexpr FieldSet kText = setOf(Field::Title) | setOf(Field::Abstract);
constexpr FieldSet kKeywords = setOf(Field::Keywords) | setOf(Field::IndexTerms);

/// Words without a field are looked for in the full text too.
constexpr std::array kFields{
    TargetField{setOf(Field::Title), "TITLE", {}},
    TargetField{setOf(Field::Abstract), "ABSTRACT", {}},
    TargetField{kText, "TITLE ABSTRACT", {}},
    TargetField{kKeywords, "KW", {}},
    TargetField{kText | kKeywords, "TITLE ABSTRACT KW", {}},
    TargetField{setOf(Field::Authors) | setOf(Field::FamilyNames) | setOf(Field::FirstAuthor),
                "AUTH",
                "compares whole family names with initials, so that names of several words may be missed"},
    TargetField{kText | kKeywords, "", {}},
};

struct TypeName
{
    std::string_view code;
    std::string_view types;
};

/// As in PubMed, from which most records come.
constexpr std::array kTypes{
    TypeName{"re", "review|review-article|systematic review|systematic-review|meta-analysis"},
    TypeName{"le", "letter"},
    TypeName{"ed", "editorial"},
    TypeName{"er", "published erratum|erratum|correction"},
    TypeName{"tb", "retracted publication|retraction of publication"},
};

std::optional<std::string> publicationType(std::string_view value)
{
    const auto *const found = std::ranges::find(kTypes, value, &TypeName::code);
    return found == kTypes.end() ? std::nullopt : std::optional(std::string(found->types));
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

/// Of Lucene, beyond those of isStopWord().
constexpr std::array<std::string_view, 5> kStopWords{"no", "such", "then", "there", "will"};

constexpr Capabilities kEuropePmc{
    .name = "Europe PMC",
    .fields = kFields,
    .values = kValues,
    .stopWords = kStopWords,
    .minPrefix = 3,
};

std::string keyed(std::string_view key, std::string_view text)
{
    return std::string(key) + (key.empty() ? "" : ":") + std::string(text);
}

std::string printWords(std::string_view phrase, std::string_view key)
{
    return keyed(key, quotedPhrase(phrase));
}

std::string printYears(YearRange years)
{
    const int from = years.hasFrom() ? years.from : 1000;
    const int to = years.hasTo() ? years.to : 3000;
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
