#pragma once

#include "publish/document.h"

namespace winnow::publish::test {

/// Markup, quotes, control characters, a byte that is no text.
constexpr const char *kHostile =
    "<script>alert(\"x\")</script><img src=\"http://127.0.0.1:9/x.png\" onerror=\"alert(1)\"> & ' | "
    "</style></title>--> ]]> \x01 \xC3\xA9 \xFF";

/// A report as a ministry would get it: key messages, a flow diagram, three evidence tables with groups,
/// lists, quotes and colours, one in landscape, thirty references with records, search strings, an excluded
/// list.
[[nodiscard]] Document reportSample();

/// The table of the sample by its number.
[[nodiscard]] const evidence::PrintedTable &tableOf(const Document &document, int number);

/// A table from right to left with text in Arabic and Chinese.
[[nodiscard]] evidence::PrintedTable rightToLeftTable();

/// `rows` x 8 cells that cite `references` references.
[[nodiscard]] Document largeReport(std::size_t rows, std::size_t references);

} // namespace winnow::publish::test
