#include "query/checks/checks.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

namespace winnow::query {

namespace {

/// Fields that narrow a search and describe no topic.
constexpr std::array<std::string_view, 14> kFilters{"PUBYEAR",
                                                    "LANGUAGE",
                                                    "DOCTYPE",
                                                    "SRCTYPE",
                                                    "SUBJAREA",
                                                    "SRCTITLE",
                                                    "EXACTSRCTITLE",
                                                    "OA",
                                                    "OPENACCESS",
                                                    "ACCESSTYPE",
                                                    "PUBSTAGE",
                                                    "AFFILCOUNTRY",
                                                    "LOAD-DATE",
                                                    "ORIG-LOAD-DATE"};

bool isFilter(const Node &node)
{
    return node.code != nullptr && (node.kind == NodeKind::Fielded || node.kind == NodeKind::Compare) &&
           (std::ranges::find(kFilters, node.code->code) != kFilters.end() ||
            node.refinement != Refinement::None);
}

/// Whether all that a node asks for are filters, for every node.
std::unordered_map<const Node *, bool> filterNodes(const CheckedQuery &query)
{
    std::unordered_map<const Node *, bool> areFilters;
    for (auto place = query.places().rbegin(); place != query.places().rend(); ++place) {
        const Node &node = *place->node;
        const bool isGroup = node.kind != NodeKind::Fielded && !node.children.empty();
        areFilters[&node] =
            isFilter(node) || (isGroup && std::ranges::all_of(node.children, [&](const NodePtr &child) {
                                   return areFilters[child.get()];
                               }));
    }
    return areFilters;
}

/// The years that an AND leaves, both included.
struct Years
{
    int first = std::numeric_limits<int>::min();
    int last = std::numeric_limits<int>::max();
    const Node *lower = nullptr; ///< what sets the bound
    const Node *upper = nullptr;
};

void narrow(Years &years, const Node &node)
{
    const int first = node.comparison == Comparison::Less      ? std::numeric_limits<int>::min()
                      : node.comparison == Comparison::Greater ? node.number + 1
                                                               : node.number;
    const int last = node.comparison == Comparison::Greater ? std::numeric_limits<int>::max()
                     : node.comparison == Comparison::Less  ? node.number - 1
                                                            : node.number;
    if (first > years.first) {
        years.first = first;
        years.lower = &node;
    }
    if (last < years.last) {
        years.last = last;
        years.upper = &node;
    }
}

void narrowByAll(Years &years, const Node &conjunction, const FieldCode *field)
{
    for (const NodePtr &child : conjunction.children) {
        if (child->kind == NodeKind::Compare && child->code == field) {
            narrow(years, *child);
        } else if (child->kind == NodeKind::And) {
            narrowByAll(years, *child, field);
        }
    }
}

std::optional<Edit> numberEdit(const CheckedQuery &query, const Node &node, int number)
{
    const std::string old = std::to_string(node.number);
    const std::size_t at = query.text().substr(0, node.to).rfind(old);
    return at == std::string_view::npos || at < node.from
               ? std::nullopt
               : std::optional(Edit{at, at + old.size(), std::to_string(number)});
}

/// PUBYEAR > 2020 AND PUBYEAR < 2021, or both 2020: whoever writes so means the years themselves too.
std::optional<Fix> inclusive(const CheckedQuery &query, const Years &years)
{
    const Node &lower = *years.lower;
    const Node &upper = *years.upper;
    const bool isPlain = lower.comparison == Comparison::Greater && upper.comparison == Comparison::Less &&
                         lower.number <= upper.number && lower.refinement == Refinement::None;
    if (!isPlain) {
        return std::nullopt;
    }
    auto first = numberEdit(query, lower, lower.number - 1);
    auto second = numberEdit(query, upper, upper.number + 1);
    if (!first || !second) {
        return std::nullopt;
    }
    Fix fix{"Include these years", {*std::move(first), *std::move(second)}};
    std::ranges::sort(fix.edits, {}, &Edit::from);
    return fix;
}

} // namespace

/// W15
void checkFiltersInBranches(const CheckedQuery &query, Findings &findings)
{
    auto areFilters = filterNodes(query);
    std::unordered_map<const Node *, bool> isInBranch;
    for (const Place &place : query.places()) {
        if (place.parent == nullptr) {
            continue;
        }
        const Node &parent = *place.parent;
        const Node &node = *place.node;
        const bool isExcludedGroup = parent.kind == NodeKind::AndNot && node.kind == NodeKind::And &&
                                     &node != parent.children.front().get() && query.isEnclosed(node);
        const bool isBranch = (parent.kind == NodeKind::Or || isExcludedGroup) && !areFilters[&parent];
        isInBranch[&node] = isBranch || isInBranch[&parent];
        if (areFilters[&node] && !areFilters[&parent] && parent.kind != NodeKind::Fielded &&
            isInBranch[&node]) {
            findings.warn(
                "W15",
                query.extentOf(node),
                "This filter limits only the branch in which it stands; put it behind the whole query, "
                "with AND, where it should limit all.");
        }
    }
}

/// W17: one notice for all of them.
void checkFiltersToJustify(const CheckedQuery &query, Findings &findings)
{
    std::vector<std::string_view> codes;
    const Node *first = nullptr;
    for (const Place &place : query.places()) {
        if (!isFilter(*place.node)) {
            continue;
        }
        first = first == nullptr || place.node->from < first->from ? place.node : first;
        if (std::ranges::find(codes, place.node->code->code) == codes.end()) {
            codes.push_back(place.node->code->code);
        }
    }
    if (first == nullptr) {
        return;
    }
    std::string names;
    for (const std::string_view code : codes) {
        names += (names.empty() ? "" : ", ") + std::string(code);
    }
    findings.inform("W17",
                    {first->from, first->to},
                    "PRESS asks for a reason for each filter (" + names + "); write it into the report.");
}

/// E13: years that exclude one another.
void checkYears(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::And || (place.parent != nullptr && place.parent->kind == NodeKind::And)) {
            continue;
        }
        for (const char *code : {"PUBYEAR", "REFPUBYEAR"}) {
            Years years;
            narrowByAll(years, node, findFieldCode(code));
            if (years.lower == nullptr || years.upper == nullptr || years.first <= years.last) {
                continue;
            }
            const Node &later = years.lower->from > years.upper->from ? *years.lower : *years.upper;
            findings.refuse("E13",
                            {later.from, later.to},
                            "No year is both; < and > leave out the year that they name.",
                            inclusive(query, years));
        }
    }
}

} // namespace winnow::query
