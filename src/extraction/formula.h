#pragma once

#include "base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::extraction {

/// What a formula takes from elsewhere: "n", "age.sd", "arms.n".
struct FormulaName
{
    std::string text;
    bool maySpread =
        false; ///< stands alone in sum(), min(), max() or count(), so that it may be many numbers

    bool operator==(const FormulaName &) const = default;
};

/// The numbers behind a name; nothing for one that is missing.
using FormulaLookup = std::function<std::vector<std::optional<double>>(const FormulaName &)>;

struct FormulaNode;

/// Arithmetic over fields: + - * / and brackets, numbers, names, and sum, min, max, count, round(x[,
/// digits]), percent(a, b), sqrt, abs. A name may hold hyphens, so a minus needs a blank before it: "n - 1".
class Formula
{
public:
    /// Fails with InvalidArgument and says where.
    [[nodiscard]] static Result<Formula> parse(std::string_view text);

    /// In order, each once.
    [[nodiscard]] const std::vector<FormulaName> &names() const { return m_names; }

    /// Nothing where a number is missing (for count() none is). Fails with InvalidArgument on a division by 0
    /// and where the result is no finite number.
    [[nodiscard]] Result<std::optional<double>> evaluate(const FormulaLookup &lookup) const;

private:
    std::shared_ptr<const FormulaNode> m_root;
    std::vector<FormulaName> m_names;
};

} // namespace winnow::extraction
