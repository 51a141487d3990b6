#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::text {

/// Line ends as LF, and a blank for each other control character but the tab (C0, DEL and C1, which terminals
/// obey).
[[nodiscard]] std::string withoutControls(std::string_view text);

/// Valid UTF-8 without controls; line ends stay where `keepsLines` and are blanks where not. Trimmed. Nothing
/// where it is not UTF-8.
[[nodiscard]] std::optional<std::string> cleanText(std::string_view text, bool keepsLines);

/// At most `most` bytes, cut between characters, with an ellipsis where something was cut off.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

/// What somebody wrote, for a message that names it: one line without controls, 60 bytes at most.
[[nodiscard]] std::string forMessage(std::string_view text);

} // namespace winnow::text
