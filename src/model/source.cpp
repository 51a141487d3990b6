#include "model/source.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow {

namespace {

constexpr std::array<std::pair<SourceKind, std::string_view>, 6> kKinds{{
    {SourceKind::Database, "database"},
    {SourceKind::Register, "register"},
    {SourceKind::Website, "website"},
    {SourceKind::Organisation, "organisation"},
    {SourceKind::Citation, "citation"},
    {SourceKind::Other, "other"},
}};

} // namespace

std::string_view toString(SourceKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind)).second;
}

std::optional<SourceKind> sourceKindFromString(std::string_view name)
{
    const auto *found = std::ranges::find(kKinds, name, [](const auto &entry) { return entry.second; });
    return found == kKinds.end() ? std::nullopt : std::optional(found->first);
}

bool isDatabaseOrRegister(SourceKind kind)
{
    return kind == SourceKind::Database || kind == SourceKind::Register;
}

} // namespace winnow
