#pragma once

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>
#include <utility>

namespace winnow::gui {

/// Runs `work` in a thread of its own, for what takes longer than a blink while no review is open, then
/// `show` with its result in the owner's thread. An owner that goes waits for the work; nothing is shown
/// then.
template <typename Work, typename Show>
void runApart(QObject *owner, Work work, Show show)
{
    using Outcome = decltype(work());
    auto outcome = std::make_shared<std::optional<Outcome>>();
    QThread *thread =
        QThread::create([outcome, work = std::move(work)]() mutable { outcome->emplace(work()); });
    thread->setParent(owner);
    QObject::connect(
        owner, &QObject::destroyed, thread, [thread] { thread->wait(); }, Qt::DirectConnection);
    QObject::connect(thread, &QThread::finished, owner, [thread, outcome, show = std::move(show)]() mutable {
        thread->deleteLater();
        show(*std::move(*outcome));
    });
    thread->start();
}

} // namespace winnow::gui
