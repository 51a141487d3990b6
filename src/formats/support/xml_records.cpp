#include "formats/support/xml_records.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::formats {

namespace {

/// The longest element that may be a record.
constexpr std::size_t kMaxBytes = std::size_t{16} << 20U;

/// The longest comment or CDATA; what seems to be longer never ends, and its beginning is taken as text.
constexpr std::size_t kMaxQuoted = std::size_t{1} << 20U;

/// The longest start tag.
constexpr std::size_t kMaxTag = std::size_t{64} << 10U;

constexpr std::size_t kShownBytes = std::size_t{64} << 10U;

struct Quoted
{
    std::string_view begin;
    std::string_view end;
};

/// Where "<" is no tag.
constexpr std::array kQuoted{Quoted{"<!--", "-->"}, Quoted{"<![CDATA[", "]]>"}};

constexpr std::size_t kLongestBegin = kQuoted[1].begin.size();

bool endsName(char c)
{
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t';
}

} // namespace

bool XmlRecords::next(XmlElement &element)
{
    for (;;) {
        if (m_depth == 0 && !findTagOpening()) {
            return false;
        }
        if (m_depth > 0 ? close(element) : open(element)) {
            return true;
        }
    }
}

/// Takes a tag outside of elements. True when it is an element without content.
bool XmlRecords::open(XmlElement &element)
{
    const Tag tag = takeTag();
    if (tag == Tag::Start || tag == Tag::Empty) {
        m_elementAt = m_tagAt;
        m_nestedAt.reset();
        m_depth = tag == Tag::Start ? 1 : 0;
    }
    if (tag == Tag::Empty) {
        fill(element, m_at, XmlElement::End::Closed);
    }
    return tag == Tag::Empty;
}

/// Goes on to the end of the open element. False when it was told already.
bool XmlRecords::close(XmlElement &element)
{
    while (m_depth > 0) {
        if (!findTagOpening()) {
            return giveUp(element);
        }
        const Tag tag = takeTag();
        if (tag == Tag::End) {
            --m_depth;
        } else if (tag == Tag::Start && (m_isFlat || m_isDropping)) {
            m_nestedAt = m_tagAt;
            return giveUp(element);
        } else if (tag == Tag::Start) {
            m_nestedAt = m_nestedAt.value_or(m_tagAt);
            ++m_depth;
        }
    }
    if (!m_isDropping) {
        fill(element, m_at, XmlElement::End::Closed);
    }
    return !std::exchange(m_isDropping, false);
}

