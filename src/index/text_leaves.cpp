#include "index/text_leaves.h"

namespace winnow::index {

TextLeaves::TextLeaves(const TextParts &texts, const query::Node &root, std::size_t lastRecord)
    : m_texts(texts)
    , m_leaves(texts.parts, root)
    , m_having(lastRecord)
    , m_complete(lastRecord)
{
    for (const auto &[text, record] : texts.of) {
        if (record.value > 0 && static_cast<std::size_t>(record.value) <= lastRecord) {
            m_having.insert(static_cast<std::size_t>(record.value));
        }
    }
    m_complete = m_having;
    for (const RecordId record : texts.incomplete) {
        if (m_complete.holds(record.value)) {
            m_complete.remove(static_cast<std::size_t>(record.value));
        }
    }
}

SharedSet TextLeaves::find(const query::Node &leaf, const query::FieldCode &code, const Bitset *within)
{
    Bitset wanted(m_texts.parts.lastRecord);
    for (const auto &[text, record] : m_texts.of) {
        const bool isText = text > 0 && static_cast<std::size_t>(text) <= m_texts.parts.lastRecord;
        if (isText && (within == nullptr || within->holds(record.value))) {
            wanted.insert(static_cast<std::size_t>(text));
        }
    }
    const SharedSet found = m_leaves.find(leaf, code, &wanted);
    auto records = std::make_shared<Bitset>(m_having);
    *records -= m_having;
    for (const auto &[text, record] : m_texts.of) {
        if (found->holds(text) && m_having.holds(record.value)) {
            records->insert(static_cast<std::size_t>(record.value));
        }
    }
    return records;
}

} // namespace winnow::index
