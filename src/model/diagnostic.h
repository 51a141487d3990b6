#pragma once

#include <cstdint>
#include <string>

namespace winnow {

enum class Severity { Info, Warning, Error };

/// What a reader noticed about one place of a file, without stopping.
struct Diagnostic
{
    Severity severity = Severity::Warning;
    std::int64_t line = 0; ///< from 1; 0 when it concerns the whole file
    std::string field;     ///< as the file spells it; may be empty
    std::string text;      ///< one sentence
};

} // namespace winnow
