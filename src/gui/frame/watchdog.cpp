#include "gui/frame/watchdog.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <ctime>

namespace winnow::gui {

namespace {

/// Of the calling thread.
double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv, double mostMs)
    : QApplication(argc, argv)
    , m_mostMs(mostMs)
{}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0 || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    // Before the event: it may delete the receiver.
    const QString name =
        QString::fromLatin1(receiver->metaObject()->className()) + QLatin1Char(' ') + receiver->objectName();
    const QEvent::Type type = event->type();
    ++m_depth;
    const double before = processorMs();
    const bool isTaken = QApplication::notify(receiver, event);
    const double took = processorMs() - before;
    --m_depth;
    if (took > m_mostMs) {
        const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_blocks.push_back(
            {QString::fromLatin1(key == nullptr ? "event" : key) + QStringLiteral(" for ") + name, took});
        qWarning("The GUI thread was kept for %.0f ms by %s", took, qPrintable(m_blocks.back().what));
    }
    return isTaken;
}

} // namespace winnow::gui
