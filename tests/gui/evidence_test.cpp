#include "app/decide.h"
#include "app/evidence_tables.h"
#include "app/outside_evidence.h"
#include "app/record_list.h"
#include "app/report_text.h"
#include "app/studies.h"
#include "filled_review.h"
#include "gui/evidence/add_table_dialog.h"
#include "gui/evidence/evidence_grid.h"
#include "gui/evidence/outside_pane.h"
#include "gui/evidence/printed_html.h"
#include "gui/evidence/report_pane.h"
#include "gui/evidence/studies_pane.h"
#include "gui/evidence/study_chooser.h"
#include "gui/evidence/table_rows.h"
#include "gui/evidence/tables_pane.h"
#include "gui/file_dialog.h"
#include "gui/frame/step.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>
#include <QThread>
#include <QTimer>
#include <QTreeWidget>

#include <array>
#include <atomic>
#include <fstream>
#include <sstream>
#include <utility>

namespace winnow::gui {

/// Studies, evidence from outside, evidence tables and the report of three included records, two of which
/// name the same registration.
class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(services());
        std::string ris;
        for (int i = 0; i < 3; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nAU  - Hassan" + std::to_string(i) +
                   ", H\nTI  - Paper " + std::to_string(i) + " on handicraft\nAB  - Text." +
                   (i < 2 ? " Registered as NCT01234567." : "") + "\nPY  - 202" + std::to_string(i) +
                   "\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        auto workspace = review();
        for (const RecordId record : *app::allRecords(*workspace)) {
            const std::array<app::DecideRequest, 2> included{
                {{record, Stage::TitleAbstract, Verdict::Include, {}, {}},
                 {record, Stage::FullText, Verdict::Include, {}, {}}}};
            QVERIFY(app::decide(*workspace, included));
        }
    }

    void cleanup() { m_window.reset(); }

    void acceptsASuggestionAndTakesItApart()
    {
        auto *dialog = opened<StudiesPane>("studies");
        QTRY_VERIFY(visible<QPushButton>(dialog, "acceptButton") != nullptr);
        click(dialog, "acceptButton");
        QTRY_COMPARE(included().size(), std::size_t{2});
        auto *tree = dialog->findChild<QTreeWidget *>(QStringLiteral("studyTree"));
        QTRY_COMPARE(tree->topLevelItemCount(), 2);
        QTRY_VERIFY(visible<QPushButton>(dialog, "acceptButton") == nullptr);
        tree->setCurrentItem(tree->topLevelItem(0)->childCount() > 0 ? tree->topLevelItem(0)
                                                                     : tree->topLevelItem(1));
        click(dialog, "apartButton");
        QTRY_COMPARE(included().size(), std::size_t{3});
        QTRY_COMPARE(tree->topLevelItemCount(), 3);
        QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(included().size(), std::size_t{2});
    }

