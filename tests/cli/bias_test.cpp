#include "review_test.h"

#include <gmock/gmock.h>

namespace winnow::cli::test {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char *kTable = "Study,D1,D2,D3,D4,D5,Overall\r\n"
                               "A2020,Low,Low,Low,Low,Low,Low\r\n"
                               "\"Li et al., 2021\",s,Low,High,Low,n,High\r\n";

class Bias : public ReviewTest
{
protected:
    Bias()
    {
        m_session.makeReview("r.winnow", kThreeRecords);
        m_session.write("robvis.csv", kTable);
    }
};

TEST_F(Bias, isDrawnFromATableInAllKindsOfFiles)
{
    const Output said = run({"bias", "@/robvis.csv", "-o", "@/p.svg", "-o", "@/p.pdf", "-o", "@/p.png"});
    EXPECT_THAT(said.out, HasSubstr("p.svg: traffic-light plot of 2 studies by RoB 2."));
    EXPECT_THAT(m_session.read("p.svg"),
                AllOf(HasSubstr("<ellipse"),
                      HasSubstr("Li et al., 2021, D3 (Bias due to missing outcome data): High")));
    EXPECT_THAT(m_session.read("p.pdf"), StartsWith("%PDF"));
    EXPECT_THAT(m_session.read("p.png"), StartsWith("\x89PNG"));
    run({"bias", "@/robvis.csv", "--summary", "--colours", "grey", "-o", "@/s.svg"});
    EXPECT_THAT(m_session.read("s.svg"), HasSubstr("Overall risk of bias: High 50.0 % (1 of 2 studies)"));
}

TEST_F(Bias, isTheSameFromTheReviewThatTookTheTableOver)
{
    EXPECT_THAT(run({"appraise", "@/r.winnow", "--from", "@/robvis.csv"}).out,
                HasSubstr("12 judgements on 2 studies by RoB 2 taken over."));
    run({"bias", "@/r.winnow", "-o", "@/r.csv"});
    EXPECT_EQ(m_session.read("r.csv"),
              "Study,D1,D2,D3,D4,D5,Overall\r\n"
              "Hassan 2020,Low,Low,Low,Low,Low,Low\r\n"
              "Li 2021,Some concerns,Low,High,Low,No information,High\r\n");
    run({"undo", "@/r.winnow"});
    EXPECT_THAT(refused({"bias", "@/r.winnow", "-o", "@/r.csv"}).err, HasSubstr("Nothing is appraised"));
}

TEST_F(Bias, ofAStudyIsTyped)
{
    const Output said = run({"appraise",
                             "@/r.winnow",
                             "B2021",
                             "--tool",
                             "rob2",
                             "D1=low",
                             "D2=some",
                             "D3=L",
                             "D4=low",
                             "D5=low",
                             "--support",
                             "D2=the nurses knew = all of them"});
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("D2: Some concerns"),
                      HasSubstr("the nurses knew = all of them"),
                      HasSubstr("Overall: Some concerns  (follows from the domains)")));
    const auto json = parsed({"appraise", "@/r.winnow", "B2021"});
    EXPECT_EQ(json["judgements"].size(), 6U);
    EXPECT_EQ(json["judgements"][5]["proposed"], true);
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, HasSubstr("risk of bias of B2021 by rob2, D1: low"));
    run({"bias", "@/r.winnow", "-o", "@/r.svg"});
    EXPECT_THAT(m_session.read("r.svg"), HasSubstr("Li 2021, overall: Some concerns"));
}

TEST_F(Bias, isNotTypedInWordsThatAreNone)
{
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D1=fine"}).err,
                HasSubstr("\"fine\" is no judgement; write Low, Some concerns, High"));
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D9=low"}).err,
                HasSubstr("no domain \"D9\""));
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "low"}).err,
                HasSubstr("Write it as D1=low"));
    EXPECT_THAT(
        refused({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D1=low", "--support", "D2=x"}).err,
        HasSubstr("support for D2 but no judgement"));
    EXPECT_EQ(m_session.run({"appraise", "@/r.winnow", "B2021", "D1=low"}).code, UsedWrongly);
    EXPECT_THAT(run({"appraise", "@/r.winnow", "B2021"}).out, HasSubstr("No judgement on B2021"));
}

TEST_F(Bias, takesNothingOverWhereAStudyIsUnknown)
{
    m_session.write("x.csv", "Study,D1,D2,D3,D4,D5,Overall\nA2020,l,l,l,l,l,l\nNobody 1999,l,l,l,l,l,l\n");
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "--from", "@/x.csv"}).err,
                AllOf(HasSubstr("1 study is no single record of this review: Nobody 1999"),
                      HasSubstr("Nothing was taken over")));
    EXPECT_THAT(refused({"bias", "@/r.winnow", "-o", "@/r.svg"}).err, HasSubstr("Nothing is appraised"));
    m_session.write("x.csv", "Study,D1,D2,D3,D4,D5\nA2020,l,l,l,l,l\nHassan (2020),l,l,l,l,h\n");
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "--from", "@/x.csv"}).err,
                HasSubstr("are the same record"));
}

TEST_F(Bias, isRefusedWithLineAndColumnOfTheTable)
{
    m_session.write("x.csv", "Study;D1;D2;Overall\nA;l;h;h\nB;l;probably not;h\n");
    EXPECT_THAT(refused({"bias", "@/x.csv", "-o", "@/p.svg"}).err,
                HasSubstr("x.csv: Line 3, column D2: \"probably not\" is no judgement"));
    EXPECT_FALSE(std::filesystem::exists(m_session.path("p.svg")));
    m_session.write("x.csv", "Study,D1\n\"A,l\n");
    EXPECT_THAT(refused({"bias", "@/x.csv", "-o", "@/p.svg"}).err, HasSubstr("never closed"));
    EXPECT_THAT(refused({"bias", "@/robvis.csv", "-o", "@/p.json"}).err,
                HasSubstr("holds the numbers of a flow diagram"));
    EXPECT_THAT(refused({"bias", "@/robvis.csv", "-o", "@/p.gif"}).err, HasSubstr("let it end in"));
}

} // namespace

} // namespace winnow::cli::test
