#pragma once

#include "base/result.h"
#include "sources/source.h"
#include "sources/support/json_reply.h"
#include "sources/support/label.h"

#include <pugixml.hpp>

#include <span>
#include <string_view>

namespace winnow::sources {

/// XML of a source in the shape that the same source's JSON has, so that both are read by the same rules:
/// elements as names, attributes as "@name", text beside attributes as "$", repeated elements as a list.
[[nodiscard]] Json jsonOf(pugi::xml_node element);

/// The name of the root element; empty where the text is no XML.
[[nodiscard]] std::string_view xmlRootName(std::string_view text);

/// Divides an XML reply into the elements named `entry` and those of `envelope`, which may stand anywhere
/// else. Fails where the reply is no XML or is cut off.
[[nodiscard]] Result<EntryList> xmlEntries(const Label &source,
                                           std::string_view body,
                                           std::string_view entry,
                                           std::span<const std::string_view> envelope);

} // namespace winnow::sources
