#pragma once

#include "evidence/printed.h"

#include <map>
#include <string>

namespace winnow::publish {

/// The target of each entry of the reference list, by its key.
using LatexTargets = std::map<std::string, std::string, std::less<>>;

/// A longtable, on whatever page it stands, with the rules of booktabs. Needs array, booktabs, longtable and
/// xcolor with the option table, and what latexCommands() defines. A row that is longer than half a page is
/// printed as several, so that pages can break; cells that are covered are blank, since longtable breaks no
/// \multirow.
[[nodiscard]] std::string tableInLatex(const evidence::PrintedTable &table, const LatexTargets &targets);

/// Definitions, each only where it is missing.
[[nodiscard]] std::string latexCommands();

/// Text over lines, in which long words can be broken; from right to left where it runs so.
[[nodiscard]] std::string latexLines(std::string_view text);

/// What stands before and behind the body of a file that compiles alone.
struct LatexFrame
{
    std::string title;
    std::string language = "en";
    bool isLandscape = false;
    bool needsUnicode = false;
    bool hasDiagrams = false;
};

[[nodiscard]] std::string latexFile(const LatexFrame &frame, const std::string &body);

} // namespace winnow::publish
