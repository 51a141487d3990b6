#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"
#include "query/printer.h"

#include <algorithm>

namespace winnow::query {

extern const Dialect scopus;

namespace {

/// What the interface takes in one address is not documented; longer queries are reported to fail.
constexpr Capabilities kScopus{
    .name = "Scopus",
    .fields = {},
    .values = {},
    .stopWords = {},
    .maxAddressBytes = 8000,
};

/// Replaces the fields that the interface refuses to most keys, INDEXTERMS and REFEID, and those that are
/// Winnow's own.
class Rewriting
{
public:
    /// A node that can be sent, nullptr where it cannot. Where `isWider`, it may find more than before, else
    /// less.
    NodePtr rewritten(const NodePtr &node, bool isWider)
    {
        if (node->kind == NodeKind::Fielded && node->code->code == "INDEXTERMS") {
            return indexTerms(*node, isWider);
        }
        if (node->kind == NodeKind::Fielded && node->code->code == "REFEID") {
            tell(*node, "The interface of Scopus refuses REFEID; it is not asked.");
            return nullptr;
        }
        if (node->kind == NodeKind::Fielded && node->code->isOwn) {
            tell(*node, "Scopus does not know " + std::string(node->code->code) + "; it is not asked.");
            return nullptr;
        }
        std::vector<NodePtr> children;
        bool isSame = true;
        for (std::size_t i = 0; i < node->children.size(); ++i) {
            const bool isTakenAway = node->kind == NodeKind::AndNot && i > 0;
            NodePtr child = rewritten(node->children[i], isTakenAway ? !isWider : isWider);
            isSame = isSame && child == node->children[i];
            if (child == nullptr && !mayDrop(*node, i, isWider)) {
                return nullptr;
            }
            if (child != nullptr) {
                children.push_back(std::move(child));
            }
        }
        if (isSame) {
            return node;
        }
        return rebuilt(*node, std::move(children));
    }

    std::vector<Loss> losses;

private:
    static NodePtr rebuilt(const Node &node, std::vector<NodePtr> children)
    {
        if (children.empty()) {
            return nullptr;
        }
        if (children.size() == 1 && node.kind != NodeKind::Fielded) {
            return children.front();
        }
        auto changed = std::make_shared<Node>(node);
        changed->children = std::move(children);
        return changed;
    }

    /// Whether an operand can be left out for a result that is wider, or narrower, as asked.
    static bool mayDrop(const Node &node, std::size_t child, bool isWider)
    {
        switch (node.kind) {
        case NodeKind::And:
            return isWider;
        case NodeKind::Or:
            return !isWider;
        case NodeKind::AndNot:
            return isWider && child > 0;
        default:
            return false;
        }
    }

    NodePtr indexTerms(const Node &node, bool isWider)
    {
        if (!isWider) {
            tell(node, "The interface of Scopus refuses INDEXTERMS; Winnow leaves these out afterwards.");
            return nullptr;
        }
        tell(node, "The interface of Scopus refuses INDEXTERMS; KEY is asked, the keywords of authors too.");
        auto changed = std::make_shared<Node>(node);
        changed->code = findFieldCode("KEY");
        return changed;
    }

    void tell(const Node &node, std::string message)
    {
        losses.push_back({node.from, node.to, std::move(message)});
    }
};

/// The normalised form. The parser has made fields of LIMIT-TO and EXCLUDE, and keeps PUBYEAR out of other
/// fields, where the interface refuses it.
Translation translate(const Node &root)
{
    Rewriting rewriting;
    // A pointer that does not own: the root outlives the rewriting.
    const NodePtr shared(std::shared_ptr<const Node>(), &root);
    const NodePtr rewritten = rewriting.rewritten(shared, true);
    Translation translation{{}, std::move(rewriting.losses), rewritten != nullptr};
    if (rewritten == nullptr) {
        translation.losses.push_back(
            {root.from, root.to, "Scopus cannot be asked: nothing is left that it takes.", true, true});
        return translation;
    }
    translation.text = printNormalised(*rewritten);
    tellOfLength(translation, root, kScopus);
    return translation;
}

} // namespace

const Dialect scopus{"scopus", "Scopus", translate};

} // namespace winnow::query
