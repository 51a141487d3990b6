#pragma once

#include "formats/input/text_input.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace winnow::formats {

/// One element cut out of a file, with its tags.
struct XmlElement
{
    /// How it came to its end.
    enum class End {
        Closed,  ///< by its end tag
        Missing, ///< the next element of such a name begins before its end tag
        CutOff,  ///< the file ends before
        TooLong, ///< it is longer than any record can be; `text` has only its beginning
    };

    std::string text; ///< lines ended by \n
    std::int64_t line = 0;
    End end = End::Closed;
};

/// Cuts the elements of certain names, each one record, out of an XML file that may be of any length or be a
/// single line: no more is kept than the element at hand. Tags inside of comments and CDATA are text. All
/// else around the elements is passed over; whether it is well-formed is not asked.
///
/// An element inside another of such a name belongs to it, unless the end tags then do not suffice: from
/// there on each start tag ends the element before.
class XmlRecords
{
public:
    /// `names` must outlive this object.
    XmlRecords(TextInput &input, std::span<const std::string_view> names)
        : m_input(input)
        , m_names(names)
    {}

    /// Moves to the next element; false at the end of the file.
    bool next(XmlElement &element);

private:
    enum class Tag { None, Start, Empty, End };

    bool readMore();
    bool hasAhead(std::size_t size);
    void forget();
    bool findTagOpening();
    bool skipQuoted();
    Tag takeTag();
    Tag takeTagEnd(bool isEnd);
    [[nodiscard]] bool hasName(std::size_t at);
    bool open(XmlElement &element);
    bool close(XmlElement &element);
    bool giveUp(XmlElement &element);
    void fill(XmlElement &element, std::size_t end, XmlElement::End how);
    [[nodiscard]] bool isTooLong() const;
    [[nodiscard]] std::int64_t lineAt(std::size_t position);

    TextInput &m_input;
    std::span<const std::string_view> m_names;
    std::string m_text;                    ///< what is kept of the file
    std::size_t m_at = 0;                  ///< all before it is understood
    std::size_t m_tagAt = 0;               ///< where the tag of takeTag() begins
    std::size_t m_elementAt = 0;           ///< where the open element begins
    std::optional<std::size_t> m_nestedAt; ///< where the first element inside it begins
    std::size_t m_depth = 0;               ///< elements that are open
    bool m_isDropping = false;             ///< the open element was told as too long; its text is not kept
    bool m_isFlat = false;                 ///< an end tag was missing
    bool m_isAfterCr = false;
    std::array<std::size_t, 2> m_noEndBefore{}; ///< no comment, no CDATA ends before these positions
    std::size_t m_countedTo = 0;
    std::int64_t m_line = 1; ///< of m_countedTo
};

} // namespace winnow::formats
