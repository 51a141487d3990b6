#pragma once

#include <QApplication>

#include <vector>

namespace winnow::gui {

/// An event that kept the GUI thread too long.
struct Block
{
    QString what; ///< the event and who it was for
    double cpuMs = 0;
};

/// An application that measures how long each event keeps the GUI thread, in its processor time: what else
/// the machine does is of no account. For debug builds and tests; a user's program does not measure.
class WatchedApplication : public QApplication
{
    Q_OBJECT

public:
    /// How long an event may take.
    static constexpr double kMostMs = 50;

    WatchedApplication(int &argc, char **argv, double mostMs = kMostMs);

    bool notify(QObject *receiver, QEvent *event) override;

    /// The events that took longer, in the order in which they came.
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }

private:
    double m_mostMs;
    int m_depth = 0; ///< of events within events: only the outermost are measured
    std::vector<Block> m_blocks;
};

} // namespace winnow::gui
