#pragma once

#include <functional>

namespace winnow::bench {

/// Seconds of processor time (user and system, all threads) that this program took so far.
[[nodiscard]] double cpuNow();

/// What `work` took of it.
[[nodiscard]] double cpuSeconds(const std::function<void()> &work);

/// The most memory that this program held so far, in MB.
[[nodiscard]] double peakMegabytes();

} // namespace winnow::bench
