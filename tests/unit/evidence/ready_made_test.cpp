#include "evidence/ready_made.h"
#include "review_of_studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::evidence {

namespace {

const std::vector<FieldChoice> &fields()
{
    static const std::vector<FieldChoice> kFields{{"policy/category", "Category", true},
                                                  {"policy/country", "Country", false},
                                                  {"policy/mechanism", "Mechanism", true}};
    return kFields;
}

/// Each is a table that can be stored, read again and printed.
TEST(ReadyMade, makesATableOfEveryKind)
{
    EXPECT_EQ(readyMadeTables().size(), 6U);
    for (const ReadyMade &kind : readyMadeTables()) {
        const auto table = readyMade(kind.id, "t", fields());
        ASSERT_TRUE(table) << kind.id << table.error().message;
        EXPECT_EQ(table->id, "t");
        EXPECT_FALSE(table->caption.empty());
        TableSet set;
        set.tables = {*table};
        const auto again = parseTableSet(toJson(set));
        ASSERT_TRUE(again) << kind.id << again.error().message;
        EXPECT_EQ(toJson(*again), toJson(set)) << kind.id;
        EXPECT_TRUE(print(*again, "t", test::reviewOf({"a"}))) << kind.id;
    }
}

TEST(ReadyMade, saysWhatItNeeds)
{
    for (const char *kind : {"thematic", "gap-map", "risk-of-bias"}) {
        EXPECT_FALSE(readyMade(kind, "t", {})) << kind;
    }
    const auto unknown = readyMade("pie", "t", {});
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().message, testing::HasSubstr("gap-map"));
}

} // namespace

} // namespace winnow::evidence