    void groupsTheReportsThatAreChosen()
    {
        auto *dialog = opened<StudiesPane>("studies");
        auto *tree = dialog->findChild<QTreeWidget *>(QStringLiteral("studyTree"));
        QTRY_COMPARE(tree->topLevelItemCount(), 3);
        tree->topLevelItem(0)->setSelected(true);
        tree->topLevelItem(2)->setSelected(true);
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"));
        QTest::keyClicks(name, QStringLiteral("Two islands"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(included().size(), std::size_t{2});
        QCOMPARE(included().front().label, std::string("Two islands"));
    }

    void notesChangesAndRemovesEvidenceFromOutside()
    {
        auto *dialog = opened<OutsidePane>("outside");
        type(dialog, "keyEdit", "interview-1");
        type(dialog, "titleEdit", "Head of the office");
        click(dialog, "saveButton");
        QCOMPARE(outside().size(), std::size_t{1});
        QVERIFY(outside().front().kind == app::EvidenceKind::Interview);
        type(dialog, "placeEdit", "Tanjung Pandan");
        click(dialog, "saveButton");
        QCOMPARE(outside().front().place, std::string("Tanjung Pandan"));
        click(dialog, "newButton");
        type(dialog, "keyEdit", "interview-1");
        type(dialog, "titleEdit", "Another");
        click(dialog, "saveButton");
        QVERIFY(message().contains(QStringLiteral("already")));
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("list"));
        list->setCurrentRow(0);
        QVERIFY(message().contains(QStringLiteral("The same again goes on without it")));
        QTRY_COMPARE(list->currentRow(), -1);
        list->setCurrentRow(0);
        click(dialog, "removeButton");
        QCOMPARE(outside().size(), std::size_t{0});
    }

    void keepsWhatIsTypedOfEvidenceWhenTheReviewChanges()
    {
        note("a-1", "First");
        auto *dialog = opened<OutsidePane>("outside");
        type(dialog, "placeEdit", "Tanjung");
        note("b-1", "Second");
        changed();
        QCOMPARE(line(dialog, "placeEdit"), QStringLiteral("Tanjung"));
        click(dialog, "saveButton");
        click(dialog, "newButton");
        type(dialog, "keyEdit", "c-1");
        changed();
        QCOMPARE(line(dialog, "keyEdit"), QStringLiteral("c-1"));
        dialog->findChild<QLineEdit *>(QStringLiteral("keyEdit"))->clear();
        changed();
        QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("list"))->currentRow(), -1);
        QVERIFY(line(dialog, "titleEdit").isEmpty());
    }

    void savesTypedEvidenceBeforeAnotherIsShownOrTheWindowCloses()
    {
        note("a-1", "First");
        note("b-1", "Second");
        auto *dialog = opened<OutsidePane>("outside");
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("list"));
        list->setCurrentRow(0);
        type(dialog, "placeEdit", "Tanjung");
        list->setCurrentRow(1);
        QCOMPARE(outside().front().place, std::string("Tanjung"));
        QCOMPARE(line(dialog, "keyEdit"), QStringLiteral("b-1"));
        QTRY_COMPARE(list->currentRow(), 1);
        type(dialog, "whoEdit", "the mayor");
        m_window->goTo({.step = StepId::Overview});
        QCOMPARE(outside().back().who, std::string("the mayor"));
    }

    void staysOnceWithEvidenceThatCannotBeSaved()
    {
        note("a-1", "First");
        auto *dialog = opened<OutsidePane>("outside");
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("list"));
        click(dialog, "newButton");
        type(dialog, "keyEdit", "b-1"); // without a title
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QTRY_COMPARE(list->currentRow(), -1);
        QCOMPARE(line(dialog, "keyEdit"), QStringLiteral("b-1"));
        QVERIFY(message().contains(QStringLiteral("title")));
        type(dialog, "placeEdit", "here");
        QVERIFY(!m_window->closeReview());
        QVERIFY(dialog->isVisible());
        QVERIFY(m_window->closeReview());
        QCOMPARE(outside().size(), std::size_t{1});
    }

    void addsATableOfCharacteristicsAndExportsIt()
    {
        auto *dialog = withTable("characteristics");
        QTRY_VERIFY(preview(dialog).contains(QStringLiteral("Paper 2 on handicraft")));
        const QSignalSpy exported(dialog, &TablesPane::exported);
        const std::filesystem::path file = m_folder->path() / "table.html";
        const std::filesystem::path second = m_folder->path() / "table.tex";
        dialog->exportTable({QString::fromStdString(file.string()), QString::fromStdString(second.string())});
        QTRY_COMPARE(exported.count(), 1);
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        QVERIFY(text.str().find("Paper 2 on handicraft") != std::string::npos);
        QVERIFY(std::filesystem::exists(second));
        QVERIFY(message().contains(QStringLiteral("Wrote")));
    }

    void saysWhyATableCannotBeMade()
    {
        auto *dialog = opened<TablesPane>("tables");
        click(dialog, "addButton");
        QTRY_VERIFY(dialog->findChild<AddTableDialog *>() != nullptr);
        auto *add = dialog->findChild<AddTableDialog *>();
        chooseKind(add, "thematic");
        click(add, "addButton");
        QTRY_VERIFY(add->findChild<QLabel *>(QStringLiteral("addStateLabel"))
                        ->text()
                        .contains(QStringLiteral("option")));
    }

    void changesACellInPlaceAndUndoesIt()
    {
        evidence::Table table = writtenTable();
        QVERIFY(app::setTables(*review(), {.tables = {table}, .list = {}, .works = {}, .style = {}}));
        auto *dialog = opened<TablesPane>("tables");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        QTRY_COMPARE(grid->rowCount(), 2);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(0);
        grid->setCurrentCell(0, 1);
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_F2);
        auto *cell = grid->findChild<QPlainTextEdit *>(QStringLiteral("cellEdit"));
        QVERIFY(cell != nullptr);
        cell->selectAll();
        QTest::keyClicks(cell, QStringLiteral("first"));
        QTest::keyClick(cell, Qt::Key_Return);
        QTest::keyClicks(cell, QStringLiteral("second"));
        QTest::keyClick(cell, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(row(0).cells[1].items, (std::vector<std::string>{"first", "second"}));
        QTRY_VERIFY(preview(dialog).contains(QStringLiteral("second")));
        QTest::keyClick(grid, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(row(0).cells[1].items, std::vector<std::string>());
        QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(row(0).cells[1].items, (std::vector<std::string>{"first", "second"}));
        QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(row(0).cells[1].text, std::string("text"));
    }

    void keepsWhatIsTypedInATableWhenTheReviewChanges()
    {
        evidence::Table table = writtenTable();
        write(table);
        auto *dialog = opened<TablesPane>("tables");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        auto *caption = dialog->findChild<QLineEdit *>(QStringLiteral("captionEdit"));
        QTRY_COMPARE(grid->rowCount(), 2);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(0);
        QPlainTextEdit *cell = typeInCell(grid, 1, 1, "strong");
        table.rows.insert(table.rows.begin(), evidence::Row{{{"Rattan", {}, {}}, {}, {}}, {}});
        write(table);
        changed();
        QTRY_COMPARE(grid->rowCount(), 3);
        QCOMPARE(openCell(grid), cell);
        QCOMPARE(cell->toPlainText(), QStringLiteral("strong"));
        QCOMPARE(grid->currentRow(), 2);
        QTest::keyClicks(cell, QStringLiteral(" and light"));
        QTest::keyClick(cell, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(row(2).cells[1].text, std::string("strong and light"));
        QCOMPARE(row(0).cells[0].text, std::string("Rattan"));

        caption->setFocus();
        QTest::keyClicks(caption, QStringLiteral(" of crafts"));
        table = app::tables(*review())->tables.front();
        table.rows.pop_back();
        write(table);
        changed();
        QTRY_COMPARE(grid->rowCount(), 2);
        QCOMPARE(caption->text(), QStringLiteral("Themes of crafts"));
        QTest::keyClick(caption, Qt::Key_Return);
        QTRY_COMPARE(app::tables(*review())->tables.front().caption, std::string("Themes of crafts"));
        table = app::tables(*review())->tables.front();
        table.caption = "Subjects";
        write(table);
        changed();
        QTRY_COMPARE(caption->text(), QStringLiteral("Subjects"));
    }

    void saysWhatWasTypedInARowThatIsGone()
    {
        evidence::Table table = writtenTable();
        write(table);
        auto *dialog = opened<TablesPane>("tables");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        QTRY_COMPARE(grid->rowCount(), 2);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(0);
        typeInCell(grid, 1, 1, "strong");
        table.rows.pop_back();
        write(table);
        changed();
        QTRY_COMPARE(grid->rowCount(), 1);
        QVERIFY(openCell(grid) == nullptr);
        QVERIFY(message().contains(QStringLiteral("strong")));
        QCOMPARE(row(0).cells[1].text, std::string("text"));
    }

    void writesOnAFillInTheInkThatStandsOutMore()
    {
        // Red is dark by its lightness, and yet black stands out more: 5.3 to 1 against 4.0 to 1.
        for (const auto &[fill, ink] : {std::pair(0xFF0000U, "#000000"), std::pair(0x7A4BA3U, "#ffffff")}) {
            evidence::PrintedCell cell;
            cell.text = "High";
            cell.fill = fill;
            evidence::PrintedTable table;
            table.rows = {{.cells = {cell}, .note = {}}};
            QVERIFY(printedHtml(table).contains(QStringLiteral("; color:") + QString::fromLatin1(ink)));
        }
    }

    void linksStudiesToARow()
    {
        QVERIFY(
            app::setTables(*review(), {.tables = {writtenTable()}, .list = {}, .works = {}, .style = {}}));
        auto *dialog = opened<TablesPane>("tables");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        QTRY_COMPARE(grid->rowCount(), 2);
        grid->setCurrentCell(1, 0);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(0);
        click(dialog, "studiesButton");
        auto *chooser = dialog->findChild<StudyChooser *>();
        QVERIFY(chooser != nullptr);
        auto *list = chooser->findChild<QListWidget *>(QStringLiteral("studyList"));
        QCOMPARE(list->count(), 3);
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Space);
        chooser->accept();
        QTRY_COMPARE(row(1).studies, std::vector<std::string>{"K2"});
        QTRY_VERIFY(preview(dialog).contains(QStringLiteral("[1]")));
    }

    void movesARowThatIsDraggedByItsHead()
    {
        evidence::Table table = writtenTable();
        table.rows.push_back({{{"Rattan", {}, {}}, {}, {}}, {}});
        auto *pane = edited(table);
        auto *head = pane->findChild<EvidenceGrid *>()->verticalHeader();
        QVERIFY(head->sectionsMovable());
        head->moveSection(0, 2); // as the mouse does
        QTRY_COMPARE(row(2).cells[0].text, std::string("Wood"));
        QCOMPARE(row(0).cells[0].text, std::string("Bamboo"));
        QCOMPARE(head->visualIndex(0), 0);
        QTRY_COMPARE(pane->findChild<EvidenceGrid *>()->item(2, 0)->text(), QStringLiteral("Wood"));
    }

    void showsComputedCellsBesideThoseThatAreWritten()
    {
        evidence::Table table = writtenTable();
        table.rows[0].studies = {"K1"};
        auto *grid = edited(table)->findChild<EvidenceGrid *>();
        QCOMPARE(grid->columnCount(), 4); // with the studies of each row
        QTRY_COMPARE(grid->item(0, 2)->text(), QStringLiteral("[1]"));
        QVERIFY(!grid->item(0, 2)->flags().testFlag(Qt::ItemIsEditable));
    }

    void mergesAndSplitsACategory()
    {
        auto *pane = edited(writtenTable());
        auto *grid = pane->findChild<EvidenceGrid *>();
        grid->setFocus();
        grid->setCurrentCell(1, 0);
        QTest::keyClick(grid, Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(row(1).cells[0].text, std::string("Wood"));
        QTRY_COMPARE(grid->rowSpan(0, 0), 2);
        QVERIFY(app::tables(*review())->tables.front().columns.front().isMerged);
        grid->item(0, 0)->setText(QStringLiteral("Timber"));
        QTRY_COMPARE(row(1).cells[0].text, std::string("Timber"));
        QCOMPARE(row(0).cells[0].text, std::string("Timber"));
        grid->setCurrentCell(0, 0);
        QTest::keyClick(grid, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(row(1).cells[0].text, std::string());
        QTRY_COMPARE(grid->rowSpan(0, 0), 1);
    }

    void addsNamesBindsMovesAndRemovesColumns()
    {
        auto *pane = edited(writtenTable());
        pane->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(1);
        auto *columns = pane->findChild<QListWidget *>(QStringLiteral("columnList"));
        QTRY_COMPARE(columns->count(), 3);
        columns->setCurrentRow(0);
        click(pane, "addColumnButton");
        QTRY_COMPARE(stored().columns.size(), std::size_t{4});
        QTRY_COMPARE(columns->count(), 4);
        QCOMPARE(columns->currentRow(), 1);
        auto *name = pane->findChild<QLineEdit *>(QStringLiteral("columnNameEdit"));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Year"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(stored().columns[1].name, std::string("Year"));
        auto *kind = pane->findChild<QComboBox *>(QStringLiteral("columnKindBox"));
        kind->setCurrentIndex(kind->findData(static_cast<int>(evidence::ColumnKind::Fact)));
        Q_EMIT kind->activated(kind->currentIndex());
        auto *field = pane->findChild<QComboBox *>(QStringLiteral("columnFieldBox"));
        field->setCurrentIndex(field->findData(QStringLiteral("year")));
        Q_EMIT field->activated(field->currentIndex());
        QTRY_COMPARE(stored().columns[1].field, std::string("year"));
        QVERIFY(stored().columns[1].kind == evidence::ColumnKind::Fact);
        click(pane, "columnDownButton");
        QTRY_COMPARE(stored().columns[2].name, std::string("Year"));
        QCOMPARE(row(0).cells[1].text, std::string("text")); // goes with its column
        QTRY_COMPARE(columns->currentRow(), 2);
        click(pane, "removeColumnButton");
        QTRY_COMPARE(stored().columns.size(), std::size_t{3});
        QCOMPARE(stored().columns[2].name, std::string("References"));
    }

    void linksStudiesOfTheDrawerToRowsAndMakesNewOnes()
    {
        auto *pane = edited(writtenTable());
        auto *drawer = pane->findChild<StudyDrawer *>();
        auto *grid = pane->findChild<EvidenceGrid *>();
        QTRY_COMPARE(drawer->count(), 3);
        grid->setCurrentCell(1, 0);
        drawer->setFocus();
        drawer->setCurrentRow(2);
        QTest::keyClick(drawer, Qt::Key_Return);
        QTRY_COMPARE(row(1).studies, std::vector<std::string>{"K2"});
        QTRY_COMPARE(drawer->count(), 2);
        drawer->setCurrentRow(0);
        QTest::keyClick(drawer, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(stored().rows.size(), std::size_t{3});
        QCOMPARE(row(2).studies, std::vector<std::string>{"K0"});
        QTRY_COMPARE(drawer->count(), 1);
        Q_EMIT grid->studiesDropped(0, {1});
        QTRY_COMPARE(row(0).studies, std::vector<std::string>{"K1"});
        QTRY_COMPARE(drawer->count(), 0);
    }

    void showsTheSourceOfATable()
    {
        auto *pane = edited(writtenTable());
        auto *tabs = pane->findChild<QTabWidget *>(QStringLiteral("tabs"));
        tabs->setCurrentIndex(3);
        const auto text = [pane](const char *name) {
            return pane->findChild<QPlainTextEdit *>(QString::fromLatin1(name))->toPlainText();
        };
        QTRY_VERIFY(text("htmlText").contains(QStringLiteral("<td")));
        tabs->setCurrentIndex(4);
        QTRY_VERIFY(text("texText").contains(QStringLiteral("\\begin{")));
    }

    void keepsTheItemsOfAListApartFromText()
    {
        evidence::Cell cell{"text", {}, {"K1"}};
        setTyped(cell, " one \n\n two\r\n");
        QCOMPARE(cell.items, (std::vector<std::string>{"one", "two"}));
        QCOMPARE(typedText(cell), std::string("one\ntwo"));
        setTyped(cell, "alone");
        QCOMPARE(cell.text, std::string("alone"));
        QVERIFY(cell.items.empty());
        QCOMPARE(cell.references, std::vector<std::string>{"K1"});
    }

    void writesTheTextsOfTheReportAndExportsIt()
    {
        auto *dialog = opened<ReportPane>("report");
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("textEdit"));
        QTest::keyClicks(text, QStringLiteral("# Key messages"));
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, QStringLiteral("- Crafts **sell** [@K1]."));
        QTRY_VERIFY(preview(dialog).contains(QStringLiteral("Crafts sell [K1].")));
        const QSignalSpy exported(dialog, &ReportPane::exported);
        const std::filesystem::path file = m_folder->path() / "report.md";
        dialog->exportReport(QString::fromStdString(file.string()));
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, 60000);
        std::ostringstream written;
        written << std::ifstream(file).rdbuf();
        QVERIFY(written.str().find("Crafts **sell**") != std::string::npos);
        QVERIFY(app::reportText(*review())->markdown.starts_with("# Key messages"));
    }

    void stopsTheReportAndNothingElse()
    {
        std::atomic<bool> hasBegun = false;
        std::atomic<bool> mayEnd = false;
        std::atomic<bool> wasStopped = false;
        Worker &worker = m_window->session()->writer();
        worker.start({}, [&](app::Workspace &, Task &task) -> Worker::Done {
            hasBegun = true;
            while (!mayEnd && !task.isStopped()) {
                QThread::msleep(1);
            }
            wasStopped = task.isStopped();
            return {};
        });
        const auto release = qScopeGuard([&] { mayEnd = true; });
        QTRY_VERIFY(hasBegun);
        auto *dialog = opened<ReportPane>("report");
        const std::filesystem::path file = m_folder->path() / "report.md";
        dialog->exportReport(QString::fromStdString(file.string()));
        click(dialog, "stopButton");
        QVERIFY(visible<QPushButton>(dialog, "stopButton") == nullptr);
        QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("exportButton"))->isEnabled());
        QVERIFY(message().contains(QStringLiteral("nothing is written")));
        std::atomic<bool> hasEnded = false;
        worker.start({}, [&](app::Workspace &, Task &) -> Worker::Done {
            hasEnded = true;
            return {};
        });
        QTest::qWait(50);
        QVERIFY(!hasEnded);
        mayEnd = true;
        QTRY_VERIFY(hasEnded);
        QVERIFY(!wasStopped);
        QVERIFY(!std::filesystem::exists(file));
    }

    void namesAFileByTheKindThatIsChosen()
    {
        const auto kinds = QStringLiteral("Page (*.html);;Word (*.docx);;Text (*.md);;Grid (*.grid.md);;"
                                          "Numbers (*.json *.csv);;All files (*)");

        const struct
        {
            const char *typed;
            const char *kind;
            const char *named;
        } rows[]{{"a", "Page (*.html)", "a.html"},
                 {"b", "Word (*.docx)", "b.docx"},
                 {"c.html", "Word (*.docx)", "c.docx"},
                 {"d.DOCX", "Word (*.docx)", "d.DOCX"},
                 {"e.docx", "Page (*.html)", "e.docx"},
                 {"f.v2", "Page (*.html)", "f.v2.html"},
                 {"g.md", "Grid (*.grid.md)", "g.grid.md"},
                 {"h.grid.md", "Text (*.md)", "h.md"},
                 {"i.csv", "Numbers (*.json *.csv)", "i.csv"},
                 {"j.html", "Numbers (*.json *.csv)", "j.json"},
                 {"k.html", "All files (*)", "k.html"},
                 {"folder.docx/l", "Word (*.docx)", "folder.docx/l.docx"}};

        for (const auto &[typed, kind, named] : rows) {
            QCOMPARE(withKind(QString::fromLatin1(typed), QString::fromLatin1(kind), kinds),
                     QString::fromLatin1(named));
        }
    }

    void asksBeforeAFileIsReplacedThatWasNotNamedInFull()
    {
        const QString file = QString::fromStdString(m_folder->file("report.docx", "mine"));
        QString typed = file.chopped(5);
        auto answer = QMessageBox::No;
        int questions = 0;
        int dialogs = 0;
        QTimer hand;
        connect(&hand, &QTimer::timeout, this, [&] {
            auto *modal = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (modal == nullptr) {
                return; // the next one comes
            }
            if (auto *question = qobject_cast<QMessageBox *>(modal)) {
                ++questions;
                question->button(answer)->click();
            } else if (auto *dialog = qobject_cast<QFileDialog *>(modal); ++dialogs % 2 == 0) {
                modal->reject();
            } else {
                dialog->selectNameFilter(QStringLiteral("Word (*.docx)"));
                // Somebody who types has the field before: only then does the dialog let go of the file that
                // it chose by itself, with the kind.
                auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
                QApplication::setActiveWindow(modal);
                name->setFocus();
                QVERIFY(name->hasFocus());
                name->setText(typed);
                modal->accept();
            }
        });
        hand.start(50);
        QString chosen;
        const auto ask = [&] {
            dialogs = 0;
            questions = 0;
            chosen.clear();
            askWhereToSave(m_window.get(),
                           QStringLiteral("Export"),
                           QStringLiteral("report.html"),
                           QStringLiteral("Page (*.html);;Word (*.docx)"),
                           [&chosen](const QString &file) { chosen = file; });
        };
        ask();
        QTRY_COMPARE(dialogs, 2); // asked anew
        QTRY_VERIFY(m_window->findChild<QFileDialog *>() == nullptr);
        QCOMPARE(chosen, QString());
        QCOMPARE(questions, 1);
        answer = QMessageBox::Yes;
        ask();
        QTRY_COMPARE(chosen, file);
        QCOMPARE(questions, 1);
        typed += QStringLiteral("-2");
        ask();
        QTRY_COMPARE(chosen, typed + QStringLiteral(".docx"));
        QCOMPARE(questions, 0);
    }

    void saysWhichKeyTheReportCitesInVain()
    {
        auto *dialog = opened<ReportPane>("report");
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("textEdit"));
        QTest::keyClicks(text, QStringLiteral("Crafts [@nobody1999]."));
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY2(message().contains(QStringLiteral("nobody1999")), qPrintable(message()));
        QVERIFY(app::reportText(*review())->markdown.empty());
        QVERIFY(!m_window->closeReview());
        QVERIFY(dialog->isVisible());
        QVERIFY(m_window->closeReview());
    }

