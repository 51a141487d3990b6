#pragma once

#include "app/extraction.h"
#include "app/study_units.h"

#include <optional>
#include <string>

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

/// What is extracted from a subject.
[[nodiscard]] StudyUnit unitOf(const StudyUnits &units, const ExtractionSubject &subject);

/// What the value of an event belongs to.
[[nodiscard]] StudyUnit unitOf(const StudyUnits &units, const Event &event, const SaidValue &said);

} // namespace winnow::app
