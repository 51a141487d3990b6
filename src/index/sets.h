#pragma once

#include "index/postings.h"
#include "query/evaluate.h"

#include <array>
#include <utility>

namespace winnow::index {

/// The records for which part of a query holds, in the logic of Kleene and in both meanings of what is
/// missing: four sets, which are one and the same as long as nothing asked is unknown, and then cost no more
/// than one.
class Sets
{
public:
    /// Surely and possibly the same, and the same in both meanings.
    explicit Sets(const SharedSet &set)
        : m_sets{set, set, set, set}
    {}

    /// Holds surely for `surely`, possibly for `possibly`; `lacking` is unknown where missing is unknown.
    Sets(const SharedSet &surely, const SharedSet &possibly, const SharedSet &lacking)
        : m_sets{surely, possibly, surely, possibly}
    {
        if (lacking) {
            m_sets[3] = std::make_shared<Bitset>(*possibly);
            *m_sets[3] |= *lacking;
        }
    }

    [[nodiscard]] const Bitset &surely(query::Missing missing) const
    {
        return *m_sets[missing == query::Missing::No ? 0 : 2];
    }

    [[nodiscard]] const Bitset &possibly(query::Missing missing) const
    {
        return *m_sets[missing == query::Missing::No ? 1 : 3];
    }

    /// The largest of the four: less is known where missing is unknown.
    [[nodiscard]] const Bitset &most() const { return *m_sets[3]; }

    /// The smallest of the four.
    [[nodiscard]] const Bitset &least() const { return *m_sets[2]; }

    Sets &operator&=(const Sets &other)
    {
        join(other.m_sets, [](Bitset &mine, const Bitset &theirs) { mine &= theirs; });
        return *this;
    }

    Sets &operator|=(const Sets &other)
    {
        join(other.m_sets, [](Bitset &mine, const Bitset &theirs) { mine |= theirs; });
        return *this;
    }

    /// What surely holds of the other possibly does not hold any more, and the other way about.
    Sets &operator-=(const Sets &other)
    {
        const auto &[surely, possibly, surelyIfUnknown, possiblyIfUnknown] = other.m_sets;
        join({possibly, surely, possiblyIfUnknown, surelyIfUnknown},
             [](Bitset &mine, const Bitset &theirs) { mine -= theirs; });
        return *this;
    }

private:
    using Four = std::array<SharedSet, 4>;

    /// Joins each with each, but those that are the same only once.
    template <class Join>
    void join(const Four &theirs, const Join &join)
    {
        Four mine = std::exchange(m_sets, {});
        for (std::size_t i = 0; i < mine.size(); ++i) {
            if (m_sets[i]) {
                continue;
            }
            const SharedSet &other = theirs[i];
            SharedSet one = mine[i];
            std::array<bool, 4> isSame{};
            for (std::size_t j = i; j < mine.size(); ++j) {
                isSame[j] = mine[j] == one && theirs[j] == other;
            }
            for (std::size_t j = i; j < mine.size(); ++j) {
                if (isSame[j]) {
                    mine[j].reset();
                }
            }
            if (one.use_count() > 1) {
                one = std::make_shared<Bitset>(*one);
            }
            join(*one, *other);
            for (std::size_t j = i; j < mine.size(); ++j) {
                if (isSame[j]) {
                    m_sets[j] = one;
                }
            }
        }
    }

    Four m_sets; ///< surely, possibly; then both where missing is unknown
};

} // namespace winnow::index
