#pragma once

#include "evidence/printed.h"

#include <string>
#include <string_view>

namespace winnow::publish {

/// The few words that a page or a printed document says by itself. Numbers stand for {0} and {1}.
struct PageWords
{
    std::string_view skip;
    std::string_view contents;
    std::string_view table;
    std::string_view figure;
    std::string_view figureInWords;
    std::string_view filter;
    std::string_view rowsShown;
    std::string_view record;
    std::string_view citedIn;
    std::string_view back;
    std::string_view quote;
    std::string_view quotes; ///< with {0}
    std::string_view page;   ///< of a quote, with {0}
};

/// By the first part of a language tag ("id-ID"); English where there are none in that language.
[[nodiscard]] const PageWords &pageWords(std::string_view language);

/// `pattern` with `value` in the place of {0}.
[[nodiscard]] std::string filled(std::string_view pattern, std::string_view value);

/// "Table 1. Local trends"; parts that there are not are left out.
[[nodiscard]] std::string captionOf(std::string_view word, int number, std::string_view caption);

/// The same of a table, in its language.
[[nodiscard]] std::string tableCaption(const evidence::PrintedTable &table);

} // namespace winnow::publish
