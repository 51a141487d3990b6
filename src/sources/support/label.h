#pragma once

#include "sources/source.h"

#include <string_view>

namespace winnow::sources {

/// The name of who answers, for the messages of the readers: that of a source, or any.
struct Label
{
    constexpr Label(const Source &source) // NOLINT(google-explicit-constructor): the common case
        : label(source.label)
    {}

    constexpr explicit Label(std::string_view name)
        : label(name)
    {}

    std::string_view label;
};

} // namespace winnow::sources
