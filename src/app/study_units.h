#pragma once

#include "app/workspace.h"
#include "store/event_detail.h"
#include "store/judgement.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A study by its reports, or a piece of evidence from outside the literature: what values and tables speak
/// of.
struct StudyUnit
{
    std::string id;   ///< tells it from others; sorts by its first report
    std::string name; ///< that the study was given; empty: it has only this report
    std::vector<RecordId>
        reports;          ///< each by the record that stands for its group, ascending; none: evidence
    std::string evidence; ///< its key; empty: a study
};

/// Which reports tell of which studies, as the log has it.
class StudyUnits
{
public:
    [[nodiscard]] static Result<StudyUnits> of(Workspace &workspace);

    /// Of a report (or a duplicate of it); of one that tells of several studies the one of that name, else
    /// the first.
    [[nodiscard]] StudyUnit ofReport(RecordId record, std::string_view name = {}) const;

    /// All studies of a report, one at least.
    [[nodiscard]] std::vector<StudyUnit> allOfReport(RecordId record) const;

    [[nodiscard]] static StudyUnit ofEvidence(const std::string &key);

    /// What was said of a report; nothing said: no studies.
    [[nodiscard]] store::StudyDetail saidOf(RecordId record) const;

    [[nodiscard]] RecordId representativeOf(RecordId record) const { return m_representatives.of(record); }

private:
    explicit StudyUnits(store::Representatives representatives)
        : m_representatives(std::move(representatives))
    {}

    [[nodiscard]] StudyUnit named(const std::string &name) const;

    store::Representatives m_representatives;
    std::map<RecordId, store::StudyDetail> m_said;          ///< by report; the newest
    std::map<std::string, std::vector<RecordId>> m_reports; ///< by study
};

/// "Hassan 2020" of each, or the name that a study was given, or the title of evidence.
[[nodiscard]] Result<std::vector<std::string>> labelsOf(Workspace &workspace,
                                                        const std::vector<StudyUnit> &units);

} // namespace winnow::app
