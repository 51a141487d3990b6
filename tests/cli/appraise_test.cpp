#include "review_test.h"

#include <gmock/gmock.h>

namespace winnow::cli::test {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char *kTool = R"({"id": "own", "name": "Our tool",
    "answers": {"yn": [{"id": "Y", "label": "Yes"}, {"id": "N", "label": "No"}]}, "usual-answers": "yn",
    "scale": [{"judgement": "low", "label": "Good"}, {"judgement": "high", "label": "Poor"}],
    "domains": [{"code": "D1", "name": "Sampling", "questions": [{"id": "a", "text": "At random?"}],
                 "rules": [{"when": {"a": "Y"}, "judgement": "low"}, {"judgement": "high"}]}]})";

class Appraise : public ReviewTest
{
protected:
    Appraise() { m_session.makeReview("r.winnow", kThreeRecords); }

    /// RoB 2 of a study, without any concern.
    Output answerAll(const std::string &key, std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"appraise", "@/r.winnow", key, "--tool", "rob2"};
        for (const char *answer : {"1.1=Y",
                                   "1.2=Y",
                                   "1.3=N",
                                   "2.1=N",
                                   "2.2=N",
                                   "2.6=Y",
                                   "3.1=Y",
                                   "4.1=N",
                                   "4.2=N",
                                   "4.3=N",
                                   "5.1=Y",
                                   "5.2=N",
                                   "5.3=N"}) {
            arguments.insert(arguments.end(), {"--answer", answer});
        }
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
};

TEST_F(Appraise, listsToolsAndTheirQuestionsWithoutAReview)
{
    EXPECT_THAT(run({"appraise", "--tools"}).out,
                AllOf(HasSubstr("rob2  RoB 2, 2019"),
                      HasSubstr("22 questions; for each result"),
                      HasSubstr("mmat-2018"),
                      HasSubstr("jbi-prevalence")));
    const Output said = run({"appraise", "--tool", "rob2", "--questions"});
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("D3  Bias due to missing outcome data"),
                      HasSubstr("Only where 2.1 is Y/PY/NI, or 2.2 is Y/PY/NI."),
                      HasSubstr("Sterne"),
                      HasSubstr("Next: 1.1, 1.2, 1.3, 2.1, 2.2, 2.6")));
    EXPECT_EQ(m_session.run({"appraise"}).code, UsedWrongly);
    EXPECT_EQ(m_session.run({"appraise", "--tool", "rob2"}).code, UsedWrongly);
    EXPECT_THAT(refused({"appraise", "--tool", "rob9", "--questions"}).err, HasSubstr("\"rob9\""));
}

TEST_F(Appraise, proposesWhatTheAnswersSay)
{
    const Output said =
        answerAll("B2021", {"--support", "1.1=lots", "--quote", "1.1=drawn by lot", "--page", "1.1=3"});
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("RoB 2  D1: Low  (follows from the answers)"),
                      HasSubstr("RoB 2  Overall: Low  (follows from the domains)"),
                      HasSubstr("lots  \"drawn by lot\"  p. 3"),
                      Not(HasSubstr("Next:"))));
    EXPECT_THAT(
        run({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D2=high", "--support", "D2=open"}).out,
        HasSubstr("; the answers propose Low)  open"));
    EXPECT_THAT(
        run({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "--answer", "2.1=Y", "--questions"}).out,
        AllOf(HasSubstr("2.1  Did participants know during the trial which intervention they had?  = Yes"),
              HasSubstr("Next: 2.3\n")));
    const auto json = parsed({"appraise", "@/r.winnow", "B2021"});
    EXPECT_EQ(json["appraisals"][0]["open"], nlohmann::json::array({"2.3"}));
    EXPECT_EQ(json["appraisals"][0]["answers"].size(), 13U);
    const auto questions = parsed({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "--questions"});
    EXPECT_EQ(questions["questions"].size(), 22U);
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, HasSubstr("appraisal of B2021 by rob2, 2.1: Y"));
}

TEST_F(Appraise, keepsResultsOfAStudyApart)
{
    answerAll("B2021", {"--result", "pain at 6 weeks"});
    answerAll("B2021", {"--result", "function"});
    run({"bias", "@/r.winnow", "-o", "@/r.csv"});
    EXPECT_EQ(m_session.read("r.csv"),
              "Study,D1,D2,D3,D4,D5,Overall\r\n"
              "\"Li 2021, function\",Low,Low,Low,Low,Low,Low\r\n"
              "\"Li 2021, pain at 6 weeks\",Low,Low,Low,Low,Low,Low\r\n");
    run({"bias", "@/r.winnow", "--result", "function", "-o", "@/r.csv"});
    EXPECT_EQ(m_session.read("r.csv"), "Study,D1,D2,D3,D4,D5,Overall\r\nLi 2021,Low,Low,Low,Low,Low,Low\r\n");
}

