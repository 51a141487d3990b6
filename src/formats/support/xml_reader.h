#pragma once

#include "formats/format.h"

#include <pugixml.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace winnow::formats {

/// Reads a file of records that are elements of these names. `build` makes a record of one tree and sets all
/// but `raw` and `line`. An element that is broken, too long or cut off is rejected alone; one without end
/// stands, with a warning, when it has a title.
[[nodiscard]] Result<void> readXmlRecords(TextInput &input,
                                          std::span<const std::string_view> names,
                                          RecordSink &sink,
                                          void (*build)(pugi::xml_node root, ReadRecord &read));

/// How many start tags of these names the text has. Knows nothing of XML, so that it checks the reader.
[[nodiscard]] std::int64_t countXmlTags(TextInput &input, std::span<const std::string_view> names);

} // namespace winnow::formats
