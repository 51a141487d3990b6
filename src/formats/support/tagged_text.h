#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// How many capitals and digits a line begins with; 0 when the first is no capital.
[[nodiscard]] std::size_t tagSize(std::string_view line);

/// The text of one record in a format of tagged lines (RIS, NBIB) and where its fields lie in it. The text is
/// kept once; fields are ranges of it, so that reading a field costs nothing before it is used.
class TaggedText
{
public:
    struct Field
    {
        std::string_view tag;
        std::string_view value; ///< may have line ends inside
    };

    /// Empties it for the record that begins at `line`.
    void start(std::int64_t line);

    /// Adds a line that begins with a tag of `tagSize` characters and whose value begins at `valueAt`.
    void addField(std::size_t tagSize, std::string_view line, std::size_t valueAt);

    /// Begins another field inside the last line, where a program glued two lines together; positions count
    /// from that line's begin. The field before ends at `tagAt`.
    void divideLine(std::size_t tagAt, std::size_t tagSize, std::size_t valueAt);

    /// Adds a line that goes on with the last field, or belongs to none when there is no field yet.
    void addContinuation(std::string_view line);

    /// Adds a line that belongs to no field.
    void addLine(std::string_view line);

    /// Number of fields.
    [[nodiscard]] std::size_t size() const { return m_ranges.size(); }

    [[nodiscard]] Field field(std::size_t index) const;

    [[nodiscard]] std::int64_t line() const { return m_line; }

    /// Whether the text is longer than any record can be, or has more fields.
    [[nodiscard]] bool isTooLong() const { return m_text.size() > kMaxBytes || m_ranges.size() > kMaxFields; }

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    static constexpr std::size_t kMaxBytes = std::size_t{16} << 20U;
    static constexpr std::size_t kMaxFields = 500'000; ///< a paper of 15,000 authors has some 100,000

    struct Range
    {
        std::size_t tagAt;
        std::size_t tagSize;
        std::size_t from;
        std::size_t to;
    };

    std::string m_text;
    std::vector<Range> m_ranges;
    std::size_t m_lastLine = 0; ///< where it begins
    std::int64_t m_line = 0;
};

} // namespace winnow::formats
