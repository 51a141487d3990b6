#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace winnow::publish {

struct ZipMember
{
    std::string name;
    std::string bytes;
    bool isCompressed = true; ///< false for what is compressed already, as pictures
};

/// A zip archive of the members in their order, all of one fixed date, so that the same members give the same
/// bytes.
[[nodiscard]] Result<std::string> zipped(const std::vector<ZipMember> &members);

} // namespace winnow::publish
