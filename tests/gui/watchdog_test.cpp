#include "watched.h"

#include <QTimer>

#include <ctime>

namespace winnow::gui {

/// Keeps the processor busy.
void spin(double ms)
{
    const std::clock_t end = std::clock() + static_cast<std::clock_t>(ms * CLOCKS_PER_SEC / 1000);
    while (std::clock() < end) {
    }
}

class WatchdogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tellsOfAnEventThatKeepsTheThreadTooLong()
    {
        auto *application = qobject_cast<WatchedApplication *>(QCoreApplication::instance());
        QVERIFY(application != nullptr);
        bool isDone = false;
        QTimer timer;
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [&] {
            spin(80);
            isDone = true;
        });
        timer.start(0);
        QTRY_VERIFY(isDone);
        QCOMPARE(application->blocks().size(), 1U);
        QVERIFY(application->blocks().front().cpuMs >= 50);
    }

    void saysNothingOfOneThatOnlyWaits()
    {
        const auto *application = qobject_cast<WatchedApplication *>(QCoreApplication::instance());
        const std::size_t before = application->blocks().size();
        bool isDone = false;
        QTimer timer;
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [&] {
            QThread::msleep(80);
            isDone = true;
        });
        timer.start(0);
        QTRY_VERIFY(isDone);
        QCOMPARE(application->blocks().size(), before);
    }
};

} // namespace winnow::gui

int main(int argc, char **argv)
{
    winnow::gui::WatchedApplication application(argc, argv); // the limit of a user's program
    winnow::gui::WatchdogTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "watchdog_test.moc"
