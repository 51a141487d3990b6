#include "gui/queries/query_reading.h"

#include "query/explain.h"
#include "query/parse.h"
#include "query/printer.h"

#include <algorithm>

namespace winnow::gui {

namespace {

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::string otherReading(const QueryReading &reading)
{
    const query::Parsed other = query::parse(reading.checked.text, otherThan(reading.precedence));
    const std::string text = other.isOk() ? query::printNormalised(*other.root) : reading.asRead;
    return text == reading.asRead ? std::string() : text;
}

SourceReading sourceReading(const std::string &source, const QueryReading &reading)
{
    auto translation = app::translateForSource(source, reading.checked.text, reading.precedence);
    return translation ? SourceReading{source, *std::move(translation), {}}
                       : SourceReading{source, {}, translation.error().message};
}

} // namespace

query::Precedence otherThan(query::Precedence precedence)
{
    return precedence == query::Precedence::Classic ? query::Precedence::Standard
                                                    : query::Precedence::Classic;
}

QueryReading
readQuery(const std::string &text, query::Precedence precedence, const std::vector<std::string> &sources)
{
    QueryReading reading;
    reading.precedence = precedence;
    if (isBlank(text)) {
        reading.checked.text = text;
        return reading;
    }
    reading.checked = app::checkQuery(text, precedence);
    std::ranges::stable_sort(reading.checked.problems, {}, &query::Problem::severity);
    if (reading.checked.root == nullptr) {
        return reading;
    }
    reading.words = query::explain(*reading.checked.root);
    reading.asRead = query::printNormalised(*reading.checked.root);
    reading.other = otherReading(reading);
    if (reading.canRun()) {
        for (const std::string &source : sources) {
            reading.sources.push_back(sourceReading(source, reading));
        }
    }
    return reading;
}

std::string withBrackets(const std::string &text, query::Precedence precedence)
{
    return app::checkQuery(text, precedence, {true, "W01"}).text;
}

} // namespace winnow::gui
