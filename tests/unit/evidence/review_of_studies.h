#pragma once

#include "evidence/review_data.h"

#include <string>
#include <vector>

namespace winnow::evidence::test {

/// A study of one report whose key is also its label.
[[nodiscard]] StudyData study(const std::string &key, const std::string &author = {}, int year = 2020);

/// Included studies with these keys.
[[nodiscard]] ReviewData reviewOf(const std::vector<std::string> &keys);

/// Says what a study was coded with.
void code(StudyData &study, const std::string &field, const std::vector<std::string> &codes);

} // namespace winnow::evidence::test
