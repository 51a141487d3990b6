#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::replay {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// What the server answers, and how badly. Meant for designated initialisers.
struct Answer
{
    int status = 200;
    Headers headers{}; ///< beside Content-Length and the like, which the server writes
    std::string body{};
    std::string type = "application/json";
    bool isGzipped = false;                ///< sends the body packed
    std::size_t times = 1;                 ///< sends the body so often: for huge ones
    bool hasLength = true;                 ///< else the end of the connection ends the body
    std::chrono::milliseconds delay{0};    ///< before the first byte
    std::size_t piece = 0;                 ///< bytes of the body sent at once; 0: all
    std::chrono::milliseconds pause{0};    ///< after each piece
    std::optional<std::size_t> cutAfter{}; ///< so many bytes of the body, though more were promised
    bool isDropped = false;                ///< closes the connection instead of answering
    std::optional<std::string> raw{};      ///< sent as it is instead of all the above, then closed
};

/// With the bytes of a file as body. Throws std::runtime_error when it cannot be read.
[[nodiscard]] Answer answerFromFile(const std::filesystem::path &path, std::string type = "application/json");

[[nodiscard]] Answer redirectTo(std::string location, int status = 302);

/// As gzip packs it.
[[nodiscard]] std::string gzipped(std::string_view bytes);

} // namespace winnow::replay