TEST_F(Appraise, drawsTheAnswersOfToolsWithoutJudgements)
{
    std::vector<std::string> arguments{"appraise", "@/r.winnow", "B2021", "--tool", "jbi-case-report"};
    for (int i = 1; i <= 8; ++i) {
        arguments.push_back(std::to_string(i) + (i == 2 ? "=no" : "=yes"));
    }
    arguments.emplace_back("Overall=include");
    EXPECT_THAT(run(arguments).out,
                AllOf(HasSubstr("In all: Yes 7, No 1 of 8 questions"), HasSubstr("Overall: Include")));
    run({"bias", "@/r.winnow", "-o", "@/p.svg", "-o", "@/p.csv"});
    EXPECT_THAT(m_session.read("p.svg"),
                AllOf(HasSubstr("Li 2021, 2 (Is the history described, in order of time?): No"),
                      Not(HasSubstr("Risk of bias"))));
    EXPECT_EQ(m_session.read("p.csv"), "Study,1,2,3,4,5,6,7,8\r\nLi 2021,Yes,No,Yes,Yes,Yes,Yes,Yes,Yes\r\n");
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "B2021", "--tool", "jbi-case-report", "D1=low"}).err,
                HasSubstr("answer its questions instead"));
}

TEST_F(Appraise, writesWhatItBuildsAgain)
{
    answerAll("B2021", {"--result", "pain"});
    run({"appraise",
         "@/r.winnow",
         "A2020",
         "--tool",
         "rob2",
         "D1=high",
         "--support",
         "D1=a \"friend\" chose"});
    const Output before = run({"appraise", "@/r.winnow", "B2021"});
    for (const char *name : {"@/rows.csv", "@/rows.json"}) {
        EXPECT_THAT(run({"appraise", "@/r.winnow", "--export", name}).out, HasSubstr("14 rows"));
        m_session.makeReview("again.winnow", kThreeRecords);
        EXPECT_THAT(run({"appraise", "@/again.winnow", "--from", name}).out,
                    HasSubstr("13 answers and 1 judgement on 2 studies taken over."));
        EXPECT_EQ(run({"appraise", "@/again.winnow", "B2021"}).out, before.out);
        EXPECT_THAT(run({"appraise", "@/again.winnow", "A2020"}).out, HasSubstr("a \"friend\" chose"));
        std::filesystem::remove(m_session.path("again.winnow"));
    }
}

TEST_F(Appraise, takesATableOfAnswersWithTheToolThatIsNamed)
{
    m_session.write("a.csv", "study;question;answer\nLi 2021;1.1;Y\nHassan 2020;1.1;NI\n");
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "--from", "@/a.csv"}).err, HasSubstr("names no tool"));
    EXPECT_THAT(run({"appraise", "@/r.winnow", "--from", "@/a.csv", "--tool", "rob2"}).out,
                HasSubstr("2 answers and 0 judgements on 2 studies"));
}

TEST_F(Appraise, takesAToolOfOnesOwn)
{
    m_session.write("own.json", kTool);
    EXPECT_THAT(run({"appraise", "--tool-file", "@/own.json", "--questions"}).out, HasSubstr("At random?"));
    EXPECT_THAT(run({"appraise", "@/r.winnow", "--tool-file", "@/own.json"}).out, HasSubstr("--tool own"));
    EXPECT_THAT(run({"appraise", "@/r.winnow", "--tools"}).out, HasSubstr("own  Our tool; 1 question"));
    EXPECT_THAT(run({"appraise", "@/r.winnow", "B2021", "--tool", "own", "a=no"}).out,
                HasSubstr("Overall: Poor"));
    run({"bias", "@/r.winnow", "--tool", "own", "-o", "@/p.svg"});
    EXPECT_THAT(m_session.read("p.svg"), HasSubstr("D1 (Sampling): Poor"));
    m_session.write("own.json", "{\"id\": \"x\"}");
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "--tool-file", "@/own.json"}).err,
                HasSubstr("own.json: The tool has no \"name\""));
}

TEST_F(Appraise, settlesWhereReviewersDiffer)
{
    run({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D1=low", "--reviewer", "ann"});
    run({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D1=high", "--reviewer", "ben"});
    EXPECT_THAT(refused({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D1=some", "--consensus"}).err,
                HasSubstr("still blind"));
    run({"unblind", "@/r.winnow", "--stage", "full-text"});
    EXPECT_THAT(run({"appraise", "@/r.winnow", "B2021"}).out,
                HasSubstr("Reviewers differ on D1: ann says Low, ben says High\n"));
    EXPECT_THAT(run({"appraise", "@/r.winnow", "B2021", "--tool", "rob2", "D1=some", "--consensus"}).out,
                AllOf(HasSubstr("; consensus)"), HasSubstr("; settled")));
}

} // namespace

} // namespace winnow::cli::test
