#pragma once

namespace winnow {

/// Seconds of processor time (user and system, all threads) that this process took so far.
[[nodiscard]] double usedCpuSeconds();

/// The most memory that this process held so far, in MB.
[[nodiscard]] double peakMegabytes();

} // namespace winnow
