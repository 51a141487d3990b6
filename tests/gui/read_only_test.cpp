#include "app/appraisal_tools.h"
#include "app/appraisals.h"
#include "app/record_list.h"
#include "crash/faults.h"
#include "filled_review.h"
#include "gui/extraction/appraisal_pane.h"
#include "gui/extraction/quote_edit.h"
#include "gui/frame/read_only_guard.h"
#include "gui/frame/step.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace winnow::gui {

namespace fs = std::filesystem;

/// A review that may be read, but not written.
class ReadOnlyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        start();
        QVERIFY(fillReview(*m_window, *m_folder, "TY  - JOUR\nTI  - Paper\nER  - \n"));
        m_window.reset();
        fs::permissions(review(), fs::perms(0444));
        fs::permissions(m_folder->path(), fs::perms(0755));
        m_unprivileged = std::make_unique<crash::Unprivileged>();
        start();
        QVERIFY(m_window->openReview(review()));
    }

    void cleanup()
    {
        m_window.reset();
        m_unprivileged.reset();
    }

    void saysThatItCanOnlyBeRead()
    {
        QCOMPARE(m_window->windowTitle(), QStringLiteral("A review (read only) \u2013 Winnow"));
        QVERIFY(child<QLabel>("readOnlyLabel")->isVisible());
        QVERIFY(child<QLabel>("messageLabel")->text().contains(QStringLiteral("can only be read")));
    }

    void offersNothingThatWouldWriteWhateverAStepSays()
    {
        QVERIFY(!child<QAction>("undoAction")->isEnabled());
        QVERIFY(!child<QAction>("redoAction")->isEnabled());
        Step *step = m_window->step(StepId::Records);
        QAction *writes = addAction(step, true);
        QAction *reads = addAction(step, false);
        auto *button = new QPushButton(step);
        button->setProperty(kChangesReview, true);
        m_window->goTo({StepId::Records});
        QVERIFY(!writes->isEnabled());
        QVERIFY(!button->isEnabled());
        QVERIFY(reads->isEnabled());
        writes->setEnabled(true);
        button->setEnabled(true);
        QVERIFY(!writes->isEnabled());
        QVERIFY(!button->isEnabled());
    }

    void showsTheQuotesOfAnAppraisalInTheirPdfs()
    {
        const fs::path own = m_folder->path() / "own.winnow";
        m_unprivileged.reset();
        m_window.reset();
        fs::copy_file(review(), own);
        fs::permissions(own, fs::perms(0644));
        {
            auto workspace = app::Workspace::open(own, {&m_clock, &m_uuids, "anna"});
            QVERIFY(workspace);
            const auto tool = app::toolOf(**workspace, "rob2");
            QVERIFY(tool);
            QVERIFY(app::appraise(**workspace,
                                  app::allRecords(**workspace)->front(),
                                  **tool,
                                  {{.domain = "D1",
                                    .judgement = appraisal::Judgement::Low,
                                    .quote = "Lots were drawn",
                                    .page = "2",
                                    .place = std::string(64, 'a') + "#page=2"}}));
        }
        fs::permissions(own, fs::perms(0444));
        m_unprivileged = std::make_unique<crash::Unprivileged>();
        start();
        QVERIFY(m_window->openReview(own));
        m_window->goTo({.step = StepId::Extraction,
                        .part = QStringLiteral("appraisal"),
                        .record = app::allRecords(m_window->session()->workspace())->front()});
        auto *pane = m_window->findChild<AppraisalPane *>();
        const auto quoteOf = [pane] {
            const auto rows = pane->findChildren<QuoteEdit *>();
            const auto found =
                std::ranges::find_if(rows, [](const QuoteEdit *row) { return !row->typed().isEmpty(); });
            return found == rows.end() ? nullptr : *found;
        };
        QTRY_VERIFY(quoteOf() != nullptr);
        QVERIFY(quoteOf()->text()->isReadOnly());
        auto *show = quoteOf()->findChild<QToolButton *>(QStringLiteral("placeButton"));
        QVERIFY(show->isEnabled());
        show->click();
        QTRY_VERIFY(child<QLabel>("messageLabel")->text().contains(QStringLiteral("not attached any more")));
    }

    void offersAllAgainForAReviewThatCanBeWritten()
    {
        const fs::path own = m_folder->path() / "own.winnow";
        m_unprivileged.reset();
        fs::copy_file(review(), own);
        fs::permissions(own, fs::perms(0644));
        QVERIFY(m_window->openReview(own));
        QVERIFY(!child<QLabel>("readOnlyLabel")->isVisible());
        QVERIFY(child<QAction>("undoAction")->isEnabled());
        QAction *writes = addAction(m_window->step(StepId::Records), true);
        m_window->goTo({StepId::Records});
        QVERIFY(writes->isEnabled());
        QCOMPARE(m_window->windowTitle(), QStringLiteral("A review \u2013 Winnow"));
    }

private:
    fs::path review() { return m_folder->path() / "r.winnow"; }

    void start()
    {
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        m_window->show();
    }

    static QAction *addAction(Step *step, bool changesReview)
    {
        auto *action = new QAction(QStringLiteral("Act"), step);
        action->setProperty(kChangesReview, changesReview);
        step->addAction(action);
        return action;
    }

    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
    std::unique_ptr<crash::Unprivileged> m_unprivileged;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::ReadOnlyTest)

#include "read_only_test.moc"
