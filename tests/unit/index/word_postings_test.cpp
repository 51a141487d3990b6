#include "index/word_postings.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

namespace winnow::index {

namespace {

using Postings = std::map<std::uint64_t, query::FieldSet>;

Postings decoded(std::string_view bytes)
{
    Postings postings;
    PostingDecoder decoder(bytes);
    for (Posting posting; decoder.next(posting);) {
        postings[posting.record] = posting.fields;
    }
    return postings;
}

class WordPostingsTest : public testing::Test
{
protected:
    /// What the database says of a word after what was flushed so far.
    Postings found(WordId word, std::size_t last = 0xFFFFFFFF)
    {
        writer.writeFrequencies(database);
        const Frequencies frequencies = readFrequencies(database, vocabulary.size()).value();
        const WordPostings postings(database, vocabulary, frequencies);
        Postings all;
        postings.forEach(word, last, [&](const Posting &posting) { all[posting.record] = posting.fields; });
        return all;
    }

    test::TempFolder folder;
    Xapian::WritableDatabase database{(folder.path() / "x").string(), Xapian::DB_CREATE};
    Vocabulary vocabulary;
    PostingsWriter writer;
};

TEST(PostingEncoder, givesBackWhatWasAdded)
{
    std::mt19937 random(7);
    PostingEncoder encoder;
    Postings expected;
    std::uint64_t record = 0;
    for (int i = 0; i < 5000; ++i) {
        record += 1 + (random() % 4 == 0 ? random() % 100000 : random() % 60);
        const auto fields =
            static_cast<query::FieldSet>(random() % 3 == 0 ? 1 + random() % query::kAllFields : 2);
        encoder.add({record, fields});
        expected[record] = fields;
    }
    EXPECT_EQ(decoded(encoder.bytes()), expected);
}

TEST(PostingEncoder, takesOneByteWhereTheFieldsStayAndRecordsAreNear)
{
    PostingEncoder encoder;
    for (std::uint64_t record = 60; record < 6060; record += 60) {
        encoder.add({record, query::setOf(query::Field::Abstract)});
    }
    EXPECT_EQ(encoder.bytes().size(), 100U);
}

TEST(PostingDecoder, endsOnAnyBytes)
{
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes(random() % 40, '\0');
        for (char &byte : bytes) {
            byte = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
        }
        EXPECT_LE(decoded(bytes).size(), bytes.size());
    }
}

TEST_F(WordPostingsTest, joinTheFieldsOfARecord)
{
    const WordId word = vocabulary.add("word");
    writer.add(word, 3, 1);
    writer.add(word, 3, 4);
    writer.add(word, 3, 1);
    writer.add(word, 9, 2);
    writer.flush(database, vocabulary);
    EXPECT_EQ(found(word), (Postings{{3, 5}, {9, 2}}));
}

TEST_F(WordPostingsTest, areWholeHoweverOftenTheyAreFlushed)
{
    const WordId often = vocabulary.add("often");
    Postings expected;
    Postings rare;
    std::int64_t record = 0;
    const std::size_t border = kPostingsPerPiece;
    for (const std::size_t batch : {std::size_t{1}, border - 2, std::size_t{1}, 2 * border, std::size_t{5}}) {
        const WordId word = vocabulary.add("rare" + std::to_string(record));
        writer.add(word, record + 1, 8);
        for (std::size_t i = 0; i < batch; ++i) {
            const query::FieldSet field = record % 7 == 0 ? 1 : 2;
            writer.add(often, ++record, field);
            expected[static_cast<std::uint64_t>(record)] = field;
        }
        writer.flush(database, vocabulary);
        EXPECT_EQ(found(often), expected);
        EXPECT_EQ(found(word).size(), 1U);
    }
    expected.erase(expected.upper_bound(border + 1), expected.end());
    EXPECT_EQ(found(often, border + 1), expected) << "no record above the one that is asked for";
}

TEST_F(WordPostingsTest, areFoundByTheBeginningOfTheirWord)
{
    const WordId fault = vocabulary.add("fault");
    const WordId faults = vocabulary.add("faults");
    const WordId fauna = vocabulary.add("fauna");
    for (std::int64_t record = 1; record <= static_cast<std::int64_t>(kPostingsPerPiece) + 1; ++record) {
        for (const WordId word : {fault, faults, fauna}) {
            writer.add(word, record, 1);
        }
    }
    writer.flush(database, vocabulary);
    const Frequencies frequencies(3, kPostingsPerPiece + 1);
    const WordPostings postings(database, vocabulary, frequencies);
    std::vector<WordId> words;
    postings.forEachWord("faul", [&](WordId word) { words.push_back(word); });
    EXPECT_THAT(words, testing::ElementsAre(fault, faults));
}

TEST_F(WordPostingsTest, areRefusedWhereFrequenciesAreMissing)
{
    vocabulary.add("word");
    EXPECT_EQ(readFrequencies(database, 1).error().code, ErrorCode::WrongFormat);
}

} // namespace

} // namespace winnow::index
