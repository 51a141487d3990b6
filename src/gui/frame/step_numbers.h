#pragma once

#include "gui/frame/session.h"
#include "gui/frame/side_bar.h"

#ifndef Q_MOC_RUN
#include "app/review_numbers.h"
#endif

#include <QTimer>

#include <map>
#include <memory>

namespace winnow::gui {

/// The numbers of an open review, counted again in the reader's thread after every change, for the side bar
/// and whoever shows them.
class StepNumbers : public QObject
{
    Q_OBJECT

public:
    /// Those of a session, made when they are first asked for. They end with it.
    [[nodiscard]] static StepNumbers &of(Session &session);

    /// Shows them in the side bar from now on, which must outlive the session or be gone with it.
    void showIn(SideBar *bar);

    /// None before the first count.
    [[nodiscard]] const std::optional<app::ReviewNumbers> &numbers() const { return m_numbers; }

    /// How many pairs a person is to judge, as somebody who looked for them knows. Kept until somebody looks
    /// again, also when the program ends.
    void setLikelyPairs(std::int64_t count);

Q_SIGNALS:
    void changed(); ///< numbers() are new

private:
    explicit StepNumbers(Session &session);

    void read();
    [[nodiscard]] QString likelyPairsKey() const;
    [[nodiscard]] std::optional<std::int64_t> likelyPairs() const;

    Session &m_session;
    QTimer m_wait;                              ///< several changes are counted at once
    std::shared_ptr<app::NumbersCount> m_count; ///< of the reader's thread
    std::optional<app::ReviewNumbers> m_numbers;
};

/// As the side bar shows them.
[[nodiscard]] std::map<StepId, StepNumber> sideBarNumbers(const app::ReviewNumbers &numbers);

} // namespace winnow::gui
