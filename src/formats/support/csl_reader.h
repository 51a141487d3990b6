#pragma once

#include "formats/format.h"

#include <nlohmann/json_fwd.hpp>

namespace winnow::formats {

/// Fills `read` from one CSL-JSON item, as Zotero, pandoc or Crossref write it. Variables that Record has no
/// place for become extras, as JSON text. What Winnow's own writer put into custom.winnow is obeyed.
void readCslItem(const nlohmann::ordered_json &item, ReadRecord &read);

} // namespace winnow::formats
