#include "app/study_units.h"

#include "app/appraisals.h"
#include "app/outside_evidence.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace winnow::app {

namespace {

constexpr int kIdDigits = 12;

/// In the order of the records.
std::string idOf(RecordId first, const std::string &name)
{
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%0*lld", kIdDigits, static_cast<long long>(first.value));
    return std::string("report ") + digits.data() + (name.empty() ? "" : " " + name);
}

} // namespace

Result<StudyUnits> StudyUnits::of(Workspace &workspace)
{
    auto representatives = workspace.judgement().representatives();
    auto events = workspace.log().live(EventKind::ReportOfStudy);
    if (!representatives || !events) {
        return !representatives ? std::move(representatives).error() : std::move(events).error();
    }
    StudyUnits units(*std::move(representatives));
    for (const Event &event : *events) {
        units.m_said.insert_or_assign(units.m_representatives.of({event.subject}),
                                      store::studyDetail(event.detail));
    }
    for (const auto &[report, said] : units.m_said) {
        for (const std::string &study : said.studies) {
            units.m_reports[study].push_back(report);
        }
    }
    return units;
}

StudyUnit StudyUnits::named(const std::string &name) const
{
    const std::vector<RecordId> &reports = m_reports.at(name);
    return {idOf(reports.front(), name), name, reports, {}};
}

StudyUnit StudyUnits::ofReport(RecordId record, std::string_view name) const
{
    const RecordId report = m_representatives.of(record);
    const auto said = m_said.find(report);
    if (said == m_said.end() || said->second.studies.empty()) {
        return {idOf(report, {}), {}, {report}, {}};
    }
    const std::vector<std::string> &names = said->second.studies;
    const auto asked = std::ranges::find(names, name);
    return named(asked == names.end() ? names.front() : *asked);
}

std::vector<StudyUnit> StudyUnits::allOfReport(RecordId record) const
{
    std::vector<StudyUnit> units;
    for (const std::string &name : saidOf(record).studies) {
        units.push_back(named(name));
    }
    if (units.empty()) {
        units.push_back(ofReport(record));
    }
    return units;
}

StudyUnit StudyUnits::ofEvidence(const std::string &key)
{
    return {"tells " + key, {}, {}, key};
}

store::StudyDetail StudyUnits::saidOf(RecordId record) const
{
    const auto said = m_said.find(m_representatives.of(record));
    return said == m_said.end() ? store::StudyDetail() : said->second;
}

Result<std::vector<std::string>> labelsOf(Workspace &workspace, const std::vector<StudyUnit> &units)
{
    std::vector<RecordId> nameless;
    bool hasEvidence = false;
    for (const StudyUnit &unit : units) {
        hasEvidence = hasEvidence || !unit.evidence.empty();
        if (unit.name.empty() && unit.evidence.empty()) {
            nameless.push_back(unit.reports.front());
        }
    }
    auto labels = studyLabels(workspace, nameless);
    auto evidence = hasEvidence ? outsideEvidence(workspace)
                                : Result<std::vector<OutsideEvidence>>(std::vector<OutsideEvidence>());
    if (!labels || !evidence) {
        return !labels ? std::move(labels).error() : std::move(evidence).error();
    }
    std::vector<std::string> all;
    all.reserve(units.size());
    auto next = labels->begin();
    for (const StudyUnit &unit : units) {
        if (!unit.evidence.empty()) {
            const auto found = std::ranges::find(*evidence, unit.evidence, &OutsideEvidence::key);
            all.push_back(found == evidence->end() ? unit.evidence : found->title);
        } else if (unit.name.empty() && next != labels->end()) {
            all.push_back(*next++);
        } else {
            all.push_back(unit.name);
        }
    }
    return all;
}

} // namespace winnow::app
