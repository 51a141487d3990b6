#include "app/appraisals_held.h"

#include "app/appraisal_tools.h"
#include "app/standing.h"
#include "store/event_detail.h"

#include <set>

namespace winnow::app {

namespace {

using appraisal::Answers;
using appraisal::Judgement;
using appraisal::Tool;
using appraisal::ToolPtr;

/// Sorts events into what they say, as far as the reviewer may see it.
class Folding
{
public:
    Folding(Workspace &workspace,
            store::Representatives representatives,
            Standings standings,
            std::vector<ToolPtr> tools)
        : m_reviewer(workspace.reviewer())
        , m_representatives(std::move(representatives))
        , m_standings(std::move(standings))
        , m_tools(std::move(tools))
    {}

    void add(const Event &event)
    {
        const RecordId record = m_representatives.of({event.subject});
        const bool isSeen =
            event.reviewer == m_reviewer || m_standings.isOpen(kAppraisalStage, std::span(&record, 1));
        store::AppraisalDetail detail = store::appraisalDetail(event.detail);
        const auto tool = std::ranges::find(m_tools, detail.tool, [](const ToolPtr &one) { return one->id; });
        if (!isSeen || tool == m_tools.end() || event.reason.empty()) {
            return; // a tool of a newer Winnow, or one that was taken back
        }
        if (event.kind == EventKind::Appraised) {
            addJudgement(event, std::move(detail), record, *tool);
        } else {
            addAnswer(event, std::move(detail), record, *tool);
        }
    }

    std::map<RecordId, SaidOfRecord> take() { return std::move(m_said); }

private:
    void addJudgement(const Event &event, store::AppraisalDetail detail, RecordId record, const ToolPtr &tool)
    {
        const auto judgement = appraisal::judgementFromText(event.verdict, appraisal::LoneS::SomeConcerns);
        if (!judgement) {
            return;
        }
        HeldJudgement held{tool,
                           {event.reason,
                            *judgement,
                            std::move(detail.support),
                            std::move(detail.quote),
                            std::move(detail.page),
                            std::move(detail.place)},
                           event.reviewer,
                           false,
                           detail.result,
                           detail.isConsensus,
                           {}};
        itemOf(place(record, tool, detail.result).judgements, event.reason).add(std::move(held));
    }

    void addAnswer(const Event &event, store::AppraisalDetail detail, RecordId record, const ToolPtr &tool)
    {
        HeldAnswer held{{event.reason,
                         event.verdict,
                         std::move(detail.support),
                         std::move(detail.quote),
                         std::move(detail.page),
                         std::move(detail.place)},
                        event.reviewer,
                        detail.isConsensus};
        itemOf(place(record, tool, detail.result).answers, event.reason).add(std::move(held));
    }

    template <class T>
    static Sayings<T> &itemOf(ByItem<T> &items, const std::string &item)
    {
        const auto found = std::ranges::find(items, item, &std::pair<std::string, Sayings<T>>::first);
        return found != items.end() ? found->second : items.emplace_back(item, Sayings<T>()).second;
    }

    SaidOfResult &place(RecordId record, const ToolPtr &tool, const std::string &result)
    {
        SaidOfRecord &said = m_said[record];
        const auto number = static_cast<std::size_t>(std::ranges::find(m_tools, tool) - m_tools.begin());
        const auto at = std::ranges::find_if(said, [&](const SaidOfResult &one) {
            return std::pair(one.place, one.result) >= std::pair(number, result);
        });
        if (at != said.end() && at->place == number && at->result == result) {
            return *at;
        }
        return *said.insert(at, SaidOfResult{tool, number, result, {}, {}});
    }

