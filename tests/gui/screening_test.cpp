#include "app/bundles.h"
#include "app/conflicts.h"
#include "app/decide.h"
#include "app/find_records.h"
#include "app/labels.h"
#include "app/record_list.h"
#include "app/show_record.h"
#include "app/stages.h"
#include "gui/main_window.h"
#include "gui/screening/bulk_dialog.h"
#include "gui/screening/conflicts_page.h"
#include "gui/screening/editable_list.h"
#include "gui/screening/screening_dialog.h"
#include "gui/screening/team_page.h"
#include "screening_fixture.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

namespace winnow::gui {

class ScreeningTest : public ScreeningFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void asksForTheReasonAtFullTextAndKeepsIt()
    {
        QTest::keyClick(table(), Qt::Key_I);
        chooseStage(Stage::FullText);
        QTRY_COMPARE(left(), QStringLiteral("1 left"));
        QTest::keyClick(table(), Qt::Key_E);
        auto *dialog = m_window->findChild<QInputDialog *>(QStringLiteral("reasonDialog"));
        QVERIFY(dialog != nullptr);
        QVERIFY(decisions(0, Stage::FullText).empty());
        dialog->setTextValue(QStringLiteral("Wrong & old population"));
        dialog->accept();
        QCOMPARE(decisions(0, Stage::FullText).size(), 1U);
        QCOMPARE(decisions(0, Stage::FullText).front().reason, std::string("Wrong & old population"));
        QVERIFY(text().contains(QStringLiteral("Wrong & old population")));
    }

    void refusesAnExclusionWithoutTheReasonThatTheStageNeeds()
    {
        QTest::keyClick(table(), Qt::Key_I);
        chooseStage(Stage::FullText);
        QTest::keyClick(table(), Qt::Key_E);
        auto *dialog = m_window->findChild<QInputDialog *>(QStringLiteral("reasonDialog"));
        dialog->setTextValue(QStringLiteral("  "));
        dialog->accept();
        QVERIFY(decisions(0, Stage::FullText).empty());
        QVERIFY(message().contains(QStringLiteral("reason")));
    }

