#include "query/printed_parts.h"
#include "query/printer.h"

#include <algorithm>
#include <unordered_map>

namespace winnow::query {

namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kStep = 4;
constexpr std::size_t kDeepest = 40; ///< columns; what is nested deeper is not indented more

class Pretty
{
public:
    std::string run(const Node &root)
    {
        // What AND joins at the top stands on several lines even where one would do.
        const bool isChain = root.kind == NodeKind::And || root.kind == NodeKind::AndNot;
        if (isChain) {
            writeChain(root, 0);
        } else {
            write(root, 0);
        }
        return std::move(m_out);
    }

private:
    /// Bytes of the form on one line.
    std::size_t lengthOf(const Node &node)
    {
        if (const auto known = m_lengths.find(&node); known != m_lengths.end()) {
            return known->second;
        }
        std::size_t length = 0;
        if (node.children.empty()) {
            std::string text;
            appendNormalised(text, node);
            length = text.size();
        } else if (node.kind == NodeKind::Fielded) {
            length = node.code->code.size() + 2 + lengthOf(*node.children.front());
        } else {
            length = joinerOf(node).size() * (node.children.size() - 1);
            for (const NodePtr &child : node.children) {
                length += operandLength(*child);
            }
        }
        m_lengths.emplace(&node, length);
        return length;
    }

    std::size_t operandLength(const Node &node) { return lengthOf(node) + (isSimpleOperand(node) ? 0 : 2); }

    [[nodiscard]] std::size_t column() const { return m_out.size() - m_lineBegin; }

    [[nodiscard]] bool hasRoom(std::size_t length) const { return column() + length <= kColumns; }

    void newLine(std::size_t indent)
    {
        m_out += '\n';
        m_lineBegin = m_out.size();
        m_out.append(std::min(indent, kDeepest), ' ');
    }

    /// On one line.
    void writeFlat(const Node &node)
    {
        const bool isFirst = m_out.find_first_not_of(' ', m_lineBegin) == std::string::npos;
        const Node &first = isSimpleOperand(node) || node.children.empty() ? node : *node.children.front();
        const std::size_t begin = m_out.size();
        appendNormalised(m_out, node);
        if (isFirst && needsShelter(first)) {
            std::string term;
            appendTerm(term, first);
            m_out.replace(begin, term.size(), "(" + term + ")");
        }
    }

    void write(const Node &node, std::size_t indent)
    {
        const bool isIdentifier = node.kind == NodeKind::Fielded && node.code->syntax == FieldSyntax::Ids;
        if (node.children.empty() || isIdentifier || hasRoom(lengthOf(node))) {
            return writeFlat(node);
        }
        switch (node.kind) {
        case NodeKind::Fielded:
            m_out.append(node.code->code);
            return writeEnclosed(*node.children.front(), indent);
        case NodeKind::Or:
            return writeFilled(node, indent);
        default:
            return writeChain(node, indent);
        }
    }

    void writeEnclosed(const Node &node, std::size_t indent)
    {
        m_out += '(';
        newLine(indent + kStep);
        write(node, indent + kStep);
        newLine(indent);
        m_out += ')';
    }

    void writeOperand(const Node &node, std::size_t indent)
    {
        if (isSimpleOperand(node)) {
            return write(node, indent);
        }
        if (hasRoom(operandLength(node))) {
            return appendOperand(m_out, node);
        }
        writeEnclosed(node, indent);
    }

    /// Each operand and each operator on lines of their own.
    void writeChain(const Node &node, std::size_t indent)
    {
        const std::string joiner = joinerOf(node);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0) {
                newLine(indent);
                m_out.append(joiner, 1, joiner.size() - 2);
                newLine(indent);
            }
            writeOperand(*node.children[i], indent);
        }
    }

    /// As many operands on a line as it takes.
    void writeFilled(const Node &node, std::size_t indent)
    {
        bool isBehindLong = false;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Node &child = *node.children[i];
            const std::size_t length = operandLength(child);
            const bool isLong = std::min(indent, kDeepest) + 3 + length > kColumns;
            if (i > 0) {
                if (isLong || isBehindLong || !hasRoom(4 + length)) {
                    newLine(indent);
                    m_out += "OR ";
                } else {
                    m_out += " OR ";
                }
            }
            writeOperand(child, indent);
            isBehindLong = isLong;
        }
    }

    std::string m_out;
    std::size_t m_lineBegin = 0;
    std::unordered_map<const Node *, std::size_t> m_lengths;
};

} // namespace

std::string printPretty(const Node &root)
{
    return Pretty().run(root);
}

} // namespace winnow::query
