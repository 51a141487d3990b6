#include "query/dialects/support/ask.h"

#include <iterator>

namespace winnow::query {

namespace {

std::vector<Ask> flattened(AskKind kind, std::vector<Ask> parts)
{
    std::vector<Ask> flat;
    flat.reserve(parts.size());
    for (Ask &part : parts) {
        if (part.kind == kind) {
            std::ranges::move(part.children, std::back_inserter(flat));
        } else {
            flat.push_back(std::move(part));
        }
    }
    return flat;
}

Ask joined(AskKind kind, std::vector<Ask> parts)
{
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    Ask ask;
    ask.kind = kind;
    ask.children = std::move(parts);
    return ask;
}

bool isYears(const Ask &ask)
{
    return ask.kind == AskKind::Years;
}

} // namespace

bool isImpossible(const Ask &ask)
{
    return ask.kind == AskKind::Years && ask.years.isEmpty();
}

namespace {

/// Joins the ranges that overlap or follow one another; they stand in ascending order then.
std::vector<Ask> joinedYears(std::vector<Ask> ranges)
{
    std::ranges::stable_sort(ranges, {}, [](const Ask &ask) { return ask.years.from; });
    std::vector<Ask> joined;
    for (Ask &range : ranges) {
        if (!joined.empty() && range.years.from <= joined.back().years.to + 1) {
            joined.back().years.to = std::max(joined.back().years.to, range.years.to);
        } else {
            joined.push_back(std::move(range));
        }
    }
    return joined;
}

} // namespace

Ask andOf(std::vector<Ask> parts)
{
    std::vector<Ask> rest;
    Ask years;
    years.kind = AskKind::Years;
    bool hasYears = false;
    for (Ask &part : flattened(AskKind::And, std::move(parts))) {
        if (isYears(part)) {
            years.years.from = std::max(years.years.from, part.years.from);
            years.years.to = std::min(years.years.to, part.years.to);
            hasYears = true;
        } else {
            rest.push_back(std::move(part));
        }
    }
    if (years.years.isEmpty()) {
        return years;
    }
    if (hasYears) {
        rest.push_back(std::move(years));
    }
    return joined(AskKind::And, std::move(rest));
}

Ask orOf(std::vector<Ask> parts)
{
    std::vector<Ask> rest;
    std::vector<Ask> years;
    std::vector<std::pair<const TargetValues *, std::size_t>> valuesAt;
    if (std::ranges::all_of(parts, isImpossible)) {
        return std::move(parts.front());
    }
    std::erase_if(parts, isImpossible);
    for (Ask &part : flattened(AskKind::Or, std::move(parts))) {
        if (isYears(part)) {
            years.push_back(std::move(part));
            continue;
        }
        if (part.kind == AskKind::Values) {
            const auto known = std::ranges::find(
                valuesAt, part.valueField, &std::pair<const TargetValues *, std::size_t>::first);
            if (known != valuesAt.end()) {
                std::ranges::move(part.values, std::back_inserter(rest[known->second].values));
                continue;
            }
            valuesAt.emplace_back(part.valueField, rest.size());
        }
        rest.push_back(std::move(part));
    }
    std::ranges::move(joinedYears(std::move(years)), std::back_inserter(rest));
    return joined(AskKind::Or, std::move(rest));
}

} // namespace winnow::query
