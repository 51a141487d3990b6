#pragma once

#include "extraction/form.h"
#include "extraction/values.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace winnow::extraction {

/// Whether two values say the same: 12.50 and 12.5, options in any order, texts in any case and with any
/// blanks, an interval whose level is not said and one of 95 %. Quotes and notes do not count.
[[nodiscard]] bool saysTheSame(const Field &field, const Value &one, const Value &other);

enum class Agreement { Agree, Differ, OnlyOne, Nobody };

/// "agree", "differ", "only-one", "nobody".
[[nodiscard]] std::string_view toString(Agreement agreement);

/// What extractors say at one path.
struct ComparedField
{
    std::string path;             ///< with the first extractor's name of an arm or outcome
    const Field *field = nullptr; ///< of the form given; nullptr: it has none of this path any more
    Agreement agreement = Agreement::Nobody;
    std::vector<std::optional<Value>> said{};
    std::optional<Value>
        proposal{}; ///< where all said it and agree: the first one's, with everybody's quotes
};

/// Values of one study, one set for each extractor (two at least for a comparison that says anything), side
/// by side in the order of the form: each field that is asked for one of them or has a value. Names of arms
/// and outcomes may differ in case and blanks. `form` must outlive the result.
[[nodiscard]] std::vector<ComparedField> compare(const Form &form, std::span<const Values> extractors);

} // namespace winnow::extraction
