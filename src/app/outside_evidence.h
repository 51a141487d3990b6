#pragma once

#include "app/workspace.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::app {

/// What is no literature but stands beside it in a mixed review.
enum class EvidenceKind {
    Interview,
    FocusGroup,
    FieldVisit,
    Observation,
    PolicyDocument,
    Statistics,
    Other,
};

/// The word of the log and of files: "field-visit".
[[nodiscard]] std::string_view toString(EvidenceKind kind);
/// "Field visit"
[[nodiscard]] std::string_view labelOf(EvidenceKind kind);
/// NotFound names those that there are.
[[nodiscard]] Result<EvidenceKind> evidenceKindFromString(std::string_view name);

/// A piece of evidence from outside the literature. It is a source of its own: it counts as no report and no
/// study, and tables and references mark it.
struct OutsideEvidence
{
    std::string key; ///< by which tables cite it
    EvidenceKind kind = EvidenceKind::Other;
    std::string title; ///< "Head of the MSME office" or that of a document
    std::string who{}; ///< who was asked, or who issued it; may be no name
    std::string place{};
    std::string date{};    ///< ISO 8601, may be partial
    std::string address{}; ///< http or https, of a document
    std::string text{};    ///< what was said or found, in short
};

/// Notes a piece of evidence, or changes the one of that key. Fails with InvalidArgument where it lacks a key
/// or a title, or a record of the review has that key.
[[nodiscard]] Result<void> noteEvidence(Workspace &workspace, const OutsideEvidence &evidence);

/// Takes one back; what was said before stays in the log.
[[nodiscard]] Result<void> removeEvidence(Workspace &workspace, std::string_view key);

/// In order of their keys' first mention.
[[nodiscard]] Result<std::vector<OutsideEvidence>> outsideEvidence(Workspace &workspace);

/// Notes all of a CSV file with the columns key, kind, title, who, place, date, address, text; one act.
/// Returns how many.
[[nodiscard]] Result<std::int64_t> importEvidence(Workspace &workspace, const std::filesystem::path &file);

/// The same file back.
[[nodiscard]] Result<void> exportEvidence(Workspace &workspace, const std::filesystem::path &file);

} // namespace winnow::app
