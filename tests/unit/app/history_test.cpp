#include "app/history.h"
#include "app/labels.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;

void label(Workspace &workspace, const std::string &name)
{
    const RecordId first{1};
    ASSERT_TRUE(addLabel(workspace, name, std::span(&first, 1)));
}

std::vector<std::string> labelsOf(Workspace &workspace)
{
    return marksOf(workspace, {1}).value().labels;
}

/// The act in which the reviewer gave a label.
std::int64_t actOf(Workspace &workspace, const std::string &label)
{
    for (const LogEntry &entry : history(workspace).value()) {
        if (entry.event.kind == EventKind::LabelAdded && entry.event.reason == label) {
            return entry.event.op;
        }
    }
    return 0;
}

} // namespace

TEST(History, undoesBackToAnActAndBringsItBackOneByOne)
{
    Team team(1);
    const auto ann = team.as("ann");
    label(*ann, "a");
    label(*ann, "b");
    label(*ann, "c");
    EXPECT_EQ(undoBackTo(*ann, actOf(*ann, "b")).value(), 2);
    EXPECT_THAT(labelsOf(*ann), ElementsAre("a"));
    ASSERT_TRUE(redo(*ann).value());
    EXPECT_THAT(labelsOf(*ann), ElementsAre("a", "b"));
    ASSERT_TRUE(redo(*ann).value());
    EXPECT_THAT(labelsOf(*ann), ElementsAre("a", "b", "c"));
}

TEST(History, undoesNothingBackToAnActOfSomebodyElseOrOneThatIsUndone)
{
    Team team(1);
    const auto ann = team.as("ann");
    const auto ben = team.as("ben");
    label(*ben, "x");
    label(*ann, "a");
    label(*ann, "b");
    const std::int64_t undone = actOf(*ann, "b");
    ASSERT_TRUE(undo(*ann).value());
    for (const std::int64_t act : {actOf(*ben, "x"), undone, std::int64_t{9999}}) {
        const auto refused = undoBackTo(*ann, act);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
    }
    EXPECT_THAT(labelsOf(*ann), ElementsAre("a"));
    EXPECT_THAT(labelsOf(*ben), ElementsAre("x"));
}

TEST(History, leavesAloneWhatOthersDidMeanwhile)
{
    Team team(1);
    const auto ann = team.as("ann");
    const auto ben = team.as("ben");
    label(*ann, "a");
    label(*ben, "x");
    label(*ann, "b");
    EXPECT_EQ(undoBackTo(*ann, actOf(*ann, "a")).value(), 2);
    EXPECT_TRUE(labelsOf(*ann).empty());
    EXPECT_THAT(labelsOf(*ben), ElementsAre("x"));
}

} // namespace winnow::app::test
