#pragma once

#include "index/bitset.h"
#include "index/word_forms.h"
#include "query/fields.h"

#include <map>
#include <memory>
#include <string>
#include <tuple>

namespace winnow::index {

/// A set of records that several hold; who holds it alone may change it.
using SharedSet = std::shared_ptr<Bitset>;

/// Reads sets of records from the postings; what a query asks twice it reads once. Throws what Xapian throws.
class Postings
{
public:
    /// Both must outlive it. There are `recordCount` records up to `lastRecord`; those above are left out.
    Postings(const Xapian::Database &database,
             const WordPostings &words,
             std::size_t lastRecord,
             std::size_t recordCount)
        : m_database(database)
        , m_wordPostings(words)
        , m_lastRecord(lastRecord)
        , m_recordCount(recordCount)
    {}

    [[nodiscard]] SharedSet none() const { return std::make_shared<Bitset>(m_lastRecord); }

    [[nodiscard]] SharedSet all();

    /// The records with a term as it stands in the database.
    [[nodiscard]] SharedSet ofTerm(const std::string &term);

    /// Those with one of all terms that begin with `prefix` and fit.
    template <class Fits>
    [[nodiscard]] SharedSet ofTerms(const std::string &prefix, const Fits &fits)
    {
        SharedSet set = none();
        for (auto term = m_database.allterms_begin(prefix); term != m_database.allterms_end(prefix); ++term) {
            if (fits(*term)) {
                add(*set, *term);
            }
        }
        return set;
    }

    /// The records with one of the forms in one of the fields.
    [[nodiscard]] SharedSet ofForms(const WordForms &forms, query::FieldSet fields, bool takesVariants);

private:
    void add(Bitset &set, const std::string &term);
    void add(Bitset &set, const std::vector<WordId> &words, query::FieldSet fields);

    const Xapian::Database &m_database;
    const WordPostings &m_wordPostings;
    std::size_t m_lastRecord;
    std::size_t m_recordCount;
    std::map<std::string, SharedSet> m_terms;
    std::map<std::tuple<const WordForms *, query::FieldSet, bool>, SharedSet> m_words;
};

} // namespace winnow::index
