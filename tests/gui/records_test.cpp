#include "app/decide.h"
#include "app/labels.h"
#include "app/record_list.h"
#include "app/stages.h"
#include "base/file.h"
#include "filled_review.h"
#include "gui/frame/session.h"
#include "gui/frame/step.h"
#include "gui/imports/imports_pane.h"
#include "gui/records/chip_bar.h"
#include "gui/records/facet_pane.h"
#include "gui/records/record_list_pane.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

namespace winnow::gui {

/// The Records step of anna with sixty records, every third of which is on handicraft.
class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        QSettings::setPath(QSettings::NativeFormat,
                           QSettings::UserScope,
                           QString::fromStdString((m_folder->path() / "settings").string()));
        m_window = std::make_unique<ReviewWindow>(services("anna"));
        QVERIFY(fillReview(*m_window, *m_folder, ris(60)));
        m_window->goTo({StepId::Records});
        QTRY_COMPARE(rows(), 60);
        QTRY_VERIFY(!facet("type", "Article").isEmpty());
    }

    void cleanup() { m_window.reset(); }

    void showsWhatWasImported()
    {
        QTRY_VERIFY(text().contains(QStringLiteral("Paper 0 on handicraft")));
        QVERIFY(text().contains(QStringLiteral("Text & more.")));
        QCOMPARE(count(), QStringLiteral("60 records"));
    }

    void showsTextOfRecordsAsTextAndNotAsMarkup()
    {
        table()->selectRow(1);
        QVERIFY(text().contains(QStringLiteral("steel")));
        QVERIFY(!child<QTextBrowser>("recordText")->toHtml().contains(QStringLiteral("<b>steel")));
    }

    void findsInScopusSyntaxAndMarksTheHits()
    {
        type(QStringLiteral("TITLE(handicraft)"));
        QTest::keyClick(box(), Qt::Key_Return);
        QTRY_COMPARE(rows(), 20);
        QTRY_VERIFY(child<QTextBrowser>("recordText")->toHtml().contains(QStringLiteral("underline")));
        QCOMPARE(count(), QStringLiteral("20 of 60 records"));
    }

    void findsPlainWordsWhileTheyAreTyped()
    {
        type(QStringLiteral("handicraft"));
        QTRY_COMPARE(rows(), 20);
    }

    void saysWhereAQueryIsWrongAndKeepsTheList()
    {
        type(QStringLiteral("TITLE(handicraft"));
        QTRY_VERIFY(!child<QLabel>("noteLabel")->text().isEmpty());
        QVERIFY(!problem()->isVisible());
        QTest::keyClick(box(), Qt::Key_Return);
        QTRY_VERIFY(problem()->isVisible());
        QVERIFY(problem()->text().contains(QStringLiteral("never closed")));
        QVERIFY(problem()->text().contains(QLatin1Char('^')));
        QCOMPARE(rows(), 60);
        type(QStringLiteral(")"));
        QTRY_COMPARE(rows(), 20);
        QVERIFY(!problem()->isVisible());
    }

    void sortsByAnyColumnInBothDirectionsAndBack()
    {
        sort(RecordModel::Title);
        QTRY_COMPARE(cell(1, RecordModel::Title), QStringLiteral("Paper 1 on steel"));
        QTRY_COMPARE(cell(2, RecordModel::Title), QStringLiteral("Paper 10 on steel"));
        sort(RecordModel::Key);
        QTRY_COMPARE(cell(2, RecordModel::Key), QStringLiteral("K2"));
        sort(RecordModel::Key);
        QTRY_COMPARE(cell(0, RecordModel::Key), QStringLiteral("K59"));
        sort(RecordModel::Key);
        QTRY_COMPARE(cell(0, RecordModel::Key), QStringLiteral("K0"));
    }

    void keepsTheRecordThatIsReadWhenTheListIsSorted()
    {
        table()->selectRow(7);
        QTRY_VERIFY(text().contains(QStringLiteral("Paper 7 ")));
        sort(RecordModel::Key);
        sort(RecordModel::Key);
        QTRY_COMPARE(cell(0, RecordModel::Key), QStringLiteral("K59"));
        QCOMPARE(table()->currentIndex().row(), 52);
        QVERIFY(text().contains(QStringLiteral("Paper 7 ")));
    }

    void narrowsByFacetsAndShowsWhatIsChosen()
    {
        QCOMPARE(facet("year", "2020"), QStringLiteral("30"));
        QCOMPARE(facet("year", "2019"), QStringLiteral("30"));
        check("year", "2020");
        QTRY_COMPARE(rows(), 30);
        QCOMPARE(facet("year", "2019"), QStringLiteral("30"));
        QCOMPARE(chips(), QStringList(QStringLiteral("Year: 2020")));
        type(QStringLiteral("handicraft"));
        QTRY_COMPARE(rows(), 10);
        QTRY_COMPARE(facet("year", "2019"), QStringLiteral("10"));
        check("year", "2019");
        QTRY_COMPARE(rows(), 20);
        press(QStringLiteral("Year: 2020"));
        QTRY_COMPARE(rows(), 10);
        QCOMPARE(chips(), QStringList(QStringLiteral("Year: 2019")));
    }

    void countsDecisionsOfTheReviewerOnly()
    {
        decide("ben", 0, Verdict::Include);
        decide("anna", 1, Verdict::Exclude);
        m_window->session()->refresh(Change::Decisions);
        QTRY_COMPARE(facet("title-abstract", "Excluded"), QStringLiteral("1"));
        QCOMPARE(facet("title-abstract", "Included"), QString());
        QCOMPARE(facet("title-abstract", "Undecided"), QStringLiteral("59"));
        QCOMPARE(cell(1, RecordModel::Verdict), QStringLiteral("\u2717"));
        QCOMPARE(cell(0, RecordModel::Verdict), QString());
    }

    void listsWhatIsComeToFromElsewhereUntilTheChipIsPressed()
    {
        Place place{StepId::Records};
        place.list = std::vector<RecordId>{{3}, {5}};
        place.listTitle = QStringLiteral("excluded at full text");
        m_window->goTo(place);
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(chips(), QStringList(QStringLiteral("List: excluded at full text (2)")));
        press(chips().front());
        QTRY_COMPARE(rows(), 60);
        QVERIFY(chips().isEmpty());
    }

    void goesToARecordThatTheListLeavesOut()
    {
        type(QStringLiteral("TITLE(handicraft)"));
        QTRY_COMPARE(rows(), 20);
        Place place{StepId::Records};
        place.record = {2};
        m_window->goTo(place);
        QTRY_COMPARE(rows(), 60);
        QCOMPARE(table()->currentIndex().row(), 1);
        QVERIFY(box()->text().isEmpty());
    }

    void savesAListUnderANameAndOpensItAgain()
    {
        check("year", "2020");
        type(QStringLiteral("handicraft"));
        QTRY_COMPARE(rows(), 10);
        answer("saveListAction", "listQuestion", QStringLiteral("crafts of 2020"));
        action("clearListAction")->trigger();
        QTRY_COMPARE(rows(), 60);
        m_window->closeReview();
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        m_window->goTo({StepId::Records});
        QTRY_COMPARE(rows(), 60);
        auto *tree = child<FacetPane>("facetTree");
        QCOMPARE(tree->topLevelItem(0)->childCount(), 1);
        Q_EMIT tree->itemClicked(tree->topLevelItem(0)->child(0), 0);
        QTRY_COMPARE(rows(), 10);
        QCOMPARE(box()->text(), QStringLiteral("handicraft"));
        QCOMPARE(chips(), QStringList(QStringLiteral("Year: 2020")));
    }

    void labelsTheChosenRecordsAtOnceAndUndoesIt()
    {
        choose({1, 2, 5});
        action("labelRecordsAction")->trigger();
        auto *dialog = child<QDialog>("labelQuestion");
        dialog->findChild<QComboBox *>(QStringLiteral("labelBox"))->setEditText(QStringLiteral("women"));
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("previewLabel"))
                    ->text()
                    .contains(QStringLiteral("3 records chosen")));
        click(dialog, "addButton");
        QTRY_COMPARE(facet("label", "women"), QStringLiteral("3"));
        QTRY_COMPARE(cell(5, RecordModel::Labels), QStringLiteral("women"));
        m_window->session()->undo();
        QTRY_COMPARE(facet("label", "women"), QString());
    }

    void renamesAndMergesLabelsFromTheFacet()
    {
        label("ilands", {1, 2});
        label("islands", {2, 3});
        m_window->session()->refresh(Change::Marks);
        QTRY_COMPARE(facet("label", "ilands"), QStringLiteral("2"));
        Q_EMIT child<FacetPane>("facetTree")->labelMenuWanted(QStringLiteral("ilands"), {});
        labelMenu()->actions().front()->trigger();
        auto *dialog = child<QInputDialog>("labelName");
        dialog->setTextValue(QStringLiteral("islands"));
        dialog->accept();
        QTRY_COMPARE(facet("label", "islands"), QStringLiteral("3"));
        QCOMPARE(facet("label", "ilands"), QString());
        m_window->session()->undo();
        QTRY_COMPARE(facet("label", "ilands"), QStringLiteral("2"));
    }

    void leavesTheLabelsOfOthersWhenALabelIsRemoved()
    {
        label("R&D <b>", {1}, "ben");
        label("R&D <b>", {2});
        QVERIFY(app::openStage(m_window->session()->workspace(), Stage::TitleAbstract));
        m_window->session()->refresh(kAllChanges);
        QTRY_COMPARE(facet("label", "R&D <b>"), QStringLiteral("2"));
        check("label", "R&D <b>");
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(chips(), QStringList(QStringLiteral("Label: R&D <b>")));
        Q_EMIT child<FacetPane>("facetTree")->labelMenuWanted(QStringLiteral("R&D <b>"), {});
        labelMenu()->actions().back()->trigger();
        QTRY_COMPARE(rows(), 1);
    }

    void listsAllAgainWhenTheLabelIsGone()
    {
        label("islands", {2});
        m_window->session()->refresh(Change::Marks);
        QTRY_COMPARE(facet("label", "islands"), QStringLiteral("1"));
        check("label", "islands");
        QTRY_COMPARE(rows(), 1);
        Q_EMIT child<FacetPane>("facetTree")->labelMenuWanted(QStringLiteral("islands"), {});
        labelMenu()->actions().back()->trigger();
        QTRY_COMPARE(rows(), 60);
        QVERIFY(chips().isEmpty());
    }

    void decidesTheChosenRecordsOnceItIsSaidWhatThatChanges()
    {
        decide("anna", 1, Verdict::Include);
        choose({0, 1, 2});
        action("decideRecordsAction")->trigger();
        auto *dialog = child<QDialog>("decideQuestion");
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("decideButton"));
        auto *change = dialog->findChild<QCheckBox *>(QStringLiteral("changeBox"));
        auto *stage = dialog->findChild<QComboBox *>(QStringLiteral("stageBox"));
        stage->setCurrentIndex(stage->findData(static_cast<int>(Stage::TitleAbstract)));
        QTRY_COMPARE(button->text(), QStringLiteral("Exclude 2 records"));
        QVERIFY(change->text().contains(QLatin1Char('1')));
        change->setChecked(true);
        QCOMPARE(button->text(), QStringLiteral("Exclude 3 records"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(facet("title-abstract", "Excluded"), QStringLiteral("3"));
        m_window->session()->undo();
        QTRY_COMPARE(facet("title-abstract", "Included"), QStringLiteral("1"));
        QCOMPARE(facet("title-abstract", "Excluded"), QString());
    }

    void exportsTheChosenRecordsOrAllThatAreListed()
    {
        const auto exported = [this](const char *name) {
            const auto file = m_folder->path() / name;
            child<RecordListPane>("list")->exportTo(QString::fromStdString(file.string()));
            for (int i = 0; i < 100 && !std::filesystem::exists(file); ++i) {
                QTest::qWait(20);
            }
            return QString::fromStdString(readFile(file).value()).count(QStringLiteral("TY  - "));
        };
        type(QStringLiteral("handicraft"));
        QTRY_COMPARE(rows(), 20);
        QCOMPARE(exported("listed.ris"), 20);
        choose({0, 4});
        QCOMPARE(exported("chosen.ris"), 2);
    }

    void copiesCitationKeys()
    {
        choose({0, 2});
        QGuiApplication::clipboard()->clear();
        action("copyKeysAction")->trigger();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("K0\nK2"));
    }

    void remembersTheColumns()
    {
        auto *header = table()->horizontalHeader();
        QVERIFY(header->isSectionHidden(RecordModel::Doi));
        header->showSection(RecordModel::Doi);
        header->resizeSection(RecordModel::Doi, 321);
        header->moveSection(header->visualIndex(RecordModel::Doi), 1);
        m_window = std::make_unique<ReviewWindow>(services("anna"));
        m_window->show();
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        m_window->goTo({StepId::Records});
        header = table()->horizontalHeader();
        QVERIFY(!header->isSectionHidden(RecordModel::Doi));
        QCOMPARE(header->sectionSize(RecordModel::Doi), 321);
        QCOMPARE(header->visualIndex(RecordModel::Doi), 1);
    }

    void listsImportsAndUndoesOne()
    {
        action("importsPartAction")->trigger();
        auto *tree = child<QTreeWidget>("importTree");
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("a.ris"));
        QCOMPARE(tree->topLevelItem(0)->text(3), QStringLiteral("60"));
        QVERIFY((tree->topLevelItem(0)->textAlignment(3) & Qt::AlignRight) != 0);
        QVERIFY(!child<QPushButton>("saveButton")->isEnabled());
        QTest::mouseClick(child<QPushButton>("undoButton"), Qt::LeftButton);
        QTRY_COMPARE(tree->topLevelItemCount(), 0);
        m_window->goTo(recordsList());
        QTRY_COMPARE(rows(), 0);
        QTRY_COMPARE(child<QStackedWidget>("pages")->isHidden(), false);
        QTRY_VERIFY(child<QWidget>("emptyPage")->isVisible());
        m_window->session()->redo();
        QTRY_COMPARE(rows(), 60);
    }

    void correctsARejectedRecordInPlace()
    {
        app::ImportRequest request;
        request.files.push_back(
            m_folder->file("b.ris", ris(1, "First") + "TY  - JOUR\nPY  - 2021\nER  - \n" + ris(1, "Second")));
        request.source = "Embase";
        Task task;
        QVERIFY(app::importFiles(m_window->session()->workspace(), request, task));
        m_window->session()->refresh(kAllChanges);
        QTRY_COMPARE(rows(), 62);
        action("importsPartAction")->trigger();
        auto *tree = child<QTreeWidget>("importTree");
        QTRY_COMPARE(tree->topLevelItemCount(), 2);
        QTreeWidgetItem *import = tree->topLevelItem(1);
        QCOMPARE(import->childCount(), 1);
        tree->setCurrentItem(import->child(0));
        auto *edit = child<QPlainTextEdit>("rawText");
        QVERIFY(edit->toPlainText().contains(QStringLiteral("2021")));
        edit->setPlainText(QStringLiteral("TY  - JOUR\nTI  - Corrected\nER  - \n"));
        QTest::mouseClick(child<QPushButton>("retryHereButton"), Qt::LeftButton);
        QTRY_COMPARE(tree->topLevelItemCount(), 3);
        QCOMPARE(tree->topLevelItem(1)->childCount(), 0);
        m_window->goTo(recordsList());
        QTRY_COMPARE(rows(), 63);
        m_window->session()->undo();
        QTRY_COMPARE(rows(), 62);
    }

