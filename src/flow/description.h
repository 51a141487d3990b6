#pragma once

#include "flow/numbers.h"
#include "flow/template.h"

#include <string>

namespace winnow::flow {

/// The text of a box in one line, with ordinary spaces, as it is read aloud.
[[nodiscard]] std::string textOf(const TemplateBox &box);

/// The diagram told in sentences, for those who cannot see it: column by column and stage by stage what each
/// box says and where its arrows lead, then what the template has no box for.
[[nodiscard]] std::string describe(const Template &source, const Numbers &numbers, const Texts &texts);

} // namespace winnow::flow
