#include "formats/support/tagged_text.h"

#include "formats/support/strings.h"

#include <algorithm>

namespace winnow::formats {

std::size_t tagSize(std::string_view line)
{
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (line.empty() || !isCapital(line.front())) {
        return 0;
    }
    const auto *const end =
        std::ranges::find_if_not(line, [&](char c) { return isCapital(c) || isDigit(c); });
    return static_cast<std::size_t>(end - line.begin());
}

void TaggedText::start(std::int64_t line)
{
    m_text.clear();
    m_ranges.clear();
    m_lastLine = 0;
    m_line = line;
}

void TaggedText::addField(std::size_t tagSize, std::string_view line, std::size_t valueAt)
{
    addLine(line);
    m_ranges.push_back(
        {m_lastLine, tagSize, m_lastLine + std::min(valueAt, line.size()), m_lastLine + line.size()});
}

void TaggedText::divideLine(std::size_t tagAt, std::size_t tagSize, std::size_t valueAt)
{
    const std::size_t end = m_text.size() - 1;
    if (!m_ranges.empty()) {
        m_ranges.back().to = std::max(m_ranges.back().from, m_lastLine + tagAt);
    }
    m_ranges.push_back({m_lastLine + tagAt, tagSize, std::min(m_lastLine + valueAt, end), end});
}

void TaggedText::addContinuation(std::string_view line)
{
    addLine(line);
    if (!m_ranges.empty()) {
        m_ranges.back().to = m_text.size() - 1;
    }
}

void TaggedText::addLine(std::string_view line)
{
    m_lastLine = m_text.size();
    m_text += line;
    m_text += '\n';
}

TaggedText::Field TaggedText::field(std::size_t index) const
{
    const Range &range = m_ranges[index];
    const std::string_view text = m_text;
    return {text.substr(range.tagAt, range.tagSize), text.substr(range.from, range.to - range.from)};
}

} // namespace winnow::formats
