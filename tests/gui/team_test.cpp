#include "app/attachments.h"
#include "app/bundles.h"
#include "app/conflicts.h"
#include "app/decide.h"
#include "app/record_list.h"
#include "app/show_record.h"
#include "filled_review.h"
#include "gui/frame/step.h"
#include "gui/pages/pdf_pane.h"
#include "gui/team/conflicts_pane.h"
#include "gui/team/exchange_pane.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

namespace winnow::gui {

/// The window of ben, and a first record that anna would exclude.
class TeamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, text(m_folder->path()));
        m_window = std::make_unique<ReviewWindow>(services("ben"));
        std::string ris;
        for (int i = 0; i < 12; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   "\nAB  - Text.\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
    }

    void cleanup() { m_window.reset(); }

    void settlesAConflict()
    {
        makeConflict();
        go("conflicts");
        auto *conflicts = child<QTreeWidget>("conflictTree");
        QTRY_COMPARE(conflicts->topLevelItemCount(), 1);
        auto *votes = child<QLabel>("votesLabel");
        QVERIFY(!votes->text().contains(QStringLiteral("anna")));
        click("openButton");
        QTRY_VERIFY(votes->text().contains(QStringLiteral("anna")));
        click("includeButton");
        QTRY_COMPARE(conflicts->topLevelItemCount(), 0);
        const auto view = app::showRecord(review(), app::allRecords(review())->front());
        QVERIFY(view->standing.outcomes[Stage::TitleAbstract].state == screening::State::Include);
        QVERIFY(view->standing.resolutions[Stage::TitleAbstract].has_value());
        QVERIFY(view->standing.resolutions[Stage::TitleAbstract]->isConsensus);
        m_window->session()->undo();
        QTRY_COMPARE(conflicts->topLevelItemCount(), 1);
    }

    void keepsWhatIsBeingSaidOfAConflictWhenTheListIsReadAgain()
    {
        makeConflict();
        go("conflicts");
        QTRY_COMPARE(child<QTreeWidget>("conflictTree")->topLevelItemCount(), 1);
        auto *pane = m_window->findChild<ConflictsPane *>();
        auto *note = pane->findChild<QLineEdit *>(QStringLiteral("noteEdit"));
        auto *reason = pane->findChild<QComboBox *>(QStringLiteral("reasonBox"));
        QTest::keyClicks(note, QStringLiteral("We met."));
        reason->setCurrentText(QStringLiteral("Wrong topic"));
        click("openButton");
        QTRY_VERIFY(child<QLabel>("votesLabel")->text().contains(QStringLiteral("anna")));
        QCOMPARE(note->text(), QStringLiteral("We met."));
        QCOMPARE(reason->currentText(), QStringLiteral("Wrong topic"));
        click("excludeButton");
        QTRY_COMPARE(child<QTreeWidget>("conflictTree")->topLevelItemCount(), 0);
        QVERIFY(note->text().isEmpty());
        const auto view = app::showRecord(review(), app::allRecords(review())->front());
        QCOMPARE(view->standing.outcomes[Stage::TitleAbstract].reason, std::string("Wrong topic"));
    }

    void showsThePdfOfAReportInConflict()
    {
        constexpr int kPatienceMs = 30'000;
        makeConflict();
        const RecordId record = app::allRecords(review())->front();
        const auto file = m_folder->file(
            "paper.pdf", test::makePdf({.pages = {{.content = test::pdfLine(72, 700, "Woven by hand")}}}));
        Task task;
        QVERIFY(app::attach(review(), {record, file}, task));
        m_window->session()->refresh(kAllChanges);
        go("conflicts");
        auto *conflicts = child<QTreeWidget>("conflictTree");
        QTRY_COMPARE(conflicts->topLevelItemCount(), 1);
        auto *pane = m_window->findChild<ConflictsPane *>();
        const auto *pdf = pane->findChild<PdfPane *>();
        QVERIFY(!pdf->isVisible()); // titles and abstracts are decided on without it

        QVERIFY(app::resolve(review(),
                             {.record = record, .verdict = Verdict::Include, .reason = {}, .note = {}}));
        makeConflict(Stage::FullText);
        m_window->session()->refresh(kAllChanges);
        QTRY_VERIFY(pdf->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(pdf->view()->pageCount(), 1, kPatienceMs);
        auto *text = child<QTextBrowser>("recordView");
        QVERIFY(!text->isVisible());
        pane->findChild<QAction *>(QStringLiteral("turnConflictAction"))->trigger();
        QTRY_VERIFY(text->isVisible());
        QVERIFY(text->toPlainText().contains(QStringLiteral("Paper 0")));
        QVERIFY(!text->toPlainText().contains(QStringLiteral("anna")));
    }

    void saysWhyAConflictIsNotSettled()
    {
        makeConflict();
        go("conflicts");
        QTRY_COMPARE(child<QTreeWidget>("conflictTree")->topLevelItemCount(), 1);
        child<QComboBox>("wayBox")->setCurrentIndex(1);
        click("includeButton");
        QVERIFY(message().contains(QStringLiteral("no third person")));
    }

    void saysWhatCannotBeEstimatedAndDrawsAPilotRound()
    {
        go("agreement");
        auto *numbers = child<QTextBrowser>("numbersView");
        QTRY_VERIFY(numbers->toPlainText().contains(QStringLiteral("not estimable")));
        child<QSpinBox>("sizeBox")->setValue(4);
        click("pilotButton");
        QTRY_VERIFY(message().contains(QStringLiteral("4 records drawn")));
    }

    void bringsInWhatAnotherReviewerSaid()
    {
        const auto copy = copyOf("anna");
        decide(*copy, Verdict::Maybe);
        const auto file = m_folder->path() / "anna.winnow-bundle";
        QVERIFY(app::exportBundle(*copy, "anna", file));
        go("exchange");
        auto *pane = m_window->findChild<ExchangePane *>();
        auto *told = child<QPlainTextEdit>("reportText");
        pane->merge(text(file));
        QTRY_VERIFY(told->toPlainText().contains(QStringLiteral("1 event of anna: 1 new")));
        QCOMPARE(votes(), 1U);
        pane->merge(QString::fromStdString(m_folder->file("bad.winnow-bundle", "none").string()));
        QTRY_VERIFY(message().contains(QStringLiteral("bundle")) &&
                    !message().contains(QStringLiteral("was taken in")));
    }

    void takesInWhatComesIntoTheSharedFolderByItself()
    {
        const auto copy = copyOf("anna");
        const auto shared = m_folder->path() / "shared";
        std::filesystem::create_directory(shared);
        go("exchange");
        m_window->findChild<ExchangePane *>()->meetIn(text(shared));
        QTRY_COMPARE(std::distance(std::filesystem::directory_iterator(shared), {}), 1);
        decide(*copy, Verdict::Maybe);
        QVERIFY(app::syncFolder(*copy, shared));
        QTRY_COMPARE(votes(), 1U);
        QTRY_VERIFY(message().contains(QStringLiteral("shared folder")));
    }

    void leavesInTheSharedFolderWhatWasSaidLastWhenTheReviewIsClosed()
    {
        const auto shared = m_folder->path() / "shared";
        std::filesystem::create_directory(shared);
        go("exchange");
        m_window->findChild<ExchangePane *>()->meetIn(text(shared));
        QTRY_COMPARE(std::distance(std::filesystem::directory_iterator(shared), {}), 1);
        const auto copy = copyOf("anna");
        decide(review(), Verdict::Include);
        m_window->session()->refresh(Change::Decisions);
        QVERIFY(m_window->closeReview());
        QVERIFY(app::syncFolder(*copy, shared));
        const auto view = app::showRecord(*copy, app::allRecords(*copy)->front());
        QCOMPARE(screening::atStage(view->standing.said, Stage::TitleAbstract).size(), 1U);
    }

    void writesNothingIntoTheSharedFolderWhereNothingIsNew()
    {
        const auto file = m_folder->path() / "ben.winnow-bundle";
        QVERIFY(app::exportBundle(review(), "ben", file));
        const auto longAgo = std::filesystem::last_write_time(file) - std::chrono::hours(1);
        std::filesystem::last_write_time(file, longAgo);
        QVERIFY(app::exportBundle(review(), "ben", file));
        QVERIFY(std::filesystem::last_write_time(file) == longAgo);
        decide(review(), Verdict::Include);
        QVERIFY(app::exportBundle(review(), "ben", file));
        QVERIFY(std::filesystem::last_write_time(file) != longAgo);
    }

    void watchesTheFolderAgainWhenTheReviewIsOpenedAgain()
    {
        const auto shared = m_folder->path() / "shared";
        std::filesystem::create_directory(shared);
        go("exchange");
        m_window->findChild<ExchangePane *>()->meetIn(text(shared));
        QTRY_COMPARE(std::distance(std::filesystem::directory_iterator(shared), {}), 1);
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        go("exchange");
        QVERIFY(child<QLabel>("folderLabel")->text().contains(QStringLiteral("shared")));
        click("leaveButton");
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        go("exchange");
        QVERIFY(!child<QLabel>("folderLabel")->text().contains(text(shared)));
    }

private:
    app::Services services(const char *reviewer) { return {&m_clock, &m_uuids, reviewer}; }

    static QString text(const std::filesystem::path &path) { return QString::fromStdString(path.string()); }

    app::Workspace &review() { return m_window->session()->workspace(); }

    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    /// Of the part of the step that is shown.
    void click(const char *button)
    {
        for (auto *each : m_window->findChildren<QPushButton *>(QString::fromLatin1(button))) {
            if (each->isVisible()) {
                QTest::mouseClick(each, Qt::LeftButton);
                return;
            }
        }
        QFAIL(button);
    }

    QString message() { return child<QLabel>("messageLabel")->text(); }

    void go(const char *part)
    {
        Place place{StepId::Team};
        place.part = QString::fromLatin1(part);
        m_window->goTo(place);
    }

    static void decide(app::Workspace &workspace, Verdict verdict, Stage stage = Stage::TitleAbstract)
    {
        const bool isReasoned = stage == Stage::FullText && verdict == Verdict::Exclude;
        const app::DecideRequest request{.record = app::allRecords(workspace)->front(),
                                         .stage = stage,
                                         .verdict = verdict,
                                         .reason = isReasoned ? "no data" : "",
                                         .note = {}};
        QVERIFY(app::decide(workspace, std::span(&request, 1)));
    }

    /// How many decisions there are on the first record.
    std::size_t votes()
    {
        const auto view = app::showRecord(review(), app::allRecords(review())->front());
        return screening::atStage(view->standing.said, Stage::TitleAbstract).size();
    }

    /// The review of another reviewer, on another machine as it were.
    std::unique_ptr<app::Workspace> copyOf(const char *reviewer)
    {
        m_window->closeReview(); // so that all is in the file that is copied
        const auto file = m_folder->path() / (std::string(reviewer) + ".winnow");
        std::filesystem::copy_file(m_folder->path() / "r.winnow", file);
        m_window->openReview(m_folder->path() / "r.winnow");
        return *app::Workspace::open(file, services(reviewer));
    }

    /// Of anna, who would exclude the first record, and ben, who would not.
    void makeConflict(Stage stage = Stage::TitleAbstract)
    {
        for (const auto &[reviewer, verdict] :
             {std::pair{"anna", Verdict::Exclude}, std::pair{"ben", Verdict::Include}}) {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services(reviewer));
            decide(**workspace, verdict, stage);
        }
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::TeamTest)
#include "team_test.moc"
