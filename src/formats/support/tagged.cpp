#include "formats/support/tagged.h"

#include "formats/support/strings.h"

namespace winnow::formats {

void TaggedRecord::addField(std::string_view tag, std::string_view line, std::size_t valueAt)
{
    const std::size_t begin = m_raw.size();
    const auto tagOffset = static_cast<std::size_t>(tag.data() - line.data());
    appendLine(m_raw, line);
    m_fields.push_back({begin + tagOffset, tag.size(), begin + valueAt, begin + line.size()});
}

void TaggedRecord::addContinuation(std::string_view line)
{
    appendLine(m_raw, line);
    if (!m_fields.empty()) {
        m_fields.back().to = m_raw.size() - 1;
    }
}

void TaggedRecord::clear()
{
    m_raw.clear();
    m_fields.clear();
}

std::string_view TaggedRecord::tag(std::size_t field) const
{
    return std::string_view(m_raw).substr(m_fields[field].tagAt, m_fields[field].tagSize);
}

std::string_view TaggedRecord::value(std::size_t field) const
{
    return trimmed(std::string_view(m_raw).substr(m_fields[field].from, m_fields[field].to - m_fields[field].from));
}

} // namespace winnow::formats
