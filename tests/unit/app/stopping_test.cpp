#include "app/history.h"
#include "app/stopping.h"
#include "team.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace winnow::app::test {

TEST(Stopping, isToldOfOneMomentWhileAnotherConnectionTakesDecisionsBack)
{
    constexpr int kTimes = 60;
    Team team(6);
    team.decide("anna", 1, Verdict::Include);
    team.decide("anna", 2, Verdict::Exclude);
    const auto deciding = team.as("anna");
    std::atomic<bool> isDone = false;
    std::jthread other([&] {
        const auto reading = team.as("anna");
        while (!isDone) {
            const auto report = checkStopping(*reading, {Stage::TitleAbstract, StoppingRule::Run, 200, {}});
            ASSERT_TRUE(report) << report.error().message;
        }
    });
    for (int time = 0; time < kTimes; ++time) {
        ASSERT_TRUE(undo(*deciding));
        ASSERT_TRUE(redo(*deciding));
    }
    isDone = true;
}

} // namespace winnow::app::test
