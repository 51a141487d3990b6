#include "extraction/value.h"

#include "extraction/scalars.h"

#include <algorithm>
#include <array>

namespace winnow::extraction {

namespace {

using enum ValueStatus;

struct StatusName
{
    std::string_view text;
    ValueStatus status;
};

/// The first of each is that of files.
constexpr std::array<StatusName, 17> kStatuses{{
    {"extracted", Extracted},
    {"not-reported", NotReported},
    {"not-applicable", NotApplicable},
    {"unclear", Unclear},
    {"author-contacted", AuthorContacted},
    {"not reported", NotReported},
    {"nr", NotReported},
    {"n.r.", NotReported},
    {"n/r", NotReported},
    {"not applicable", NotApplicable},
    {"na", NotApplicable},
    {"n.a.", NotApplicable},
    {"n/a", NotApplicable},
    {"author contacted", AuthorContacted},
    {"authors contacted", AuthorContacted},
    {"authors-contacted", AuthorContacted},
    {"not stated", NotReported},
}};

} // namespace

std::string_view toString(ValueStatus status)
{
    return std::ranges::find(kStatuses, status, &StatusName::status)->text;
}

std::optional<ValueStatus> valueStatusFromString(std::string_view name)
{
    constexpr std::size_t kLongest = 40;
    if (name.size() > kLongest) {
        return std::nullopt;
    }
    const auto *const found = std::ranges::find(kStatuses, plainForm(name), &StatusName::text);
    return found == kStatuses.end() ? std::nullopt : std::optional(found->status);
}

std::vector<std::string> entriesOf(const Value &value)
{
    std::vector<std::string> entries;
    for (const Part &part : value.parts) {
        if (part.name == "value") {
            entries.push_back(part.text);
        }
    }
    return entries;
}

} // namespace winnow::extraction
