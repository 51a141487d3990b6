// How soon a request returns after it was stopped, from the wish to the return, by the clock on the wall.
#include "net/session.h"
#include "replay/replay_server.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <thread>

namespace winnow::bench {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using replay::Answer;

void stopWhile(benchmark::State &state, const Answer &answer)
{
    replay::ReplayServer server;
    server.answer("/", answer);
    auto session = net::Session::open();
    if (!session || !session->setPace(server.url(), {1000, 1})) {
        state.SkipWithError("there is no session");
        return;
    }
    while (state.KeepRunning()) {
        Task task;
        Clock::time_point stopped;
        std::thread user([&] {
            std::this_thread::sleep_for(100ms);
            stopped = Clock::now();
            task.stop();
        });
        const auto reply = session->fetch({.url = server.url("/")}, task);
        const auto returned = Clock::now();
        user.join();
        if (reply || reply.error().code != ErrorCode::Cancelled) {
            state.SkipWithError("the request was not cancelled");
        }
        state.SetIterationTime(std::chrono::duration<double>(returned - stopped).count());
    }
}

void stopWhileNothingIsAnswered(benchmark::State &state)
{
    stopWhile(state, Answer{.delay = 30s});
}

void stopWhileTheBodyDrips(benchmark::State &state)
{
    stopWhile(state, Answer{.body = std::string(10'000, 'x'), .piece = 1, .pause = 10ms});
}

void stopWhileItBacksOff(benchmark::State &state)
{
    stopWhile(state, Answer{.status = 429, .headers = {{"Retry-After", "30"}}});
}

BENCHMARK(stopWhileNothingIsAnswered)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK(stopWhileTheBodyDrips)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK(stopWhileItBacksOff)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(20);

} // namespace

} // namespace winnow::bench
