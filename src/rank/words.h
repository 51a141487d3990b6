#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::rank {

/// A word without the s of its plural (Harman's S-stemmer): "studies" -> "study", "classes" -> "classe".
[[nodiscard]] std::string stem(std::string_view word);

/// Numbers the words of texts in the order in which they first appear.
class Vocabulary
{
public:
    /// With `areNumbersOne`, "12" and "2019" are the same word, which reads "#".
    explicit Vocabulary(bool isStemmed, bool areNumbersOne = false);

    /// Appends the numbers of all words of a text: runs of at least two word characters, in lower case.
    void appendWords(std::string_view text, std::vector<std::uint32_t> &out);

    [[nodiscard]] std::size_t size() const { return m_begins.size() - 1; }

    [[nodiscard]] std::string_view word(std::uint32_t number) const;

private:
    struct Slot
    {
        std::uint64_t letters = 0; ///< all of a short word; 0 for a longer one
        std::uint32_t hash = 0;
        std::uint32_t number = 0; ///< one more than the word's number; 0: empty
    };

    std::uint32_t numberOf(std::string_view word);
    void appendWord(std::size_t length, std::vector<std::uint32_t> &out);
    void appendAsciiWords(std::string_view text, std::vector<std::uint32_t> &out);
    void appendUnicodeWords(std::string_view lower, std::vector<std::uint32_t> &out);
    void grow();

    bool m_isStemmed;
    bool m_areNumbersOne;
    std::string m_letters; ///< all words, one behind the other
    std::vector<std::uint32_t> m_begins{0};
    std::vector<Slot> m_slots;
    std::string m_buffer; ///< begins with the word at hand, and has room for a piece behind it
};

} // namespace winnow::rank
