#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "model/decision.h"
#include "model/ids.h"
#endif

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace winnow::gui {

/// The steps of a review, in the order of the side bar.
enum class StepId {
    Overview,
    Searches,
    Records,
    Duplicates,
    TitleAbstract,
    FullText,
    Extraction,
    Evidence,
    Flow,
    Team,
    Log,
};

/// Where to go in the window: a step, and what it is to show there. What a step does not know it passes over.
struct Place
{
    StepId step = StepId::Overview;
    QString part = {};                 ///< a tab of the step by its object name; empty: as it was
    std::optional<QString> query = {}; ///< to search for in the step
    QString listTitle = {};            ///< what `list` is, for people
    std::optional<std::vector<RecordId>> list = {}; ///< exactly these records
    RecordId record = {};                           ///< to go to; 0: none
    QStringList files = {};                         ///< to import
    QString quote = {};                             ///< its place in a PDF, see model/quote_place.h
};

} // namespace winnow::gui
