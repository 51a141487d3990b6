#include "index/forward.h"

#include "index/schema.h"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <system_error>

namespace winnow::index {

namespace {

using Unit = std::uint16_t;

constexpr Unit kTwoUnits = 0xC000; ///< set in the first of two units that make up one number
constexpr unsigned kFieldBits = 4;
constexpr std::uint32_t kLongCount = 0xFFF;
constexpr Unit kLongGap = 0xFF;

void putNumber(std::vector<Unit> &units, std::uint32_t number)
{
    if (number < kTwoUnits) {
        units.push_back(static_cast<Unit>(number));
    } else {
        units.push_back(static_cast<Unit>(kTwoUnits | (number >> 16U)));
        units.push_back(static_cast<Unit>(number & 0xFFFFU));
    }
}

/// Reads units one after the other; after the last one, zeros, and isDamaged() holds.
class Cursor
{
public:
    explicit Cursor(std::span<const Unit> units)
        : m_at(units.data())
        , m_end(units.data() + units.size())
    {}

    Unit unit()
    {
        if (m_at == m_end) {
            m_isDamaged = true;
            return 0;
        }
        return *m_at++;
    }

    std::uint32_t number()
    {
        const Unit first = unit();
        if (first < kTwoUnits) {
            return first;
        }
        return (static_cast<std::uint32_t>(first & ~kTwoUnits) << 16U) | unit();
    }

    /// The next `count` units as a cursor of their own.
    Cursor part(std::size_t count)
    {
        if (count > rest()) {
            m_isDamaged = true;
            count = 0;
        }
        Cursor cursor({m_at, count});
        m_at += count;
        return cursor;
    }

    [[nodiscard]] std::size_t rest() const { return static_cast<std::size_t>(m_end - m_at); }

    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }

private:
    const Unit *m_at;
    const Unit *m_end;
    bool m_isDamaged = false;
};

void putGaps(std::vector<Unit> &units, std::span<const WordId> gaps)
{
    std::size_t previous = 0;
    for (std::size_t at = 0; at < gaps.size(); ++at) {
        const bool isAtBorder = at == 0 || at + 1 == gaps.size();
        if (gaps[at] == (isAtBorder ? kNoGap : kSpaceGap)) {
            continue;
        }
        const std::size_t step = at - previous;
        if (step < 256 && gaps[at] < kLongGap) {
            units.push_back(static_cast<Unit>(step << 8U | gaps[at]));
        } else {
            units.push_back(kLongGap);
            putNumber(units, static_cast<std::uint32_t>(step));
            putNumber(units, gaps[at]);
        }
        previous = at;
    }
}

/// False where they are damaged.
bool takeGaps(Cursor &cursor, std::span<WordId> gaps)
{
    for (WordId &gap : gaps) {
        gap = kSpaceGap;
    }
    gaps.front() = kNoGap;
    gaps.back() = kNoGap;
    std::size_t at = 0;
    while (cursor.rest() > 0) {
        const Unit unit = cursor.unit();
        std::uint32_t gap = unit & 0xFFU;
        if (gap == kLongGap) {
            at += cursor.number();
            gap = cursor.number();
        } else {
            at += unit >> 8U;
        }
        if (cursor.isDamaged() || at >= gaps.size()) {
            return false;
        }
        gaps[at] = gap;
    }
    return true;
}

Error unwritable(const std::filesystem::path &folder)
{
    const std::string reason = std::generic_category().message(errno);
    return {ErrorCode::Unwritable,
            "The search index cannot be written: " + reason + ".",
            reason,
            folder.string()};
}

/// Opens a file to write behind its first `bytes`, which it must have.
Result<File> openBehind(const std::filesystem::path &file, std::uint64_t bytes)
{
    File opened(
        std::fopen(file.c_str(), bytes == 0 ? "wb" : "r+b")); // NOLINT(cppcoreguidelines-owning-memory)
    if (!opened) {
        return unwritable(file.parent_path());
    }
    if (std::fseek(opened.get(), 0, SEEK_END) != 0 ||
        static_cast<std::uint64_t>(std::ftell(opened.get())) < bytes) {
        return Error{
            ErrorCode::WrongFormat, "The search index is damaged.", "words are missing", file.string()};
    }
    if (ftruncate(fileno(opened.get()), static_cast<off_t>(bytes)) != 0 ||
        std::fseek(opened.get(), 0, SEEK_END) != 0) {
        return unwritable(file.parent_path());
    }
    return opened;
}

template <class Number>
bool write(const File &file, std::span<const Number> numbers)
{
    return numbers.empty() ||
           std::fwrite(numbers.data(), sizeof(Number), numbers.size(), file.get()) == numbers.size();
}

} // namespace

