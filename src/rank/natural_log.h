#pragma once

namespace winnow::rank {

/// The natural logarithm of a positive number, the same to the last bit on every machine: that of the C
/// library differs between libraries, and a last bit may change which of two records comes first.
[[nodiscard]] double naturalLog(double value);

} // namespace winnow::rank
