#include "extraction/formula.h"

#include "extraction/scalars.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace winnow::extraction {

namespace {

constexpr std::size_t kMostBytes = 2'000;
constexpr int kMostDepth = 50;

using Numbers = std::span<const double>;

struct Function
{
    std::string_view name;
    std::size_t least; ///< arguments
    std::size_t most;
    bool spreads; ///< takes all numbers behind a name
    double (*apply)(Numbers);
    int divisor = -1; ///< the argument that must not be 0
};

double rounded(Numbers numbers)
{
    const double digits = numbers.size() > 1 ? std::clamp(std::round(numbers[1]), -12.0, 12.0) : 0;
    const double scale = std::pow(10.0, std::abs(digits));
    return digits < 0 ? std::round(numbers[0] / scale) * scale : std::round(numbers[0] * scale) / scale;
}

double sumOf(Numbers numbers)
{
    double sum = 0;
    for (const double number : numbers) {
        sum += number;
    }
    return sum;
}

constexpr std::size_t kMany = 1'000;

constexpr std::array<Function, 8> kFunctions{{
    {"sum", 1, kMany, true, sumOf},
    {"min", 1, kMany, true, [](Numbers n) { return *std::ranges::min_element(n); }},
    {"max", 1, kMany, true, [](Numbers n) { return *std::ranges::max_element(n); }},
    {"count", 1, kMany, true, [](Numbers n) { return static_cast<double>(n.size()); }},
    {"round", 1, 2, false, rounded},
    {"percent", 2, 2, false, [](Numbers n) { return 100 * n[0] / n[1]; }, 1},
    {"sqrt", 1, 1, false, [](Numbers n) { return std::sqrt(n[0]); }},
    {"abs", 1, 1, false, [](Numbers n) { return std::abs(n[0]); }},
}};

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

} // namespace

/// A number, a name, an operator with its two sides, or a function with its arguments.
struct FormulaNode
{
    double number = 0;
    FormulaName name{};
    char op = '\0';
    const Function *function = nullptr;
    std::vector<FormulaNode> arguments{};
    std::string text{}; ///< of a divisor, for the message
};

namespace {

class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {}

    FormulaNode parse()
    {
        FormulaNode root = sum();
        skipBlanks();
        if (m_at < m_text.size()) {
            fail("\"" + shortened(m_text.substr(m_at), 20) + "\" is not expected there");
        }
        return root;
    }

    [[nodiscard]] const std::string &fault() const { return m_fault; }

    std::vector<FormulaName> names;

private:
    FormulaNode sum()
    {
        return chain("+-", [this] { return product(); });
    }

    FormulaNode product()
    {
        return chain("*/", [this] { return factor(); });
    }

    template <class Next>
    FormulaNode chain(std::string_view operators, Next next)
    {
        FormulaNode left = next();
        while (m_fault.empty()) {
            skipBlanks();
            if (m_at >= m_text.size() || operators.find(m_text[m_at]) == std::string_view::npos) {
                break;
            }
            const char op = m_text[m_at++];
            const std::size_t from = m_at;
            FormulaNode right = next();
            right.text = trimmed(m_text.substr(from, m_at - from));
            FormulaNode both;
            both.op = op;
            both.arguments.push_back(std::move(left));
            both.arguments.push_back(std::move(right));
            left = std::move(both);
        }
        return left;
    }

    FormulaNode factor()
    {
        FormulaNode node;
        if (++m_depth > kMostDepth) {
            fail("it has brackets in brackets too deep");
        }
        skipBlanks();
        if (!m_fault.empty() || m_at >= m_text.size()) {
            fail("something is missing at its end");
        } else if (m_text[m_at] == '(') {
            ++m_at;
            node = sum();
            expect(')');
        } else if (m_text[m_at] == '-') {
            ++m_at;
            node.op = '-';
            node.arguments.emplace_back();
            node.arguments.push_back(factor());
        } else if (isNameStart(m_text[m_at])) {
            node = nameOrCall();
        } else {
            node.number = number();
        }
        --m_depth;
        return node;
    }

    double number()
    {
        double value = 0;
        const char *const end = m_text.data() + m_text.size();
        const auto read = std::from_chars(m_text.data() + m_at, end, value, std::chars_format::fixed);
        if (read.ec != std::errc() || !std::isfinite(value) || m_text[m_at] == '-') {
            fail("\"" + shortened(m_text.substr(m_at), 20) + "\" is neither a number nor a field");
            return 0;
        }
        m_at = static_cast<std::size_t>(read.ptr - m_text.data());
        return value;
    }

    FormulaNode nameOrCall()
    {
        const std::string word = name();
        skipBlanks();
        FormulaNode node;
        if (m_at >= m_text.size() || m_text[m_at] != '(') {
            node.name.text = word;
            note(node.name);
            return node;
        }
        ++m_at;
        const auto *const found = std::ranges::find(kFunctions, word, &Function::name);
        if (found == kFunctions.end()) {
            fail("there is no function " + word + "; there are " + functionNames());
            return node;
        }
        node.function = found;
        readArguments(node);
        return node;
    }

