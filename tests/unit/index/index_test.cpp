#include "base/file.h"
#include "index/index.h"
#include "query/parse.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>

namespace winnow::index {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Record titled(const std::string &title)
{
    Record record;
    record.title = title;
    record.date.year = 2000;
    return record;
}

std::vector<std::int64_t> find(const Index &index, const char *query)
{
    std::vector<std::int64_t> ids;
    for (const RecordId id : index.search(*query::parse(query).root).value()) {
        ids.push_back(id.value);
    }
    return ids;
}

class IndexTest : public testing::Test
{
protected:
    void make(const std::vector<std::string> &titles)
    {
        auto writer = IndexWriter::create(folder()).value();
        std::int64_t id = 0;
        for (const std::string &title : titles) {
            ASSERT_TRUE(writer.add({++id}, titled(title)));
        }
        ASSERT_TRUE(writer.commit({"review", id, id}));
    }

    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path() / "r.index"; }

    test::TempFolder m_folder;
};

TEST_F(IndexTest, findsWhatWasAddedAfterItWasOpenedAgain)
{
    make({"handicraft of women", "steel", "handicrafts"});
    const auto index = Index::open(folder()).value();
    EXPECT_EQ(index.stamp(), (Stamp{"review", 3, 3}));
    EXPECT_THAT(find(index, "TITLE(handicraft)"), ElementsAre(1, 3));
    EXPECT_THAT(find(index, "TITLE(\"of women\")"), ElementsAre(1));
    EXPECT_THAT(find(index, "ABS(handicraft)"), IsEmpty());
}

TEST_F(IndexTest, goesOnWhereItStood)
{
    make({"one"});
    {
        auto writer = IndexWriter::append(folder()).value();
        ASSERT_TRUE(writer.add({5}, titled("two one")));
        ASSERT_TRUE(writer.commit({"review", 5, 2}));
    }
    const auto index = Index::open(folder()).value();
    EXPECT_THAT(find(index, "one"), ElementsAre(1, 5));
    EXPECT_THAT(index.check(), IsEmpty());
}

TEST_F(IndexTest, refusesRecordsOutOfOrder)
{
    make({"one"});
    auto writer = IndexWriter::append(folder()).value();
    EXPECT_FALSE(writer.add({1}, titled("again")));
}

TEST_F(IndexTest, showsTheOldStateUntilANewOneIsWhole)
{
    make({"old"});
    auto writer = IndexWriter::create(folder()).value();
    ASSERT_TRUE(writer.add({1}, titled("new")));
    EXPECT_THAT(find(Index::open(folder()).value(), "old"), ElementsAre(1));
    ASSERT_TRUE(writer.commit({"review", 1, 1}));
    EXPECT_THAT(find(Index::open(folder()).value(), "old"), IsEmpty());
    EXPECT_THAT(find(Index::open(folder()).value(), "new"), ElementsAre(1));
}

TEST_F(IndexTest, ofNoRecordsFindsNothing)
{
    make({});
    const auto index = Index::open(folder()).value();
    EXPECT_THAT(find(index, "one"), IsEmpty());
    EXPECT_THAT(index.check(), IsEmpty());
}

TEST_F(IndexTest, goesOnAfterTheFirstCommit)
{
    auto writer = IndexWriter::create(folder()).value();
    ASSERT_TRUE(writer.add({1}, titled("one")));
    ASSERT_TRUE(writer.commit({"review", 1, 1}));
    ASSERT_TRUE(writer.add({2}, titled("one")));
    ASSERT_TRUE(writer.commit({"review", 2, 2}));
    const auto index = Index::open(folder()).value();
    EXPECT_THAT(find(index, "one"), ElementsAre(1, 2));
    EXPECT_THAT(index.check(), IsEmpty());
}

/// A user who stops the indexing of new records must be able to start it again.
TEST_F(IndexTest, dropsWhatWasNotCommittedAndGoesOn)
{
    make({"one"});
    {
        auto writer = IndexWriter::append(folder()).value();
        for (std::int64_t id = 2; id < 2500; ++id) {
            ASSERT_TRUE(writer.add({id}, titled("one and " + std::to_string(id))));
        }
    }
    EXPECT_THAT(find(Index::open(folder()).value(), "one"), ElementsAre(1));
    auto writer = IndexWriter::append(folder());
    ASSERT_TRUE(writer) << writer.error().message;
    ASSERT_TRUE(writer->add({2}, titled("one more")));
    ASSERT_TRUE(writer->commit({"review", 2, 2}));
    const auto index = Index::open(folder()).value();
    EXPECT_THAT(find(index, "one"), ElementsAre(1, 2));
    EXPECT_THAT(index.check(), IsEmpty());
}

