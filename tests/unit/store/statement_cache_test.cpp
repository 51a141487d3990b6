#include "store/database.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>

namespace winnow::store::test {

namespace {

std::unique_ptr<Database> numbersTo(int last)
{
    auto database = std::make_unique<Database>(std::filesystem::path(), OpenMode::Temporary);
    database->execute("CREATE TABLE number(value INTEGER PRIMARY KEY)");
    Statement insert = database->prepare("INSERT INTO number VALUES(?1)");
    for (int i = 1; i <= last; ++i) {
        insert.bind(1, std::int64_t{i}).run();
    }
    return database;
}

constexpr std::string_view kAbove = "SELECT value FROM number WHERE value > ?1 ORDER BY value";

} // namespace

TEST(Statements, ofOneTextRunSideBySide)
{
    const auto database = numbersTo(4);
    Statement outer = database->prepare(kAbove);
    outer.bind(1, std::int64_t{0});
    std::string pairs;
    while (outer.step()) {
        Statement inner = database->prepare(kAbove);
        inner.bind(1, outer.integer(0));
        while (inner.step()) {
            pairs += std::to_string(outer.integer(0)) + std::to_string(inner.integer(0)) + " ";
        }
    }
    EXPECT_EQ(pairs, "12 13 14 23 24 34 ");
}

TEST(Statements, usedAgainBeginAnewAndWithoutTheOldValues)
{
    const auto database = numbersTo(4);
    {
        Statement left = database->prepare(kAbove);
        left.bind(1, std::int64_t{2});
        ASSERT_TRUE(left.step());
    }
    EXPECT_FALSE(database->prepare(kAbove).step()); // no number is above NULL
    database->execute("DROP TABLE number");         // nothing is being read any more
}

TEST(Statements, workAgainAfterOneHasFailed)
{
    const auto database = numbersTo(1);
    constexpr std::string_view kInsert = "INSERT INTO number VALUES(?1)";
    EXPECT_THROW(database->prepare(kInsert).bind(1, std::int64_t{1}).run(), SqlError);
    database->prepare(kInsert).bind(1, std::int64_t{2}).run();
    EXPECT_THROW(static_cast<void>(database->prepare("SELECT nothing FROM nowhere")), SqlError);
    Statement count = database->prepare("SELECT count(*) FROM number");
    ASSERT_TRUE(count.step());
    EXPECT_EQ(count.integer(0), 2);
}

TEST(Statements, ofManyTextsDoNotPileUp)
{
    const auto database = numbersTo(1);
    for (int i = 0; i < 1000; ++i) {
        Statement select = database->prepare("SELECT value + " + std::to_string(i) + " FROM number");
        ASSERT_TRUE(select.step());
        ASSERT_EQ(select.integer(0), 1 + i);
    }
}

TEST(Statements, mayOutliveTheirDatabase)
{
    auto database = numbersTo(2);
    Statement select = database->prepare(kAbove);
    database.reset();
    select.bind(1, std::int64_t{1});
    EXPECT_TRUE(select.step());
}

} // namespace winnow::store::test
