#pragma once

#include "publish/output.h"

#include <string>
#include <vector>

namespace winnow::publish::test {

/// A diagram that is written in all outputs and looked at by the programs that people open them with.
struct Case
{
    std::string name; ///< of its files
    FlowDocument document;
};

[[nodiscard]] std::vector<Case> cases();

/// A case by its name.
[[nodiscard]] const Case &caseNamed(const std::vector<Case> &all, const std::string &name);

} // namespace winnow::publish::test
