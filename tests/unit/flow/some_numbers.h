#pragma once

#include "flow/diagram.h"

#include <string>

namespace winnow::flow::test {

/// Numbers for every box of a diagram, with reasons of one kind.
[[nodiscard]] Numbers
someNumbers(Variant variant, int reasons = 3, const std::string &reason = "wrong design");

/// The box of an id; it must be there.
[[nodiscard]] const Box &boxOf(const Diagram &diagram, const std::string &id);

/// "box2>box3", in order of the alphabet.
[[nodiscard]] std::vector<std::string> arrowsOf(const Diagram &diagram);

} // namespace winnow::flow::test
