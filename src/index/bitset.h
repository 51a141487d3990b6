#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace winnow::index {

/// A set of record numbers from 1 to a highest one. Sets that are joined must have the same highest one.
class Bitset
{
public:
    explicit Bitset(std::size_t highest)
        : m_words(highest / 64 + 1)
    {}

    void insert(std::size_t number) { m_words[number / 64] |= std::uint64_t{1} << (number % 64); }

    void remove(std::size_t number) { m_words[number / 64] &= ~(std::uint64_t{1} << (number % 64)); }

    /// Inserts all numbers from 1 to `last`.
    void insertUpTo(std::size_t last)
    {
        for (std::size_t i = 0; i < last / 64; ++i) {
            m_words[i] = ~std::uint64_t{0};
        }
        m_words[last / 64] |= (std::uint64_t{2} << (last % 64)) - 1;
        remove(0);
    }

    [[nodiscard]] bool contains(std::size_t number) const
    {
        return (m_words[number / 64] >> (number % 64) & 1U) != 0;
    }

    /// Whether it holds a number of any size.
    [[nodiscard]] bool holds(std::int64_t number) const
    {
        return number > 0 && static_cast<std::uint64_t>(number) / 64 < m_words.size() &&
               contains(static_cast<std::size_t>(number));
    }

    [[nodiscard]] bool isEmpty() const
    {
        for (const std::uint64_t word : m_words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::size_t count() const
    {
        std::size_t count = 0;
        for (const std::uint64_t word : m_words) {
            count += static_cast<std::size_t>(std::popcount(word));
        }
        return count;
    }

    Bitset &operator&=(const Bitset &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] &= other.m_words[i];
        }
        return *this;
    }

    Bitset &operator|=(const Bitset &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] |= other.m_words[i];
        }
        return *this;
    }

    Bitset &operator-=(const Bitset &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] &= ~other.m_words[i];
        }
        return *this;
    }

    /// Calls `visit` with each number, ascending.
    template <class Visit>
    void forEach(const Visit &visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1) {
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
            }
        }
    }

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace winnow::index
