#include "app/conflicts.h"
#include "app/export_records.h"
#include "app/history.h"
#include "app/record_list.h"
#include "app/show_record.h"
#include "app/stages.h"
#include "app/standing.h"
#include "base/file.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using screening::State;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using enum Verdict;

constexpr Stage kScreening = Stage::TitleAbstract;

StageSettings twoReviewers()
{
    StageSettings settings = defaultSettings(kScreening);
    settings.reviewersPerRecord = 2;
    settings.adjudicators = {"cleo"};
    return settings;
}

/// All that `reviewer` is shown of record 1 in any way, as one text.
std::string shownTo(Team &team, const std::string &reviewer)
{
    const auto workspace = team.as(reviewer);
    std::string text;
    const RecordId record{1};
    for (const ListRow &row : listRows(*workspace, std::span(&record, 1)).value()) {
        text.append("list: ").append(toString(row.titleAbstract.state)).append(row.titleAbstract.reason) +=
            '\n';
        text.append("list of titles: ").append(toString(row.titleAlone.state)) += '\n';
    }
    for (const Decision &decision : showRecord(*workspace, record).value().standing.decisions) {
        text.append("show: ")
            .append(decision.reviewer)
            .append(toString(decision.verdict))
            .append(decision.reason) += '\n';
    }
    for (const LogEntry &entry : history(*workspace).value()) {
        text.append("log: ")
            .append(entry.text)
            .append(entry.event.verdict)
            .append(entry.event.reason)
            .append(entry.event.detail) += '\n';
    }
    const auto file = workspace->path().parent_path() / "export.csv";
    Task task;
    ExportRequest request;
    request.file = file;
    request.format = "csv";
    EXPECT_TRUE(exportRecords(*workspace, request, task));
    return text + readFile(file).value();
}

} // namespace

TEST(Blinding, keepsWhatOthersSaidFromEveryListAndFile)
{
    Team team(2);
    team.set(twoReviewers());
    team.decide("ann", 1, Exclude, "wrong island");
    const std::string shown = shownTo(team, "ben");
    EXPECT_THAT(shown, Not(HasSubstr("wrong island")));
    EXPECT_THAT(shown, Not(HasSubstr("exclude")));
    EXPECT_THAT(shown, Not(HasSubstr("pending")));
    EXPECT_THAT(shown, HasSubstr("list: undecided"));
    EXPECT_THAT(shownTo(team, "ann"), HasSubstr("list: excludewrong island"));
}

TEST(Blinding, doesNotTellAReviewerThatTheOtherVotedOtherwise)
{
    Team team(2);
    team.set(twoReviewers());
    team.decide("ann", 1, Exclude, "wrong island");
    team.decide("ben", 1, Include);
    EXPECT_EQ(team.standing("ben", 1).outcomes[kScreening].state, State::Conflict);
    EXPECT_EQ(team.standing("ben", 1).seen[kScreening].state, State::Include);
    EXPECT_EQ(team.standing("cleo", 1).seen[kScreening].state, State::Conflict);
    EXPECT_THAT(team.standing("cleo", 1).decisions, IsEmpty());
}

TEST(Blinding, endsForARecordWhenItsConflictIsOpened)
{
    Team team(2);
    team.set(twoReviewers());
    team.decide("ann", 1, Exclude, "wrong island");
    team.decide("ben", 1, Include);
    team.decide("ann", 2, Include);
    EXPECT_FALSE(openRecord(*team.as("ben"), kScreening, {1}));
    ASSERT_TRUE(openRecord(*team.as("cleo"), kScreening, {1}));
    EXPECT_THAT(team.standing("ben", 1).decisions, SizeIs(2));
    EXPECT_THAT(team.standing("ben", 2).decisions, IsEmpty());
    EXPECT_THAT(shownTo(team, "ben"), HasSubstr("opened"));
}

TEST(Blinding, endsForAllWhenTheStageIsOpenedAndBeginsAgainWhenThatIsUndone)
{
    Team team(2);
    team.decide("ann", 1, Exclude, "wrong island");
    EXPECT_THAT(team.standing("ben", 1).decisions, IsEmpty());
    const auto owner = team.as("owner");
    ASSERT_TRUE(openStage(*owner, kScreening));
    EXPECT_THAT(team.standing("ben", 1).decisions, SizeIs(1));
    ASSERT_TRUE(undo(*owner).value());
    EXPECT_THAT(team.standing("ben", 1).decisions, IsEmpty());
}

