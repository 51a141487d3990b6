#include "index/postings.h"

namespace winnow::index {

namespace {

/// Sets of words that are kept take no more memory than this.
constexpr std::size_t kMostBits = std::size_t{1} << 29U;

} // namespace

SharedSet Postings::all()
{
    return ofTerm({});
}

SharedSet Postings::ofTerm(const std::string &term)
{
    const auto [entry, isNew] = m_terms.try_emplace(term);
    if (isNew) {
        entry->second = none();
        add(*entry->second, term, 0);
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
    if (loose != 0) {
        for (const WordId word : forms.loose) {
            add(*set, std::string(m_vocabulary.word(word)), loose);
        }
    }
    if (const query::FieldSet plain = fields & ~loose; plain != 0) {
        for (const WordId word : forms.plain) {
            add(*set, std::string(m_vocabulary.word(word)), plain);
        }
    }
    if (m_words.size() < kMostBits / (m_lastRecord + 64)) {
        m_words.emplace(key, set);
    }
    return set;
}

void Postings::add(Bitset &set, const std::string &term, query::FieldSet fields)
{
    const auto end = m_database.postlist_end(term);
    for (auto posting = m_database.postlist_begin(term); posting != end; ++posting) {
        const Xapian::docid number = *posting;
        if (number > m_lastRecord) {
            break;
        }
        if (fields == 0 || (posting.get_wdf() & fields) != 0) {
            set.insert(number);
        }
    }
}

} // namespace winnow::index
