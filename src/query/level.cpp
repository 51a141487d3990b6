#include "query/level.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace winnow::query {

namespace {

using Operator = Level::Operator;

struct OperatorSet
{
    std::array<bool, 4> has{};

    [[nodiscard]] bool contains(Operator op) const { return has.at(static_cast<std::size_t>(op)); }
};

constexpr OperatorSet setOf(std::initializer_list<Operator> operators)
{
    OperatorSet set;
    for (const Operator op : operators) {
        set.has.at(static_cast<std::size_t>(op)) = true;
    }
    return set;
}

/// Loosest first.
constexpr std::array kClassic{
    setOf({Operator::AndNot}), setOf({Operator::And}), setOf({Operator::Near}), setOf({Operator::Or})};
constexpr std::array kStandard{
    setOf({Operator::Or}), setOf({Operator::And, Operator::AndNot}), setOf({Operator::Near})};

std::span<const OperatorSet> strengths(Precedence precedence)
{
    return precedence == Precedence::Classic ? std::span<const OperatorSet>(kClassic) : kStandard;
}

/// Which operands one reading puts together.
class Reading
{
public:
    Reading(std::string_view query, const Level &level, Precedence precedence)
        : m_query(query)
        , m_level(level)
    {
        group(0, level.operands.size(), strengths(precedence));
        // Where one operand touches the next, the parenthesis of the first closes before the other's opens.
        std::ranges::stable_sort(
            edits, {}, [](const Edit &edit) { return std::pair(edit.from, edit.text == "("); });
    }

    /// The parentheses that write it down.
    std::vector<Edit> edits;

    /// The level as written but with these parentheses; long operands are cut.
    [[nodiscard]] std::string text() const
    {
        constexpr std::size_t kMostOperands = 8;
        std::string result;
        auto edit = edits.begin();
        for (std::size_t i = 0; i < m_level.operands.size(); ++i) {
            if (i == kMostOperands) {
                return result + " \u2026";
            }
            const Level::Operand &operand = m_level.operands[i];
            result += i == 0 ? "" : nameOf(m_level.operators[i - 1]);
            for (; edit != edits.end() && edit->from <= operand.from; ++edit) {
                result += edit->text;
            }
            result += shortened(m_query.substr(operand.from, operand.to - operand.from));
            for (; edit != edits.end() && edit->from <= operand.to; ++edit) {
                result += edit->text;
            }
        }
        return result;
    }

private:
    static std::string_view nameOf(Operator op)
    {
        constexpr std::array<std::string_view, 4> kNames{" OR ", " W/n ", " AND ", " AND NOT "};
        return kNames.at(static_cast<std::size_t>(op));
    }

    static std::string shortened(std::string_view operand)
    {
        constexpr std::size_t kMost = 32;
        std::string text;
        for (const char c : operand) {
            const bool isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!isSpace) {
                text += c;
            } else if (!text.empty() && text.back() != ' ') {
                text += ' ';
            }
            if (text.size() > kMost) {
                break; // an operand can be most of the query
            }
        }
        if (text.size() <= kMost) {
            return text;
        }
        std::size_t end = kMost;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        return text.substr(0, end) + "\u2026" + (operand.back() == ')' ? ")" : "");
    }

    void parenthesise(std::size_t from, std::size_t to)
    {
        edits.push_back(openedAt(m_query, m_level.operands[from].from));
        edits.push_back({m_level.operands[to - 1].to, m_level.operands[to - 1].to, ")"});
    }

    /// Puts parentheses into operands [from, to), which the operators of `loosest` divide first.
    void group(std::size_t from, std::size_t to, std::span<const OperatorSet> loosest)
    {
        if (loosest.empty() || to - from < 2) {
            return;
        }
        const OperatorSet &dividers = loosest.front();
        const auto divides = [&](std::size_t i) { return dividers.contains(m_level.operators[i]); };
        std::size_t partFrom = from;
        for (std::size_t i = from; i < to; ++i) {
            if (i + 1 < to && !divides(i)) {
                continue;
            }
            group(partFrom, i + 1, loosest.subspan(1));
            const bool isWhole = partFrom == from && i + 1 == to;
            // What AND NOT takes away from an AND reads the same with and without parentheses.
            const bool isPlain = partFrom == from && isAndOfOperands(partFrom, i + 1) && i + 1 < to &&
                                 m_level.operators[i] == Operator::AndNot;
            if (!isWhole && !isPlain && i > partFrom) {
                parenthesise(partFrom, i + 1);
            }
            // From left to right: what stands before an AND behind an AND NOT is one part of it.
            if (i + 1 < to && i > from && m_level.operators[i] == Operator::And &&
                m_level.operators[i - 1] == Operator::AndNot) {
                parenthesise(from, i + 1);
            }
            partFrom = i + 1;
        }
    }

    [[nodiscard]] bool isAndOfOperands(std::size_t from, std::size_t to) const
    {
        return std::all_of(m_level.operators.begin() + static_cast<std::ptrdiff_t>(from),
                           m_level.operators.begin() + static_cast<std::ptrdiff_t>(to - 1),
                           [](Operator op) { return op == Operator::And; });
    }

    std::string_view m_query;
    const Level &m_level;
};

} // namespace

std::optional<Problem> findDoubleReading(std::string_view query, const Level &level, Precedence chosen)
{
    const bool isMixed =
        std::ranges::adjacent_find(level.operators, std::ranges::not_equal_to()) != level.operators.end();
    if (!isMixed) {
        return std::nullopt;
    }
    Reading classic(query, level, Precedence::Classic);
    Reading standard(query, level, Precedence::Standard);
    if (classic.edits == standard.edits) {
        return std::nullopt;
    }
    const bool isClassic = chosen == Precedence::Classic;
    Problem problem;
    problem.code = "W01";
    problem.severity = ProblemSeverity::Warning;
    problem.from = level.operands.front().from;
    problem.to = level.operands.back().to;
    problem.message = "Operators are mixed without parentheses. Scopus binds OR first: " + classic.text() +
                      "; many other databases bind AND first: " + standard.text() + ".";
    problem.fix = Fix{"Write the parentheses", std::move(isClassic ? classic : standard).edits};
    return problem;
}

} // namespace winnow::query
