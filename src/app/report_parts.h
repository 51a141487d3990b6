#pragma once

#include "app/appraisals.h"
#include "app/cited_material.h"
#include "app/reference_list.h"
#include "app/review_facts.h"
#include "evidence/table.h"
#include "flow/numbers.h"
#include "publish/document.h"

#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

/// All that a report is written from.
struct ReportMaterial
{
    CitedMaterial cited;
    std::string title;
    std::string date; ///< of today, ISO 8601
    ReviewFacts facts;
    flow::Counts counts;
    std::vector<evidence::PrintedTable> printed; ///< all tables
    ReferenceList references;
    std::vector<ReviewAppraisals> appraisals; ///< one for each tool that was used
    bool wereAppraised = false; ///< something was, though perhaps not completely, or not for this
                                ///< reviewer to see
    std::string agreement;      ///< a sentence; empty: nobody read the same records
    std::string ending;         ///< what a rule said when it ended the screening; empty: none did
};

/// What people wrote under a heading of one of these names, with its citations as numbers; nothing where no
/// heading has one.
[[nodiscard]] std::vector<publish::Block> writtenUnder(const ReportMaterial &material,
                                                       const std::vector<std::string_view> &names);

/// What they wrote under other headings, with the headings.
[[nodiscard]] std::vector<publish::Block> writtenElse(const ReportMaterial &material);

/// Names of the headings that have a place of their own.
[[nodiscard]] const std::vector<std::string_view> &keyMessageNames();
[[nodiscard]] const std::vector<std::string_view> &backgroundNames();
[[nodiscard]] const std::vector<std::string_view> &methodNames();
[[nodiscard]] const std::vector<std::string_view> &limitationNames();

/// Key messages as people wrote them; where they wrote none, what the review can say of itself under another
/// title.
[[nodiscard]] publish::Highlight highlightOf(const ReportMaterial &material);

/// What the review knows to limit its answers, a sentence each.
[[nodiscard]] std::vector<std::string> knownLimits(const ReportMaterial &material);

/// The methods in sentences.
[[nodiscard]] std::vector<std::string> methodsOf(const ReportMaterial &material);

} // namespace winnow::app
