#pragma once

#include "base/result.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
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
    /// An entry of the table by hash: flat, as nearly all the time of a look-up goes into waiting for memory.
    struct Slot
    {
        std::uint32_t hash = 0;
        WordId id = kFree;
    };

    static constexpr WordId kFree = 0xFFFFFFFF;

    /// The slot of a word, or the free one where it would be. There must be one.
    [[nodiscard]] std::size_t slotOf(std::string_view word, std::uint32_t hash) const;
    void makeRoom(std::size_t words);
    [[nodiscard]] std::string_view keep(std::string_view word);

    std::deque<std::string> m_storage; ///< whole texts; views into them stay valid
    std::vector<std::string_view> m_words;
    std::vector<Slot> m_slots; ///< a power of two of them, at most half of them taken
};

} // namespace winnow::index
