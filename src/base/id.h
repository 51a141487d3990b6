#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace winnow {

/// A number that names one thing of one kind; ids of different kinds do not mix. 0 is never given out.
template <class Tag>
struct Id
{
    std::int64_t value = 0;

    auto operator<=>(const Id &) const = default; // NOLINT(modernize-use-nullptr): of clang-tidy 14, at <=>
};

} // namespace winnow

template <class Tag>
struct std::hash<winnow::Id<Tag>>
{
    std::size_t operator()(const winnow::Id<Tag> &id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
