#include "query/checks/checks.h"
#include "query/operators.h"

#include <algorithm>
#include <unordered_map>

namespace winnow::query {

namespace {

bool isOperator(const Token &token)
{
    return isWord(token, "AND") || isWord(token, "OR") || isWord(token, "NOT");
}

std::string upper(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    });
    return result;
}

/// An operand as it is written, in parentheses where it would else fall apart at another place.
std::string movable(const CheckedQuery &query, const Node &node)
{
    const Extent extent = query.extentOf(node);
    const std::string text(query.textOf(extent));
    const bool isWhole = node.kind == NodeKind::Term || node.kind == NodeKind::Fielded ||
                         node.kind == NodeKind::Compare || query.isEnclosed(node);
    return isWhole ? text : "(" + text + ")";
}

/// An AND NOT and what follows it, in the order in which it should be written.
struct Reordered
{
    std::vector<std::string> wanted;   ///< behind the first operand, which stays
    std::vector<std::string> unwanted; ///< without the AND NOT
    Extent misplaced;                  ///< what stands behind an AND NOT but should stand before it
};

std::string written(const Reordered &parts)
{
    std::string text;
    for (const std::string &part : parts.wanted) {
        text += " AND " + part;
    }
    for (const std::string &part : parts.unwanted) {
        text += " AND NOT " + part;
    }
    return text;
}

/// Operands of an AND that AND NOT takes away as a whole: those that no written AND divides belong together.
void divideExcluded(const CheckedQuery &query, const Node &conjunction, Reordered &parts)
{
    const auto &children = conjunction.children;
    std::size_t end = 1;
    const auto hasAnd = [&](const Node &operand) {
        const std::size_t first = query.tokenAt(query.extentOf(operand).from);
        return first > 0 && isWord(query.tokens()[first - 1], "AND");
    };
    while (end < children.size() && !hasAnd(*children[end])) {
        ++end;
    }
    if (end == 1) {
        parts.unwanted.push_back(movable(query, *children.front()));
    } else {
        const Extent together{query.extentOf(*children.front()).from, query.extentOf(*children[end - 1]).to};
        parts.unwanted.push_back("(" + std::string(query.textOf(together)) + ")");
    }
    for (std::size_t i = end; i < children.size(); ++i) {
        const Extent extent = query.extentOf(*children[i]);
        if (parts.misplaced.to == 0) {
            parts.misplaced = extent;
        }
        parts.misplaced.to = extent.to;
        parts.wanted.push_back(movable(query, *children[i]));
    }
}

/// Classic: what follows an AND NOT is taken away with it.
Reordered reorderedClassic(const CheckedQuery &query, const Node &node)
{
    Reordered parts;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Node &child = *node.children[i];
        const std::size_t first =
            child.kind == NodeKind::And ? query.tokenAt(query.extentOf(*child.children.front()).from) : 0;
        const bool isOpen =
            first > 0 && isWord(query.tokens()[first - 1], "NOT") && CheckedQuery::isInOrder(child);
        if (isOpen) {
            divideExcluded(query, child, parts);
        } else {
            parts.unwanted.push_back(movable(query, child));
        }
    }
    return parts;
}

/// Standard: what follows an AND NOT is not taken away, but Scopus would do so.
Reordered reorderedStandard(const CheckedQuery &query, const Node &node)
{
    Reordered parts;
    const Node &wanted = *node.children.front();
    const std::size_t firstUnwanted = node.children[1]->from;
    if (wanted.kind != NodeKind::And || wanted.children.front()->from > firstUnwanted) {
        return parts;
    }
    for (std::size_t i = 1; i < wanted.children.size(); ++i) {
        const Node &child = *wanted.children[i];
        if (child.from > firstUnwanted) {
            const Extent extent = query.extentOf(child);
            parts.misplaced = {parts.misplaced.to == 0 ? extent.from : parts.misplaced.from, extent.to};
        }
        parts.wanted.push_back(movable(query, child));
    }
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        parts.unwanted.push_back(movable(query, *node.children[i]));
    }
    return parts;
}

bool isGroup(const CheckedQuery &query, std::size_t open)
{
    const Token &token = query.tokens()[open];
    if (token.kind != TokenKind::Open || !query.partner(open) || query.opensField(open)) {
        return false;
    }
    const bool isPartOfValue =
        open > 0 && token.isGlued && query.tokens()[open - 1].kind == TokenKind::Word &&
        !isOperator(query.tokens()[open - 1]) && !proximityFrom(query.tokens()[open - 1]);
    return !isPartOfValue;
}

