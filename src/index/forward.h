#pragma once

#include "base/file.h"
#include "index/mapped_file.h"
#include "index/vocabulary.h"
#include "query/fields.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace winnow::index {

/// Numbers of the two gaps that are not written down: nothing before the first and behind the last word, one
/// space between words.
inline constexpr WordId kNoGap = 0;
inline constexpr WordId kSpaceGap = 1;

/// One stretch of words of a record, as numbers of the vocabulary.
struct Segment
{
    query::Field field = query::Field::Title;
    std::span<const WordId> words;
    std::span<const WordId> gaps; ///< see query::gapsOf(); none where they were not asked for
};

/// The forward index of a new or growing index: what each record holds, in order.
class ForwardWriter
{
public:
    /// Goes on behind what was committed: `units` of the file of words, and records up to `last`. What stands
    /// behind that is dropped.
    [[nodiscard]] Result<void>
    open(const std::filesystem::path &folder, std::int64_t last, std::uint64_t units);

    /// Begins a record; numbers must rise, and no flush() may come before its last segment.
    void beginRecord(std::int64_t number);

    /// Adds a segment to the record. There is one gap more than words.
    void add(query::Field field, std::span<const WordId> words, std::span<const WordId> gaps);

    /// Writes down what was added; fails with Unwritable.
    [[nodiscard]] Result<void> flush();

    /// How many units there are now.
    [[nodiscard]] std::uint64_t units() const { return m_units; }

private:
    std::filesystem::path m_folder;
    File m_words;
    File m_ends;
    std::uint64_t m_units = 0; ///< with those that are not written yet
    std::int64_t m_record = 0; ///< the number of the open record
    std::vector<std::uint16_t> m_pending;
    std::vector<std::uint64_t> m_pendingEnds; ///< of the open record too
    std::vector<std::uint16_t> m_body;
};

/// What was committed of it.
class Forward
{
public:
    /// Fails with WrongFormat where there is less.
    [[nodiscard]] static Result<Forward>
    open(const std::filesystem::path &folder, std::int64_t last, std::uint64_t units);

    /// The units of a record; none where they are damaged or there is none.
    [[nodiscard]] std::span<const std::uint16_t> record(std::size_t number) const;

private:
    MappedFile m_words;
    MappedFile m_ends;
};

/// Takes records apart, one at a time.
class ForwardReader
{
public:
    /// The forward index must outlive it.
    explicit ForwardReader(const Forward &forward)
        : m_forward(forward)
    {}

    /// The segments of a record that lie in `fields`, valid until the next call; stops at damage.
    [[nodiscard]] std::span<const Segment> read(std::size_t number, query::FieldSet fields, bool withGaps);

private:
    const Forward &m_forward;
    std::vector<Segment> m_segments;
    std::vector<WordId> m_buffer;
};

} // namespace winnow::index
