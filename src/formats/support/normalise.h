#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace winnow::formats {

/// The functions that turn what a source wrote into what Record promises. None of them fails: what cannot be understood is empty.

/// "https://doi.org/10.1000/ABC", "doi: 10.1000/abc." -> "10.1000/abc".
[[nodiscard]] std::string bareDoi(std::string_view text);

/// Digits of "PUBMED 21314913", "21314913 [pmid]".
[[nodiscard]] std::string bareNumber(std::string_view text);

/// The EID inside a Scopus address (eid=2-s2.0-...) or standing alone.
[[nodiscard]] std::string eidIn(std::string_view text);

/// Adds the ISSNs or ISBNs of "20411723 (ISSN); 978-3-031-49212-9 (ISBN)" to the right field of the record, each once.
void addSerialNumbers(Record &record, std::string_view text);

/// "188-97", "188–197", "pp. 188-197", "e12" into first and last page; an abbreviated last page is completed.
void setPages(Record &record, std::string_view text);

/// "2020/11/02", "2020///", "2017 Nov 15", "SEP 22", "Nov-Dec 2020", "2019 Winter"; parts not understood are left out.
[[nodiscard]] PartialDate dateFrom(std::string_view text);

/// A month by name or number: "nov", "November", "11".
[[nodiscard]] std::optional<int> monthFrom(std::string_view text);

/// English name in lower case for codes and names: "eng", "en", "English" -> "english"; others in lower case as they are.
[[nodiscard]] std::string languageFrom(std::string_view text);

/// The type for a name that databases print ("Conference Paper", "Article; Early Access", "Journal Article"); nothing if unknown.
[[nodiscard]] std::optional<RecordType> typeFromLabel(std::string_view text);

/// Title or abstract as plain text: entities and the tags of simple markup resolved, white space squeezed, "[No abstract
/// available]" and its like dropped.
[[nodiscard]] std::string plainText(std::string_view text);

/// One name as printed; "[No author name available]" and its like give nothing.
[[nodiscard]] std::optional<PersonName> authorFrom(std::string_view text);

/// Whether there is enough to tell what a record is: a title, an author, an abstract or an identifier.
[[nodiscard]] bool isUsable(const Record &record);

} // namespace winnow::formats
