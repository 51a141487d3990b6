#pragma once

#include "app/extraction.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace winnow::app {

struct ExtractionImport
{
    std::int64_t studies = 0; ///< rows of one study by several extractors count once each
    std::int64_t values = 0;
};

/// Takes values of a file over, in one act. CSV: the columns study (a key) and field (a path), then value as
/// people type it, quote, page, note, extractor, agreed ("yes": a consensus), study-name (of a report of
/// several studies, which one), place (of the quote in an attached PDF, see model/quote_place.h); a row
/// without a value adds its quote to the row above of the same field. JSON: what exportValues() writes. Where
/// no extractor is named, it is the reviewer. Fails, and takes nothing over, at the first row that does not
/// fit; the message names it.
[[nodiscard]] Result<ExtractionImport>
importValues(Workspace &workspace, std::string_view form, const std::filesystem::path &file);

/// Writes all values that the reviewer may see, .csv or .json by its name, so that importValues() gives them
/// again. Returns how many values of fields that the form does not ask for any more are left out; they stay
/// in the review.
[[nodiscard]] Result<std::int64_t>
exportValues(Workspace &workspace, std::string_view form, const std::filesystem::path &file);

/// Writes what holds as a CSV table for analysis: a row for each study, a column for each field; fields of a
/// group have a column for each of its instances.
[[nodiscard]] Result<void>
exportValueSheet(Workspace &workspace, std::string_view form, const std::filesystem::path &file);

} // namespace winnow::app
