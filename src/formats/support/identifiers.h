#pragma once

#include "model/record.h"

#include <string>
#include <string_view>

namespace winnow::formats {

/// Identifiers in the form that Record promises. None of these fails: what cannot be understood is empty.

/// "https://doi.org/10.1000/ABC", "doi: 10.1000/abc." -> "10.1000/abc".
[[nodiscard]] std::string bareDoi(std::string_view text);

/// The number in "PUBMED 21314913", "21314913 [pmid]"; nothing for text with other digits or for more than
/// eight of them.
[[nodiscard]] std::string pmidFrom(std::string_view text);

/// "PMC7026692" in "PMC7026692", "pmc7026692", "https://.../PMC7026692/"; digits alone are none.
[[nodiscard]] std::string pmcidFrom(std::string_view text);

/// The EID inside a Scopus address (eid=2-s2.0-...) or standing alone.
[[nodiscard]] std::string eidIn(std::string_view text);

/// Adds the ISSNs and ISBNs of "20411723 (ISSN); 978-3-031-49212-9 (ISBN)" to the right field of the record,
/// each once.
void addSerialNumbers(Record &record, std::string_view text);

/// The same for text that is known to be an ISSN: a spreadsheet may have eaten its leading zeros.
void addIssns(Record &record, std::string_view text);

/// Fills in identifiers that only the address (`url`) of the record shows. To be called when all else is set.
void completeIdentifiers(Record &record);

} // namespace winnow::formats
