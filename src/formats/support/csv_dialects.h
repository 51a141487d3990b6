#pragma once

#include "formats/support/csv_authors.h"
#include "formats/support/record_builder.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// How the files of one producer differ from other files with named columns.
struct CsvDialect
{
    std::string_view producer;                   ///< "Scopus"; empty for all that is not known
    std::span<const std::string_view> signature; ///< columns that, together, only its files have
    std::span<const std::string_view>
        keyColumns;                 ///< whose value is the record's key; the first that is filled
    bool isSource = true;           ///< a database, not a tool that passes records on
    bool hasUnicodeEscapes = false; ///< \u2019 is written out
    std::string_view remark;        ///< a sentence for the user; may be empty
    std::span<const FieldRule> (*columns)() =
        nullptr; ///< what its names mean, in place of those that all share
    CsvNames (*names)(std::string_view cell) =
        nullptr; ///< divides its authors where they are not written as those of others
};

/// The first dialect whose signature is among `names`, else the general one. Names as nameOfColumn().
[[nodiscard]] const CsvDialect &csvDialectOf(std::span<const std::string> names);

/// A column name reduced to its letters and digits in lower case, accents dropped: "Author(s) ID" ->
/// "authorsid", "T\u00EDtulo" -> "titulo".
[[nodiscard]] std::string nameOfColumn(std::string_view column);

/// What a column means, by nameOfColumn(); nullptr where Winnow does not know it.
[[nodiscard]] const FieldRule *csvColumnRule(const CsvDialect &dialect, std::string_view name);

} // namespace winnow::formats
