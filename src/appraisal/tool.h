#pragma once

#include "appraisal/judgement.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::appraisal {

/// How the overall judgement follows from those of the domains, or what is said of the whole where domains
/// are not judged.
enum class OverallRule {
    RoB2,  ///< all low: low; any high: high; else some concerns
    Worst, ///< the worst of them
    None,  ///< nothing
    Stars, ///< the number of stars
    Count, ///< how often each answer was given
};

/// "rob2", "worst", "none", "stars", "count".
[[nodiscard]] std::string_view toString(OverallRule rule);
[[nodiscard]] std::optional<OverallRule> overallRuleFromString(std::string_view name);

/// One step of a scale: a judgement with the tool's own word for it.
struct Level
{
    Judgement judgement = Judgement::Low;
    std::string label; ///< "Moderate"

    bool operator==(const Level &) const = default;
};

/// One way to answer.
struct Choice
{
    std::string id;                   ///< "PY"
    std::string label;                ///< "Probably yes"
    std::optional<Judgement> shown{}; ///< the disc that a plot of answers draws
    int stars = 0;
    bool isNotApplicable = false; ///< says that the question is not asked of this study

    bool operator==(const Choice &) const = default;
};

struct AnswerSet
{
    std::string id;
    std::vector<Choice> choices;

    bool operator==(const AnswerSet &) const = default;
};

/// A question was answered in one of these ways.
struct Term
{
    std::string question;
    std::vector<std::string> answers;

    bool operator==(const Term &) const = default;
};

/// Holds where all terms of one of the alternatives hold; always, where there are none.
using Condition = std::vector<std::vector<Term>>;

struct Question
{
    std::string id; ///< "1.1"; one of its kind in the tool
    std::string text;
    std::string help{};
    std::string answers{}; ///< the id of its answer set
    Condition condition{}; ///< it is asked only there
    bool isCounted = true; ///< false: it only says which others are asked
    bool operator==(const Question &) const = default;
};

struct Rule
{
    Condition condition{};
    std::optional<Judgement> judgement{}; ///< none: the reviewer judges without a proposal

    bool operator==(const Rule &) const = default;
};

/// Rules of which the first that matches gives the judgement.
struct RuleTable
{
    std::string name{};
    std::vector<Rule> rules;

    bool operator==(const RuleTable &) const = default;
};

struct ToolDomain
{
    std::string code; ///< "D1"
    std::string name;
    std::vector<Question> questions{};
    std::vector<RuleTable> parts{}; ///< the worst of them is proposed; none: nothing is

    bool operator==(const ToolDomain &) const = default;
};

/// What is appraised: the whole study, or one of its results.
enum class Unit { Study, Result };

/// An instrument for the appraisal of studies. Tools are data: files of forms/appraisal/, or the user's own.
struct Tool
{
    std::string id;   ///< "rob2"
    std::string name; ///< "RoB 2"
    std::string version{};
    std::string description{};
    std::string wording{}; ///< whose words the questions are, and where the original is
    std::string comment{}; ///< what was checked against the original, and what was not
    Unit unit = Unit::Study;
    std::vector<AnswerSet> answerSets{};
    std::vector<ToolDomain> domains{}; ///< in order; of the generic tool none: a table brings its own
    std::vector<ToolDomain> further{}; ///< judged too, but not part of the whole: applicability of QUADAS-2
    std::vector<Level> scale{};        ///< from the lowest risk to the highest; none: domains are not judged
    OverallRule overall = OverallRule::Worst;
    LoneS loneS = LoneS::SomeConcerns;
    std::string conclusion{}; ///< the answer set of what the reviewer says of the whole; may be empty

    /// Whether its domains are judged; otherwise its questions are answered and that is all.
    [[nodiscard]] bool isJudged() const { return !scale.empty(); }

    bool operator==(const Tool &) const = default;
};

/// Shared by all who hold it, so that a tool of a review lives as long as what was read with it.
using ToolPtr = std::shared_ptr<const Tool>;

/// nullptr: the tool has no such question. Of the conclusion, "Overall", there is no question.
[[nodiscard]] const Question *questionOf(const Tool &tool, std::string_view id);

/// nullptr: there is none of this id.
[[nodiscard]] const AnswerSet *answerSetOf(const Tool &tool, std::string_view id);

/// The choice that somebody means by its id or its label, whatever the case; nullptr: none.
[[nodiscard]] const Choice *choiceOf(const AnswerSet &answers, std::string_view text);

/// All its questions in order.
[[nodiscard]] std::vector<const Question *> questionsOf(const Tool &tool);

} // namespace winnow::appraisal
