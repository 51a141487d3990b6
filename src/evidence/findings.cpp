#include "evidence/findings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace winnow::evidence {

namespace {

constexpr double kPer = 1000;

struct CertaintyName
{
    std::string_view label;
    std::string_view symbols;
};

constexpr std::array<CertaintyName, 4> kCertainties{{
    {"Very low", "\u2295\u25ef\u25ef\u25ef"},
    {"Low", "\u2295\u2295\u25ef\u25ef"},
    {"Moderate", "\u2295\u2295\u2295\u25ef"},
    {"High", "\u2295\u2295\u2295\u2295"},
}};

double timesRisk(double effect, double risk)
{
    return effect * risk;
}

double byOdds(double effect, double risk)
{
    return effect * risk / (1 - risk + effect * risk);
}

double bySurvival(double effect, double risk)
{
    return 1 - std::pow(1 - risk, effect);
}

double added(double effect, double risk)
{
    return risk + effect;
}

struct RelativeMeasure
{
    std::string_view name;
    double (*risk)(double effect, double risk);
};

constexpr std::array<RelativeMeasure, 4> kMeasures{
    {{"RR", timesRisk}, {"OR", byOdds}, {"HR", bySurvival}, {"RD", added}}};

std::string fixed(double value, int decimals)
{
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return {buffer.data(), static_cast<std::size_t>(std::clamp(length, 0, 63))};
}

std::string perThousand(double risk)
{
    return fixed(std::round(risk), 0);
}

} // namespace

std::string_view labelOf(Certainty certainty)
{
    return kCertainties.at(static_cast<std::size_t>(certainty)).label;
}

std::string_view symbolsOf(Certainty certainty)
{
    return kCertainties.at(static_cast<std::size_t>(certainty)).symbols;
}

const std::vector<std::string> &loweringDomains()
{
    static const std::vector<std::string> kDomains{
        "risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"};
    return kDomains;
}

const std::vector<std::string> &raisingDomains()
{
    static const std::vector<std::string> kDomains{"large-effect", "dose-response", "plausible-confounding"};
    return kDomains;
}

Certainty certaintyOf(const Finding &finding)
{
    int level = static_cast<int>(finding.start);
    for (const CertaintyChange &change : finding.changes) {
        level += change.levels;
    }
    return static_cast<Certainty>(
        std::clamp(level, static_cast<int>(Certainty::VeryLow), static_cast<int>(Certainty::High)));
}

std::optional<double> riskWith(std::string_view measure, double effect, double riskPer1000)
{
    const auto *const found = std::ranges::find(kMeasures, measure, &RelativeMeasure::name);
    if (found == kMeasures.end()) {
        return std::nullopt;
    }
    return kPer * std::clamp(found->risk(effect, riskPer1000 / kPer), 0.0, 1.0);
}

std::string interventionRiskText(const Finding &finding)
{
    if (!finding.interventionRisk.empty() || !finding.comparatorPer1000 || !finding.estimate) {
        return finding.interventionRisk;
    }
    const auto risk = [&](double effect) {
        return riskWith(finding.measure, effect, *finding.comparatorPer1000);
    };
    const auto estimate = risk(*finding.estimate);
    if (!estimate) {
        return {};
    }
    std::string text = perThousand(*estimate) + " per 1000";
    if (finding.low && finding.high) {
        text += " (" + perThousand(*risk(*finding.low)) + " to " + perThousand(*risk(*finding.high)) + ")";
    }
    return text;
}

std::string comparatorRiskText(const Finding &finding)
{
    if (!finding.comparatorRisk.empty() || !finding.comparatorPer1000) {
        return finding.comparatorRisk;
    }
    return perThousand(*finding.comparatorPer1000) + " per 1000";
}

std::string effectText(const Finding &finding)
{
    if (!finding.estimate) {
        return "Not estimable";
    }
    std::string text = finding.measure + (finding.measure.empty() ? "" : " ") + fixed(*finding.estimate, 2);
    if (finding.low && finding.high) {
        text += " (" + fixed(*finding.low, 2) + " to " + fixed(*finding.high, 2) + ")";
    }
    return text;
}

} // namespace winnow::evidence
