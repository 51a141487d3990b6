#include "query/printer.h"

#include "query/printed_parts.h"

namespace winnow::query {

void appendTerm(std::string &out, const Node &term)
{
    switch (term.form) {
    case TermForm::Loose:
        out.append("\"").append(term.text) += '"';
        return;
    case TermForm::Exact:
        out.append("{").append(term.text) += '}';
        return;
    case TermForm::Word:
        out += term.text;
        return;
    }
}

void appendComparison(std::string &out, const Node &node)
{
    const char *comparison = node.comparison == Comparison::Less      ? " < "
                             : node.comparison == Comparison::Greater ? " > "
                                                                      : " = ";
    out.append(node.code->code).append(comparison) += std::to_string(node.number);
}

std::string joinerOf(const Node &node)
{
    switch (node.kind) {
    case NodeKind::And:
        return " AND ";
    case NodeKind::AndNot:
        return " AND NOT ";
    case NodeKind::Proximity:
        return (node.isOrdered ? " PRE/" : " W/") + std::to_string(node.distance) + " ";
    default:
        return " OR ";
    }
}

bool isSimpleOperand(const Node &node)
{
    return node.kind == NodeKind::Term || node.kind == NodeKind::Fielded;
}

bool needsShelter(const Node &node)
{
    if (node.kind != NodeKind::Term || node.form == TermForm::Exact) {
        return false;
    }
    if (node.form == TermForm::Loose) {
        return node.text.find('(') != std::string::npos;
    }
    return node.text.ends_with(':') || node.text.starts_with("--") || node.text.starts_with("//");
}

void appendOperand(std::string &out, const Node &node)
{
    if (isSimpleOperand(node)) {
        return appendNormalised(out, node);
    }
    out += '(';
    appendNormalised(out, node);
    out += ')';
}

void appendNormalised(std::string &out, const Node &node)
{
    switch (node.kind) {
    case NodeKind::Term:
        return appendTerm(out, node);
    case NodeKind::Compare:
        return appendComparison(out, node);
    case NodeKind::Fielded:
        out.append(node.code->code) += '(';
        appendNormalised(out, *node.children.front());
        out += ')';
        return;
    default:
        break;
    }
    const std::string joiner = joinerOf(node);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        out += i == 0 ? std::string() : joiner;
        appendOperand(out, *node.children[i]);
    }
}

std::string printNormalised(const Node &root)
{
    std::string out;
    const Node &first = isSimpleOperand(root) || root.children.empty() ? root : *root.children.front();
    appendNormalised(out, root);
    if (needsShelter(first)) {
        std::string term;
        appendTerm(term, first);
        out = "(" + term + ")" + out.substr(term.size());
    }
    return out;
}

std::string printAs(PrintForm form, const Node &root, std::string_view text)
{
    switch (form) {
    case PrintForm::Normalised:
        return printNormalised(root);
    case PrintForm::Pretty:
        return printPretty(root);
    case PrintForm::AsWritten:
        break;
    }
    return std::string(text);
}

} // namespace winnow::query
