#pragma once

#include "base/result.h"
#include "extraction/form.h"

namespace winnow::extraction {

/// What the fields of a form say of one another: conditions name fields and possible values and do not lead
/// back to themselves; formulas can be worked out. Fails with WrongFormat and names the field.
[[nodiscard]] Result<void> checkForm(const Form &form);

} // namespace winnow::extraction
