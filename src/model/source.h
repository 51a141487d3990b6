#pragma once

#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow {

/// Where records come from, as PRISMA 2020 (item 6) divides it. Databases and registers form the left column
/// of the flow diagram, all others the column "other methods".
enum class SourceKind { Database, Register, Website, Organisation, Citation, Other };

/// "database", "register" ...; the names of the command line and the review file.
[[nodiscard]] std::string_view toString(SourceKind kind);
[[nodiscard]] std::optional<SourceKind> sourceKindFromString(std::string_view name);
[[nodiscard]] bool isDatabaseOrRegister(SourceKind kind);

struct Source
{
    SourceId id;
    std::string name;
    SourceKind kind = SourceKind::Database;
};

/// One search at one source, whether or not its records were imported (PRISMA-S items 8, 13 and 15).
struct Search
{
    SearchId id;
    SourceId source;
    std::string query;                ///< as the user ran it; may be empty
    std::optional<std::int64_t> hits; ///< as the source reported them
    std::string date;                 ///< ISO 8601, may be partial; empty when unknown
    std::string note;
    bool isNoted =
        false; ///< entered with search-run: `hits` counts although the records were not all imported
};

/// One file that was imported once.
struct Import
{
    ImportId id;
    SearchId search;
    std::string file;   ///< name without folders
    std::string sha256; ///< of the bytes of the file
    std::string format; ///< id of the format that read it
    std::int64_t inFile = 0;
    std::int64_t stored = 0;
    std::int64_t rejected = 0;
    bool isLive = true; ///< false once the import was undone
};

/// A stretch of an imported file that could not become a record.
struct RejectedRow
{
    std::int64_t line = 0; ///< from 1
    std::string reason;    ///< half a sentence
    std::string raw;
};

} // namespace winnow
