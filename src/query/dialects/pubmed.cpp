#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"
#include "query/dialects/support/spellings.h"

#include <algorithm>
#include <array>

namespace winnow::query {

extern const Dialect pubmed;

namespace {

constexpr std::string_view kWholeNames =
    "compares whole family names with initials, so that names of several words may be missed";

/// PubMed User Guide, "Search field tags": [tiab] holds the keywords of the authors too, [tw] the headings of
/// MeSH and much else as well. [all] has names and journals in forms of its own.
constexpr std::array kFields{
    TargetField{setOf(Field::Title), "ti", {}, true},
    TargetField{kTextFields | setOf(Field::Keywords), "tiab", {}},
    TargetField{kTextFields | kKeywordFields, "tw", {}},
    TargetField{setOf(Field::FirstAuthor), "1au", kWholeNames},
    TargetField{
        setOf(Field::Authors) | setOf(Field::FamilyNames) | setOf(Field::FirstAuthor), "au", kWholeNames},
    TargetField{kTextFields | kKeywordFields, "all", {}},
};

/// Types that a record from PubMed has exactly when it says so. "Journal Article" stands beside most others.
constexpr std::array kTypes{
    ValueName{"re", "review|systematic review|meta-analysis"},
    ValueName{"le", "letter"},
    ValueName{"ed", "editorial"},
    ValueName{"er", "published erratum"},
    ValueName{"tb", "retracted publication|retraction of publication"},
};

std::optional<std::string> publicationType(std::string_view value)
{
    return spelledBy(kTypes, value);
}

constexpr std::array kValues{
    TargetValues{ValueField::Doi, "doi", plainValue},
    TargetValues{ValueField::Pmid, "uid", digitsOnly},
    TargetValues{ValueField::Issn, "is", hyphenatedIssn},
    TargetValues{ValueField::Volume, "vi", digitsOnly},
    TargetValues{ValueField::Issue, "ip", digitsOnly},
    TargetValues{ValueField::Language, "la", languageName},
    TargetValues{ValueField::DocumentType, "pt", publicationType},
};

/// PubMed User Guide, "Stopwords"; those that isStopWord() has too are left out.
constexpr std::array<std::string_view, 82> kStopWords{
    "again",   "almost", "although",   "always",   "among",     "another",       "became",    "become",
    "before",  "being",  "between",    "both",     "done",      "due",           "during",    "each",
    "either",  "enough", "especially", "etc",      "found",     "further",       "here",      "however",
    "i",       "just",   "kg",         "km",       "made",      "mainly",        "make",      "may",
    "mg",      "might",  "ml",         "mm",       "most",      "mostly",        "must",      "nearly",
    "neither", "no",     "nor",        "obtained", "often",     "only",          "overall",   "perhaps",
    "pmid",    "quite",  "rather",     "really",   "regarding", "seem",          "seen",      "several",
    "should",  "show",   "showed",     "shown",    "shows",     "significantly", "since",     "so",
    "some",    "such",   "than",       "then",     "there",     "thereby",       "therefore", "through",
    "thus",    "upon",   "use",        "used",     "using",     "various",       "very",      "what",
    "when",    "while"};

static_assert(std::ranges::is_sorted(kStopWords));

/// PubMed User Guide: truncation takes four letters or more; phrases may end in a truncated word.
constexpr Capabilities kPubMed{
    .name = "PubMed",
    .fields = kFields,
    .values = kValues,
    .stopWords = kStopWords,
    .subtracts = true,
    .minPrefix = 4,
    .takesPrefixEnd = true,
};

std::string tagged(std::string_view text, std::string_view tag)
{
    return std::string(text) + "[" + std::string(tag) + "]";
}

std::string printWords(std::string_view phrase, std::string_view key)
{
    return tagged(quotedPhrase(phrase), key);
}

std::string printYears(YearRange years)
{
    const int from = years.firstOr(1000);
    const int to = years.lastOr(3000);
    return tagged(std::to_string(from) + (from == to ? "" : ":" + std::to_string(to)), "dp");
}

std::string printValue(std::string_view spelling, std::string_view key)
{
    return tagged("\"" + std::string(spelling) + "\"", key);
}

constexpr Notation kNotation{" AND ", " OR ", " NOT ", printWords, printYears, printValue};

Translation translate(const Node &root)
{
    return translateBy(root, kPubMed, kNotation);
}

} // namespace

const Dialect pubmed{"pubmed", "PubMed", translate, &kPubMed};

} // namespace winnow::query
