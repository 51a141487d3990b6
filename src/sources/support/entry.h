#pragma once

#include "formats/format.h"
#include "formats/support/record_builder.h"
#include "sources/support/json_values.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>

namespace winnow::sources {

/// One line of a source's table of fields.
struct ValueRule
{
    std::string_view path; ///< see valuesAt()
    formats::FieldKind kind = formats::FieldKind::Extra;
    int rank = 0; ///< of several values for one field, the lowest that has something wins
};

/// A word of a source's vocabulary of types.
struct TypeWord
{
    std::string_view word;
    RecordType type;
};

/// Makes a record of one entry, through the same steps as the readers of files.
class EntryBuilder
{
public:
    explicit EntryBuilder(const Json &entry);

    /// Adds what the rules find.
    void apply(std::span<const ValueRule> rules);

    /// Adds one value; `name` outlives this object.
    void add(formats::FieldKind kind, int rank, std::string_view name, std::string value);

    /// Fills `read`, whose authors and type may be set already.
    void finish(formats::ReadRecord &read) { m_builder.finish(read); }

private:
    const Json &m_entry;
    std::deque<std::string> m_values; ///< what the builder has views of
    formats::RecordBuilder m_builder;
};

/// The type of the first word that the vocabulary has, in the vocabulary's order; nothing if none.
[[nodiscard]] std::optional<RecordType>
typeAt(const Json &entry, std::string_view path, std::span<const TypeWord> words);

/// Adds the names at a path, each shown with the given names first.
void addShownNames(const Json &entry, std::string_view path, Record &record);

/// Text in which a blank follows each heading and paragraph (<h4>, <jats:p> ...): plain text drops the tags,
/// and some sources put nothing else between two words.
[[nodiscard]] std::string withBlanksBehindBlocks(std::string_view text);

} // namespace winnow::sources
