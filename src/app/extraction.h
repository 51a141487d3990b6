#pragma once

#include "app/workspace.h"
#include "extraction/comparison.h"
#include "extraction/form.h"
#include "extraction/values.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// What values are extracted from: a report, for the study that it tells of, or evidence from outside the
/// literature.
struct ExtractionSubject
{
    RecordId record;
    std::string evidence{}; ///< its key; empty: the record's report
    std::string study{};    ///< which one, where the report tells of several; empty: the first
};

/// By the key of a piece of evidence from outside, else by that of a record.
[[nodiscard]] Result<ExtractionSubject> subjectFromKey(Workspace &workspace, std::string_view key);

/// Notes values under a form's paths, as one act of the reviewer that undo takes back. A later value of the
/// same reviewer holds in place of an earlier one; one without parts that is `Extracted` takes it back. Fails
/// with NotFound for a path that the form does not have, and with InvalidArgument for a computed field.
[[nodiscard]] Result<void> extractValues(Workspace &workspace,
                                         const ExtractionSubject &subject,
                                         std::string_view form,
                                         const extraction::Values &values);

/// Values of one subject by one extractor, as files hold them.
struct ExtractionEntry
{
    ExtractionSubject subject;
    std::string extractor; ///< empty: the reviewer
    bool isAgreed = false; ///< a consensus
    extraction::Values values;
};

/// The same of many, in one act.
[[nodiscard]] Result<void>
extractAll(Workspace &workspace, std::string_view form, const std::vector<ExtractionEntry> &entries);

/// Says what holds, whatever the extractors said. Fails with Denied where the reviewer may not settle
/// conflicts at full text.
[[nodiscard]] Result<void> agreeOnValues(Workspace &workspace,
                                         const ExtractionSubject &subject,
                                         std::string_view form,
                                         const extraction::Values &values);

/// What holds at one path.
struct HeldValue
{
    extraction::Value value;                 ///< as the extractors agree; of a dispute that of the first
    std::vector<std::string> extractors;     ///< who said it
    bool isAgreed = false;                   ///< by consensus
    bool isDisputed = false;                 ///< they differ, and nothing was agreed
    std::vector<extraction::Value> others{}; ///< what the others say, in a dispute
};

/// What was extracted for one study with one form, as far as the reviewer may see it: others' values show
/// once full texts are not blind any more.
struct StudyExtraction
{
    std::string id;                                        ///< as StudyUnit::id
    std::string name;                                      ///< of the study, where it was given one
    std::string label;                                     ///< "Hassan 2020"
    std::vector<RecordId> reports;                         ///< of the study; none: evidence from outside
    std::vector<std::string> keys;                         ///< of the reports, or of the evidence
    std::map<std::string, extraction::Values> byExtractor; ///< under the present version of the form
    extraction::Values agreed;                             ///< likewise
    std::map<std::string, std::vector<std::string>>
        notices{}; ///< per path: what does not fit the form any more

    /// By path; computed fields too.
    [[nodiscard]] std::map<std::string, HeldValue> held(const extraction::Form &form) const;
};

/// Of all studies and evidence that values were extracted for.
[[nodiscard]] Result<std::vector<StudyExtraction>> extractionsOf(Workspace &workspace,
                                                                 const extraction::Form &form);

/// Of one.
[[nodiscard]] Result<StudyExtraction>
extractionOf(Workspace &workspace, const ExtractionSubject &subject, const extraction::Form &form);

} // namespace winnow::app
