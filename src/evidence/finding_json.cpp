#include "evidence/json_parts.h"

#include <algorithm>
#include <cmath>

namespace winnow::evidence {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr Words<Certainty, 2> kStarts{{{"high", Certainty::High}, {"low", Certainty::Low}}};
constexpr Words<int, 6> kMeasures{{{"RR", 0}, {"OR", 1}, {"HR", 2}, {"RD", 3}, {"MD", 4}, {"SMD", 5}}};
constexpr double kMostPeople = 1e12;

struct TextField
{
    const char *name;
    std::string Finding::*member;
};

constexpr std::array<TextField, 5> kTexts{{{"outcome", &Finding::outcome},
                                           {"followUp", &Finding::followUp},
                                           {"comparatorRisk", &Finding::comparatorRisk},
                                           {"interventionRisk", &Finding::interventionRisk},
                                           {"comments", &Finding::comments}}};

struct HeadField
{
    const char *name;
    std::string FindingsHead::*member;
};

constexpr std::array<HeadField, 4> kHeads{{{"population", &FindingsHead::population},
                                           {"setting", &FindingsHead::setting},
                                           {"intervention", &FindingsHead::intervention},
                                           {"comparison", &FindingsHead::comparison}}};

std::string choicesOf(const std::vector<std::string> &lower, const std::vector<std::string> &raise)
{
    std::string text;
    for (const auto *list : {&lower, &raise}) {
        for (const std::string &domain : *list) {
            text += (text.empty() ? "" : ", ") + domain;
        }
    }
    return text;
}

/// Bias and its like only lower, the others only raise (GRADE Handbook 2013, 5.2 and 5.3).
CertaintyChange readChange(const json &value, const std::string &where)
{
    if (!value.is_object()) {
        throw Fault{where + ": each of \"certainty\" must be an object."};
    }
    CertaintyChange change{textIn(value, "domain", where, true), 0, textIn(value, "why", where)};
    const double levels = numberIn(value, "levels", where).value_or(0);
    const bool lowers = std::ranges::find(loweringDomains(), change.domain) != loweringDomains().end();
    const bool raises = std::ranges::find(raisingDomains(), change.domain) != raisingDomains().end();
    if (!lowers && !raises) {
        throw Fault{where + ": \"" + text::forMessage(change.domain) +
                    "\" is no domain of GRADE; there are " + choicesOf(loweringDomains(), raisingDomains()) +
                    "."};
    }
    if (levels != std::round(levels) || std::abs(levels) > 2 || (lowers && levels > 0) ||
        (raises && levels < 0)) {
        throw Fault{where + ": " + change.domain +
                    (lowers ? " lowers the certainty: -1 or -2." : " raises the certainty: 1 or 2.")};
    }
    change.levels = static_cast<int>(levels);
    return change;
}

void readEffect(const json &value, const std::string &where, Finding &finding)
{
    const auto effect = value.find("effect");
    if (effect == value.end()) {
        return;
    }
    if (!effect->is_object()) {
        throw Fault{where + ": \"effect\" must be an object."};
    }
    finding.measure = textIn(*effect, "measure", where, true);
    static_cast<void>(wordIn(kMeasures, finding.measure, "measure", where));
    finding.estimate = numberIn(*effect, "estimate", where);
    finding.low = numberIn(*effect, "low", where);
    finding.high = numberIn(*effect, "high", where);
    if (finding.low && finding.high && *finding.low > *finding.high) {
        throw Fault{where + ": the lower limit of the effect is above the upper one."};
    }
}

} // namespace

Finding readFinding(const json &value, const std::string &where)
{
    if (!value.is_object()) {
        throw Fault{where + ": \"finding\" must be an object."};
    }
    Finding finding;
    for (const TextField &field : kTexts) {
        finding.*field.member = textIn(value, field.name, where);
    }
    finding.comparatorPer1000 = numberIn(value, "comparatorPer1000", where);
    if (finding.comparatorPer1000 && (*finding.comparatorPer1000 < 0 || *finding.comparatorPer1000 > 1000)) {
        throw Fault{where + ": \"comparatorPer1000\" must be between 0 and 1000."};
    }
    readEffect(value, where, finding);
    if (const auto people = numberIn(value, "participants", where)) {
        if (*people < 0 || *people > kMostPeople) {
            throw Fault{where + ": \"participants\" must be a number of people."};
        }
        finding.participants = static_cast<std::int64_t>(*people);
    }
    if (value.contains("start")) {
        finding.start = wordIn(kStarts, textIn(value, "start", where), "start", where);
    }
    if (value.contains("certainty")) {
        if (!value["certainty"].is_array()) {
            throw Fault{where + ": \"certainty\" must be a list."};
        }
        for (const json &change : value["certainty"]) {
            finding.changes.push_back(readChange(change, where));
        }
    }
    return finding;
}

ordered_json toJson(const Finding &finding)
{
    ordered_json value = ordered_json::object();
    for (const TextField &field : kTexts) {
        if (!(finding.*field.member).empty()) {
            value[field.name] = finding.*field.member;
        }
    }
    if (finding.comparatorPer1000) {
        value["comparatorPer1000"] = *finding.comparatorPer1000;
    }
    if (!finding.measure.empty()) {
        ordered_json &effect = value["effect"] = {{"measure", finding.measure}};
        const auto set = [&](const char *name, const std::optional<double> &number) {
            if (number) {
                effect[name] = *number;
            }
        };
        set("estimate", finding.estimate);
        set("low", finding.low);
        set("high", finding.high);
    }
    if (finding.participants) {
        value["participants"] = *finding.participants;
    }
    value["start"] = wordFor(kStarts, finding.start);
    for (const CertaintyChange &change : finding.changes) {
        value["certainty"].push_back(
            {{"domain", change.domain}, {"levels", change.levels}, {"why", change.why}});
    }
    return value;
}

FindingsHead readFindingsHead(const json &value, const std::string &where)
{
    if (!value.is_object()) {
        throw Fault{where + ": \"findings\" must be an object."};
    }
    FindingsHead head;
    for (const HeadField &field : kHeads) {
        head.*field.member = textIn(value, field.name, where);
    }
    return head;
}

ordered_json toJson(const FindingsHead &head)
{
    ordered_json value = ordered_json::object();
    for (const HeadField &field : kHeads) {
        value[field.name] = head.*field.member;
    }
    return value;
}

} // namespace winnow::evidence
