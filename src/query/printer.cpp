#include "query/printer.h"

namespace winnow::query {

namespace {

std::string print(const Node &node);

std::string grouped(const Node &node)
{
    const bool isSimple = node.kind == NodeKind::Term || node.kind == NodeKind::Fielded;
    return isSimple ? print(node) : "(" + print(node) + ")";
}

std::string joined(const Node &node, const std::string &separator)
{
    std::string text;
    for (const NodePtr &child : node.children) {
        text += (text.empty() ? "" : separator) + grouped(*child);
    }
    return text;
}

std::string printTerm(const Node &node)
{
    switch (node.form) {
    case TermForm::Loose:
        return "\"" + node.text + "\"";
    case TermForm::Exact:
        return "{" + node.text + "}";
    case TermForm::Word:
        break;
    }
    return node.text;
}

std::string printComparison(const Node &node)
{
    const char *comparison = node.comparison == Comparison::Less      ? " < "
                             : node.comparison == Comparison::Greater ? " > "
                                                                      : " = ";
    return std::string(node.code->code) + comparison + std::to_string(node.number);
}

std::string print(const Node &node)
{
    switch (node.kind) {
    case NodeKind::And:
        return joined(node, " AND ");
    case NodeKind::Or:
        return joined(node, " OR ");
    case NodeKind::AndNot:
        return joined(node, " AND NOT ");
    case NodeKind::Proximity:
        return joined(node, (node.isOrdered ? " PRE/" : " W/") + std::to_string(node.distance) + " ");
    case NodeKind::Fielded:
        return std::string(node.code->code) + "(" + print(*node.children.front()) + ")";
    case NodeKind::Term:
        return printTerm(node);
    case NodeKind::Compare:
        return printComparison(node);
    }
    return {};
}

} // namespace

std::string printNormalised(const Node &root)
{
    return print(root);
}

} // namespace winnow::query
