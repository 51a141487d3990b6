#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/query_effects.h"
#endif

#include <QString>

#include <string>
#include <vector>

namespace winnow::gui {

/// What one line of an editor finds among the records of the review.
struct LineHits
{
    QString text;         ///< for the margin; empty where nothing on the line can be counted by itself
    QString toolTip;      ///< what each part of the line finds, adds and loses
    bool isEmpty = false; ///< something on it finds nothing

    bool operator==(const LineHits &) const = default;
};

/// One for each line of the text that was asked for, as it stands, blanks and all.
[[nodiscard]] std::vector<LineHits> lineHits(const std::string &query, const app::QueryEffects &effects);

} // namespace winnow::gui