/// Whether parentheses could be left out without a change.
bool isSpare(const CheckedQuery &query, std::size_t open)
{
    const auto &tokens = query.tokens();
    const std::size_t close = *query.partner(open);
    const std::string_view first = tokens[open + 1].text;
    if (first.ends_with(':') || tokens[open + 1].kind == TokenKind::Comma) {
        return false; // as the first word of a query it would be taken for a label
    }
    const bool isOneToken = close == open + 2 && first.find('(') == std::string_view::npos;
    const bool isOneGroup = isGroup(query, open + 1) && query.partner(open + 1) == close - 1;
    const bool isOneField = query.opensField(open + 2) && query.partner(open + 2) == close - 1;
    const bool fillsField = open > 0 && query.opensField(open - 1) && query.partner(open - 1) == close + 1;
    const bool isAll = open == 0 && close + 2 == tokens.size();
    return isOneToken || isOneGroup || isOneField || fillsField || (isAll && close > open + 2);
}

/// What takes the place of a parenthesis: a space where words would run together.
Edit removalOf(const CheckedQuery &query, std::size_t at)
{
    const Token &token = query.tokens()[at];
    const auto touches = [](char c) {
        return std::string_view(" \t\r\n()").find(c) == std::string_view::npos;
    };
    const bool isBetween = token.from > 0 && token.to < query.text().size() &&
                           touches(query.text()[token.from - 1]) && touches(query.text()[token.to]);
    return {token.from, token.to, isBetween ? " " : ""};
}

/// The token behind a refinement that begins at `at`, else `at`.
std::size_t behindRefinement(const CheckedQuery &query, std::size_t at)
{
    const auto &tokens = query.tokens();
    const bool isRefinement = (isWord(tokens[at], "LIMIT-TO") || isWord(tokens[at], "EXCLUDE")) &&
                              tokens[at + 1].kind == TokenKind::Open;
    const auto close = isRefinement ? query.partner(at + 1) : std::nullopt;
    return close ? *close : at;
}

/// Whether an operator stands between two bare words that belong to no other operator.
bool joinsTwoWords(const CheckedQuery &query, std::size_t at)
{
    const auto &tokens = query.tokens();
    const auto isBare = [&](const Token &token) {
        return token.kind == TokenKind::Word && !isOperator(token) && !proximityFrom(token);
    };
    const auto compares = [](const Token &token) {
        return token.kind == TokenKind::Comparator || comparisonFrom(token).has_value();
    };
    return at > 0 && isBare(tokens[at - 1]) && isBare(tokens[at + 1]) && !query.opensField(at + 2) &&
           !compares(tokens[at + 2]) && !(at > 1 && compares(tokens[at - 2]));
}

} // namespace

/// W02
void checkAndNotLast(const CheckedQuery &query, Findings &findings)
{
    const bool isClassic = query.precedence() == Precedence::Classic;
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::AndNot || (isClassic && !CheckedQuery::isInOrder(node))) {
            continue;
        }
        const Reordered parts = isClassic ? reorderedClassic(query, node) : reorderedStandard(query, node);
        if (parts.misplaced.to == 0) {
            continue;
        }
        const Node &head = isClassic || node.children.front()->kind != NodeKind::And
                               ? *node.children.front()
                               : *node.children.front()->children.front();
        const std::size_t from = query.extentOf(head).to;
        const std::size_t to = std::max(query.extentOf(*node.children.back()).to, parts.misplaced.to);
        findings.warn("W02",
                      parts.misplaced,
                      isClassic ? "AND NOT takes away what follows it as well, this too; put AND NOT last."
                                : "Scopus takes away all that follows AND NOT, this too; put AND NOT last.",
                      Fix{"Put AND NOT last", {{from, to, written(parts)}}});
    }
}

/// W12: one problem for all of them, since the web pages of Scopus write many.
void checkParentheses(const CheckedQuery &query, Findings &findings)
{
    std::vector<std::size_t> spare;
    const auto &tokens = query.tokens();
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        if (isGroup(query, i) && isSpare(query, i)) {
            spare.push_back(i);
        }
    }
    if (spare.empty()) {
        return;
    }
    Fix fix{spare.size() == 1 ? "Remove them" : "Remove them all", {}};
    for (const std::size_t open : spare) {
        fix.edits.push_back(removalOf(query, open));
        fix.edits.push_back(removalOf(query, *query.partner(open)));
    }
    std::ranges::sort(fix.edits, {}, &Edit::from);
    const std::size_t pairs = spare.size();
    findings.inform("W12",
                    {tokens[spare.front()].from, tokens[*query.partner(spare.front())].to},
                    pairs == 1 ? "These parentheses change nothing."
                               : "These parentheses change nothing, like " + std::to_string(pairs - 1) +
                                     " more pairs of the query.",
                    std::move(fix));
}

