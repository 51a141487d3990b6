#pragma once

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace winnow::cli {

/// Takes one of the words of `choices` and stores what it stands for. The words are the validator's name too,
/// as
/// "{grey,safe}", from which completion and the manual have them; --help leaves them to the option's own
/// text.
template <typename Value, typename... Filter>
CLI::Validator choiceOf(const std::map<std::string, Value> &choices, Filter... filter)
{
    std::string words;
    for (const auto &choice : choices) {
        words.append(words.empty() ? "{" : ",").append(choice.first);
    }
    return CLI::CheckedTransformer(choices, filter...).description("").name(words + "}");
}

} // namespace winnow::cli
