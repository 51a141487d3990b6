#pragma once

#include "query/checks/checked_query.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace winnow::query {

/// What the ORs of a query ask for, each OR with those that stand in it, field by field; to know whether a
/// word that a fix would add is found already.
class OrGroups
{
public:
    explicit OrGroups(const CheckedQuery &query);

    /// Whether beside a term one stands that finds these words too.
    [[nodiscard]] bool hasBeside(const Place &place, std::string_view text) const;

    /// Whether beside a term a wildcard stands behind a part of these letters.
    [[nodiscard]] bool hasStemBeside(const Place &place, std::string_view letters) const;

private:
    struct Asked
    {
        std::unordered_set<std::string> words; ///< with their variants
        std::unordered_set<std::string> phrases;
        std::unordered_set<std::string> stems; ///< before a *
    };

    [[nodiscard]] const Asked *askedBeside(const Place &place) const;
    [[nodiscard]] static bool hasStem(const Asked &asked, std::string_view letters);

    std::unordered_map<const Node *, const Node *> m_groups; ///< of each node below an OR, its outermost OR
    std::map<std::pair<const Node *, const FieldCode *>, Asked> m_asked;
};

} // namespace winnow::query
