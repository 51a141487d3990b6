#include "fuzz/check_query.h"

#include "fuzz/check_record.h"
#include "query/checks/check.h"
#include "query/explain.h"
#include "query/parse.h"
#include "query/printer.h"
#include "query/same_tree.h"

namespace winnow::fuzz {

namespace {

using query::Parsed;
using query::Precedence;

/// Places lie inside the text, and the edits of a fix follow one another.
void expectPlaces(Finding &finding, const query::Problem &problem, std::string_view text)
{
    finding.expect(
        problem.from <= problem.to && problem.to <= text.size(), "a place outside the text", problem.code);
    std::size_t end = 0;
    for (const query::Edit &edit : problem.fix ? problem.fix->edits : std::vector<query::Edit>()) {
        finding.expect(end <= edit.from && edit.from <= edit.to && edit.to <= text.size(),
                       "edits that cannot be made",
                       problem.code);
        end = edit.to;
    }
}

void expectSame(Finding &finding, const Parsed &parsed, const std::string &printed)
{
    for (const Precedence precedence : {Precedence::Classic, Precedence::Standard}) {
        const Parsed again = query::parse(printed, precedence);
        finding.expect(again.isOk(), "what is printed is refused", printed);
        finding.expect(!again.isOk() || query::sameTree(*parsed.root, *again.root), "another tree", printed);
    }
}

} // namespace

std::string checkQuery(std::string_view bytes)
{
    Finding finding;
    for (const Precedence precedence : {Precedence::Classic, Precedence::Standard}) {
        const Parsed parsed = query::parse(bytes, precedence);
        finding.expect(parsed.isOk() || !query::isAccepted(parsed.problems), "refused without an error");
        if (parsed.isOk()) {
            expectSame(finding, parsed, query::printNormalised(*parsed.root));
            expectSame(finding, parsed, query::printPretty(*parsed.root));
            finding.expect(!query::explain(*parsed.root).empty(), "explained by nothing");
        }
        for (const query::Problem &problem : query::check(bytes, precedence)) {
            expectPlaces(finding, problem, bytes);
            // Characters that only looked like parentheses can be too many of them once they are some.
            if (parsed.isOk() && problem.fix && problem.code != "W04" && !finding.isFound()) {
                const std::string fixed = query::withFix(bytes, *problem.fix);
                finding.expect(query::parse(fixed, precedence).isOk(),
                               "a fix breaks the query",
                               problem.code + ": " + fixed);
            }
        }
    }
    return finding.text();
}

} // namespace winnow::fuzz
