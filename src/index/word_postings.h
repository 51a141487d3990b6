#pragma once

#include "index/vocabulary.h"
#include "query/fields.h"

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::index {

/// A record that holds a word, with the fields that hold it.
struct Posting
{
    std::uint64_t record = 0;
    query::FieldSet fields = query::setOf(query::Field::Abstract);
};

/// How many postings a piece of the database holds; the last piece of a word may hold fewer.
inline constexpr std::size_t kPostingsPerPiece = 16384;

/// Puts postings behind each other in the form that a piece has, see schema.h.
class PostingEncoder
{
public:
    /// Records must rise.
    void add(const Posting &posting);

    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
    Posting m_last;
};

/// Takes them apart; at damage, it ends.
class PostingDecoder
{
public:
    explicit PostingDecoder(std::string_view bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {}

    /// False behind the last one.
    bool next(Posting &posting)
    {
        if (m_at == m_end) {
            return false;
        }
        const std::uint64_t step = number();
        m_last.record += step >> 1U;
        if ((step & 1U) != 0) {
            m_last.fields = static_cast<query::FieldSet>(number());
        }
        posting = m_last;
        return true;
    }

private:
    std::uint64_t number()
    {
        std::uint64_t number = 0;
        for (unsigned shift = 0; m_at != m_end && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(*m_at++);
            number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) {
                break;
            }
        }
        return number;
    }

    const char *m_at;
    const char *m_end;
    Posting m_last;
};

/// The key of a piece of a word's postings among the metadata; pieces count from 0.
[[nodiscard]] std::string pieceKey(std::string_view word, std::size_t piece);

/// How many records hold each word, by its number.
using Frequencies = std::vector<std::uint32_t>;

/// As it was committed with so many words; fails with WrongFormat where it holds another number.
[[nodiscard]] Result<Frequencies> readFrequencies(const Xapian::Database &database, std::size_t wordCount);

/// The postings of words as they were committed. Throws what Xapian throws.
class WordPostings
{
public:
    /// All must outlive it.
    WordPostings(const Xapian::Database &database,
                 const Vocabulary &vocabulary,
                 const Frequencies &frequencies)
        : m_database(database)
        , m_vocabulary(vocabulary)
        , m_frequencies(frequencies)
    {}

    [[nodiscard]] std::size_t frequency(WordId word) const { return m_frequencies[word]; }

    /// Calls `visit` with each posting of a word, by record, up to record `last`.
    template <class Visit>
    void forEach(WordId word, std::size_t last, const Visit &visit) const
    {
        for (std::size_t piece = 0; piece * kPostingsPerPiece < m_frequencies[word]; ++piece) {
            const std::string bytes = m_database.get_metadata(pieceKey(m_vocabulary.word(word), piece));
            PostingDecoder decoder(bytes);
            for (Posting posting; decoder.next(posting) && posting.record <= last;) {
                visit(posting);
            }
        }
    }

    /// Calls `visit` with each word that begins so, and has postings.
    template <class Visit>
    void forEachWord(const std::string &beginning, const Visit &visit) const
    {
        const std::string prefix = pieceKey(beginning, 0);
        const auto end = m_database.metadata_keys_end(prefix);
        for (auto key = m_database.metadata_keys_begin(prefix); key != end; ++key) {
            const std::string piece = *key;
            if (const auto word = m_vocabulary.find(std::string_view(piece).substr(1))) {
                visit(*word);
            }
        }
    }

private:
    const Xapian::Database &m_database;
    const Vocabulary &m_vocabulary;
    const Frequencies &m_frequencies;
};

/// Gathers the postings of new records. Throws what Xapian throws.
class PostingsWriter
{
public:
    PostingsWriter() = default;

    /// Goes on behind what was committed.
    explicit PostingsWriter(Frequencies frequencies);

    /// Says that a record holds a word in a field. Records must not fall.
    void add(WordId word, std::int64_t record, query::FieldSet field);

    /// About how much memory the postings take that are not in the database.
    [[nodiscard]] std::size_t pendingBytes() const { return m_pendingBytes; }

    /// Brings them into the database.
    void flush(Xapian::WritableDatabase &database, const Vocabulary &vocabulary);

    /// Writes down how many postings each word has; none may be pending.
    void writeFrequencies(Xapian::WritableDatabase &database) const;

private:
    /// The postings of one word.
    struct Pending
    {
        PostingEncoder encoder;
        Posting open; ///< the last one, to which fields may come; none while the record is 0
    };

    void flushWord(Xapian::WritableDatabase &database, std::string_view word, WordId id);

    std::vector<Pending> m_pending; ///< by word
    Frequencies m_frequencies;      ///< of what is in the database
    std::size_t m_pendingBytes = 0;
};

} // namespace winnow::index
