#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::evidence {

/// The certainty of a body of evidence (GRADE).
enum class Certainty { VeryLow, Low, Moderate, High };

/// "High"
[[nodiscard]] std::string_view labelOf(Certainty certainty);

/// "⊕⊕⊕◯"
[[nodiscard]] std::string_view symbolsOf(Certainty certainty);

/// What raised or lowered the certainty: levels from -2 to 2 with the reason, printed as a note.
struct CertaintyChange
{
    std::string domain; ///< as GRADE names it: "risk-of-bias", "imprecision", "large-effect"
    int levels = 0;
    std::string why;
};

/// Domains that lower, and that raise, the certainty.
[[nodiscard]] const std::vector<std::string> &loweringDomains();
[[nodiscard]] const std::vector<std::string> &raisingDomains();

/// One outcome of a summary of findings.
struct Finding
{
    std::string outcome;
    std::string followUp;
    std::string comparatorRisk; ///< as written, where there is no number
    std::string interventionRisk;
    std::optional<double> comparatorPer1000; ///< the assumed risk in the comparison group
    std::string measure; ///< "RR", "OR", "HR", "RD", "MD", "SMD"; empty: no effect is given
    std::optional<double> estimate;
    std::optional<double> low; ///< of the 95 % interval
    std::optional<double> high;
    std::optional<std::int64_t> participants;
    Certainty start = Certainty::High; ///< high of trials, low of observational studies
    std::vector<CertaintyChange> changes;
    std::string comments;
};

/// What stands over a summary of findings.
struct FindingsHead
{
    std::string population;
    std::string setting;
    std::string intervention;
    std::string comparison;
};

/// The start, lowered and raised, between VeryLow and High.
[[nodiscard]] Certainty certaintyOf(const Finding &finding);

/// The risk with the intervention per 1000 that an effect makes of a risk per 1000 without it: RR: times; OR
/// by way of odds; HR by survival, 1 - (1 - p)^HR; RD added (GRADE Handbook 2013, 6.1). Nothing for measures
/// of other kinds.
[[nodiscard]] std::optional<double> riskWith(std::string_view measure, double effect, double riskPer1000);

/// "90 per 1000 (72 to 113)"; as written where it cannot be computed.
[[nodiscard]] std::string interventionRiskText(const Finding &finding);
[[nodiscard]] std::string comparatorRiskText(const Finding &finding);

/// "RR 0.75 (0.60 to 0.94)"
[[nodiscard]] std::string effectText(const Finding &finding);

} // namespace winnow::evidence