/// W13: lower-case operators; one problem for all, but for those that look like words of a phrase.
void checkLowerCaseOperators(const CheckedQuery &query, Findings &findings)
{
    const auto &tokens = query.tokens();
    std::vector<std::size_t> lower;
    bool hasUpper = false;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        i = behindRefinement(query, i);
        if (!isOperator(tokens[i])) {
            continue;
        }
        if (tokens[i].text == upper(tokens[i].text)) {
            hasUpper = true;
        } else {
            lower.push_back(i);
        }
    }
    Fix fix{"Write capitals", {}};
    for (const std::size_t at : lower) {
        const Token &token = tokens[at];
        if (hasUpper && joinsTwoWords(query, at)) {
            const Extent phrase{tokens[at - 1].from, tokens[at + 1].to};
            findings.warn(
                "W13",
                {token.from, token.to},
                "\"" + std::string(token.text) +
                    "\" is read as the operator; in quotation marks it is a "
                    "word of the phrase.",
                Fix{"Make it a phrase", {{phrase.from, phrase.from, "\""}, {phrase.to, phrase.to, "\""}}});
        } else {
            fix.edits.push_back({token.from, token.to, upper(token.text)});
        }
    }
    if (!fix.edits.empty()) {
        const Edit &first = fix.edits.front();
        findings.warn("W13",
                      {first.from, first.to},
                      "Operators are read in small letters too; capitals tell them from words.",
                      std::move(fix));
    }
}

/// W14: what has no field is looked for everywhere, in the references too.
void checkMissingFields(const CheckedQuery &query, Findings &findings)
{
    const auto &places = query.places();
    std::unordered_map<const Node *, bool> hasField;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        const Node &node = *place->node;
        hasField[&node] =
            node.kind == NodeKind::Fielded || node.kind == NodeKind::Compare ||
            std::ranges::any_of(node.children, [&](const NodePtr &child) { return hasField[child.get()]; });
    }
    if (!hasField[&query.root()]) {
        const std::string_view text = query.text();
        const std::size_t from = query.tokens().front().from;
        const std::size_t to = query.tokens()[query.tokens().size() - 2].to;
        std::optional<Fix> fix;
        if (!text.substr(from).starts_with('#')) {
            fix =
                Fix{"Search titles, abstracts and keywords", {{from, from, "TITLE-ABS-KEY("}, {to, to, ")"}}};
        }
        findings.warn(
            "W14",
            {from, to},
            "Without a field everything is searched, the lists of references too; write TITLE-ABS-KEY(...).",
            std::move(fix));
        return;
    }
    for (const Place &place : places) {
        const Node &node = *place.node;
        if (place.field != nullptr || node.kind == NodeKind::Fielded || !hasField[&node]) {
            continue;
        }
        const FieldCode *shared = nullptr;
        bool isShared = true;
        std::vector<const Node *> bare;
        for (const NodePtr &child : node.children) {
            if (!hasField[child.get()]) {
                bare.push_back(child.get());
            } else if (child->kind == NodeKind::Fielded && child->code->syntax == FieldSyntax::Words) {
                isShared = isShared && (shared == nullptr || shared == child->code);
                shared = child->code;
            }
        }
        if (bare.empty()) {
            continue;
        }
        std::optional<Fix> fix;
        if (isShared && shared != nullptr && CheckedQuery::isInOrder(node)) {
            const std::string code(shared->code);
            fix = Fix{"Write " + code, {}};
            for (const Node *child : bare) {
                const Extent extent = query.extentOf(*child);
                const bool isEnclosed = query.isEnclosed(*child);
                fix->edits.push_back(openedAt(query.text(), extent.from, isEnclosed ? code : code + "("));
                if (!isEnclosed) {
                    fix->edits.push_back({extent.to, extent.to, ")"});
                }
            }
        }
        const Extent where = query.extentOf(*bare.front());
        findings.warn("W14",
                      where,
                      "This has no field, so it is searched everywhere, in the lists of references too.",
                      std::move(fix));
    }
}

/// W23
void checkDistances(const CheckedQuery &query, Findings &findings)
{
    constexpr int kParagraph = 50;
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind == NodeKind::Proximity && node.distance > kParagraph) {
            findings.warn(
                "W23",
                {node.from, node.to},
                "So wide a distance is hardly more than AND; 3 to 5 is a phrase, 15 a sentence, 50 a "
                "paragraph.");
        }
    }
}

} // namespace winnow::query
