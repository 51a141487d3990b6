#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace winnow {

/// What is said to people. Its places are %1 to %9; the context tells apart what is said for different ends.
struct Sentence
{
    const char *context = "";
    const char *text = "";
};

/// Those who translate find here what there is: both are literals.
[[nodiscard]] constexpr Sentence sentence(const char *context, const char *text)
{
    return {context, text};
}

/// Gives a sentence in another language, with its places still open. Called from any thread.
using Translator = std::string (*)(const Sentence &sentence);

/// With its places filled, as it is written where there is no translator. A part may hold what looks like a
/// place; a place without a part stays empty.
[[nodiscard]] std::string said(const Sentence &sentence,
                               std::initializer_list<std::string_view> parts,
                               Translator translator = nullptr);

} // namespace winnow
