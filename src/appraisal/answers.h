#pragma once

#include "appraisal/tool.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace winnow::appraisal {

/// The id of an answer by the id of its question.
using Answers = std::map<std::string, std::string, std::less<>>;

/// What the answers to the questions of a tool amount to.
struct Sheet
{
    Answers counted;                     ///< to questions that are asked; others say nothing
    std::vector<const Question *> asked; ///< that the answers so far lead to, in order
    std::vector<const Question *> open;  ///< those of them that have no answer yet
};

/// "Not applicable" to a question that is asked only under a condition is no answer to it once it is asked.
/// `tool` must outlive the sheet.
[[nodiscard]] Sheet sheetOf(const Tool &tool, const Answers &answers);

/// Whether a condition holds; what was not asked or not answered makes no term hold.
[[nodiscard]] bool holds(const Condition &condition, const Answers &counted);

/// What the answers say of a domain: the worst of its parts. None where a question of it is open, where the
/// tool has no rules for it, or where these leave it to the reviewer.
[[nodiscard]] std::optional<Judgement> proposedJudgement(const ToolDomain &domain, const Sheet &sheet);

/// How the answers are spread.
struct Tally
{
    struct Count
    {
        std::string label; ///< "Yes"
        int times = 0;

        bool operator==(const Count &) const = default;
    };

    struct Stars
    {
        std::string name; ///< of the domain
        int given = 0;
        int most = 0;

        bool operator==(const Stars &) const = default;
    };

    std::vector<Count> counts; ///< those that occur, in order of the answer sets
    std::vector<Stars> stars;  ///< of domains in which stars can be had
    int given = 0;             ///< stars in all
    int most = 0;
    int asked = 0; ///< questions that count
    int answered = 0;
};

[[nodiscard]] Tally tallyOf(const Tool &tool, const Sheet &sheet);

/// "7 of 9 stars (Selection 3 of 4, Comparability 2 of 2, Outcome 2 of 3)", or "Yes 11, No 1 of 13
/// questions"; with how many are not answered yet.
[[nodiscard]] std::string tallyText(const Tool &tool, const Tally &tally);

} // namespace winnow::appraisal
