#pragma once

#include "app/pdf_facts.h"
#include "model/ids.h"
#include "model/record.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A report for which PDFs are sought.
struct MatchTarget
{
    RecordId report;             ///< the record that stands for the group
    std::vector<Record> records; ///< all that tell of the report
};

enum class MatchGrade {
    None,      ///< no report fits
    ToConfirm, ///< a person says
    Sure,
};

struct MatchCandidate
{
    RecordId report;
    double score = 0;   ///< 0 to 1, to put candidates in order
    std::string reason; ///< in words: "same title, first author, year; but another DOI is printed"
};

/// Which report a PDF holds.
struct PdfMatch
{
    MatchGrade grade = MatchGrade::None;
    std::vector<MatchCandidate> candidates{}; ///< one where it is sure; else the best first, three at most
};

/// Finds the reports of PDFs. A match is sure by the DOI, which the title or the first author with the year
/// confirm, or by title, first author and year: where the title is that of the paper and not of one that it
/// cites, corrects or comments on. The answer for a PDF does not depend on other PDFs, nor on the order of
/// the reports. May be asked by several threads at once.
class ReportMatcher
{
public:
    explicit ReportMatcher(std::span<const MatchTarget> targets);
    ~ReportMatcher();
    ReportMatcher(const ReportMatcher &) = delete;
    ReportMatcher &operator=(const ReportMatcher &) = delete;

    [[nodiscard]] PdfMatch match(const PdfFacts &pdf) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> m_parts;
};

/// Of several PDFs that are surely the same report only the best stays sure: the others are its other
/// versions, or its supplements. `names` tells equals apart: the first of them in order.
void keepOneForEachReport(std::span<PdfMatch *const> matches, std::span<const std::string> names);

} // namespace winnow::app
