#pragma once

#include "model/record.h"

#include <filesystem>
#include <vector>

namespace winnow::test {

/// The records of a RIS file, perhaps gzip; none where it cannot be read.
[[nodiscard]] std::vector<Record> recordsIn(const std::filesystem::path &ris);

} // namespace winnow::test