Result<void> ForwardWriter::open(const std::filesystem::path &folder, std::int64_t last, std::uint64_t units)
{
    auto words = openBehind(folder / kForwardFile, units * sizeof(Unit));
    if (!words) {
        return std::move(words).error();
    }
    auto ends =
        openBehind(folder / kForwardEndsFile, static_cast<std::uint64_t>(last) * sizeof(std::uint64_t));
    if (!ends) {
        return std::move(ends).error();
    }
    m_folder = folder;
    m_words = *std::move(words);
    m_ends = *std::move(ends);
    m_units = units;
    m_record = last;
    return {};
}

void ForwardWriter::beginRecord(std::int64_t number)
{
    for (; m_record < number; ++m_record) {
        m_pendingEnds.push_back(m_units);
    }
}

void ForwardWriter::add(query::Field field, std::span<const WordId> words, std::span<const WordId> gaps)
{
    const std::size_t before = m_pending.size();
    const auto count = static_cast<std::uint32_t>(words.size());
    const auto index = static_cast<Unit>(std::countr_zero(query::setOf(field)));
    m_pending.push_back(static_cast<Unit>(index | std::min(count, kLongCount) << kFieldBits));
    if (count >= kLongCount) {
        putNumber(m_pending, count);
    }
    m_body.clear();
    for (const WordId word : words) {
        putNumber(m_body, word);
    }
    putGaps(m_body, gaps);
    putNumber(m_pending, static_cast<std::uint32_t>(m_body.size()));
    m_pending.insert(m_pending.end(), m_body.begin(), m_body.end());
    m_units += m_pending.size() - before;
    m_pendingEnds.back() = m_units;
}

Result<void> ForwardWriter::flush()
{
    if (!write<Unit>(m_words, m_pending) || !write<std::uint64_t>(m_ends, m_pendingEnds) ||
        std::fflush(m_words.get()) != 0 || std::fflush(m_ends.get()) != 0) {
        return unwritable(m_folder);
    }
    m_pending.clear();
    m_pendingEnds.clear();
    return {};
}

Result<Forward> Forward::open(const std::filesystem::path &folder, std::int64_t last, std::uint64_t units)
{
    auto words = MappedFile::open(folder / kForwardFile, units * sizeof(Unit));
    if (!words) {
        return std::move(words).error();
    }
    auto ends =
        MappedFile::open(folder / kForwardEndsFile, static_cast<std::uint64_t>(last) * sizeof(std::uint64_t));
    if (!ends) {
        return std::move(ends).error();
    }
    Forward forward;
    forward.m_words = *std::move(words);
    forward.m_ends = *std::move(ends);
    return forward;
}

std::span<const std::uint16_t> Forward::record(std::size_t number) const
{
    const std::span ends(static_cast<const std::uint64_t *>(m_ends.data()),
                         m_ends.size() / sizeof(std::uint64_t));
    if (number == 0 || number > ends.size()) {
        return {};
    }
    const std::uint64_t from = number == 1 ? 0 : ends[number - 2];
    const std::uint64_t to = ends[number - 1];
    if (from > to || to > m_words.size() / sizeof(Unit)) {
        return {};
    }
    return {static_cast<const Unit *>(m_words.data()) + from, static_cast<std::size_t>(to - from)};
}

std::span<const Segment> ForwardReader::read(std::size_t number, query::FieldSet fields, bool withGaps)
{
    const std::span<const Unit> units = m_forward.record(number);
    // No segment has more words than units, and none more gaps than units either.
    if (m_buffer.size() < 2 * units.size()) {
        m_buffer.resize(2 * units.size());
    }
    std::span<WordId> space = m_buffer;
    m_segments.clear();
    Cursor cursor(units);
    while (cursor.rest() > 0) {
        const Unit head = cursor.unit();
        const auto field = static_cast<query::Field>(1U << (head & 0xFU));
        std::uint32_t count = static_cast<std::uint32_t>(head) >> kFieldBits;
        if (count == kLongCount) {
            count = cursor.number();
        }
        Cursor body = cursor.part(cursor.number());
        if (count > body.rest() || cursor.isDamaged()) {
            break;
        }
        if ((query::setOf(field) & fields) == 0) {
            continue;
        }
        const std::span<WordId> words = space.first(count);
        space = space.subspan(count);
        for (WordId &word : words) {
            word = body.number();
        }
        std::span<WordId> gaps;
        if (withGaps) {
            gaps = space.first(count + 1);
            space = space.subspan(count + 1);
        }
        if (body.isDamaged() || (withGaps && !takeGaps(body, gaps))) {
            break;
        }
        m_segments.push_back({field, words, gaps});
    }
    return m_segments;
}

} // namespace winnow::index
