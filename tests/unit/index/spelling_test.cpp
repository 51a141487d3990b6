#include "index/index.h"
#include "index/spelling.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

namespace winnow::index {

namespace {

class SpellingTest : public testing::Test
{
protected:
    /// Each word in a record of its own, as many times as is said.
    void make(const std::vector<std::pair<std::string, int>> &words)
    {
        auto writer = IndexWriter::create(m_folder.path() / "i").value();
        std::int64_t id = 0;
        for (const auto &[word, times] : words) {
            for (int i = 0; i < times; ++i) {
                Record record;
                record.title = word;
                ASSERT_TRUE(writer.add({++id}, record));
            }
        }
        ASSERT_TRUE(writer.commit({"review", id, id}));
        m_index = std::make_unique<Index>(Index::open(m_folder.path() / "i").value());
    }

    [[nodiscard]] std::string of(const std::string &word) const
    {
        Task task;
        const auto spelling = m_index->spellings({word}, task).value().front();
        return spelling ? spelling->word : "-";
    }

    test::TempFolder m_folder;
    std::unique_ptr<Index> m_index;
};

TEST(IsOneSlip, takesALetterTooManyTooFewWrongOrTwoThatChangedPlaces)
{
    EXPECT_TRUE(isOneSlip("handicarft", "handicraft"));
    EXPECT_TRUE(isOneSlip("handcraft", "handicraft"));
    EXPECT_TRUE(isOneSlip("handiccraft", "handicraft"));
    EXPECT_TRUE(isOneSlip("handikraft", "handicraft"));
    EXPECT_TRUE(isOneSlip("accomodation", "accommodation"));
}

TEST(IsOneSlip, takesNoOtherWordForOne)
{
    EXPECT_FALSE(isOneSlip("handicraft", "handicraft"));
    EXPECT_FALSE(isOneSlip("handicarf", "handicraft"));
    EXPECT_FALSE(isOneSlip("bandicraft", "handicraft")) << "the first letter";
    EXPECT_FALSE(isOneSlip("ommerce", "commerce")) << "the first letter";
    EXPECT_FALSE(isOneSlip("digitalises", "digitalise")) << "an ending";
    EXPECT_FALSE(isOneSlip("digitaliser", "digitalised")) << "an ending";
    EXPECT_FALSE(isOneSlip("", ""));
    EXPECT_FALSE(isOneSlip("", "a"));
    EXPECT_FALSE(isOneSlip("a", "b"));
}

TEST_F(SpellingTest, suggestsTheWordThatMostRecordsHold)
{
    make({{"marketing", 4}, {"marketting", 0}, {"marketeing", 3}, {"steel", 9}});
    EXPECT_EQ(of("marketing"), "-");
    EXPECT_EQ(of("marketng"), "marketing");
    EXPECT_EQ(of("markeitng"), "marketing");
    EXPECT_EQ(of("bamboo"), "-");
}

TEST_F(SpellingTest, trustsNoWordOfTwoRecords)
{
    make({{"belitong", 2}});
    EXPECT_EQ(of("belitung"), "-");
}

TEST_F(SpellingTest, doubtsAWordThatIsThereOnlyWhereTheOtherOneIsFarMoreFrequent)
{
    make({{"casual", 1}, {"causal", 499}});
    EXPECT_EQ(of("casual"), "-");
    make({{"casual", 1}, {"causal", 500}});
    EXPECT_EQ(of("casual"), "causal");
}

TEST_F(SpellingTest, takesPluralsAndOtherSpellingsForTheWordItself)
{
    make({{"behaviour", 9}, {"basket", 9}});
    EXPECT_EQ(of("behavior"), "-");
    EXPECT_EQ(of("baskets"), "-");
}

TEST_F(SpellingTest, stopsWhenAskedTo)
{
    make({{"customer", 3}});
    Task task;
    task.stop();
    EXPECT_EQ(m_index->spellings({"custmer"}, task).error().code, ErrorCode::Cancelled);
}

} // namespace

} // namespace winnow::index
