#pragma once

#include "app/import_files.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace winnow::cli {

/// "title=Titel" of --map.
[[nodiscard]] Result<std::vector<app::ColumnMapping>> mappingsFrom(const std::vector<std::string> &texts);

/// What one file came to, for people: its counts, the columns, what was rejected, the notices.
void printImported(std::ostream &out, const app::ImportedFile &file, bool showsColumns);

} // namespace winnow::cli