TEST(Blinding, isOffWhereTheSettingsSaySo)
{
    Team team(1);
    StageSettings settings = defaultSettings(kScreening);
    settings.isBlind = false;
    team.set(settings);
    team.decide("ann", 1, Exclude, "wrong island");
    EXPECT_THAT(shownTo(team, "ben"), HasSubstr("show: annexcludewrong island"));
}

TEST(Settings, areAViewThatLosesNoDecision)
{
    Team team(1);
    team.decide("ann", 1, Include);
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].state, State::Include);
    team.set(twoReviewers());
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].state, State::Pending);
    team.decide("ben", 1, Include);
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].state, State::Include);
    team.set(defaultSettings(kScreening));
    EXPECT_THAT(team.standing("ann", 1).said, SizeIs(2));
}

TEST(Settings, refuseWhatContradictsItself)
{
    Team team(1);
    const auto refused = [&](auto change) {
        StageSettings settings = defaultSettings(kScreening);
        change(settings);
        return !setStage(*team.as("owner"), settings);
    };
    EXPECT_TRUE(refused([](StageSettings &s) { s.reviewersPerRecord = 0; }));
    EXPECT_TRUE(refused([](StageSettings &s) { s.secondReviewerShare = 1.5; }));
    EXPECT_TRUE(refused([](StageSettings &s) { s.reviewers = {"ann", "ann"}; }));
    EXPECT_TRUE(refused([](StageSettings &s) { s.reasons = {"a", "a"}; }));
    EXPECT_TRUE(refused([](StageSettings &s) { s.isUsed = false; }));
    EXPECT_TRUE(refused([](StageSettings &s) {
        s.reviewers = {"ann"};
        s.reviewersPerRecord = 2;
    }));
}

TEST(Decisions, needAReasonAtFullText)
{
    Team team(1);
    const auto workspace = team.as("ann");
    DecideRequest request{{1}, Stage::FullText, Exclude, {}, {}, {}, {}};
    const auto refused = decide(*workspace, std::span(&request, 1));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("needs a reason"));
    request.reason = "no data";
    EXPECT_TRUE(decide(*workspace, std::span(&request, 1)));
    request.verdict = Include;
    request.reason.clear();
    EXPECT_TRUE(decide(*workspace, std::span(&request, 1)));
}

TEST(Decisions, countByTheReasonThatComesFirstInTheSettings)
{
    Team team(1);
    StageSettings settings = defaultSettings(kScreening);
    settings.reasons = {"wrong population", "wrong design", "no data"};
    team.set(settings);
    const auto workspace = team.as("ann");
    DecideRequest request{{1}, kScreening, Exclude, "no data", {}, {"wrong population"}, {}};
    ASSERT_TRUE(decide(*workspace, std::span(&request, 1)));
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].reason, "wrong population");
    request.reason = "too long";
    const auto refused = decide(*workspace, std::span(&request, 1));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("wrong population; wrong design; no data"));
}

TEST(Stages, titlesScreenedAloneDecideWhatComesToAbstracts)
{
    Team team(2);
    StageSettings titles = defaultSettings(Stage::Title);
    titles.isUsed = true;
    team.set(titles);
    team.decide("ann", 1, Exclude, "off topic", Stage::Title);
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening],
              (screening::Outcome{State::Exclude, "off topic"}));
    EXPECT_THAT(shownTo(team, "ann"), HasSubstr("list of titles: exclude"));
    EXPECT_THAT(shownTo(team, "ben"), HasSubstr("list of titles: undecided"));
    const auto workspace = team.as("ann");
    const DecideRequest request{{1}, kScreening, Include, {}, {}, {}, {}};
    EXPECT_FALSE(decide(*workspace, std::span(&request, 1)));
    titles.isUsed = false;
    team.set(titles);
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].state, State::Undecided);
}

} // namespace winnow::app::test
