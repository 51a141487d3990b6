#include "index/word_postings.h"

#include <algorithm>
#include <cstddef>

namespace winnow::index {

namespace {

constexpr const char *kFrequenciesKey = "frequencies";
constexpr char kPiecePrefix = 'P';

void putNumber(std::string &bytes, std::uint64_t number)
{
    while (number >= 0x80) {
        bytes += static_cast<char>((number & 0x7FU) | 0x80U);
        number >>= 7U;
    }
    bytes += static_cast<char>(number);
}

} // namespace

void PostingEncoder::add(const Posting &posting)
{
    const std::uint64_t step = posting.record - m_last.record;
    if (posting.fields == m_last.fields) {
        putNumber(m_bytes, step << 1U);
    } else {
        putNumber(m_bytes, step << 1U | 1U);
        putNumber(m_bytes, posting.fields);
    }
    m_last = posting;
}

std::string pieceKey(std::string_view word, std::size_t piece)
{
    std::string key(1, kPiecePrefix);
    key += word;
    if (piece > 0) {
        key += ' ';
        key += std::to_string(piece);
    }
    return key;
}

Result<Frequencies> readFrequencies(const Xapian::Database &database, std::size_t wordCount)
{
    const std::string bytes = database.get_metadata(kFrequenciesKey);
    Frequencies frequencies(bytes.size() / sizeof(std::uint32_t));
    if (frequencies.size() != wordCount || bytes.size() % sizeof(std::uint32_t) != 0) {
        return Error{ErrorCode::WrongFormat, "The search index is damaged.", "frequencies are missing", {}};
    }
    std::ranges::transform(bytes, std::as_writable_bytes(std::span(frequencies)).begin(), [](char byte) {
        return static_cast<std::byte>(byte);
    });
    return frequencies;
}

PostingsWriter::PostingsWriter(Frequencies frequencies)
    : m_pending(frequencies.size())
    , m_frequencies(std::move(frequencies))
{}

void PostingsWriter::add(WordId word, std::int64_t record, query::FieldSet field)
{
    if (word >= m_pending.size()) {
        m_pending.resize(word + 1);
    }
    Pending &pending = m_pending[word];
    const auto number = static_cast<std::uint64_t>(record);
    if (pending.open.record == number) {
        pending.open.fields |= field;
        return;
    }
    if (pending.open.record != 0) {
        const std::size_t before = pending.encoder.bytes().capacity();
        pending.encoder.add(pending.open);
        m_pendingBytes += pending.encoder.bytes().capacity() - before;
    }
    pending.open = {number, field};
}

void PostingsWriter::flush(Xapian::WritableDatabase &database, const Vocabulary &vocabulary)
{
    m_pending.resize(vocabulary.size());
    m_frequencies.resize(vocabulary.size());
    std::vector<std::pair<std::string_view, WordId>> words;
    for (std::size_t id = 0; id < m_pending.size(); ++id) {
        if (m_pending[id].open.record != 0) {
            words.emplace_back(vocabulary.word(static_cast<WordId>(id)), static_cast<WordId>(id));
        }
    }
    // In the order of the keys the database is written from its beginning to its end.
    std::ranges::sort(words);
    for (const auto &[word, id] : words) {
        flushWord(database, word, id);
    }
    m_pendingBytes = 0;
}

/// Fills the last piece of a word up and begins new ones.
void PostingsWriter::flushWord(Xapian::WritableDatabase &database, std::string_view word, WordId id)
{
    std::size_t piece = m_frequencies[id] / kPostingsPerPiece;
    std::size_t count = m_frequencies[id] % kPostingsPerPiece;
    PostingEncoder encoder;
    if (count > 0) {
        const std::string before = database.get_metadata(pieceKey(word, piece));
        PostingDecoder decoder(before);
        for (Posting posting; decoder.next(posting);) {
            encoder.add(posting);
        }
    }
    const auto put = [&](const Posting &posting) {
        encoder.add(posting);
        ++m_frequencies[id];
        if (++count == kPostingsPerPiece) {
            database.set_metadata(pieceKey(word, piece), encoder.bytes());
            encoder = PostingEncoder();
            count = 0;
            ++piece;
        }
    };
    Pending &pending = m_pending[id];
    PostingDecoder decoder(pending.encoder.bytes());
    for (Posting posting; decoder.next(posting);) {
        put(posting);
    }
    put(pending.open);
    if (count > 0) {
        database.set_metadata(pieceKey(word, piece), encoder.bytes());
    }
    pending = Pending();
}

void PostingsWriter::writeFrequencies(Xapian::WritableDatabase &database) const
{
    std::string bytes(m_frequencies.size() * sizeof(std::uint32_t), '\0');
    std::ranges::transform(std::as_bytes(std::span(m_frequencies)), bytes.begin(), [](std::byte byte) {
        return static_cast<char>(byte);
    });
    database.set_metadata(kFrequenciesKey, bytes);
}

} // namespace winnow::index
