#include "formats/support/decision_text.h"

#include <algorithm>

namespace winnow::formats {

std::string decisionLine(const Decision &decision)
{
    return "WINNOW " + std::string(toString(decision.stage)) + ": " +
           std::string(toString(decision.verdict)) + " (" + decision.reviewer +
           (decision.reason.empty() ? "" : "; reason: " + decision.reason) +
           (decision.note.empty() ? "" : "; note: " + decision.note) + ")";
}

std::string verdictCell(std::span<const Decision> decisions, Stage stage)
{
    const auto atStage = [stage](const Decision &decision) { return decision.stage == stage; };
    const bool isAlone = std::ranges::count_if(decisions, atStage) == 1;
    std::string cell;
    for (const Decision &decision : decisions) {
        if (atStage(decision)) {
            cell += cell.empty() ? "" : "; ";
            cell += toString(decision.verdict);
            cell += isAlone ? "" : " (" + decision.reviewer + ")";
        }
    }
    return cell;
}

std::string reasonCell(std::span<const Decision> decisions, Stage stage)
{
    std::string cell;
    for (const Decision &decision : decisions) {
        if (decision.stage == stage && !decision.reason.empty()) {
            cell += (cell.empty() ? "" : "; ") + decision.reason;
        }
    }
    return cell;
}

} // namespace winnow::formats
