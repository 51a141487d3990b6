#pragma once

#include "app/workspace.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string>
#include <string_view>

namespace winnow::cli {

/// 41231 -> "41,231".
[[nodiscard]] std::string grouped(std::int64_t number);

/// "1 record", "2 records", "41,231 records".
[[nodiscard]] std::string counted(std::int64_t number, std::string_view singular);

/// Text for a terminal: control characters, which a hostile file could use to steer it, become spaces (those
/// of U+0080 to U+009F ones that do not break).
[[nodiscard]] std::string printable(std::string_view text);

/// "Hassan H, Sade AB, ..." of at most `most` authors.
[[nodiscard]] std::string authorText(const std::vector<PersonName> &authors, std::size_t most = 3);

/// Writes a JSON value, indented, with a line end; text that is not valid UTF-8 is mended.
void printJson(std::ostream &out, const nlohmann::ordered_json &value);

/// The content of a query file, or the query itself.
[[nodiscard]] Result<std::string> queryText(const std::string &query, const std::string &queryFile);

} // namespace winnow::cli
