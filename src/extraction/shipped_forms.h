#pragma once

#include "base/result.h"
#include "base/shipped_file.h"
#include "extraction/form.h"

#include <span>
#include <string_view>

namespace winnow::extraction {

/// The files of forms/extraction/, in order of their names.
[[nodiscard]] std::span<const ShippedFile> shippedForms();

/// One of them by its id; NotFound tells which there are.
[[nodiscard]] Result<Form> shippedForm(std::string_view id);

} // namespace winnow::extraction
