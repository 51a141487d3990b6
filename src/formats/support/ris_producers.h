#pragma once

#include <string_view>

namespace winnow::formats {

/// The database or tool that seems to have written a RIS file, told by marks in its beginning; empty where
/// nothing tells. A guess: reference managers pass on what databases wrote.
[[nodiscard]] std::string_view risProducerOf(std::string_view head);

} // namespace winnow::formats
