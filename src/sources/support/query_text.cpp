#include "sources/support/query_text.h"

#include "formats/support/strings.h"

#include <algorithm>

namespace winnow::sources {

Result<QueryText> queryText(std::string_view query, std::span<const std::string_view> names)
{
    QueryText text;
    query = formats::trimmed(query);
    while (!query.empty()) {
        const std::size_t lineBreak = query.rfind('\n');
        const std::size_t begin = lineBreak == std::string_view::npos ? 0 : lineBreak + 1;
        const std::string_view line = formats::trimmed(query.substr(begin));
        const std::size_t equals = std::min(line.find('='), line.size());
        const auto name = std::ranges::find(names, formats::trimmed(line.substr(0, equals)));
        if (equals == line.size() || name == names.end()) {
            break;
        }
        if (std::ranges::find(text.parameters, *name, &Parameter::name) != text.parameters.end()) {
            return Error{ErrorCode::InvalidArgument,
                         "The query gives \"" + std::string(*name) + "\" twice.",
                         {},
                         "query"};
        }
        text.parameters.push_back({*name, std::string(formats::trimmed(line.substr(equals + 1)))});
        query = formats::trimmed(query.substr(0, begin));
    }
    std::ranges::reverse(text.parameters);
    text.expression = query;
    std::ranges::replace_if(
        text.expression, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (text.expression.empty() && text.parameters.empty()) {
        return Error{ErrorCode::InvalidArgument, "The query is empty.", {}, "query"};
    }
    return text;
}

} // namespace winnow::sources
