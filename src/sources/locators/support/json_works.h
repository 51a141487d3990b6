#pragma once

#include "sources/locators/locator.h"
#include "sources/support/json_values.h"
#include "sources/support/refusal.h"

#include <span>
#include <string_view>
#include <vector>

namespace winnow::locators {

/// How a source lists works in JSON.
struct JsonWorks
{
    const sources::Label &label;
    std::span<const std::string_view> path; ///< to the list
    std::span<const sources::RefusalRule> refusals{};
    bool (*isOf)(const sources::Json &work, const Record &record); ///< whether a work is the record's
    void (*addCopies)(std::vector<Copy> &copies, const sources::Json &work);
};

/// Gives the copies of each work in a reply to those of `records` that it is. Fails where the source refused,
/// and where the reply has no list.
[[nodiscard]] Result<Copies>
readWorks(const JsonWorks &how, const net::Reply &reply, std::span<const Record> records);

} // namespace winnow::locators
