#include "rank/features.h"
#include "small_review.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>

namespace winnow::rank::test {

namespace {

using ::testing::Contains;
using ::testing::Key;
using ::testing::Not;

constexpr TermScheme kPlain{};
constexpr TermScheme kTitles{4, true, true, true, 0.95, 1};

std::map<std::string, float> rowOf(const Features &features, Row row)
{
    std::map<std::string, float> weights;
    for (const TermWeight entry : features.row(row)) {
        weights.emplace(features.termText(entry.term), entry.weight);
    }
    return weights;
}

/// The rows made the plain way: all terms of a record in a map.
std::vector<std::map<std::string, double>> countedByHand(const std::vector<Text> &texts)
{
    std::vector<std::map<std::string, double>> rows;
    std::map<std::string, int> records;
    for (const Text &text : texts) {
        Vocabulary vocabulary(false);
        std::vector<std::uint32_t> words;
        vocabulary.appendWords(text.title + " " + text.abstractText, words);
        auto &row = rows.emplace_back();
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string word(vocabulary.word(words[i]));
            ++row[word];
            if (i + 1 < words.size()) {
                ++row[word + " " + std::string(vocabulary.word(words[i + 1]))];
            }
        }
        for (const auto &[term, count] : row) {
            ++records[term];
        }
    }
    for (auto &row : rows) {
        double square = 0;
        std::erase_if(row, [&](const auto &entry) {
            return records[entry.first] > 0.95 * static_cast<double>(texts.size());
        });
        for (auto &[term, count] : row) {
            count = (1 + std::log(count)) *
                    (std::log((1.0 + static_cast<double>(texts.size())) / (1.0 + records[term])) + 1);
            square += count * count;
        }
        for (auto &[term, weight] : row) {
            weight /= std::sqrt(square);
        }
        std::erase_if(row, [&](const auto &entry) { return records[entry.first] == 1; });
    }
    return rows;
}

} // namespace

TEST(Features, areThoseOfThePlainWay)
{
    const std::vector<Text> texts = smallReview(60);
    const auto features = featuresOf(texts, kPlain);
    const auto expected = countedByHand(texts);
    ASSERT_EQ(features->size(), texts.size());
    for (Row row = 0; row < features->size(); ++row) {
        const auto found = rowOf(*features, row);
        ASSERT_EQ(found.size(), expected[row].size()) << row;
        double square = 0;
        for (const auto &[term, weight] : expected[row]) {
            ASSERT_THAT(found, Contains(Key(term)));
            EXPECT_NEAR(found.at(term), weight, 1e-6) << term;
            square += weight * weight;
        }
        EXPECT_NEAR(features->ownShare(row), 1 - square, 1e-5);
    }
}

TEST(Features, areTheSameWhenTheTableOfPairsGrows)
{
    const std::vector<Text> texts = smallReview(5000);
    const auto features = featuresOf(texts, kPlain);
    const auto expected = countedByHand(texts);
    for (Row row = 0; row < features->size(); row += 37) {
        EXPECT_EQ(rowOf(*features, row).size(), expected[row].size()) << row;
    }
}

TEST(Features, leaveOutWhatOneRecordAloneHasAndWhatNearlyAllHave)
{
    std::vector<Text> texts(40, {"common words", "shared text here"});
    texts[0].title = "unique common words";
    texts[1].title = texts[2].title = "rare pair";
    const auto features = featuresOf(texts, kPlain);
    EXPECT_THAT(rowOf(*features, 0), Not(Contains(Key("unique"))));
    EXPECT_THAT(rowOf(*features, 0), Not(Contains(Key("shared text"))));
    EXPECT_THAT(rowOf(*features, 1), Contains(Key("rare pair")));
    EXPECT_GT(features->ownShare(0), 0.5F);
    EXPECT_EQ(features->ownShare(1), 0.0F) << "\"pair shared\" is in two records";
}

TEST(Features, takeTheWordsOfAPairInEitherOrder)
{
    const std::vector<Text> texts{
        {"", "clinical trial"}, {"", "trial clinical"}, {"", "other matter"}, {"", "one more"}};
    EXPECT_THAT(rowOf(*featuresOf(texts, kTitles), 0), testing::SizeIs(3));
    EXPECT_THAT(rowOf(*featuresOf(texts, kPlain), 0), testing::SizeIs(2));
}

TEST(Features, takeAllNumbersAsOneWhereTheSchemeSaysSo)
{
    const std::vector<Text> texts{{"", "32 patients"}, {"", "118 patients"}, {"", "other"}, {"", "matter"}};
    TermScheme scheme = kTitles;
    EXPECT_THAT(rowOf(*featuresOf(texts, scheme), 0), Not(Contains(Key("# patient"))));
    scheme.areNumbersOne = true;
    EXPECT_THAT(rowOf(*featuresOf(texts, scheme), 0), Contains(Key("# patient")));
    EXPECT_THAT(rowOf(*featuresOf(texts, scheme), 1), Contains(Key("# patient")));
}

TEST(Features, makeNoPairOfTitleAndAbstract)
{
    const std::vector<Text> texts{{"one", "two"}, {"one", "two"}, {"other", "matter"}, {"some", "thing"}};
    EXPECT_THAT(rowOf(*featuresOf(texts, kTitles), 0), testing::SizeIs(2));
    EXPECT_THAT(rowOf(*featuresOf(texts, kPlain), 0), testing::SizeIs(3));
}

TEST(Features, countATermOfTheTitleAsOftenAsTheSchemeSays)
{
    const std::vector<Text> texts{{"aa", "bb"}, {"aa", "bb"}, {"other", "matter"}, {"some", "thing"}};
    const auto row = rowOf(*featuresOf(texts, kTitles), 0);
    EXPECT_NEAR(row.at("aa") / row.at("bb"), 1 + std::log(4), 1e-5);
}

TEST(Features, ofARecordWithoutAbstractAreAsShortAsTheSchemeSays)
{
    const std::vector<Text> texts{{"aa bb cc", ""}, {"aa bb", "dd"}, {"aa other", "dd"}, {"some", "thing"}};
    TermScheme scheme = kTitles;
    scheme.bareLength = 0.7;
    const auto features = featuresOf(texts, scheme);
    const auto squareOf = [&](Row row) {
        double square = features->ownShare(row);
        for (const TermWeight entry : features->row(row)) {
            square += double{entry.weight} * entry.weight;
        }
        return square;
    };
    EXPECT_NEAR(squareOf(0), 0.49, 1e-6);
    EXPECT_NEAR(squareOf(1), 1, 1e-6);
}

TEST(Features, ofARecordWithoutWordsAreNone)
{
    const std::vector<Text> texts{{"", ""}, {"a b", "?!"}, {"two words", ""}, {"two words", ""}};
    const auto features = featuresOf(texts, kPlain);
    EXPECT_TRUE(features->row(0).empty());
    EXPECT_TRUE(features->row(1).empty());
    EXPECT_EQ(features->ownShare(0), 0.0F);
    EXPECT_FALSE(features->row(2).empty());
}

TEST(Features, canBeMadeOfNoRecordAtAll)
{
    FeatureBuilder builder(kPlain);
    EXPECT_EQ(builder.build()->size(), 0U);
}

} // namespace winnow::rank::test
