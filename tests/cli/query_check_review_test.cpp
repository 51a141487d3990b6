#include "cli/command.h"
#include "session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

/// Six records on handicraft in Belitong, one on steel.
std::string records()
{
    std::string ris;
    for (int i = 1; i <= 6; ++i) {
        ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Handicraft of Belitong, number " +
               std::to_string(i) + (i % 2 == 0 ? " digital" : "") + "\nPY  - 2020\nER  - \n\n";
    }
    return ris + "TY  - JOUR\nID  - S\nTI  - Steel bridges\nPY  - 2021\nER  - \n";
}

class CliQueryCheckReview : public testing::Test
{
protected:
    void SetUp() override { m_session.makeReview("r.winnow", records()); }

    /// The problems of one code: what stands there in the query, and the message.
    std::vector<std::pair<std::string, std::string>>
    problems(const std::string &code, const std::string &query, std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{
            "query", "check", "--json", "--query", query, "--review", "@/r.winnow"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Output output = m_session.run(arguments);
        EXPECT_EQ(output.code, Done) << output.err;
        std::vector<std::pair<std::string, std::string>> found;
        const json report = json::parse(output.out);
        for (const json &problem : report["problems"]) {
            if (problem["code"] == code) {
                const std::size_t from = problem["from"];
                found.emplace_back(query.substr(from, problem["to"].get<std::size_t>() - from),
                                   problem["message"]);
            }
        }
        return found;
    }

    Session m_session;
};

TEST_F(CliQueryCheckReview, tellsATermThatNoRecordHolds)
{
    const auto found = problems("W24", "TITLE(handicraft OR weaving)");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first, "weaving");
    EXPECT_THAT(found[0].second, HasSubstr("No record here holds this"));
    EXPECT_THAT(problems("W24", "TITLE(handicraft OR steel)"), IsEmpty());
}

TEST_F(CliQueryCheckReview, tellsATermThatAddsNothing)
{
    const auto found = problems("W24", "TITLE(handicraft OR digital)");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first, "digital");
    EXPECT_THAT(found[0].second, HasSubstr("(3 records) is found by others of its OR group too"));
}

TEST_F(CliQueryCheckReview, tellsAGroupThatLeavesNothing)
{
    const auto found = problems("W24", "TITLE(handicraft) AND TITLE(digital) AND TITLE(steel)");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].first, "TITLE(steel)");
    EXPECT_THAT(found[1].second, HasSubstr("without it the query would find 3 records here"));
}

TEST_F(CliQueryCheckReview, tellsNothingOfWhatRecordsDoNotSay)
{
    EXPECT_THAT(problems("W24", "TITLE(handicraft) OR AFFIL(malaysia)"), IsEmpty());
}

TEST_F(CliQueryCheckReview, suggestsASpellingThatTheRecordsHold)
{
    const auto found = problems("W25", "TITLE(steel OR \"handicarft of\" OR handicarft)");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first, "handicarft");
    EXPECT_THAT(found[0].second, AllOf(HasSubstr("handicarft"), HasSubstr("6 hold handicraft")));
}

TEST_F(CliQueryCheckReview, takesNoProperNounForASlip)
{
    EXPECT_THAT(problems("W25", "TITLE(Belitung AND handicraft)"), IsEmpty());
    EXPECT_THAT(problems("W25", "TITLE(belitung AND belitong)"), IsEmpty());
    EXPECT_THAT(problems("W25", "TITLE(\"belitung market\" AND handicraft)"), IsEmpty());
    EXPECT_THAT(problems("W25", "TITLE(belitun* AND handicraft)"), IsEmpty());
    EXPECT_THAT(problems("W25", "AUTH(belitung) AND TITLE(handicraft)"), IsEmpty());
    EXPECT_EQ(problems("W25", "TITLE(belitung AND handicraft)").size(), 1U);
}

TEST_F(CliQueryCheckReview, takesNoRecordsOnOtherThingsAsAMeasureOfSpelling)
{
    EXPECT_EQ(problems("W25", "TITLE(handicarft OR a1 OR b1)").size(), 0U);
    EXPECT_EQ(problems("W25", "TITLE(handicarft OR a1 OR steel)").size(), 1U);
}

TEST_F(CliQueryCheckReview, tellsWhereSeedsAreLost)
{
    const auto found =
        problems("W26", "TITLE(handicraft OR loom) AND TITLE(digital)", {"--seeds", "K1,K2,K3,S"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].first, "TITLE(handicraft OR loom)");
    EXPECT_EQ(found[0].second, "A record that should be found is lost here: S.");
    EXPECT_EQ(found[1].first, "TITLE(digital)");
    EXPECT_EQ(found[1].second, "Records that should be found are lost here: K1, K3.");
}

TEST_F(CliQueryCheckReview, namesTheAbbreviationThatRecordsUse)
{
    std::string ris;
    for (int i = 0; i < 4; ++i) {
        ris += "TY  - JOUR\nTI  - Paper " + std::to_string(i) +
               "\nAB  - Of micro enterprises. Small and medium enterprises (SMEs) in a "
               "Non-Governmental Organisation (NGO) (see above).\nER  - \n\n";
    }
    m_session.makeReview("s.winnow", ris);
    const auto names = [&](const std::string &query) {
        const Output output =
            m_session.run({"query", "check", "--json", "--query", query, "--review", "@/s.winnow"});
        std::string found;
        const json report = json::parse(output.out);
        for (const json &problem : report["problems"]) {
            found +=
                problem["code"] == "W27" ? problem["message"].get<std::string>().substr(0, 30) + '|' : "";
        }
        return found;
    };
    EXPECT_EQ(names("ABS(\"non governmental organizations\")"), "4 records here say \"ngo\" for t|");
    EXPECT_EQ(names("ABS(NGO)"), "4 records here mean \"non gover|");
    EXPECT_EQ(names("ABS(ngo OR \"non governmental organisation\")"), "");
    EXPECT_EQ(names("ABS(\"micro enterprises\" OR see OR above)"), "");
    EXPECT_EQ(names("AUTH(ngo)"), "");
}

TEST_F(CliQueryCheckReview, needsAReviewForSeeds)
{
    EXPECT_EQ(m_session.run({"query", "check", "--query", "a1", "--seeds", "K1"}).code, UsedWrongly);
    const Output none =
        m_session.run({"query", "check", "--query", "a1", "--review", "@/r.winnow", "--seeds", "nobody"});
    EXPECT_EQ(none.code, Refused);
    EXPECT_THAT(none.err, HasSubstr("no record for the seed nobody"));
}

TEST_F(CliQueryCheckReview, keepsTheErrorsOfAQueryThatCannotBeRead)
{
    const Output output = m_session.run({"query", "check", "--query", "TITLE(a1", "--review", "@/r.winnow"});
    EXPECT_EQ(output.code, Refused);
    EXPECT_THAT(output.out, HasSubstr("error E01"));
}

} // namespace

} // namespace winnow::cli::test
