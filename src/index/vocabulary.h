#pragma once

#include "base/result.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace winnow::index {

using WordId = std::uint32_t;

/// The words of an index with their numbers, from 0.
class Vocabulary
{
public:
    /// Reads the first `count` words of a file; fails with WrongFormat when it holds fewer.
    [[nodiscard]] static Result<Vocabulary> read(const std::filesystem::path &file, std::size_t count);

    /// Writes all words; the file is replaced as a whole.
    [[nodiscard]] Result<void> write(const std::filesystem::path &file) const;

    [[nodiscard]] std::optional<WordId> find(std::string_view word) const;

    /// The number of a word, which is new if it was not there.
    WordId add(std::string_view word);

    [[nodiscard]] std::string_view word(WordId id) const { return m_words[id]; }

    [[nodiscard]] std::size_t size() const { return m_words.size(); }

private:
    std::deque<std::string> m_storage; ///< whole texts; views into them stay valid
    std::vector<std::string_view> m_words;
    std::unordered_map<std::string_view, WordId> m_ids;
};

} // namespace winnow::index
