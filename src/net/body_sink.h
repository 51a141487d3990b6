#pragma once

#include <string_view>

namespace winnow::net {

/// Takes the body of a reply as it arrives, for what is too large to hold.
class BodySink
{
public:
    virtual ~BodySink() = default;

    /// Before each try and each redirect: what was taken before does not count.
    virtual void restart() = 0;

    /// Some more of the body of a reply of that status; false where no more is wanted, which ends the request
    /// with an error.
    [[nodiscard]] virtual bool take(int status, std::string_view bytes) = 0;
};

} // namespace winnow::net
