#pragma once

#include "formats/format.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// What a field of a file means. Of the kinds up to PageLast a record has one value, of the others any
/// number.
enum class FieldKind {
    Key,
    Title,
    Abstract,
    SourceTitle,
    Volume,
    Issue,
    ArticleNumber,
    Doi,
    Pmid,
    Pmcid,
    Eid,
    Url,
    Publisher,
    Language,
    Pages, ///< first and last together
    PageFirst,
    PageLast,
    Authors,
    Organisation, ///< an author that is no person
    Keywords,
    IndexTerms,
    SerialNumbers, ///< ISSN or ISBN
    Issns,
    Date, ///< or a part of one
    Month,
    Day,
    TypeLabel,
    Note,  ///< may hold a decision; an extra otherwise
    Extra, ///< Record has no place for it
    Ignored,
};

/// The kind that a name of fieldNames() stands for.
[[nodiscard]] std::optional<FieldKind> kindOfField(std::string_view name);

/// The name of a kind; empty for kinds that no user chooses.
[[nodiscard]] std::string_view nameOfField(FieldKind kind);

/// Rank of a list field that adds to the others and never loses against them.
inline constexpr int kBeside = -1;

/// One line of a format's table of fields.
struct FieldRule
{
    std::string_view name; ///< as the format's reader looks it up
    FieldKind kind = FieldKind::Extra;
    int rank = 0; ///< of several fields for one value, the lowest that has something wins; kBeside: see there
};

/// Makes a record out of the fields of a file. Fields that lose against others of their kind become extras
/// unless they say the same. It only keeps views: the text of the fields must live until finish().
class RecordBuilder
{
public:
    /// How this format writes lists.
    struct Style
    {
        void (*addAuthors)(Record &record, std::string_view text);
        bool hasCommaLists = false; ///< keywords may be divided by commas where there is no semicolon
        bool isWrapped = false;     ///< a line end in a value is no more than a blank
    };

    explicit RecordBuilder(Style style)
        : m_style(style)
    {}

    /// Adds a field; `name` as the file spells it, for the extras.
    void add(FieldKind kind, int rank, std::string_view name, std::string_view value);

    /// Fills `read` and forgets the fields. `read.record.type` may be set before: a known TypeLabel overrides
    /// it.
    void finish(ReadRecord &read);

private:
    struct Entry
    {
        FieldKind kind;
        int rank;
        std::string_view name;
        std::string_view value; ///< trimmed, not empty
    };

    [[nodiscard]] std::string_view winner(FieldKind kind) const;
    [[nodiscard]] int bestRank(FieldKind kind) const;
    void setSingleValues(Record &record) const;
    void addListEntry(const Entry &entry, Record &record) const;
    void setDate(PartialDate &date) const;
    void setType(ReadRecord &read) const;

    Style m_style;
    std::vector<Entry> m_entries;
    static constexpr std::size_t kSingleKinds = static_cast<std::size_t>(FieldKind::PageLast) + 1;
    std::ptrdiff_t m_winners[kSingleKinds]{};
};

/// Whether `record` can stand; otherwise it is handed to the sink as rejected. Returns what the sink
/// returned.
bool deliver(RecordSink &sink, ReadRecord &&read);

} // namespace winnow::formats
