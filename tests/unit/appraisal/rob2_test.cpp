#include "appraisal/answers.h"
#include "appraisal/tools.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

namespace winnow::appraisal::test {

namespace {

using enum Judgement;

/// "1.1=Y 1.2=PN"
Answers answersIn(const std::string &text)
{
    Answers answers;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::size_t mark = text.find('=', at);
        answers[text.substr(at, mark - at)] = text.substr(mark + 1, end - mark - 1);
        at = end + 1;
    }
    return answers;
}

std::optional<Judgement> proposed(std::size_t domain, const Answers &answers)
{
    const ToolPtr tool = toolCalled("rob2");
    return proposedJudgement(tool->domains.at(domain - 1), sheetOf(*tool, answers));
}

struct Case
{
    std::size_t domain;
    const char *answers;
    std::optional<Judgement> judgement;
};

/// Each way through the flow charts of the guidance.
const std::array kCases{
    Case{1, "1.1=Y 1.2=Y 1.3=N", Low},
    Case{1, "1.1=NI 1.2=PY 1.3=NI", Low},
    Case{1, "1.1=Y 1.2=Y 1.3=PY", SomeConcerns},
    Case{1, "1.1=PN 1.2=Y 1.3=N", SomeConcerns},
    Case{1, "1.1=Y 1.2=NI 1.3=N", SomeConcerns},
    Case{1, "1.1=Y 1.2=NI 1.3=Y", High},
    Case{1, "1.1=Y 1.2=N 1.3=N", High},
    Case{1, "1.1=Y 1.2=Y", std::nullopt},
    Case{2, "2.1=N 2.2=PN 2.6=Y", Low},
    Case{2, "2.1=Y 2.2=N 2.3=PN 2.6=PY", Low},
    Case{2, "2.1=NI 2.2=N 2.3=NI 2.6=Y", SomeConcerns},
    Case{2, "2.1=Y 2.2=Y 2.3=Y 2.4=N 2.6=Y", SomeConcerns},
    Case{2, "2.1=Y 2.2=Y 2.3=PY 2.4=NI 2.5=PY 2.6=Y", SomeConcerns},
    Case{2, "2.1=Y 2.2=Y 2.3=Y 2.4=Y 2.5=N 2.6=Y", High},
    Case{2, "2.1=Y 2.2=Y 2.3=Y 2.4=PY 2.5=NI 2.6=Y", High},
    Case{2, "2.1=N 2.2=N 2.6=NI 2.7=PN", SomeConcerns},
    Case{2, "2.1=N 2.2=N 2.6=N 2.7=NI", High},
    Case{2, "2.1=Y 2.2=N 2.3=NI 2.6=N 2.7=Y", High},
    Case{2, "2.1=Y 2.2=Y 2.3=Y 2.4=Y 2.6=Y", std::nullopt},
    Case{2, "2.1=N 2.2=N", std::nullopt},
    Case{3, "3.1=PY", Low},
    Case{3, "3.1=NI 3.2=Y", Low},
    Case{3, "3.1=N 3.2=N 3.3=PN", Low},
    Case{3, "3.1=N 3.2=PN 3.3=NI 3.4=N", SomeConcerns},
    Case{3, "3.1=N 3.2=N 3.3=Y 3.4=NI", High},
    Case{4, "4.1=PY 4.2=N", High},
    Case{4, "4.1=NI 4.2=Y", High},
    Case{4, "4.1=N 4.2=N 4.3=N", Low},
    Case{4, "4.1=NI 4.2=N 4.3=NI 4.4=PN", Low},
    Case{4, "4.1=N 4.2=N 4.3=Y 4.4=Y 4.5=PN", SomeConcerns},
    Case{4, "4.1=N 4.2=PN 4.3=Y 4.4=NI 4.5=NI", High},
    Case{4, "4.1=N 4.2=NI 4.3=N", SomeConcerns},
    Case{4, "4.1=N 4.2=NI 4.3=Y 4.4=N", SomeConcerns},
    Case{4, "4.1=N 4.2=NI 4.3=Y 4.4=Y 4.5=N", SomeConcerns},
    Case{4, "4.1=N 4.2=NI 4.3=Y 4.4=Y 4.5=Y", High},
    Case{5, "5.1=Y 5.2=N 5.3=PN", Low},
    Case{5, "5.1=NI 5.2=N 5.3=N", SomeConcerns},
    Case{5, "5.1=N 5.2=N 5.3=N", SomeConcerns},
    Case{5, "5.1=Y 5.2=NI 5.3=N", SomeConcerns},
    Case{5, "5.1=Y 5.2=NI 5.3=PY", High},
    Case{5, "5.1=Y 5.2=Y 5.3=N", High},
};

TEST(Rob2, proposesWhatTheGuidanceSays)
{
    for (const Case &one : kCases) {
        EXPECT_EQ(proposed(one.domain, answersIn(one.answers)), one.judgement) << one.answers;
    }
}

bool isOneOf(const std::string &answer, std::initializer_list<const char *> answers)
{
    return std::ranges::any_of(answers, [&](const char *one) { return answer == one; });
}

bool yes(const std::string &answer)
{
    return isOneOf(answer, {"Y", "PY"});
}

bool no(const std::string &answer)
{
    return isOneOf(answer, {"N", "PN"});
}

/// The charts once more, as steps instead of rules.
Judgement walkDomain1(Answers &a)
{
    if (no(a["1.2"])) {
        return High;
    }
    if (yes(a["1.2"])) {
        return !no(a["1.1"]) && !yes(a["1.3"]) ? Low : SomeConcerns;
    }
    return yes(a["1.3"]) ? High : SomeConcerns;
}

Judgement walkDomain2(Answers &a)
{
    const auto departures = [&] {
        if (no(a["2.1"]) && no(a["2.2"])) {
            return Low;
        }
        if (!yes(a["2.3"])) {
            return no(a["2.3"]) ? Low : SomeConcerns;
        }
        return no(a["2.4"]) || yes(a["2.5"]) ? SomeConcerns : High;
    }();
    const Judgement analysis = yes(a["2.6"]) ? Low : no(a["2.7"]) ? SomeConcerns : High;
    return std::max(departures, analysis);
}

Judgement walkDomain4(Answers &a)
{
    if (yes(a["4.1"]) || yes(a["4.2"])) {
        return High;
    }
    if (no(a["4.3"]) || no(a["4.4"])) {
        return no(a["4.2"]) ? Low : SomeConcerns;
    }
    return no(a["4.5"]) ? SomeConcerns : High;
}

/// Calls `check` with every set of answers to the questions that the tool asks of a domain.
int tryAll(const ToolDomain &domain, Answers answers, const std::function<void(const Answers &)> &check)
{
    const ToolPtr tool = toolCalled("rob2");
    const Sheet sheet = sheetOf(*tool, answers);
    for (const Question &question : domain.questions) {
        if (std::ranges::find(sheet.open, question.id, &Question::id) != sheet.open.end()) {
            int tried = 0;
            for (const char *answer : {"Y", "PY", "PN", "N", "NI"}) {
                answers[question.id] = answer;
                tried += tryAll(domain, answers, check);
            }
            return tried;
        }
    }
    check(answers);
    return 1;
}

TEST(Rob2, followsItsChartsForAllAnswers)
{
    const ToolPtr tool = toolCalled("rob2");

    struct Walk
    {
        std::size_t domain;
        Judgement (*judge)(Answers &);
    };

    for (const Walk &walk : {Walk{1, walkDomain1}, Walk{2, walkDomain2}, Walk{4, walkDomain4}}) {
        const int tried = tryAll(tool->domains[walk.domain - 1], {}, [&](const Answers &answers) {
            Answers copy = answers;
            EXPECT_EQ(proposed(walk.domain, answers), walk.judge(copy));
        });
        EXPECT_GE(tried, 125);
    }
}

TEST(Rob2, passesOverAnswersToWhatIsNotAsked)
{
    // 3.3 was answered before 3.1 was changed to yes.
    EXPECT_EQ(proposed(3, answersIn("3.1=Y 3.2=N 3.3=Y 3.4=Y")), Low);
    EXPECT_EQ(proposed(3, answersIn("3.1=Y 3.2=NA")), Low);
}

TEST(Rob2, takesNotApplicableForNoAnswerWhereItAsks)
{
    EXPECT_EQ(proposed(3, answersIn("3.1=N 3.2=NA")), std::nullopt);
    const ToolPtr tool = toolCalled("rob2");
    const Sheet sheet = sheetOf(*tool, answersIn("3.1=N 3.2=NA"));
    EXPECT_TRUE(std::ranges::count(sheet.open, std::string("3.2"), &Question::id) == 1);
    EXPECT_TRUE(std::ranges::count(sheet.open, std::string("3.3"), &Question::id) == 0);
}

} // namespace

} // namespace winnow::appraisal::test
