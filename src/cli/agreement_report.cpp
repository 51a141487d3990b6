#include "cli/agreement_report.h"

#include "cli/text.h"

#include <array>
#include <cstdio>
#include <ostream>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;
using screening::Coefficient;

std::string decimal(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", value);
    return text.data();
}

std::string inWords(const Coefficient &coefficient)
{
    if (!coefficient.value) {
        return "not estimable";
    }
    std::string text = decimal(*coefficient.value);
    if (coefficient.interval) {
        text += " (95 % CI " + decimal(coefficient.interval->low) + " to " +
                decimal(coefficient.interval->high) + ")";
    }
    return text;
}

ordered_json toJson(const std::optional<double> &value)
{
    return value ? ordered_json(*value) : ordered_json();
}

ordered_json toJson(const Coefficient &coefficient)
{
    ordered_json interval;
    if (coefficient.interval) {
        interval = {coefficient.interval->low, coefficient.interval->high};
    }
    return {{"value", toJson(coefficient.value)},
            {"interval_95", std::move(interval)},
            {"observed", toJson(coefficient.observed)},
            {"expected", toJson(coefficient.expected)}};
}

ordered_json pairsOf(const app::AgreementReport &report)
{
    ordered_json pairs = ordered_json::array();
    for (const screening::PairAgreement &pair : report.verdicts.pairs) {
        pairs.push_back(
            {{"reviewers", {report.votes.reviewers[pair.first], report.votes.reviewers[pair.second]}},
             {"records", pair.kappa.units},
             {"observed", toJson(pair.observed.value)},
             {"kappa", toJson(pair.kappa)},
             {"pabak", toJson(pair.adjusted)},
             {"ac1", toJson(pair.ac1)},
             {"prevalence_index", toJson(pair.prevalenceIndex)},
             {"bias_index", toJson(pair.biasIndex)}});
    }
    return pairs;
}

ordered_json reasonsOf(const app::AgreementReport &report)
{
    ordered_json reasons = ordered_json::array();
    for (const screening::ReasonDivision &division : report.reasons) {
        reasons.push_back({{"reason", division.reason},
                           {"both", division.both},
                           {"one_only", division.oneOnly},
                           {"against_going_on", division.againstGoingOn},
                           {"against_other_reason", division.againstOtherReason},
                           {"neither", division.neither},
                           {"divided_share", toJson(division.dividedShare)},
                           {"kappa", toJson(division.kappa)}});
    }
    return reasons;
}

void printForPeople(const Context &context, const app::AgreementReport &report)
{
    const screening::TeamAgreement &team = report.verdicts;
    context.out << counted(static_cast<std::int64_t>(team.units), "record")
                << " with two or more independent first votes";
    if (report.votes.late > 0) {
        context.out << "; " << counted(static_cast<std::int64_t>(report.votes.late), "vote")
                    << " left out, given after the record was opened";
    }
    context.out << ".\nAll reviewers\n  observed agreement    " << inWords(team.observed)
                << "\n  Krippendorff's alpha  " << inWords(team.alpha) << "\n  Fleiss' kappa         "
                << inWords(team.fleiss) << "\n  Gwet's AC1            " << inWords(team.ac1) << '\n';
    for (const screening::PairAgreement &pair : team.pairs) {
        context.out << printable(report.votes.reviewers[pair.first]) << " and "
                    << printable(report.votes.reviewers[pair.second]) << ", "
                    << counted(static_cast<std::int64_t>(pair.kappa.units), "record")
                    << "\n  observed agreement    " << inWords(pair.observed) << "\n  Cohen's kappa         "
                    << inWords(pair.kappa) << "\n  PABAK                 " << inWords(pair.adjusted)
                    << "\n  Gwet's AC1            " << inWords(pair.ac1) << '\n';
    }
    if (!report.reasons.empty()) {
        context.out << "Reasons that divide the reviewers, worst first\n";
    }
    for (const screening::ReasonDivision &division : report.reasons) {
        context.out << "  " << printable(division.reason) << ": both " << division.both << ", one only "
                    << division.oneOnly << '\n';
    }
}

} // namespace

void printAgreement(const Context &context, const app::AgreementReport &report, bool asJson)
{
    if (!asJson) {
        printForPeople(context, report);
        return;
    }
    const screening::TeamAgreement &team = report.verdicts;
    printJson(context.out,
              {{"records", team.units},
               {"late_votes", report.votes.late},
               {"reviewers", report.votes.reviewers},
               {"observed", toJson(team.observed)},
               {"krippendorff_alpha", toJson(team.alpha)},
               {"fleiss_kappa", toJson(team.fleiss)},
               {"light_kappa", toJson(team.light)},
               {"ac1", toJson(team.ac1)},
               {"pairs", pairsOf(report)},
               {"reasons", reasonsOf(report)}});
}

} // namespace winnow::cli
