#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/check_query.h"
#include "app/online_translation.h"
#endif

#include <optional>
#include <string>
#include <vector>

namespace winnow::gui {

/// A query as one source can be asked it.
struct SourceReading
{
    std::string source;                                ///< id
    std::optional<app::OnlineTranslation> translation; ///< absent where it cannot be asked at all
    std::string refusal;                               ///< why, for people
};

/// All that the text of a query says, without a look at any record.
struct QueryReading
{
    app::CheckedText checked;
    query::Precedence precedence = query::Precedence::Classic;
    std::string words;  ///< what it finds, as query::explain() has it; empty where it cannot be read
    std::string asRead; ///< with all parentheses
    std::string other;  ///< likewise under the other precedence; empty where that is the same
    std::vector<SourceReading> sources; ///< where it may be asked

    [[nodiscard]] bool canRun() const { return checked.root != nullptr && checked.isOk; }
};

/// What cannot be run stands first among the problems. Belongs to no thread.
[[nodiscard]] QueryReading
readQuery(const std::string &text, query::Precedence precedence, const std::vector<std::string> &sources);

/// The text with the parentheses that one of the two readings needs.
[[nodiscard]] std::string withBrackets(const std::string &text, query::Precedence precedence);

[[nodiscard]] query::Precedence otherThan(query::Precedence precedence);

} // namespace winnow::gui
