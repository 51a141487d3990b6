#pragma once

#include "model/record.h"
#include "query/fields.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

/// Calls `visit` for every stretch of words of a record that phrases do not cross: the title, each keyword,
/// each author ... A name comes once for each field that it belongs to, its whole form (Field::Authors)
/// first.
void forEachSegment(const Record &record, const std::function<void(Field, std::string_view)> &visit);

/// The values of a record in the form in which values are compared; none where it has none.
[[nodiscard]] std::vector<std::string> valuesOf(const Record &record, ValueField field);

/// A value of a query in the same form ("https://doi.org/10.1/A" -> "10.1/a", "1234-567X" -> "1234567x").
[[nodiscard]] std::string comparableValue(ValueField field, std::string_view text);

/// Whether a record cannot be judged by a field because its source left the field empty: records without
/// abstract, year, type or language. Another field that is empty just does not hold what is asked for. The
/// full text is never in the record itself.
[[nodiscard]] bool lacks(const Record &record, const FieldCode &code);

} // namespace winnow::query
