#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"

#include <array>

namespace winnow::query {

extern const Dialect semanticscholar;

namespace {

constexpr std::array kFields{
    TargetField{setOf(Field::Title) | setOf(Field::Abstract), "", {}},
};

constexpr Capabilities kSemanticScholar{
    .name = "Semantic Scholar",
    .fields = kFields,
    .values = {},
    .stopWords = kLuceneStopWords,
    .stems = true,
    .hasFilters = true,
    .minPrefix = 3,
    .maxForms = 32,
    .maxAddressBytes = 8000,
};

std::string printWords(std::string_view phrase, std::string_view /*key*/)
{
    return quotedPhrase(phrase);
}

constexpr Notation kNotation{" + ", " | ", " -", printWords, nullptr, nullptr};

std::string yearFilter(YearRange years)
{
    const std::string from = years.hasFrom() ? std::to_string(years.from) : "";
    const std::string to = years.hasTo() ? std::to_string(years.to) : "";
    return "year=" + (from == to ? from : from + "-" + to);
}

/// The search of /paper/search/bulk and, in a line of its own, its parameter for years.
std::string print(const Ask &ask)
{
    const FilteredAsk divided = dividedAsk(ask);
    if (divided.parts.empty()) {
        return {};
    }
    std::vector<Ask> parts;
    for (const Ask *part : divided.parts) {
        parts.push_back(*part);
    }
    std::string text = printAsk(andOf(std::move(parts)), kNotation);
    if (divided.years != nullptr) {
        text += "\n" + yearFilter(divided.years->years);
    }
    return text;
}

Translation translate(const Node &root)
{
    return translateWith(root, kSemanticScholar, print);
}

} // namespace

const Dialect semanticscholar{"semanticscholar", "Semantic Scholar", translate, &kSemanticScholar};

} // namespace winnow::query
