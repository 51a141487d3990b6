#include "app/workspace.h"
#include "base/clock.h"
#include "base/uuid.h"
#include "gui/worker.h"
#include "support/temp_folder.h"

#include <QTest>

#include <atomic>

namespace winnow::gui {

/// What becomes of jobs when the program ends.
class WorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void endsOnlyOnceChangesAreMade()
    {
        std::atomic<bool> hasBegun = false;
        std::atomic<int> changes = 0;
        std::atomic<int> looks = 0;
        {
            Worker worker(m_review, services());
            worker.start({}, [&](app::Workspace &, Task &task) -> Worker::Done {
                hasBegun = true;
                while (!task.isStopped()) { // as a long search does
                    QThread::msleep(1);
                }
                return {};
            });
            QTRY_VERIFY(hasBegun);
            for (int i = 0; i < 3; ++i) {
                worker.start(
                    {},
                    [&](app::Workspace &, Task &task) -> Worker::Done {
                        changes += task.isStopped() ? 0 : 1;
                        return {};
                    },
                    Worker::Ending::Finished);
                worker.start({}, [&](app::Workspace &, Task &) -> Worker::Done {
                    ++looks;
                    return {};
                });
            }
        }
        QCOMPARE(changes.load(), 3);
        QCOMPARE(looks.load(), 0);
    }

    void doesNotStopAChangeThatRuns()
    {
        std::atomic<bool> hasBegun = false;
        std::atomic<bool> mayEnd = false;
        std::atomic<bool> wasStopped = true;
        auto worker = std::make_unique<Worker>(m_review, services());
        worker->start(
            {},
            [&](app::Workspace &, Task &task) -> Worker::Done {
                hasBegun = true;
                while (!mayEnd) {
                    QThread::msleep(1);
                }
                wasStopped = task.isStopped();
                return {};
            },
            Worker::Ending::Finished);
        QTRY_VERIFY(hasBegun);
        const std::unique_ptr<QThread> later(QThread::create([&] {
            QThread::msleep(20);
            mayEnd = true;
        }));
        later->start();
        worker.reset();
        QVERIFY(mayEnd);
        QVERIFY(!wasStopped);
        later->wait();
    }

    void stopsOnlyTheJobsOfAGroup()
    {
        std::atomic<bool> mayEnd = false;
        std::atomic<bool> wasStopped = false;
        std::atomic<int> others = 0;
        Worker worker(m_review, services());
        std::atomic<bool> hasBegun = false;
        worker.start(QStringLiteral("long"), [&](app::Workspace &, Task &task) -> Worker::Done {
            hasBegun = true;
            while (!mayEnd && !task.isStopped()) {
                QThread::msleep(1);
            }
            wasStopped = task.isStopped();
            return {};
        });
        for (const QString &group : {QStringLiteral("export"), QStringLiteral("other")}) {
            worker.start(group, [&others, group](app::Workspace &, Task &) -> Worker::Done {
                others += group == QStringLiteral("other") ? 1 : 10;
                return {};
            });
        }
        QTRY_VERIFY(hasBegun);
        QVERIFY(worker.stop(QStringLiteral("export")));
        QVERIFY(!worker.stop(QStringLiteral("export")));
        mayEnd = true;
        QTRY_COMPARE(others.load(), 1);
        QVERIFY(!wasStopped);
    }

    void initTestCase()
    {
        m_review = m_folder.path() / "r.winnow";
        QVERIFY(app::Workspace::create(m_review, "T", services()).isOk());
    }

private:
    [[nodiscard]] app::Services services() { return {&m_clock, &m_uuids, "ann"}; }

    test::TempFolder m_folder;
    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::filesystem::path m_review;
};

} // namespace winnow::gui

QTEST_GUILESS_MAIN(winnow::gui::WorkerTest)
#include "worker_test.moc"
