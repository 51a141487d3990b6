#include "app/history.h"
#include "app/labels.h"
#include "app/stages.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> labelsOf(Team &team, const std::string &reviewer, std::int64_t record)
{
    return marksOf(*team.as(reviewer), {record}).value().labels;
}

void label(Workspace &workspace, const std::string &name, std::vector<RecordId> records)
{
    ASSERT_TRUE(addLabel(workspace, name, records));
}

} // namespace

TEST(Labels, areGivenTakenAndCounted)
{
    Team team(3);
    const auto ann = team.as("ann");
    label(*ann, "background", {{1}, {2}});
    label(*ann, "ask", {{2}});
    EXPECT_THAT(labelsOf(team, "ann", 2), ElementsAre("ask", "background"));
    const RecordId second{2};
    ASSERT_TRUE(removeLabel(*ann, "background", std::span(&second, 1)));
    EXPECT_THAT(labelsOf(team, "ann", 2), ElementsAre("ask"));
    const auto counts = labels(*ann).value();
    ASSERT_EQ(counts.size(), 2U);
    EXPECT_EQ(counts[1].label, "background");
    EXPECT_EQ(counts[1].records, 1);
}

TEST(Labels, becomeOneWhenRenamedToOneThatIsThere)
{
    Team team(3);
    const auto ann = team.as("ann");
    label(*ann, "bckground", {{1}, {2}});
    label(*ann, "background", {{2}, {3}});
    EXPECT_EQ(renameLabel(*ann, "bckground", "background").value(), 2);
    EXPECT_EQ(recordsLabelled(*ann, "background").value().size(), 3U);
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_EQ(recordsLabelled(*ann, "bckground").value().size(), 2U);
    EXPECT_FALSE(renameLabel(*ann, "never given", "x"));
    EXPECT_FALSE(renameLabel(*ann, "bckground", " "));
}

TEST(Labels, ofOthersAreSeenOnceTheStageIsOpened)
{
    Team team(1);
    label(*team.as("ann"), "doubtful", {{1}});
    ASSERT_TRUE(writeNote(*team.as("ann"), {1}, "a pilot study only"));
    EXPECT_THAT(labelsOf(team, "ben", 1), IsEmpty());
    EXPECT_THAT(marksOf(*team.as("ben"), {1}).value().notes, IsEmpty());
    EXPECT_THAT(labels(*team.as("ben")).value(), IsEmpty());
    ASSERT_TRUE(openStage(*team.as("owner"), Stage::TitleAbstract));
    EXPECT_THAT(labelsOf(team, "ben", 1), ElementsAre("doubtful"));
    EXPECT_EQ(marksOf(*team.as("ben"), {1}).value().notes.front().text, "a pilot study only");
}

TEST(Labels, goWithTheGroupOfDuplicates)
{
    Team team(2);
    label(*team.as("ann"), "ask", {{2}});
    team.merge({{1}, {2}});
    EXPECT_THAT(labelsOf(team, "ann", 1), ElementsAre("ask"));
}

TEST(Notes, areReplacedAndRemoved)
{
    Team team(1);
    const auto ann = team.as("ann");
    ASSERT_TRUE(writeNote(*ann, {1}, "first"));
    ASSERT_TRUE(writeNote(*ann, {1}, "second"));
    const auto notes = marksOf(*ann, {1}).value().notes;
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes.front().text, "second");
    ASSERT_TRUE(writeNote(*ann, {1}, ""));
    EXPECT_THAT(marksOf(*ann, {1}).value().notes, IsEmpty());
}

} // namespace winnow::app::test
