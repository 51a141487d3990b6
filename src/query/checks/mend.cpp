#include "query/checks/mend.h"

#include "query/checks/check.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace winnow::query {

namespace {

constexpr int kMostRounds = 64;

/// The bytes that a fix touches, and all between.
struct Hull
{
    std::size_t from = 0;
    std::size_t to = 0;
};

Hull hullOf(const Fix &fix)
{
    return {fix.edits.front().from, fix.edits.back().to};
}

class Mending
{
public:
    Mending(std::string_view text, std::string_view code, Precedence precedence)
        : m_mended{std::string(text), {}}
        , m_code(code)
        , m_precedence(precedence)
    {}

    Mended run()
    {
        // Two fixes could undo one another; a text that comes again ends it.
        std::unordered_set<std::string> seen;
        for (int round = 0; round < kMostRounds && seen.insert(m_mended.text).second && applyOnce();
             ++round) {
        }
        return std::move(m_mended);
    }

private:
    /// Applies the fixes that do not touch one another. False when there is none.
    bool applyOnce()
    {
        const std::vector<Problem> problems = check(m_mended.text, m_precedence);
        std::vector<const Problem *> fixable;
        for (const Problem &problem : problems) {
            if (problem.fix && !problem.fix->edits.empty() && (m_code.empty() || problem.code == m_code)) {
                fixable.push_back(&problem);
            }
        }
        if (fixable.empty()) {
            return false;
        }
        const bool wasAccepted = isAccepted(problems);
        keepMostUrgent(fixable);
        if (apply(apart(fixable), wasAccepted)) {
            return true;
        }
        constexpr std::size_t kMostTried = 32;
        return std::any_of(fixable.begin(),
                           fixable.begin() +
                               static_cast<std::ptrdiff_t>(std::min(fixable.size(), kMostTried)),
                           [&](const Problem *problem) { return apply({problem}, wasAccepted); });
    }

    /// What makes a query readable comes first, then what decides which words are phrases: other problems may
    /// be none when that is done.
    static void keepMostUrgent(std::vector<const Problem *> &fixable)
    {
        const auto rank = [](const Problem *problem) {
            constexpr std::array<std::string_view, 4> kFirst{"W04", "W05", "W03", "W02"};
            return problem->severity == ProblemSeverity::Error
                       ? -1
                       : std::ranges::find(kFirst, problem->code) - kFirst.begin();
        };
        const auto most = rank(*std::ranges::min_element(fixable, {}, rank));
        std::erase_if(fixable, [&](const Problem *problem) { return rank(problem) != most; });
    }

    static std::vector<const Problem *> apart(std::vector<const Problem *> fixable)
    {
        // The short ones first where they begin at the same place: the long ones can wait for them.
        std::ranges::stable_sort(
            fixable, {}, [](const Problem *problem) { return hullOf(*problem->fix).to; });
        std::vector<const Problem *> chosen;
        for (const Problem *problem : fixable) {
            if (chosen.empty() || hullOf(*problem->fix).from > hullOf(*chosen.back()->fix).to) {
                chosen.push_back(problem);
            }
        }
        return chosen;
    }

    bool apply(const std::vector<const Problem *> &chosen, bool wasAccepted)
    {
        Fix all;
        for (const Problem *problem : chosen) {
            all.edits.insert(all.edits.end(), problem->fix->edits.begin(), problem->fix->edits.end());
        }
        std::string text = withFix(m_mended.text, all);
        if (text == m_mended.text || (wasAccepted && !isAccepted(check(text, m_precedence)))) {
            return false;
        }
        m_mended.text = std::move(text);
        for (const Problem *problem : chosen) {
            m_mended.codes.push_back(problem->code);
        }
        return true;
    }

    Mended m_mended;
    std::string_view m_code;
    Precedence m_precedence;
};

} // namespace

Mended mend(std::string_view text, std::string_view code, Precedence precedence)
{
    return Mending(text, code, precedence).run();
}

} // namespace winnow::query
