#pragma once

#include "gui/settings/screening_keys.h"

#include <QObject>

#include <array>

class QAction;
class QWidget;

namespace winnow::gui {

/// What can be done while records are screened, beside what ScreeningKeys has a key for.
enum class Doing {
    Next, ///< to the record after, where Back went to one before
    List,
    Mask,
    Highlights,
    WorkThrough,
    OrderImport,
    OrderRank,
    OrderRandom,
    Bulk,
    Labels,
    ShowRead,
    ShowSettings,
    ShowStopping,
};

inline constexpr std::size_t kDoings = 13;
inline constexpr std::size_t kReasonKeys = 9;

/// The actions of a screening, on the widget within which their keys hold.
class ScreeningActions : public QObject
{
    Q_OBJECT

public:
    explicit ScreeningActions(QWidget *owner);

    [[nodiscard]] QAction *of(Act act) const { return m_acts.at(static_cast<std::size_t>(act)); }

    [[nodiscard]] QAction *of(Doing doing) const { return m_doings.at(static_cast<std::size_t>(doing)); }

    /// Excludes for a reason of the stage, from 0.
    [[nodiscard]] QAction *ofReason(std::size_t place) const { return m_reasons.at(place); }

    void setKeys(const ScreeningKeys &keys);

    /// What is on now: records can be read, something can be written, a record is there, as many reasons.
    struct State
    {
        bool isReading = false;
        bool isWritable = false;
        bool hasRecord = false;
        std::size_t reasons = 0;
    };

    void fit(const State &state);

private:
    std::array<QAction *, kActs> m_acts{};
    std::array<QAction *, kDoings> m_doings{};
    std::array<QAction *, kReasonKeys> m_reasons{};
};

} // namespace winnow::gui
