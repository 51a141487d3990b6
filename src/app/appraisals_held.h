#pragma once

#include "app/appraisals.h"
#include "model/decision.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace winnow::app {

/// What the whole is called in the log.
inline constexpr const char *kOverall = "Overall";

/// Reports are appraised once their full text was read, and as blind as that.
inline constexpr Stage kAppraisalStage = Stage::FullText;

/// What reviewers said of one domain or question; the latest of each, and the latest consensus.
template <class T>
class Sayings
{
public:
    void add(T said)
    {
        std::erase_if(m_all, [&](const T &one) {
            return one.isConsensus == said.isConsensus && (said.isConsensus || one.reviewer == said.reviewer);
        });
        m_all.push_back(std::move(said));
    }

    /// The consensus, else the newest. Something was said.
    [[nodiscard]] const T &held() const
    {
        const auto consensus = std::ranges::find(m_all, true, &T::isConsensus);
        return consensus != m_all.end() ? *consensus : m_all.back();
    }

    [[nodiscard]] bool isSettled() const { return held().isConsensus; }

    [[nodiscard]] const std::vector<T> &all() const { return m_all; }

private:
    std::vector<T> m_all;
};

template <class T>
using ByItem = std::vector<std::pair<std::string, Sayings<T>>>; ///< in order of the first saying

template <class T>
const Sayings<T> *sayingsOf(const ByItem<T> &items, std::string_view item)
{
    const auto found = std::ranges::find(items, item, &std::pair<std::string, Sayings<T>>::first);
    return found == items.end() ? nullptr : &found->second;
}

/// What was said by one tool of one result.
struct SaidOfResult
{
    appraisal::ToolPtr tool;
    std::size_t place = 0; ///< of the tool among all
    std::string result;
    ByItem<HeldJudgement> judgements;
    ByItem<HeldAnswer> answers;
};

/// In order of tools, then of results.
using SaidOfRecord = std::vector<SaidOfResult>;

/// What the reviewer may see, by the record that stands for the group; of all records, or of one group.
[[nodiscard]] Result<std::map<RecordId, SaidOfRecord>>
saidInReview(Workspace &workspace, const std::vector<RecordId> *members = nullptr);

[[nodiscard]] appraisal::Answers heldAnswers(const SaidOfResult &said);

/// The domains of the tool; of one that has none of its own all that were judged, in order of their first
/// judgement.
[[nodiscard]] std::vector<appraisal::Domain> domainsIn(const appraisal::Tool &tool,
                                                       const std::map<RecordId, SaidOfRecord> &said);

/// How a domain is called in the log.
[[nodiscard]] std::string keyOf(const appraisal::Tool &tool, const appraisal::Domain &domain);

/// The domains in their order and the whole, each as judged or else as proposed; what was judged beside them
/// is left out.
[[nodiscard]] std::vector<HeldJudgement> complete(const SaidOfResult &said,
                                                  const std::vector<appraisal::Domain> &domains);

[[nodiscard]] std::vector<Difference> differencesIn(const SaidOfResult &said);

} // namespace winnow::app
