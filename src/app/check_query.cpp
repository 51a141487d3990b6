#include "app/check_query.h"

#include "app/find_records.h"
#include "query/checks/check.h"
#include "query/checks/mend.h"
#include "query/parse.h"

namespace winnow::app {

CheckedText checkQuery(std::string_view text, query::Precedence precedence, const Mending &mending)
{
    CheckedText checked{std::string(text), {}, nullptr, false, {}};
    if (mending.isWanted) {
        query::Mended mended = query::mend(text, mending.code, precedence);
        checked.text = std::move(mended.text);
        checked.mendedCodes = std::move(mended.codes);
    }
    checked.problems = query::check(checked.text, precedence);
    checked.root = query::parse(checked.text, precedence).root;
    checked.isOk = query::isAccepted(checked.problems);
    return checked;
}

std::string problemText(std::string_view query, const query::Problem &problem)
{
    return std::string(severityName(problem.severity)) + " " + problem.code + ": " +
           queryError(query, problem).message;
}

std::string_view severityName(query::ProblemSeverity severity)
{
    switch (severity) {
    case query::ProblemSeverity::Error:
        return "error";
    case query::ProblemSeverity::Warning:
        return "warning";
    case query::ProblemSeverity::Info:
        break;
    }
    return "info";
}

} // namespace winnow::app