private:
    static std::string ris(int records, const std::string &title = "Paper")
    {
        std::string text;
        for (int i = 0; i < records; ++i) {
            text += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - " + title + " " + std::to_string(i) +
                    (i % 3 == 0 ? " on handicraft" : " on <b>steel</b>") + "\nAB  - Text & more.\nPY  - " +
                    (i % 2 == 0 ? "2020" : "2019") + "\nER  - \n";
        }
        return text;
    }

    static Place recordsList()
    {
        Place place{StepId::Records};
        place.part = QStringLiteral("list");
        return place;
    }

    app::Services services(const char *reviewer) { return {&m_clock, &m_uuids, reviewer}; }

    /// Of the Records step.
    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->step(StepId::Records)->findChild<Widget *>(QString::fromLatin1(name));
    }

    QAction *action(const char *name) { return child<QAction>(name); }

    QTableView *table() { return child<QTableView>("recordTable"); }

    int rows() { return table()->model()->rowCount(); }

    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }

    QString text() { return child<QTextBrowser>("recordText")->toPlainText(); }

    QString count() { return child<QLabel>("countLabel")->text(); }

    QLineEdit *box() { return m_window->findChild<QLineEdit *>(QStringLiteral("searchEdit")); }

    QLabel *problem() { return m_window->findChild<QLabel *>(QStringLiteral("searchProblemLabel")); }

    void type(const QString &text)
    {
        box()->setFocus();
        QTest::keyClicks(box(), text);
    }

    void sort(int column) { Q_EMIT table()->horizontalHeader()->sectionClicked(column); }

    QTreeWidgetItem *facetItem(const char *facet, const char *value)
    {
        auto *tree = child<FacetPane>("facetTree");
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem *group = tree->topLevelItem(i);
            if (group->data(0, Qt::UserRole).toString() != QString::fromLatin1(facet)) {
                continue;
            }
            for (int j = 0; j < group->childCount(); ++j) {
                if (group->child(j)->text(0).endsWith(QString::fromLatin1(value))) {
                    return group->child(j);
                }
            }
        }
        return nullptr;
    }

    /// The number beside a value; empty where the value is not listed.
    QString facet(const char *facet, const char *value)
    {
        const QTreeWidgetItem *item = facetItem(facet, value);
        return item == nullptr ? QString() : item->text(1);
    }

    void check(const char *facet, const char *value)
    {
        QTreeWidgetItem *item = facetItem(facet, value);
        QVERIFY(item != nullptr);
        item->setCheckState(0, Qt::Checked);
    }

    QStringList chips()
    {
        QStringList texts;
        for (const QPushButton *button : child<ChipBar>("chipBar")->findChildren<QPushButton *>()) {
            if (button->isVisible()) {
                texts << button->accessibleName().mid(QStringLiteral("Remove ").size());
            }
        }
        return texts;
    }

    void press(const QString &chip)
    {
        for (QPushButton *button : child<ChipBar>("chipBar")->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->accessibleName() == QStringLiteral("Remove ") + chip) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL("no such chip");
    }

    void choose(const std::vector<int> &rows)
    {
        table()->clearSelection();
        for (const int row : rows) {
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }

    void click(QDialog *dialog, const char *button)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
    }

    void answer(const char *action, const char *question, const QString &text)
    {
        this->action(action)->trigger();
        auto *dialog = child<QInputDialog>(question);
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(text);
        dialog->accept();
    }

    QMenu *labelMenu() { return child<QMenu>("labelMenu"); }

    RecordId recordAt(std::size_t row)
    {
        return app::allRecords(m_window->session()->workspace()).value().at(row);
    }

    void decide(const char *reviewer, std::size_t row, Verdict verdict)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services(reviewer));
        const app::DecideRequest request{recordAt(row), Stage::TitleAbstract, verdict, {}, {}, {}, {}};
        QVERIFY(app::decide(**workspace, std::span(&request, 1)));
    }

    void label(const char *label, const std::vector<std::size_t> &rows, const char *reviewer = "anna")
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services(reviewer));
        std::vector<RecordId> records;
        for (const std::size_t row : rows) {
            records.push_back(recordAt(row));
        }
        QVERIFY(app::addLabel(**workspace, label, records));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{5};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::RecordsTest)
#include "records_test.moc"
