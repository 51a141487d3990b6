#include "app/labels.h"
#include "app/record_list.h"
#include "filled_review.h"
#include "gui/frame/message_line.h"
#include "gui/frame/side_bar.h"
#include "gui/frame/step.h"
#include "gui/frame/steps.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

namespace winnow::gui {

class FrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        std::string ris;
        for (int i = 0; i < 6; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   "\nAB  - Text.\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
    }

    void cleanup() { m_window.reset(); }

    void showsEachStepThatIsChosenInTheSideBar()
    {
        auto *bar = m_window->findChild<SideBar *>();
        for (const StepEntry &entry : allSteps()) {
            bar->setCurrentRow(static_cast<int>(entry.id));
            QCOMPARE(shownStep(), QString::fromLatin1(entry.name));
            QCOMPARE(child<QLabel>("stepTitle")->text(), titleOf(entry.id));
        }
    }

    void stopsTheWorkOfOthersThatItFollows()
    {
        Session &session = *m_window->session();
        std::atomic<bool> isStopped{false};
        Worker other(session.workspace().path(), session.services());
        session.follow(other);
        other.start({}, [&isStopped](app::Workspace & /*review*/, Task &task) {
            task.report({"asking far away", 1, 10});
            while (!task.isStopped()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            isStopped = true;
            return Worker::Done([] {});
        });
        const auto *line = m_window->findChild<MessageLine *>();
        auto *stop = line->findChild<QPushButton *>(QStringLiteral("stopButton"));
        QTRY_VERIFY(stop->isVisible());
        QVERIFY(line->findChild<QLabel *>(QStringLiteral("progressLabel"))
                    ->text()
                    .contains(QStringLiteral("asking far away")));
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(isStopped);
        QTRY_VERIFY(!stop->isVisible());
    }

    void undoesFromAnyStepAndSaysWhat()
    {
        Session &session = *m_window->session();
        const auto records = app::allRecords(session.workspace());
        QVERIFY(records);
        QVERIFY(app::addLabel(session.workspace(), "women", std::span(records->data(), 1)));
        session.tell({QStringLiteral("Labelled"), Change::Marks});
        QVERIFY(undoButton()->isVisible());
        m_window->goTo({StepId::Log});
        QTest::mouseClick(undoButton(), Qt::LeftButton);
        QVERIFY(message().startsWith(QStringLiteral("Undone: ")));
        QVERIFY(app::marksOf(session.workspace(), records->front())->labels.empty());
    }

    void offersTheCommandOfWhatWasDone()
    {
        m_window->session()->tell({QStringLiteral("Done"),
                                   Change::Marks,
                                   {QStringLiteral("label"), QStringLiteral("{}"), QStringLiteral("it's")}});
        const QString command = m_window->findChild<MessageLine *>()->command();
        QVERIFY(command.startsWith(QStringLiteral("winnow label /")));
        QVERIFY(command.endsWith(QStringLiteral("r.winnow 'it'\\''s'")));
    }

    void goesBackToTheStartPageAndOpensAgain()
    {
        QVERIFY(m_window->closeReview());
        QCOMPARE(child<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("startPage"));
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        QCOMPARE(shownStep(), QStringLiteral("overview"));
        QVERIFY(!m_window->openReview(m_folder->path() / "none.winnow"));
        QVERIFY(message().contains(QStringLiteral("none.winnow")));
        QVERIFY(m_window->session() != nullptr);
    }

private:
    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    QPushButton *undoButton()
    {
        return m_window->findChild<MessageLine *>()->findChild<QPushButton *>(QStringLiteral("undoButton"));
    }

    QString shownStep() { return child<QStackedWidget>("steps")->currentWidget()->objectName(); }

    QString message() { return child<QLabel>("messageLabel")->text(); }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::FrameTest)
#include "frame_test.moc"
