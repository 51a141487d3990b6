#pragma once

#include "query/tree.h"

#include <string>
#include <string_view>

namespace winnow::query {

/// What a term asks of a field whose values are compared as a whole.
class AskedValue
{
public:
    AskedValue(ValueField field, const Node &term);

    /// Whether * and ? in it stand for other characters.
    [[nodiscard]] bool isPattern() const { return m_isPattern; }

    /// In the form in which values are compared.
    [[nodiscard]] const std::string &text() const { return m_text; }

    /// Whether a value, in the form in which values are compared, is what is asked for; an empty one never
    /// is.
    [[nodiscard]] bool fits(std::string_view value) const;

private:
    std::string m_text;
    bool m_isPattern = false;
};

} // namespace winnow::query
