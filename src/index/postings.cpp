#include "index/postings.h"

namespace winnow::index {

namespace {

/// Sets of words that are kept take no more memory than this.
constexpr std::size_t kMostBits = std::size_t{1} << 29U;

} // namespace

SharedSet Postings::all()
{
    if (m_recordCount < m_lastRecord) {
        return ofTerm({});
    }
    // Without a gap between their numbers there is nothing to be read.
    SharedSet &all = m_terms[{}];
    if (!all) {
        all = none();
        all->insertUpTo(m_lastRecord);
    }
    return all;
}

SharedSet Postings::ofTerm(const std::string &term)
{
    const auto [entry, isNew] = m_terms.try_emplace(term);
    if (isNew) {
        entry->second = none();
        add(*entry->second, term);
    }
    return entry->second;
}

SharedSet Postings::ofForms(const WordForms &forms, query::FieldSet fields, bool takesVariants)
{
    const auto key = std::tuple(&forms, fields, takesVariants);
    if (const auto found = m_words.find(key); found != m_words.end()) {
        return found->second;
    }
    SharedSet set = none();
    const query::FieldSet loose = takesVariants ? fields & ~query::kNameFields : 0;
    add(*set, forms.loose, loose);
    add(*set, forms.plain, fields & ~loose);
    if (m_words.size() < kMostBits / (m_lastRecord + 64)) {
        m_words.emplace(key, set);
    }
    return set;
}

void Postings::add(Bitset &set, const std::string &term)
{
    const auto end = m_database.postlist_end(term);
    for (auto posting = m_database.postlist_begin(term); posting != end && *posting <= m_lastRecord;
         ++posting) {
        set.insert(*posting);
    }
}

void Postings::add(Bitset &set, const std::vector<WordId> &words, query::FieldSet fields)
{
    if (fields == 0) {
        return;
    }
    for (const WordId word : words) {
        m_wordPostings.forEach(word, m_lastRecord, [&](const Posting &posting) {
            if ((posting.fields & fields) != 0) {
                set.insert(posting.record);
            }
        });
    }
}

} // namespace winnow::index
