#pragma once

#include "app/extraction.h"
#include "store/judgement.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// What the log says of one value.
struct SaidValue
{
    std::string form;
    int version = 1; ///< of the form, when it was said
    std::string evidence;
    std::string study;
    extraction::Value value;
};

/// The event of a value, but for its kind.
[[nodiscard]] store::EventDraft valueEvent(const ExtractionSubject &subject,
                                           const extraction::Form &form,
                                           const std::string &path,
                                           const extraction::Value &value);

/// Nothing where the event holds none that this version of Winnow can read.
[[nodiscard]] std::optional<SaidValue> valueOf(const Event &event);

/// A study, or a piece of evidence from outside, that values belong to.
struct ExtractionUnit
{
    std::string name;              ///< tells it from others; for sorting
    std::string evidence;          ///< its key; empty: a study
    std::vector<RecordId> reports; ///< of the study
    std::string study{};           ///< its name, where it was given one
};

/// Which reports tell of which study.
class StudyUnits
{
public:
    [[nodiscard]] static Result<StudyUnits> of(Workspace &workspace);

    [[nodiscard]] ExtractionUnit unitOf(const ExtractionSubject &subject) const;
    [[nodiscard]] ExtractionUnit unitOf(const Event &event, const SaidValue &said) const;

private:
    explicit StudyUnits(store::Representatives representatives)
        : m_representatives(std::move(representatives))
    {}

    store::Representatives m_representatives;
    std::map<RecordId, std::vector<std::string>> m_studies; ///< by report
    std::map<std::string, std::vector<RecordId>> m_reports; ///< by study
};

/// Its label and keys.
[[nodiscard]] Result<void> nameUnit(Workspace &workspace,
                                    const ExtractionUnit &unit,
                                    std::string &label,
                                    std::vector<std::string> &keys);

} // namespace winnow::app
