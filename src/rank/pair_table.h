#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace winnow::rank {

constexpr std::uint32_t kNoTerm = std::numeric_limits<std::uint32_t>::max();

/// A term as it is met while records are read.
struct SeenTerm
{
    std::uint32_t term = kNoTerm;
    std::uint32_t entry = 0; ///< of the last record that was seen to hold the term

    [[nodiscard]] bool isNew() const { return term == kNoTerm; }
};

/// The pairs of words met so far: an open-addressing table, which soon is larger than the caches. Touch the
/// pairs of a record before they are looked up: the processor then waits for all of them at once.
class PairTable
{
public:
    PairTable()
        : m_slots(kFirstSlots)
    {}

    /// Makes room for so many new pairs; to be called before at() is.
    void reserve(std::size_t pairs)
    {
        while ((m_size + pairs) * 4 > m_slots.size() * 3) {
            grow();
        }
    }

    void touch(std::uint64_t pair) const
    {
        // Read in earnest: processors ignore a hint to fetch from a page that they have not used lately.
        [[maybe_unused]] const volatile std::uint32_t entry = m_slots[firstSlotOf(pair)].seen.entry;
    }

    /// What is known of a pair. Where it is new, the caller has to give it a term.
    SeenTerm &at(std::uint64_t pair)
    {
        Slot &slot = m_slots[find(pair)];
        if (slot.seen.isNew()) {
            slot.pair = pair;
            ++m_size;
        }
        return slot.seen;
    }

private:
    static constexpr std::size_t kFirstSlots = std::size_t{1} << 12U;

    struct Slot
    {
        std::uint64_t pair = 0;
        SeenTerm seen; ///< new: the slot is empty
    };

    [[nodiscard]] std::size_t firstSlotOf(std::uint64_t pair) const
    {
        constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
        const std::uint64_t product = (pair ^ (pair >> 29U)) * kFactor;
        return (product ^ (product >> 32U)) & (m_slots.size() - 1);
    }

    [[nodiscard]] std::size_t find(std::uint64_t pair) const
    {
        std::size_t at = firstSlotOf(pair);
        while (!m_slots[at].seen.isNew() && m_slots[at].pair != pair) {
            at = (at + 1) & (m_slots.size() - 1);
        }
        return at;
    }

    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (!slot.seen.isNew()) {
                m_slots[find(slot.pair)] = slot;
            }
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_size = 0;
};

} // namespace winnow::rank
