#include "query/same_tree.h"

#include <algorithm>

namespace winnow::query {

bool sameTree(const Node &left, const Node &right)
{
    const bool isSame = left.kind == right.kind && left.distance == right.distance &&
                        left.isOrdered == right.isOrdered && left.code == right.code &&
                        left.form == right.form && left.text == right.text && left.words == right.words &&
                        left.gaps == right.gaps && left.comparison == right.comparison &&
                        left.number == right.number;
    return isSame &&
           std::ranges::equal(left.children, right.children, [](const NodePtr &a, const NodePtr &b) {
               return a == b || sameTree(*a, *b);
           });
}

} // namespace winnow::query