TEST_F(IndexTest, leavesNothingOfANewIndexThatWasNotCommitted)
{
    {
        auto writer = IndexWriter::create(folder()).value();
        ASSERT_TRUE(writer.add({1}, titled("one")));
        const auto second = IndexWriter::create(folder());
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, ErrorCode::Busy);
        EXPECT_FALSE(std::filesystem::is_empty(m_folder.path())) << "the refused writer took nothing away";
    }
    EXPECT_TRUE(std::filesystem::is_empty(m_folder.path()));
}

TEST_F(IndexTest, keepsAnswersForAReaderWhileRecordsAreAdded)
{
    make({"one", "one two"});
    const auto reader = Index::open(folder()).value();
    auto writer = IndexWriter::append(folder()).value();
    for (std::int64_t id = 3; id < 10; ++id) {
        ASSERT_TRUE(writer.add({id}, titled("one two")));
        ASSERT_TRUE(writer.commit({"review", id, id}));
        EXPECT_THAT(find(reader, "TITLE(\"one two\")"), ElementsAre(2));
    }
}

TEST_F(IndexTest, refusesAStampThatSaysMoreThanThereIs)
{
    auto writer = IndexWriter::create(folder()).value();
    ASSERT_TRUE(writer.add({1}, titled("one")));
    ASSERT_TRUE(writer.commit({"review", std::int64_t{1} << 60U, 1}));
    EXPECT_EQ(Index::open(folder()).error().code, ErrorCode::WrongFormat);
}

TEST_F(IndexTest, refusesAFolderOfSomethingElse)
{
    std::filesystem::create_directory(folder());
    ASSERT_TRUE(writeFile(folder() / "notes.txt", "mine"));
    EXPECT_EQ(Index::open(folder()).error().code, ErrorCode::WrongFormat);
    EXPECT_EQ(IndexWriter::append(folder()).error().code, ErrorCode::WrongFormat);
}

TEST_F(IndexTest, isBusyForASecondWriter)
{
    make({"one"});
    const auto first = IndexWriter::append(folder()).value();
    const auto second = IndexWriter::append(folder());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Busy);
}

TEST_F(IndexTest, saysThatThereIsNone)
{
    EXPECT_EQ(Index::open(folder()).error().code, ErrorCode::NotFound);
}

/// However a file of the index is damaged, opening or searching it says so, or it goes unnoticed only where
/// check() notices.
TEST_F(IndexTest, noticesDamage)
{
    make({"one two", "three"});
    for (const char *file : {"vocabulary", "iamglass", "postlist.glass", "gaps", "forward", "ends"}) {
        const std::filesystem::path path = folder() / file;
        const std::string before = readFile(path).value();
        for (const std::string &bytes :
             {std::string(), std::string("garbage"), before.substr(0, before.size() / 2)}) {
            ASSERT_TRUE(writeFile(path, bytes));
            const auto index = Index::open(folder());
            EXPECT_TRUE(!index || !index->check().empty()) << file << " of " << bytes.size() << " bytes";
            if (!index) {
                EXPECT_EQ(index.error().code, ErrorCode::WrongFormat) << index.error().detail;
            }
        }
        ASSERT_TRUE(writeFile(path, before));
    }
    EXPECT_THAT(Index::open(folder()).value().check(), IsEmpty());
}

TEST_F(IndexTest, noticesPostingsThatAreGoneOrOthers)
{
    make({"one two", "three two"});
    for (const std::string &bytes : {std::string(), std::string("\x02"), std::string("\xFF\xFF\xFF")}) {
        Xapian::WritableDatabase database(folder().string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
        const std::string before = database.get_metadata("Ptwo");
        database.set_metadata("Ptwo", bytes);
        database.commit();
        EXPECT_THAT(Index::open(folder()).value().check(), Not(IsEmpty()));
        database.set_metadata("Ptwo", before);
        database.commit();
    }
    EXPECT_THAT(Index::open(folder()).value().check(), IsEmpty());
}

TEST_F(IndexTest, takesWordsAndValuesOfAnyLength)
{
    auto writer = IndexWriter::create(folder()).value();
    Record record = titled(std::string(100000, 'x') + " tail");
    record.doi = "10.1/" + std::string(1000, 'y');
    ASSERT_TRUE(writer.add({1}, record));
    ASSERT_TRUE(writer.commit({"review", 1, 1}));
    const auto index = Index::open(folder()).value();
    EXPECT_THAT(find(index, "TITLE(tail)"), ElementsAre(1));
    EXPECT_THAT(find(index, ("DOI(" + record.doi + ")").c_str()), ElementsAre(1));
}

} // namespace

} // namespace winnow::index
