#pragma once

#include "app/workspace.h"
#include "base/result.h"
#include "base/task.h"

#include <chrono>
#include <filesystem>
#include <string_view>
#include <thread>

namespace winnow::app {

/// Where an index of a review is made that can only be read: in the cache of the user, in a folder with this
/// extension (".index"), whose parent is there. Fails with Unwritable.
[[nodiscard]] Result<std::filesystem::path> spareFolder(const Workspace &workspace,
                                                        std::string_view extension);

/// What `make` returns, once whoever else writes the index has done so: it is called again as long as it
/// fails with Busy, for two minutes at most.
template <class Make>
auto inTurn(Task &task, const Make &make) -> decltype(make())
{
    constexpr std::chrono::milliseconds kBetween{20};
    constexpr std::chrono::minutes kLongest{2};
    const auto began = std::chrono::steady_clock::now();
    while (true) {
        auto made = make();
        const bool isBusy = !made && made.error().code == ErrorCode::Busy;
        if (!isBusy || std::chrono::steady_clock::now() - began > kLongest) {
            return made;
        }
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        task.report({"waiting for the search index", 0, 0});
        std::this_thread::sleep_for(kBetween);
    }
}

} // namespace winnow::app
