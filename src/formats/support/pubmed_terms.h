#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// What the formats of PubMed have in common.

/// The rank of a publication type among the several of one record, for RecordBuilder: the lower, the more it
/// says. "Journal Article" stands beside nearly all others.
[[nodiscard]] int publicationTypeRank(std::string_view label);

/// Whether a title says that there is none in English: "[Not Available]."
[[nodiscard]] bool isNoTitle(std::string_view title);

/// Whether the name of a database or provider says that its numbers are PMIDs: "Ovid MEDLINE(R)", "NLM".
[[nodiscard]] bool namesMedline(std::string_view database);

/// Drops the asterisks that mark major topics: "*Dog Diseases/*diagnosis".
void dropMajorTopicMarks(std::vector<std::string> &terms);

} // namespace winnow::formats
