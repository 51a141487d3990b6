#include "cli/command.h"
#include "session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class CliFindUndecided : public testing::Test
{
protected:
    /// C2022 has no abstract, and A2020, which it repeats, has one.
    void SetUp() override { m_session.makeReview("r.winnow", kThreeRecords); }

    json find(const std::string &query)
    {
        return json::parse(m_session.run({"find", "@/r.winnow", query, "--json"}).out);
    }

    Session m_session;
};

TEST_F(CliFindUndecided, countsWhatCouldNotBeDecidedAndSaysWhatIsMissing)
{
    const json found = find("ABS(social)");
    EXPECT_EQ(found["count"], 1);
    EXPECT_EQ(found["undecided"], 1);
    EXPECT_EQ(found["undecided_without"], json::array({"ABS"}));
    EXPECT_THAT(m_session.run({"find", "@/r.winnow", "ABS(social)"}).out,
                EndsWith("1 record found\n1 record could not be decided, not telling ABS\n"));
}

TEST_F(CliFindUndecided, namesEachFieldThatIsMissing)
{
    const json found = find("(ABS(social) OR AFFIL(malaysia)) AND TITLE(handicraft)");
    EXPECT_EQ(found["count"], 1);
    EXPECT_EQ(found["undecided"], 1);
    EXPECT_EQ(found["undecided_without"], json::array({"ABS", "AFFIL"}));
    EXPECT_EQ(find("AFFIL(malaysia)")["undecided"], 3);
    EXPECT_EQ(find("AFFIL(malaysia)")["undecided_without"], json::array({"AFFIL"}));
}

TEST_F(CliFindUndecided, hasNoneWhereAllIsTold)
{
    const json found = find("TITLE(handicraft)");
    EXPECT_EQ(found["undecided"], 0);
    EXPECT_EQ(found["undecided_without"], json::array());
    EXPECT_THAT(m_session.run({"find", "@/r.winnow", "TITLE(handicraft)"}).out, Not(HasSubstr("decided")));
}

TEST_F(CliFindUndecided, decidesAGroupByAnyOfItsRecords)
{
    ASSERT_EQ(m_session.run({"dedupe", "@/r.winnow"}).code, Done);
    EXPECT_EQ(find("ABS(social)")["count"], 1);
    EXPECT_EQ(find("ABS(social)")["undecided"], 0);
    EXPECT_EQ(find("ABS(social)")["undecided_without"], json::array());
    // One of the two records does not tell, and what it lacks could make the group match.
    EXPECT_EQ(find("ABS(bamboo)")["undecided"], 1);
}

} // namespace

} // namespace winnow::cli::test
