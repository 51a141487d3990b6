#pragma once

#include "app/pdf_facts.h"
#include "support/made_papers.h"

namespace winnow::test {

/// What reading the file of a made paper would give, without the file.
[[nodiscard]] app::PdfFacts factsOf(const MadePaper &paper);

} // namespace winnow::test
