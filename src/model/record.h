#pragma once

#include "model/record_type.h"

#include <optional>
#include <string>
#include <vector>

namespace winnow {

/// A person as printed. An organisation or an unparsed name has only `family`.
struct PersonName
{
    std::string family; ///< with particles: "De la Torre-Castro"
    std::string given;  ///< names or initials as the source gave them: "M.", "Lauren N."

    bool operator==(const PersonName &) const = default;
};

/// A date of which the later parts may be unknown.
struct PartialDate
{
    std::optional<int> year;
    std::optional<int> month; ///< 1 to 12
    std::optional<int> day;   ///< 1 to 31

    bool operator==(const PartialDate &) const = default;
};

/// A database entry, normalised: UTF-8, one value a field, an empty string where the source gave nothing.
/// What the source sent stays beside it in the store as raw text.
struct Record
{
    std::string
        key; ///< the record's own id in its file (RIS ID, BibTeX key, PMID, EID, id column); may be empty
    RecordType type = RecordType::Other;
    std::string title;
    std::string abstractText;
    std::vector<PersonName> authors;
    std::vector<std::string> keywords;   ///< given by the authors, or of unknown origin
    std::vector<std::string> indexTerms; ///< given by the source: index keywords, MeSH
    std::string sourceTitle;             ///< journal, proceedings or book
    std::string volume;
    std::string issue;
    std::string pageFirst;
    std::string pageLast; ///< in full: 188-97 has 197
    std::string articleNumber;
    PartialDate date;
    std::string doi;   ///< bare and in lower case: 10.1000/xyz
    std::string pmid;  ///< digits
    std::string pmcid; ///< PMC7026692
    std::string eid;   ///< 2-s2.0-...
    std::string issn;  ///< 1234-567X; several divided by one space
    std::string isbn;  ///< without hyphens; several divided by one space
    std::string publisher;
    std::string language; ///< English name in lower case, or as given where unknown
    std::string url;

    bool operator==(const Record &) const = default;
};

/// A field as a file spelled it: a RIS tag, a BibTeX name, a column head.
struct RawField
{
    std::string name;
    std::string value;

    bool operator==(const RawField &) const = default;
};

} // namespace winnow