/// The open element has no end tag: ends it before the first element inside it, else where the file ends or
/// patience does. False when it was told already.
bool XmlRecords::giveUp(XmlElement &element)
{
    const bool wasTold = m_isDropping;
    m_isDropping = false;
    m_depth = 0;
    if (m_nestedAt) {
        m_isFlat = true;
        m_at = *m_nestedAt;
        if (!wasTold) {
            fill(element, *m_nestedAt, XmlElement::End::Missing);
        }
    } else if (!wasTold && isTooLong()) {
        std::size_t end = m_elementAt + kShownBytes;
        while ((static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U) {
            --end; // divides no character
        }
        fill(element, end, XmlElement::End::TooLong);
        m_isDropping = true;
        m_depth = 1;
    } else if (!wasTold) {
        fill(element, m_text.size(), XmlElement::End::CutOff);
    }
    return !wasTold;
}

void XmlRecords::fill(XmlElement &element, std::size_t end, XmlElement::End how)
{
    element.line = lineAt(m_elementAt);
    element.text.assign(m_text, m_elementAt, end - m_elementAt);
    element.end = how;
}

bool XmlRecords::isTooLong() const
{
    return m_at - m_elementAt > kMaxBytes;
}

/// Moves to the next "<" outside of comments and CDATA. False at the end of the file, and when the open
/// element has become too long.
bool XmlRecords::findTagOpening()
{
    for (;;) {
        m_at = std::min(m_text.find('<', m_at), m_text.size());
        if (m_depth > 0 && !m_isDropping && isTooLong()) {
            return false;
        }
        if (m_at == m_text.size()) {
            forget();
            if (!readMore()) {
                return false;
            }
        } else if (!skipQuoted()) {
            return true;
        }
    }
}

/// Moves behind the comment or CDATA at hand, if there is one that ends.
bool XmlRecords::skipQuoted()
{
    if (!hasAhead(2) || m_text[m_at + 1] != '!') {
        return false;
    }
    static_cast<void>(hasAhead(kLongestBegin));
    for (std::size_t i = 0; i < kQuoted.size(); ++i) {
        if (m_text.compare(m_at, kQuoted[i].begin.size(), kQuoted[i].begin) != 0) {
            continue;
        }
        const std::string_view end = kQuoted[i].end;
        std::size_t from = std::max(m_at + kQuoted[i].begin.size(), m_noEndBefore[i]);
        do {
            if (const std::size_t found = m_text.find(end, from); found != std::string::npos) {
                m_at = found + end.size();
                return true;
            }
            from = std::max(from, m_text.size() - (end.size() - 1));
        } while (from < m_at + kMaxQuoted && readMore());
        m_noEndBefore[i] = from;
    }
    return false;
}

/// Moves behind the tag at hand where it has one of the names, else behind its "<".
XmlRecords::Tag XmlRecords::takeTag()
{
    m_tagAt = m_at++;
    const bool isEnd = hasAhead(1) && m_text[m_at] == '/';
    return hasName(m_at + (isEnd ? 1 : 0)) ? takeTagEnd(isEnd) : Tag::None;
}

bool XmlRecords::hasName(std::size_t at)
{
    return std::ranges::any_of(m_names, [&](std::string_view name) {
        const std::size_t end = at + name.size();
        return hasAhead(end + 1 - m_at) && m_text.compare(at, name.size(), name) == 0 &&
               endsName(m_text[end]);
    });
}

/// Finds the ">" of a tag; a tag that has none is text.
XmlRecords::Tag XmlRecords::takeTagEnd(bool isEnd)
{
    char quote = '\0';
    for (std::size_t i = m_at; i < m_at + kMaxTag && (i < m_text.size() || readMore()); ++i) {
        const char c = m_text[i];
        if (c == '<') {
            break;
        }
        if (c == '>' && quote == '\0') {
            m_at = i + 1;
            return isEnd ? Tag::End : m_text[i - 1] == '/' ? Tag::Empty : Tag::Start;
        }
        if (c == '"' || c == '\'') {
            quote = quote == c ? '\0' : quote == '\0' ? c : quote;
        }
    }
    return Tag::None;
}

/// Whether that much text lies ahead.
bool XmlRecords::hasAhead(std::size_t size)
{
    while (m_text.size() - m_at < size) {
        if (!readMore()) {
            return false;
        }
    }
    return true;
}

/// Adds the next piece of the file, all line ends as \n.
bool XmlRecords::readMore()
{
    if (!m_input.nextPiece()) {
        return false;
    }
    std::string_view piece = m_input.piece();
    if (m_isAfterCr && piece.starts_with('\n')) {
        piece.remove_prefix(1);
    }
    m_isAfterCr = m_input.piece().ends_with('\r');
    while (!piece.empty()) {
        const std::size_t end = std::min(piece.find('\r'), piece.size());
        m_text += piece.substr(0, end);
        piece.remove_prefix(end);
        if (!piece.empty()) {
            m_text += '\n';
            piece.remove_prefix(piece.starts_with("\r\n") ? 2 : 1);
        }
    }
    return true;
}

/// Drops the text that is not needed any more.
void XmlRecords::forget()
{
    const std::size_t size = m_depth > 0 && !m_isDropping ? m_elementAt : m_at;
    if (size == 0) {
        return;
    }
    static_cast<void>(lineAt(size));
    m_text.erase(0, size);
    for (std::size_t *const position :
         {&m_at, &m_elementAt, &m_countedTo, &m_noEndBefore[0], &m_noEndBefore[1]}) {
        *position -= std::min(*position, size);
    }
    if (m_nestedAt) {
        *m_nestedAt -= std::min(*m_nestedAt, size);
    }
}

/// Positions must be asked for in their order.
std::int64_t XmlRecords::lineAt(std::size_t position)
{
    const auto at = [&](std::size_t offset) { return m_text.begin() + static_cast<std::ptrdiff_t>(offset); };
    if (position > m_countedTo) {
        m_line += std::count(at(m_countedTo), at(position), '\n');
        m_countedTo = position;
    }
    return m_line;
}

} // namespace winnow::formats
