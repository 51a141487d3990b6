#pragma once

#include <cstdint>
#include <string>

namespace winnow::pdf {

/// Keeps this process from harm to others, whatever a file makes it do: no more memory than `memoryBytes`, no
/// bytes written to any file, no file made or removed and no program started (see landlock.h), no traces of a
/// crash, no new rights, and no life longer than that of the thread that started it. To be called before the
/// file is opened; nothing of it can be taken back.
void confine(std::uint64_t memoryBytes);

/// Lets this process use `seconds` of processor time from now on; then it is ended.
void allowCpuSeconds(unsigned seconds);

} // namespace winnow::pdf
