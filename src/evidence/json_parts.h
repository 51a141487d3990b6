#pragma once

#include "evidence/table.h"
#include "text/clean.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::evidence {

/// What is wrong with a file of tables, and where: thrown by its readers and caught by parseTableSet().
struct Fault
{
    std::string sentence;
};

/// A text as it is written but for its control characters, which are blanks; lines and tabs stay.
[[nodiscard]] std::string textOf(const nlohmann::json &text);

/// The text `name` of an object, as textOf(); empty where it has none and needs none.
[[nodiscard]] std::string
textIn(const nlohmann::json &object, const char *name, const std::string &where, bool isRequired = false);

[[nodiscard]] bool
flagIn(const nlohmann::json &object, const char *name, bool otherwise, const std::string &where);

/// Nothing where the object has no such number.
[[nodiscard]] std::optional<double>
numberIn(const nlohmann::json &object, const char *name, const std::string &where);

[[nodiscard]] std::vector<std::string> textsOf(const nlohmann::json &value, const std::string &where);

/// Words of a file for the cases of an enumeration.
template <class Enum, std::size_t count>
using Words = std::array<std::pair<std::string_view, Enum>, count>;

template <class Enum, std::size_t count>
[[nodiscard]] Enum wordIn(const Words<Enum, count> &words,
                          std::string_view word,
                          std::string_view name,
                          const std::string &where)
{
    std::string choices;
    for (const auto &[known, value] : words) {
        if (known == word) {
            return value;
        }
        choices += (choices.empty() ? "" : ", ") + std::string(known);
    }
    throw Fault{where + ": \"" + std::string(name) + "\" must be one of " + choices + ", not \"" +
                text::forMessage(word) + "\"."};
}

template <class Enum, std::size_t count>
[[nodiscard]] std::string_view wordFor(const Words<Enum, count> &words, Enum value)
{
    for (const auto &[word, known] : words) {
        if (known == value) {
            return word;
        }
    }
    return {};
}

[[nodiscard]] Finding readFinding(const nlohmann::json &value, const std::string &where);
[[nodiscard]] nlohmann::ordered_json toJson(const Finding &finding);
[[nodiscard]] FindingsHead readFindingsHead(const nlohmann::json &value, const std::string &where);
[[nodiscard]] nlohmann::ordered_json toJson(const FindingsHead &head);

[[nodiscard]] CitationStyle readStyle(const nlohmann::json &value);
[[nodiscard]] nlohmann::ordered_json toJson(const CitationStyle &style);

inline constexpr Words<RowOrder, 4> kOrders{{{"as-written", RowOrder::AsWritten},
                                             {"author", RowOrder::Author},
                                             {"year", RowOrder::Year},
                                             {"number", RowOrder::Number}}};

inline constexpr Words<Numbering, 3> kNumberings{{{"first-citation", Numbering::FirstCitation},
                                                  {"alphabetical", Numbering::Alphabetical},
                                                  {"fixed", Numbering::Fixed}}};

/// Where rows come from, beside fields: "studies", "excluded".
inline constexpr Words<RowSource, 2> kRowSources{
    {{"studies", RowSource::Studies}, {"excluded", RowSource::Excluded}}};

/// What a row holds beside its cells; no column has one of these names.
inline constexpr std::array<std::string_view, 4> kRowNames{"note", "code", "studies", "finding"};

} // namespace winnow::evidence
