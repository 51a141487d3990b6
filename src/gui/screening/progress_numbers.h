#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/own_progress.h"
#endif

#include <QString>

#include <cstdint>
#include <optional>

namespace winnow::gui {

/// Which share of the relevant records was found, as a random sample says.
struct RecallNumbers
{
    double recall = 0;
    double from = 0;
    double to = 0;
};

/// How far a reviewer is at a stage: read once in a while, and kept in step with each decision in between.
class ProgressNumbers
{
public:
    /// What was read, and the estimate of recall where there is one.
    void set(const app::OwnProgress &read, std::optional<RecallNumbers> recall);

    /// A record that was not decided before.
    void add(bool goesOn, std::int64_t timeMs);

    void setLeft(std::optional<std::size_t> left) { m_left = left; }

    /// Screening was ended by a rule.
    void setEnded(bool isEnded) { m_isEnded = isEnded; }

    void setOfSearch(bool isOfSearch) { m_isOfSearch = isOfSearch; }

    /// "12 left", "12 left of this search", "12 left, screening has ended"; empty while that is not known.
    [[nodiscard]] QString leftText() const;

    /// "412 of 1,580"; empty while that is not known.
    [[nodiscard]] QString positionText() const;

    /// "26 % . 31 included . 8.2 s each . 2 h 40 left": what is known of it.
    [[nodiscard]] QString paceText() const;

    /// "14 since the last included . recall 92 % (80 to 98)".
    [[nodiscard]] QString stoppingText() const;

    /// Decided of all, 0 to 1.
    [[nodiscard]] double share() const;

private:
    app::OwnProgress m_own;
    std::optional<RecallNumbers> m_recall;
    std::optional<std::size_t> m_left;
    bool m_isEnded = false;
    bool m_isOfSearch = false;
};

} // namespace winnow::gui
