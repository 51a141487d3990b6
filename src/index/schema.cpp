#include "index/schema.h"

#include <algorithm>

namespace winnow::index {

namespace {

constexpr std::size_t kMaxTermBytes = 240;

} // namespace

std::string valueTerm(query::ValueField field, std::string_view value)
{
    const auto *const entry = std::ranges::find(kValuePrefixes, field, &ValuePrefix::field);
    std::string term(entry == kValuePrefixes.end() ? std::string_view("X") : entry->prefix);
    term += value.substr(0, kMaxTermBytes);
    return term;
}

std::string lackTerm(std::string_view code)
{
    return "XX" + std::string(code);
}

std::string_view lackCode(const query::FieldCode &code)
{
    if (code.syntax == query::FieldSyntax::Year) {
        return "PUBYEAR";
    }
    if (code.value == query::ValueField::DocumentType) {
        return "DOCTYPE";
    }
    if (code.value == query::ValueField::Language) {
        return "LANGUAGE";
    }
    if (code.isOfFullText()) {
        return code.code;
    }
    return (code.fields & query::setOf(query::Field::Abstract)) != 0 ? "ABS" : "";
}

std::string yearTerm(int year)
{
    std::string digits = std::to_string(year);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    return std::string(kYearPrefix) + digits;
}

} // namespace winnow::index
