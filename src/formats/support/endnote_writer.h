#pragma once

#include "formats/format.h"

#include <memory>

namespace winnow::formats {

/// Writes EndNote XML so that Winnow's reader gets the same Record back and EndNote imports it. Extras are
/// written as elements at their paths ("urls/pdf-urls/url"); their attributes are lost. Decisions are lines
/// of <research-notes>, as is what EndNote has no field for (endnote_notes.h).
[[nodiscard]] std::unique_ptr<RecordWriter> makeEndnoteWriter();

} // namespace winnow::formats
