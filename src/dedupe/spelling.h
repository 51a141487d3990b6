#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::dedupe {

/// The words of a folded text: runs of letters and digits, where all that is not ASCII counts as letters.
[[nodiscard]] std::vector<std::string_view> wordsOf(std::string_view folded);

/// Appends the letters and digits of a folded text; Greek letters by their names, so that "α" and "alpha"
/// are the same.
void appendBare(std::string &out, std::string_view folded);

/// folded(text) in letters and digits only.
[[nodiscard]] std::string bare(std::string_view text);

/// Letters in which British and American spellings are the same: "haemolytic tumour localisation" and
/// "hemolytic tumor localization" (without the spaces). Only for comparing.
[[nodiscard]] std::string inOneSpelling(std::string_view letters);

/// The letters and digits of a folded text as appendBare() and inOneSpelling() give them, each with its
/// place.
struct PlacedLetters
{
    std::string letters;
    std::vector<std::size_t> at; ///< of each byte of `letters`: where its character begins in the folded text
};

[[nodiscard]] PlacedLetters placedLetters(std::string_view folded);

/// 1 for equal texts, else 1 - d / n of Levenshtein's distance d and the size n of the longer one, in bytes;
/// 0 where that is below `least` (0 to 1), which saves most of the work.
[[nodiscard]] double likeness(std::string_view a, std::string_view b, double least);

/// Whether two names of journals are the same, one of them perhaps abbreviated: "J Clin Endocrinol Metab",
/// "Journal of Clinical Endocrinology and Metabolism". Both folded, words divided by one space, without
/// articles and prepositions.
[[nodiscard]] bool isSameJournal(std::string_view a, std::string_view b);

/// A place of publication in the form in which it is compared.
struct JournalName
{
    std::string words; ///< as isSameJournal() takes it: without parentheses, subtitle and meeting
    /// The meeting that Embase names behind the journal ("The Lancet.Conference: 5th Congress"), or the whole
    /// where there is no journal.
    std::string meeting;
};

[[nodiscard]] JournalName journalName(std::string_view text);

} // namespace winnow::dedupe
