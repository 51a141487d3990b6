#pragma once

#include "support/temp_folder.h"

#include <string>

namespace winnow::test {

/// The bytes of a database made by `sql`, left in WAL mode as ASReview leaves it.
std::string databaseOf(const TempFolder &folder, const std::string &sql);

} // namespace winnow::test
