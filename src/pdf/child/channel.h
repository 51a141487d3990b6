#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace winnow::pdf {

/// The next message of the standard input; nothing at its end, or where it is none.
[[nodiscard]] std::optional<std::string> receive();

/// Writes a message to the standard output; false if nobody takes it.
[[nodiscard]] bool send(std::string_view message);

} // namespace winnow::pdf
