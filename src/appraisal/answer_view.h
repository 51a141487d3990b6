#pragma once

#include "appraisal/answers.h"
#include "appraisal/appraisals.h"

#include <span>
#include <string>

namespace winnow::appraisal {

/// The answers on one study.
struct AnsweredStudy
{
    std::string study;
    Answers answers;
};

/// What a plot shows of a tool whose domains are not judged: a column for each question that counts and that
/// was asked of any study, a disc for each answer. What was not asked of a study is not applicable. The tool
/// of the result has the answers' own words for its scale.
[[nodiscard]] Appraisals answersToShow(const Tool &tool, std::span<const AnsweredStudy> studies);

} // namespace winnow::appraisal
