#pragma once

#include "model/record.h"
#include "text/person_name.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// The functions that turn the text of a source into what Record promises. None of them fails.

/// Title or abstract as plain text: entities and the tags of simple markup resolved, white space squeezed,
/// "[No abstract available]" and its like dropped.
[[nodiscard]] std::string plainText(std::string_view text);

/// The text that plainText() turns into `text` again; for writers.
[[nodiscard]] std::string markedUp(const std::string &text);

/// A name that was divided already, its white space squeezed.
[[nodiscard]] std::optional<PersonName> personFrom(text::NameParts parts);

/// One name as printed; "[No author name available]" and its like give nothing.
[[nodiscard]] std::optional<PersonName> authorFrom(std::string_view text);

/// Adds the name of a field that holds one.
void addAuthor(Record &record, std::string_view text);

/// Adds the names of a field that holds one a line, or several divided by semicolons.
void addAuthors(Record &record, std::string_view text);

/// "Family, Given", in a form that authorFrom() reads back.
[[nodiscard]] std::string printed(const PersonName &name);

/// Adds the entries of a list that is divided by semicolons or line ends; where it has neither, by commas if
/// those are allowed.
void addTerms(std::vector<std::string> &terms, std::string_view text, bool hasCommaLists = false);

/// Makes the last `count` of the keywords index terms: our own files have one list for both.
void moveToIndexTerms(Record &record, std::size_t count);

/// "188-97", "188–197", "pp. 188-197", "e12" into first and last page; an abbreviated last page is completed.
void setPages(Record &record, std::string_view text);

/// The same when the source gives the two apart; the last may be empty.
void setPages(Record &record, std::string_view first, std::string_view last);

/// Whether a record says anything of what it is: a title, an author, an abstract, an identifier (also its own
/// id in the file) or an address.
[[nodiscard]] bool isUsable(const Record &record);

/// Half a sentence for a record that is not.
inline constexpr std::string_view kNotUsable =
    "has neither a title, an author, an abstract, an identifier nor an address";

/// Half a sentence for a record of which the file has only the beginning.
inline constexpr std::string_view kCutOff = "is cut off by the end of the file and has no title";

/// Half a sentence for a record that is too long to be one.
inline constexpr std::string_view kTooLong = "is too long to be a record; is a separator missing?";

} // namespace winnow::formats
