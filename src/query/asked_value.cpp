#include "query/asked_value.h"

#include "query/record_fields.h"

namespace winnow::query {

AskedValue::AskedValue(ValueField field, const Node &term)
    : m_text(comparableValue(field, term.text))
    , m_isPattern(term.form != TermForm::Exact && hasWildcard(m_text))
{}

bool AskedValue::fits(std::string_view value) const
{
    return !value.empty() && (m_isPattern ? fitsPattern(m_text, value) : m_text == value);
}

} // namespace winnow::query
