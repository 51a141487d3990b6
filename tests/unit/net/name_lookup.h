#pragma once

namespace winnow::net {

/// While it lives, looking up "slow.invalid" does not come to an end (for half a minute at most).
class SlowLookup
{
public:
    SlowLookup();
    ~SlowLookup();
    SlowLookup(const SlowLookup &) = delete;
    SlowLookup &operator=(const SlowLookup &) = delete;
    SlowLookup(SlowLookup &&) = delete;
    SlowLookup &operator=(SlowLookup &&) = delete;

    /// Whether somebody waits for it now.
    [[nodiscard]] static bool isUnderWay();
};

} // namespace winnow::net
