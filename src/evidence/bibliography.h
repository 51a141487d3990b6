#pragma once

#include "base/result.h"
#include "base/task.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::evidence {

/// A stretch of a reference in one style.
struct ReferenceRun
{
    std::string text;
    bool isBold = false;
    bool isItalic = false;
    bool isSuperscript = false;
    std::string address{}; ///< http or https; empty: no link

    bool operator==(const ReferenceRun &) const = default;
};

/// A reference as it is printed, without its number.
struct PrintedReference
{
    std::string key; ///< "id" of its item
    std::vector<ReferenceRun> runs;
};

/// The file of a CSL style: a file of that name, or one of the distribution's styles, "ieee". NotFound says
/// how to get them.
[[nodiscard]] Result<std::filesystem::path> styleFile(const std::string &name);

/// References in a CSL style by pandoc, which must be installed; in the order of the items of CSL-JSON,
/// whatever the style sorts by, since the numbers are ours. Fails with NotFound where pandoc or the style is
/// missing.
[[nodiscard]] Result<std::vector<PrintedReference>>
referencesInStyle(std::string_view cslJson, const std::string &style, const Task &task = {});

/// The same without pandoc and without a style: authors, title, where it was published, year, DOI. Never
/// fails: what cannot be read is printed as its key.
[[nodiscard]] std::vector<PrintedReference> plainReferences(std::string_view cslJson);

} // namespace winnow::evidence