    void choosesAListedReasonByDigit()
    {
        listReasons();
        QTest::keyClick(table(), Qt::Key_E);
        auto *menu = m_window->findChild<QMenu *>(QStringLiteral("reasonMenu"));
        QVERIFY(menu != nullptr);
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_2);
        QCOMPARE(decisions(0, Stage::TitleAbstract).size(), 1U);
        QCOMPARE(decisions(0, Stage::TitleAbstract).front().reason, std::string("R&D only"));
        QTest::keyClick(table(), Qt::Key_1);
        QCOMPARE(decisions(1, Stage::TitleAbstract).front().reason, std::string("Wrong topic"));
    }

    void leavesTheRecordWhenTheListOfReasonsIsCancelled()
    {
        listReasons();
        QTest::keyClick(table(), Qt::Key_E, Qt::ShiftModifier);
        auto *menu = m_window->findChild<QMenu *>(QStringLiteral("reasonMenu"));
        QVERIFY(menu != nullptr);
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY(decisions(0, Stage::TitleAbstract).empty());
        QCOMPARE(table()->currentIndex().row(), 0);
    }

    void typesIntoTheSearchBoxWhatElsewhereDecides()
    {
        auto *search = child<QLineEdit>("searchEdit");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("iemsln1"));
        QCOMPARE(search->text(), QStringLiteral("iemsln1"));
        QVERIFY(decisions(0, Stage::TitleAbstract).empty());
    }

    void putsARecordOffToTheEnd()
    {
        QTest::keyClick(table(), Qt::Key_S);
        QCOMPARE(table()->currentIndex().row(), 1);
        for (int i = 0; i < 11; ++i) {
            QTest::keyClick(table(), Qt::Key_I);
        }
        QCOMPARE(table()->currentIndex().row(), 0);
        QCOMPARE(left(), QStringLiteral("1 left"));
        QTest::keyClick(table(), Qt::Key_I);
        QVERIFY(message().contains(QStringLiteral("the last of your work list")));
    }

    void goesThroughTheWorkListAtRandom()
    {
        child<QAction>("orderRandomAction")->trigger();
        QTRY_VERIFY(table()->currentIndex().row() != 0);
        std::vector<int> rows;
        for (int i = 0; i < 12; ++i) {
            rows.push_back(table()->currentIndex().row());
            QTest::keyClick(table(), Qt::Key_I);
        }
        QVERIFY(!std::ranges::is_sorted(rows));
        std::ranges::sort(rows);
        QVERIFY(std::ranges::adjacent_find(rows) == rows.end());
    }

    /// Rows 0, 3, 6 and 9 are about handicraft. The ranking may be one decision behind.
    void bringsForwardWhatIsLikeTheRecordsIncludedSoFar()
    {
        child<QAction>("orderRankAction")->trigger();
        QTest::qWait(500); // until the list is there
        std::vector<int> rows;
        for (int i = 0; i < 6; ++i) {
            rows.push_back(table()->currentIndex().row());
            QTest::keyClick(table(), rows.back() % 3 == 0 ? Qt::Key_I : Qt::Key_E);
            QTest::qWait(500); // the reviewer reads, the ranking learns
        }
        QCOMPARE(std::ranges::count_if(rows, [](int row) { return row % 3 == 0; }), 4);
    }

    void showsTheRecordAgainWhenItsDecisionIsUndone()
    {
        QTest::keyClick(table(), Qt::Key_I);
        QTest::keyClick(table(), Qt::Key_I);
        QTest::keyClick(table(), Qt::Key_Z);
        QCOMPARE(table()->currentIndex().row(), 1);
        QTRY_COMPARE(left(), QStringLiteral("11 left"));
    }

    void showsLabelsAndNotesAsTextBesideTheRecord()
    {
        QTest::keyClick(table(), Qt::Key_L);
        answer("labelDialog", QStringLiteral("<i>islands</i>"));
        QTest::keyClick(table(), Qt::Key_N);
        answer("noteDialog", QStringLiteral("Ask for\nthe <b>thesis</b>"));
        QVERIFY(text().contains(QStringLiteral("<i>islands</i>")));
        QVERIFY(text().contains(QStringLiteral("the <b>thesis</b>")));
        QTest::keyClick(table(), Qt::Key_Z);
        QVERIFY(!text().contains(QStringLiteral("thesis")));
        QVERIFY(text().contains(QStringLiteral("islands")));
    }

    void offersTheLabelsThatThereAre()
    {
        QTest::keyClick(table(), Qt::Key_L);
        answer("labelDialog", QStringLiteral("islands"));
        table()->selectRow(3);
        QTest::keyClick(table(), Qt::Key_L);
        auto *dialog = m_window->findChild<QInputDialog *>(QStringLiteral("labelDialog"));
        QCOMPARE(dialog->comboBoxItems(), QStringList(QStringLiteral("islands")));
        QCOMPARE(dialog->textValue(), QString());
    }

    void keepsFromASecondReviewerWhatTheFirstOneSaid()
    {
        QTest::keyClick(table(), Qt::Key_I);
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_N);
        answer("noteDialog", QStringLiteral("secret"));
        QVERIFY(text().contains(QStringLiteral("Included")));
        openAs("ben");
        table()->selectRow(0);
        QVERIFY(text().contains(QStringLiteral("Paper 0")));
        QVERIFY(!text().contains(QStringLiteral("Included")));
        QVERIFY(!text().contains(QStringLiteral("secret")));
        QCOMPARE(table()->model()->index(0, 0).data().toString(), QString());
    }

    void settlesAConflictInTheDialog()
    {
        makeConflict();
        openAs("ben");
        auto *dialog = screening(1);
        auto *conflicts = dialog->findChild<QTreeWidget *>(QStringLiteral("conflictTree"));
        QTRY_COMPARE(conflicts->topLevelItemCount(), 1);
        auto *votes = dialog->findChild<QLabel *>(QStringLiteral("votesLabel"));
        QVERIFY(!votes->text().contains(QStringLiteral("anna")));
        click(dialog, "openButton");
        QTRY_VERIFY(votes->text().contains(QStringLiteral("anna")));
        click(dialog, "includeButton");
        QTRY_COMPARE(conflicts->topLevelItemCount(), 0);
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("ben"));
        auto view = app::showRecord(**workspace, app::allRecords(**workspace)->front());
        QVERIFY(view->standing.outcomes[Stage::TitleAbstract].state == screening::State::Include);
        QVERIFY(view->standing.resolutions[Stage::TitleAbstract].has_value());
        QVERIFY(view->standing.resolutions[Stage::TitleAbstract]->isConsensus);
    }

    void saysInItsOwnLineWhyAConflictIsNotSettled()
    {
        makeConflict();
        openAs("ben");
        auto *dialog = screening(1);
        QTRY_COMPARE(dialog->findChild<QTreeWidget *>(QStringLiteral("conflictTree"))->topLevelItemCount(),
                     1);
        dialog->findChild<QComboBox *>(QStringLiteral("wayBox"))->setCurrentIndex(1);
        click(dialog, "includeButton");
        QVERIFY(state(dialog).contains(QStringLiteral("no third person")));
    }

    void showsChangedSettingsInTheStageBox()
    {
        auto *box = child<QComboBox>("stageBox");
        QCOMPARE(box->count(), 2);
        auto *dialog = screening(0);
        auto *page = dialog->findChild<QWidget *>(QStringLiteral("StagePage"));
        page->findChild<QComboBox *>(QStringLiteral("stageBox"))->setCurrentIndex(0);
        page->findChild<QCheckBox *>(QStringLiteral("usedBox"))->setChecked(true);
        QCOMPARE(box->count(), 2);
        click(dialog, "saveButton");
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->itemText(0), QStringLiteral("Title"));
        QVERIFY(stage() == Stage::TitleAbstract);
        m_window->undo();
        QCOMPARE(box->count(), 2);
    }

    void setsTheModelThatRanksAndSaysWhatIsWrongWithIt()
    {
        auto *dialog = screening(0);
        auto *model = dialog->findChild<QComboBox *>(QStringLiteral("modelBox"));
        QCOMPARE(model->currentText(), QStringLiteral("winnow-2"));
        model->setCurrentText(QStringLiteral("winnow-2:c=no"));
        click(dialog, "saveButton");
        QVERIFY(state(dialog).contains(QStringLiteral("parameter c of a model is a number")));
        model->setCurrentText(QStringLiteral("titles4:c=0.2"));
        click(dialog, "saveButton");
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto settings = app::stageSettings(**workspace);
        QCOMPARE(settings->at(static_cast<std::size_t>(stage())).rankingModel, std::string("titles4:c=0.2"));
    }

    void keepsReasonsInTheOrderThatAPersonGaveThem()
    {
        auto *dialog = screening(0);
        auto *list = dialog->findChild<EditableList *>(QStringLiteral("reasonsList"));
        list->setTexts({"second", "first", "  "});
        auto *items = list->findChild<QListWidget *>();
        items->setCurrentRow(1);
        QTest::mouseClick(list->findChild<QPushButton *>(QStringLiteral("upButton")), Qt::LeftButton);
        click(dialog, "saveButton");
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto stages = app::stageSettings(**workspace);
        const auto &settings = stages->at(static_cast<std::size_t>(Stage::TitleAbstract));
        QCOMPARE(settings.reasons, (std::vector<std::string>{"first", "second"}));
    }

    void saysInItsOwnLineWhatIsWrongWithSettings()
    {
        auto *dialog = screening(0);
        dialog->findChild<EditableList *>(QStringLiteral("reviewersList"))->setTexts({"anna", "anna"});
        dialog->findChild<QCheckBox *>(QStringLiteral("blindBox"))->toggle();
        click(dialog, "saveButton");
        QVERIFY(state(dialog).contains(QStringLiteral("named twice")));
    }

    void saysWhatCannotBeEstimated()
    {
        auto *dialog = screening(2);
        auto *numbers = dialog->findChild<QTextBrowser *>(QStringLiteral("numbersView"));
        QTRY_VERIFY(numbers->toPlainText().contains(QStringLiteral("not estimable")));
        dialog->findChild<QSpinBox *>(QStringLiteral("sizeBox"))->setValue(4);
        click(dialog, "pilotButton");
        QTRY_VERIFY(state(dialog).contains(QStringLiteral("4 records drawn")));
    }

    void bringsInWhatAnotherReviewerSaid()
    {
        m_window.reset(); // so that all is in the file that is copied
        std::filesystem::copy_file(m_folder->path() / "r.winnow", m_folder->path() / "copy.winnow");
        openAs("anna");
        {
            auto copy = app::Workspace::open(m_folder->path() / "copy.winnow", services("ben"));
            const app::DecideRequest request{
                app::allRecords(**copy)->front(), Stage::TitleAbstract, Verdict::Maybe, {}, {}, {}, {}};
            QVERIFY(app::decide(**copy, std::span(&request, 1)));
            QVERIFY(app::exportBundle(**copy, "ben", m_folder->path() / "ben.winnow-bundle"));
        }
        auto *dialog = screening(4);
        auto *team = dialog->findChild<TeamPage *>();
        auto *told = dialog->findChild<QPlainTextEdit *>(QStringLiteral("reportText"));
        team->merge(QString::fromStdString((m_folder->path() / "ben.winnow-bundle").string()));
        QTRY_VERIFY(told->toPlainText().contains(QStringLiteral("1 events of ben: 1 new")));
        QCOMPARE(decisions(0, Stage::TitleAbstract).size(), 1U);
        team->merge(QString::fromStdString(m_folder->file("bad.winnow-bundle", "none").string()));
        QTRY_VERIFY(state(dialog).contains(QStringLiteral("bundle")) &&
                    !state(dialog).contains(QStringLiteral("was taken in")));
    }

    void decidesInBulkWhatTheSearchFindsAndUndoesIt()
    {
        QTest::keyClick(table(), Qt::Key_I);
        auto *search = child<QLineEdit>("searchEdit");
        search->setText(QStringLiteral("TITLE(handicraft)"));
        m_window->search(search->text());
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        child<QAction>("bulkAction")->trigger();
        auto *dialog = m_window->findChild<BulkDialog *>();
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("decideButton"));
        QTRY_COMPARE(button->text(), QStringLiteral("Exclude 3 records"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("countLabel"))
                    ->text()
                    .contains(QStringLiteral("Finds 4 records")));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(message().contains(QStringLiteral("3 records decided in bulk")));
        QVERIFY(decisions(0, Stage::TitleAbstract).front().verdict == Verdict::Include);
        QVERIFY(decisions(3, Stage::TitleAbstract).front().verdict == Verdict::Exclude);
        m_window->undo();
        QVERIFY(decisions(3, Stage::TitleAbstract).empty());
        QVERIFY(decisions(9, Stage::TitleAbstract).empty());
    }

    void saysInTheDialogWhatIsWrongWithTheQueryOfABulkDecision()
    {
        child<QLineEdit>("searchEdit")->setText(QStringLiteral("TITLE(handicraft"));
        child<QAction>("bulkAction")->trigger();
        auto *dialog = m_window->findChild<BulkDialog *>();
        QTRY_VERIFY(state(dialog).contains(QStringLiteral("never closed")));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("decideButton"))->isEnabled());
    }

private:
    /// Two reasons at title and abstract, as another window of the review would set them.
    void listReasons()
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        StageSettings settings = defaultSettings(Stage::TitleAbstract);
        settings.reasons = {"Wrong topic", "R&D only"};
        QVERIFY(app::setStage(**workspace, settings));
        openAs("anna");
    }

    /// Of anna, who would exclude the first record, and ben, who would not.
    void makeConflict()
    {
        for (const auto &[reviewer, verdict] :
             {std::pair{"anna", Verdict::Exclude}, std::pair{"ben", Verdict::Include}}) {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services(reviewer));
            const app::DecideRequest request{
                app::allRecords(**workspace)->front(), Stage::TitleAbstract, verdict, {}, {}, {}, {}};
            QVERIFY(app::decide(**workspace, std::span(&request, 1)));
        }
    }
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::ScreeningTest)

#include "screening_test.moc"
