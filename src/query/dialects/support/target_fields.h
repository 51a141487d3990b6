#pragma once

#include "query/dialects/support/relax_terms.h"

#include <vector>

namespace winnow::query {

/// The field of a target for words asked of `asked`. Wider: the first that covers all, else the one that
/// covers most of it; Narrower: the widest precise one that covers nothing else. nullptr where there is none.
[[nodiscard]] const TargetField *pickField(FieldSet asked, const Capabilities &target, Direction direction);

/// Whether words may be missed in `field` that are asked of `code`.
[[nodiscard]] bool mayMissIn(const FieldCode &code, const TargetField &field);

/// What is other in `field` than `code` asks.
[[nodiscard]] std::vector<TermNote>
fieldNotes(const FieldCode &code, const TargetField &field, const Capabilities &target);

} // namespace winnow::query