    std::string m_reviewer;
    store::Representatives m_representatives;
    Standings m_standings;
    std::vector<ToolPtr> m_tools;
    std::map<RecordId, SaidOfRecord> m_said;
};

std::string labelOfAnswer(const Tool &tool, const HeldAnswer &answer)
{
    const appraisal::Question *question = appraisal::questionOf(tool, answer.said.question);
    const appraisal::AnswerSet *set =
        appraisal::answerSetOf(tool, question == nullptr ? tool.conclusion : question->answers);
    const appraisal::Choice *choice =
        set == nullptr ? nullptr : appraisal::choiceOf(*set, answer.said.answer);
    return choice == nullptr ? answer.said.answer : choice->label;
}

/// The answers of each reviewer, consensus aside.
std::map<std::string, Answers> answersByReviewer(const SaidOfResult &said)
{
    std::map<std::string, Answers> all;
    for (const auto &[question, sayings] : said.answers) {
        for (const HeldAnswer &one : sayings.all()) {
            if (!one.isConsensus) {
                all[one.reviewer][question] = one.said.answer;
            }
        }
    }
    return all;
}

bool isDifferent(const std::vector<std::pair<std::string, std::string>> &said)
{
    return std::ranges::any_of(said, [&](const auto &one) { return one.second != said.front().second; });
}

/// What each reviewer says of a domain: by a judgement, else by what the own answers propose.
Difference differenceOn(const SaidOfResult &said,
                        const std::string &domain,
                        const std::map<std::string, Answers> &answers,
                        const appraisal::ToolDomain *rules)
{
    Difference difference{domain, {}, false};
    std::set<std::string> judged;
    if (const auto *sayings = sayingsOf(said.judgements, domain)) {
        difference.isSettled = sayings->isSettled();
        for (const HeldJudgement &one : sayings->all()) {
            if (!one.isConsensus) {
                judged.insert(one.reviewer);
                difference.said.emplace_back(one.reviewer,
                                             std::string(labelOf(*said.tool, one.said.judgement)));
            }
        }
    }
    for (const auto &[reviewer, own] : answers) {
        const auto proposed = rules == nullptr || judged.contains(reviewer)
                                  ? std::nullopt
                                  : proposedJudgement(*rules, sheetOf(*said.tool, own));
        if (proposed) {
            difference.said.emplace_back(reviewer, std::string(labelOf(*said.tool, *proposed)));
        }
    }
    std::ranges::sort(difference.said);
    return difference;
}

} // namespace

Result<std::map<RecordId, SaidOfRecord>> saidInReview(Workspace &workspace,
                                                      const std::vector<RecordId> *members)
{
    auto representatives = workspace.judgement().representatives();
    auto standings = Standings::of(workspace);
    auto tools = toolsOf(workspace);
    if (!representatives || !standings || !tools) {
        return !representatives ? std::move(representatives).error()
               : !standings     ? std::move(standings).error()
                                : std::move(tools).error();
    }
    Folding folding(workspace, *std::move(representatives), *std::move(standings), *std::move(tools));
    for (const EventKind kind : {EventKind::Appraised, EventKind::AppraisalAnswered}) {
        auto events = members == nullptr ? workspace.log().live(kind) : workspace.log().live(kind, *members);
        if (!events) {
            return std::move(events).error();
        }
        for (const Event &event : *events) {
            folding.add(event);
        }
    }
    return folding.take();
}

Answers heldAnswers(const SaidOfResult &said)
{
    Answers answers;
    for (const auto &[question, sayings] : said.answers) {
        answers.emplace(question, sayings.held().said.answer);
    }
    return answers;
}

std::vector<appraisal::Domain> domainsIn(const Tool &tool, const std::map<RecordId, SaidOfRecord> &said)
{
    std::vector<appraisal::Domain> domains = appraisal::domainsOf(tool);
    if (!domains.empty()) {
        return domains;
    }
    std::set<std::string> known{kOverall};
    for (const auto &[record, results] : said) {
        for (const SaidOfResult &one : results) {
            for (const auto &[domain, sayings] : one.judgements) {
                if (one.tool->id == tool.id && known.insert(domain).second) {
                    domains.push_back({"D" + std::to_string(domains.size() + 1), domain});
                }
            }
        }
    }
    return domains;
}

std::string keyOf(const Tool &tool, const appraisal::Domain &domain)
{
    return tool.domains.empty() ? domain.name : domain.code;
}

std::vector<HeldJudgement> complete(const SaidOfResult &said, const std::vector<appraisal::Domain> &domains)
{
    const Tool &tool = *said.tool;
    std::vector<HeldJudgement> all;
    if (!tool.isJudged()) {
        return all;
    }
    const appraisal::Sheet sheet = sheetOf(tool, heldAnswers(said));
    std::vector<Judgement> ofDomains;
    const auto add = [&](const std::string &key, std::optional<Judgement> proposed) {
        if (const auto *sayings = sayingsOf(said.judgements, key)) {
            all.push_back(sayings->held());
            all.back().proposed = proposed;
        } else if (proposed) {
            all.push_back({said.tool, {key, *proposed}, {}, true, said.result, false, proposed});
        } else {
            return false;
        }
        return true;
    };
    for (std::size_t i = 0; i < domains.size(); ++i) {
        const auto proposed =
            i < tool.domains.size() ? proposedJudgement(tool.domains[i], sheet) : std::nullopt;
        if (add(keyOf(tool, domains[i]), proposed)) {
            ofDomains.push_back(all.back().said.judgement);
        }
    }
    for (const appraisal::ToolDomain &domain : tool.further) {
        add(domain.code, std::nullopt);
    }
    const bool isWhole = ofDomains.size() == domains.size() && !ofDomains.empty();
    add(kOverall, isWhole ? proposedOverall(tool, ofDomains) : std::nullopt);
    return all;
}

std::vector<Difference> differencesIn(const SaidOfResult &said)
{
    const Tool &tool = *said.tool;
    const std::map<std::string, Answers> answers = answersByReviewer(said);
    std::vector<Difference> all;
    const auto keep = [&](Difference difference) {
        if (isDifferent(difference.said)) {
            all.push_back(std::move(difference));
        }
    };
    for (const auto &[question, sayings] : said.answers) {
        Difference difference{question, {}, sayings.isSettled()};
        for (const HeldAnswer &one : sayings.all()) {
            if (!one.isConsensus) {
                difference.said.emplace_back(one.reviewer, labelOfAnswer(tool, one));
            }
        }
        std::ranges::sort(difference.said);
        keep(std::move(difference));
    }
    std::ranges::sort(all, {}, &Difference::item);
    const auto isOpen = [](const Difference &one) { return !one.isSettled; };
    const auto openQuestions = [&](const appraisal::ToolDomain &domain) {
        return std::ranges::any_of(domain.questions, [&](const appraisal::Question &question) {
            const auto found = std::ranges::find(all, question.id, &Difference::item);
            return found != all.end() && isOpen(*found);
        });
    };
    std::set<std::string> known;
    std::vector<Difference> ofDomains;
    for (const appraisal::ToolDomain &domain : tool.domains) {
        known.insert(domain.code);
        Difference difference = differenceOn(said, domain.code, answers, &domain);
        const bool isJudged = sayingsOf(said.judgements, domain.code) != nullptr;
        difference.isSettled = difference.isSettled || (!isJudged && !openQuestions(domain));
        ofDomains.push_back(std::move(difference));
    }
    for (const auto &[domain, sayings] : said.judgements) {
        if (!known.contains(domain)) {
            ofDomains.push_back(differenceOn(said, domain, answers, nullptr));
        }
    }
    std::ranges::for_each(ofDomains, keep);
    return all;
}

} // namespace winnow::app
