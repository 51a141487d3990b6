#include "app/decide.h"
#include "filled_review.h"
#include "gui/flow/flow_view.h"
#include "gui/frame/side_bar.h"
#include "gui/frame/step.h"
#include "gui/frame/step_numbers.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace winnow::gui {

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QSettings().clear(); // all reviews of these tests have the same id
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
    }

    void cleanup() { m_window.reset(); }

    void tellsWhatToDoInAnEmptyReview()
    {
        m_window->show();
        QVERIFY(m_window->createReview(m_folder->path() / "r.winnow", QStringLiteral("A review")));
        m_window->goTo({StepId::Overview});
        QTRY_COMPARE(child<QPushButton>("nextButton")->text(), QStringLiteral("Bring in records"));
        const QSignalSpy wanted(m_window->session(), &Session::wanted);
        child<QPushButton>("nextButton")->click();
        QCOMPARE(wanted.front().front().value<Place>().step, StepId::Searches);
    }

    void followsWhatIsDone()
    {
        QVERIFY(fillReview(*m_window, *m_folder, kRis));
        QTRY_COMPARE(child<QPushButton>("nextButton")->text(), QStringLiteral("Find duplicates"));
        StepNumbers::of(*m_window->session()).setLikelyPairs(0);
        QCOMPARE(child<QPushButton>("nextButton")->text(), QStringLiteral("Screen titles and abstracts"));
        QVERIFY(child<QLabel>("nextLabel")->text().contains(QStringLiteral("2")));
        decide(1, Verdict::Exclude);
        QTRY_VERIFY(child<QLabel>("nextLabel")->text().contains(QStringLiteral("1")));
        QTRY_VERIFY(child<QLabel>("stageParts")->text().contains(QStringLiteral("1 excluded")));
        QTRY_VERIFY(child<QLabel>("reviewersLabel")->text().contains(QStringLiteral("anna")));
        QTRY_VERIFY(child<FlowView>("flowView")->diagram().description.find("Records excluded** (n = 1)") !=
                    std::string::npos);
        QTRY_VERIFY(child<QLabel>("activityLabel")->text().contains(QStringLiteral("exclude")));
    }

    void opensTheRecordsBehindANumber()
    {
        QVERIFY(fillReview(*m_window, *m_folder, kRis));
        decide(2, Verdict::Include);
        QTRY_VERIFY(m_window->step(StepId::Overview)->findChild<QLabel *>(QStringLiteral("stageParts")) !=
                    nullptr);
        const QSignalSpy wanted(m_window->session(), &Session::wanted);
        Q_EMIT child<QLabel>("stageParts")->linkActivated(QStringLiteral("include"));
        QTRY_COMPARE(wanted.count(), 1);
        const auto place = wanted.front().front().value<Place>();
        QCOMPARE(place.step, StepId::Records);
        QCOMPARE(place.list->size(), std::size_t{1});
        QCOMPARE(place.list->front(), RecordId{2});
    }

    void showsTheNumbersInTheSideBar()
    {
        QVERIFY(fillReview(*m_window, *m_folder, kRis));
        QTRY_VERIFY(spoken(StepId::Records).endsWith(QStringLiteral("2")));
        decide(1, Verdict::Exclude);
        QTRY_VERIFY(spoken(StepId::TitleAbstract).contains(QStringLiteral("50 %")));
        StepNumbers::of(*m_window->session()).setLikelyPairs(3);
        QVERIFY(spoken(StepId::Duplicates).contains(QStringLiteral("3, needs attention")));
    }

private:
    static constexpr const char *kRis =
        "TY  - JOUR\nID  - A\nTI  - Salt\nAU  - Tan, B.\nPY  - 2020\nER  - \n\n"
        "TY  - JOUR\nID  - B\nTI  - Tin\nAU  - Ma, L.\nPY  - 2018\nER  - \n";

    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->step(StepId::Overview)->findChild<Widget *>(QString::fromLatin1(name));
    }

    void decide(std::int64_t record, Verdict verdict)
    {
        app::DecideRequest request;
        request.record = {record};
        request.verdict = verdict;
        QVERIFY(app::decide(m_window->session()->workspace(), std::span(&request, 1)));
        m_window->session()->refresh(Change::Decisions);
    }

    QString spoken(StepId step)
    {
        const auto *bar = m_window->findChild<SideBar *>();
        return bar->item(static_cast<int>(step))->data(Qt::AccessibleTextRole).toString();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::OverviewTest)
#include "overview_test.moc"