private:
    app::Services services() { return {&m_clock, &m_uuids, "anna"}; }

    std::unique_ptr<app::Workspace> review()
    {
        return *app::Workspace::open(m_folder->path() / "r.winnow", services());
    }

    template <typename Dialog>
    Dialog *opened(const char *part)
    {
        m_window->goTo({.step = StepId::Evidence, .part = QString::fromLatin1(part)});
        QApplication::setActiveWindow(m_window.get());
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(m_window.get());
        return m_window->findChild<Dialog *>();
    }

    TablesPane *withTable(const char *kind)
    {
        auto *dialog = opened<TablesPane>("tables");
        click(dialog, "addButton");
        for (int i = 0; i < 100 && dialog->findChild<AddTableDialog *>() == nullptr; ++i) {
            QTest::qWait(20);
        }
        auto *add = dialog->findChild<AddTableDialog *>();
        chooseKind(add, kind);
        click(add, "addButton");
        return dialog;
    }

    void chooseKind(AddTableDialog *dialog, const char *kind)
    {
        auto *kinds = dialog->findChild<QComboBox *>(QStringLiteral("kindBox"));
        kinds->setCurrentIndex(kinds->findData(QString::fromLatin1(kind)));
    }

    static evidence::Table writtenTable()
    {
        evidence::Table table;
        table.id = "table-1";
        table.caption = "Themes";
        table.columns = {{"Theme", evidence::ColumnKind::Text},
                         {"Description", evidence::ColumnKind::Text},
                         {"References", evidence::ColumnKind::References}};
        table.rows.resize(2);
        table.rows[0].cells = {{"Wood", {}, {}}, {"text", {}, {}}, {}};
        table.rows[1].cells = {{"Bamboo", {}, {}}, {}, {}};
        return table;
    }

    void write(const evidence::Table &table)
    {
        QVERIFY(app::setTables(*review(), {.tables = {table}, .list = {}, .works = {}, .style = {}}));
    }

    static QPlainTextEdit *openCell(QTableWidget *grid)
    {
        for (auto *one : grid->findChildren<QPlainTextEdit *>(QStringLiteral("cellEdit"))) {
            if (!one->isHidden()) {
                return one;
            }
        }
        return nullptr;
    }

    static QPlainTextEdit *typeInCell(QTableWidget *grid, int row, int column, const char *text)
    {
        grid->setCurrentCell(row, column);
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_F2);
        QPlainTextEdit *cell = openCell(grid);
        QTest::keyClicks(cell, QString::fromLatin1(text));
        return cell;
    }

    evidence::Table stored() { return app::tables(*review())->tables.front(); }

    evidence::Row row(std::size_t at) { return app::tables(*review())->tables.front().rows.at(at); }

    std::vector<app::Study> included() { return *app::studiesOf(*review()); }

    void note(const char *key, const char *title)
    {
        app::OutsideEvidence piece;
        piece.key = key;
        piece.title = title;
        QVERIFY(app::noteEvidence(*review(), piece));
    }

    QString line(QWidget *dialog, const char *name)
    {
        return dialog->findChild<QLineEdit *>(QString::fromLatin1(name))->text();
    }

    std::vector<app::OutsideEvidence> outside() { return *app::outsideEvidence(*review()); }

    template <typename Widget>
    Widget *visible(QWidget *dialog, const char *name)
    {
        for (auto *one : dialog->findChildren<Widget *>(QString::fromLatin1(name))) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }

    void click(QWidget *dialog, const char *name)
    {
        QTest::mouseClick(visible<QPushButton>(dialog, name), Qt::LeftButton);
    }

    void type(QWidget *dialog, const char *name, const char *text)
    {
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QString::fromLatin1(name)),
                         QString::fromLatin1(text));
    }

    QString message() { return m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(); }

    /// Something else than the window wrote to the review.
    void changed() { m_window->session()->refresh(kAllChanges); }

    /// The evidence tables with this one, once it is shown to be edited.
    TablesPane *edited(const evidence::Table &table)
    {
        write(table);
        auto *pane = opened<TablesPane>("tables");
        auto *grid = pane->findChild<EvidenceGrid *>();
        for (int i = 0; i < 200 && grid->rowCount() == 0; ++i) {
            QTest::qWait(20);
        }
        return pane;
    }

    QString preview(QWidget *dialog)
    {
        return dialog->findChild<QTextBrowser *>(QStringLiteral("preview"))->toPlainText();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::EvidenceTest)
#include "evidence_test.moc"
