#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"

#include <array>

namespace winnow::query {

extern const Dialect arxiv;

namespace {

/// The categories that arXiv has in place of keywords are no words.
constexpr std::array kFields{
    TargetField{setOf(Field::Title), "ti", {}},
    TargetField{setOf(Field::Abstract), "abs", {}},
    TargetField{kTextFields, "ti abs", {}},
    TargetField{kNameFields, "au", {}},
    TargetField{kTextFields | kNameFields, "ti abs au", {}},
    TargetField{kTextFields | kNameFields, "all", {}},
};

constexpr Capabilities kArxiv{
    .name = "arXiv",
    .fields = kFields,
    .values = {},
    .stopWords = kLuceneStopWords,
    .stems = true,
    .minPrefix = 3,
    .maxForms = 32,
    .maxAddressBytes = 8000,
};

std::string printWords(std::string_view phrase, std::string_view key)
{
    return keyed(key, quotedPhrase(phrase));
}

std::string fourDigits(int year)
{
    const std::string digits = std::to_string(year);
    return std::string(4 - digits.size(), '0') + digits;
}

std::string printYears(YearRange years)
{
    const int from = years.firstOr(1900);
    const int to = years.lastOr(3000);
    return "submittedDate:[" + fourDigits(from) + "01010000 TO " + fourDigits(to) + "12312359]";
}

/// arXiv has no value that a record could be asked for, see kArxiv.
std::string printValue(std::string_view /*spelling*/, std::string_view /*key*/)
{
    return {};
}

constexpr Notation kNotation{" AND ", " OR ", " ANDNOT ", printWords, printYears, printValue};

Translation translate(const Node &root)
{
    return translateBy(root, kArxiv, kNotation);
}

} // namespace

const Dialect arxiv{"arxiv", "arXiv", translate, &kArxiv};

} // namespace winnow::query