    void readArguments(FormulaNode &node)
    {
        do {
            const std::size_t named = names.size();
            const std::size_t from = m_at;
            FormulaNode argument = sum();
            argument.text = trimmed(m_text.substr(from, m_at - from));
            if (node.function->spreads && !argument.name.text.empty()) {
                names.resize(std::min(named, names.size()));
                argument.name.maySpread = true;
                note(argument.name);
            }
            node.arguments.push_back(std::move(argument));
            skipBlanks();
        } while (m_fault.empty() && m_at < m_text.size() && m_text[m_at] == ',' && ++m_at > 0);
        expect(')');
        const std::size_t count = node.arguments.size();
        if (count < node.function->least || count > node.function->most) {
            fail(std::string(node.function->name) + "() cannot have " + std::to_string(count) + " entries");
        }
    }

    std::string name()
    {
        const std::size_t from = m_at;
        while (m_at < m_text.size() && (isNameStart(m_text[m_at]) || isDigit(m_text[m_at]) || isJoint())) {
            ++m_at;
        }
        return std::string(m_text.substr(from, m_at - from));
    }

    /// A hyphen or point that is followed by more of the name.
    [[nodiscard]] bool isJoint() const
    {
        const char c = m_text[m_at];
        return (c == '-' || c == '.') && m_at + 1 < m_text.size() &&
               (isNameStart(m_text[m_at + 1]) || isDigit(m_text[m_at + 1]) || m_text[m_at + 1] == '-');
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    static bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

    void note(const FormulaName &name)
    {
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }

    static std::string functionNames()
    {
        std::string list;
        for (const Function &function : kFunctions) {
            list += (list.empty() ? "" : ", ") + std::string(function.name);
        }
        return list;
    }

    void expect(char c)
    {
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
        } else {
            fail(std::string("a \"") + c + "\" is missing");
        }
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && static_cast<unsigned char>(m_text[m_at]) <= ' ') {
            ++m_at;
        }
    }

    /// The first one counts.
    void fail(std::string fault)
    {
        if (m_fault.empty()) {
            m_fault = std::move(fault);
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::string m_fault;
};

using Outcome = Result<std::optional<double>>;

/// Works a formula out.
class Evaluation
{
public:
    explicit Evaluation(const FormulaLookup &lookup)
        : m_lookup(lookup)
    {}

    [[nodiscard]] Outcome valueOf(const FormulaNode &node) const
    {
        if (node.function != nullptr) {
            return valueOfCall(node);
        }
        if (node.op != '\0') {
            return valueOfOperator(node);
        }
        if (!node.name.text.empty()) {
            const auto numbers = m_lookup(node.name);
            return numbers.size() == 1 ? numbers.front() : std::nullopt;
        }
        return std::optional(node.number);
    }

private:
    [[nodiscard]] Outcome valueOfOperator(const FormulaNode &node) const
    {
        const Outcome left = valueOf(node.arguments[0]);
        const Outcome right = valueOf(node.arguments[1]);
        if (!left || !right) {
            return left ? right : left;
        }
        if (!left.value() || !right.value()) {
            return std::optional<double>();
        }
        const double a = *left.value();
        const double b = *right.value();
        if (node.op == '/' && b == 0) {
            return divisionByZero(node.arguments[1]);
        }
        return finite(node.op == '+' ? a + b : node.op == '-' ? a - b : node.op == '*' ? a * b : a / b);
    }

    [[nodiscard]] Outcome valueOfCall(const FormulaNode &node) const
    {
        const Function &function = *node.function;
        std::vector<double> numbers;
        bool isMissing = false;
        for (const FormulaNode &argument : node.arguments) {
            if (argument.name.maySpread) {
                for (const auto &number : m_lookup(argument.name)) {
                    isMissing = isMissing || !number;
                    if (number) {
                        numbers.push_back(*number);
                    }
                }
                continue;
            }
            Outcome outcome = valueOf(argument);
            if (!outcome) {
                return outcome;
            }
            isMissing = isMissing || !outcome.value();
            if (outcome.value()) {
                numbers.push_back(*outcome.value());
            }
        }
        const bool isCount = function.name == "count";
        if (!isCount && (isMissing || numbers.empty())) {
            return std::optional<double>();
        }
        if (function.divisor >= 0 && numbers[static_cast<std::size_t>(function.divisor)] == 0) {
            return divisionByZero(node.arguments[static_cast<std::size_t>(function.divisor)]);
        }
        return finite(function.apply(numbers));
    }

    static Error divisionByZero(const FormulaNode &divisor)
    {
        return refusal("This would divide by zero: " + shortened(divisor.text, 60) + " is 0.");
    }

    static Outcome finite(double number)
    {
        if (!std::isfinite(number)) {
            return refusal(
                "The result is no number, or too large a one; check the values that it is computed from.");
        }
        return std::optional(number);
    }

    const FormulaLookup &m_lookup;
};

} // namespace

Result<Formula> Formula::parse(std::string_view text)
{
    if (trimmed(text).empty()) {
        return refusal("the formula is empty");
    }
    if (text.size() > kMostBytes) {
        return refusal("the formula has more than " + std::to_string(kMostBytes) + " bytes");
    }
    Parser parser(text);
    FormulaNode root = parser.parse();
    if (!parser.fault().empty()) {
        return refusal("the formula \"" + shortened(text, 80) + "\" cannot be read: " + parser.fault());
    }
    Formula formula;
    formula.m_root = std::make_shared<const FormulaNode>(std::move(root));
    formula.m_names = std::move(parser.names);
    return formula;
}

Result<std::optional<double>> Formula::evaluate(const FormulaLookup &lookup) const
{
    return Evaluation(lookup).valueOf(*m_root);
}

} // namespace winnow::extraction
