#include "app/decide.h"
#include "app/evidence_tables.h"
#include "app/outside_evidence.h"
#include "app/record_list.h"
#include "app/report_text.h"
#include "app/studies.h"
#include "filled_review.h"
#include "gui/evidence/add_table_dialog.h"
#include "gui/evidence/outside_dialog.h"
#include "gui/evidence/printed_html.h"
#include "gui/evidence/report_dialog.h"
#include "gui/evidence/studies_dialog.h"
#include "gui/evidence/study_chooser.h"
#include "gui/evidence/table_rows.h"
#include "gui/evidence/tables_dialog.h"
#include "gui/file_dialog.h"
#include "gui/main_window.h"
#include "support/temp_folder.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
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

/// A window beside the main one that counts how often it is told to show the review anew.
class CountingDialog : public ReviewDialog
{
public:
    using ReviewDialog::ReviewDialog;

    void reload() override
    {
        ++m_reloads;
        const auto *list = parent()->findChild<QListWidget *>(QStringLiteral("list"));
        m_shownThen = list == nullptr ? -1 : list->count();
    }

    [[nodiscard]] int reloads() const { return m_reloads; }

    /// How many entries the list of evidence had when this was reloaded.
    [[nodiscard]] int shownThen() const { return m_shownThen; }

private:
    int m_reloads = 0;
    int m_shownThen = 0;
};

/// Studies, evidence from outside, evidence tables and the report of three included records, two of which
/// name the same registration.
class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<MainWindow>(services());
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
        auto *dialog = opened<StudiesDialog>("studiesAction");
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
        auto *dialog = opened<StudiesDialog>("studiesAction");
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
        auto *dialog = opened<OutsideDialog>("outsideAction");
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
        QVERIFY(state(dialog).contains(QStringLiteral("already")));
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("list"));
        list->setCurrentRow(0);
        QVERIFY(state(dialog).contains(QStringLiteral("The same again goes on without it")));
        QTRY_COMPARE(list->currentRow(), -1);
        list->setCurrentRow(0);
        click(dialog, "removeButton");
        QCOMPARE(outside().size(), std::size_t{0});
    }

    void keepsWhatIsTypedOfEvidenceWhenTheReviewChanges()
    {
        note("a-1", "First");
        auto *dialog = opened<OutsideDialog>("outsideAction");
        type(dialog, "placeEdit", "Tanjung");
        note("b-1", "Second");
        dialog->reload();
        QCOMPARE(line(dialog, "placeEdit"), QStringLiteral("Tanjung"));
        click(dialog, "saveButton");
        click(dialog, "newButton");
        type(dialog, "keyEdit", "c-1");
        dialog->reload();
        QCOMPARE(line(dialog, "keyEdit"), QStringLiteral("c-1"));
        dialog->findChild<QLineEdit *>(QStringLiteral("keyEdit"))->clear();
        dialog->reload();
        QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("list"))->currentRow(), -1);
        QVERIFY(line(dialog, "titleEdit").isEmpty());
    }

    void savesTypedEvidenceBeforeAnotherIsShownOrTheWindowCloses()
    {
        note("a-1", "First");
        note("b-1", "Second");
        auto *dialog = opened<OutsideDialog>("outsideAction");
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("list"));
        list->setCurrentRow(0);
        type(dialog, "placeEdit", "Tanjung");
        list->setCurrentRow(1);
        QCOMPARE(outside().front().place, std::string("Tanjung"));
        QCOMPARE(line(dialog, "keyEdit"), QStringLiteral("b-1"));
        QTRY_COMPARE(list->currentRow(), 1);
        type(dialog, "whoEdit", "the mayor");
        click(dialog, "closeButton");
        QCOMPARE(outside().back().who, std::string("the mayor"));
        QVERIFY(!dialog->isVisible());
    }

    void staysOnceWithEvidenceThatCannotBeSaved()
    {
        note("a-1", "First");
        auto *dialog = opened<OutsideDialog>("outsideAction");
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("list"));
        click(dialog, "newButton");
        type(dialog, "keyEdit", "b-1"); // without a title
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QTRY_COMPARE(list->currentRow(), -1);
        QCOMPARE(line(dialog, "keyEdit"), QStringLiteral("b-1"));
        QVERIFY(state(dialog).contains(QStringLiteral("title")));
        type(dialog, "placeEdit", "here");
        click(dialog, "closeButton");
        QVERIFY(dialog->isVisible());
        click(dialog, "closeButton");
        QVERIFY(!dialog->isVisible());
        QCOMPARE(outside().size(), std::size_t{1});
    }

    void reloadsTheWindowsBesideOnceForSeveralChanges()
    {
        Worker worker(m_folder->path() / "r.winnow", services());
        auto workspace = review();
        auto counting = std::make_unique<CountingDialog>(*workspace, worker, m_window.get());
        auto *dialog = opened<OutsideDialog>("outsideAction");
        QTest::qWait(300);
        const int before = counting->reloads();
        type(dialog, "keyEdit", "a-1");
        type(dialog, "titleEdit", "First");
        click(dialog, "saveButton");
        type(dialog, "placeEdit", "here");
        click(dialog, "saveButton");
        QCOMPARE(counting->reloads(), before);
        QTRY_COMPARE(counting->reloads(), before + 1);
        QTest::qWait(300);
        QCOMPARE(counting->reloads(), before + 1);
        // Where somebody works comes first, though it was opened last.
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("list"));
        for (int left = 1; left >= 0; --left) {
            QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
            QTRY_COMPARE(counting->reloads(), before + 3 - left);
        }
        QCOMPARE(list->count(), 0);
        QCOMPARE(counting->shownThen(), 0);
    }

    void addsATableOfCharacteristicsAndExportsIt()
    {
        auto *dialog = withTable("characteristics");
        QTRY_VERIFY(preview(dialog).contains(QStringLiteral("Paper 2 on handicraft")));
        const QSignalSpy exported(dialog, &TablesDialog::exported);
        const std::filesystem::path file = m_folder->path() / "table.html";
        dialog->exportTable(QString::fromStdString(file.string()));
        QTRY_COMPARE(exported.count(), 1);
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        QVERIFY(text.str().find("Paper 2 on handicraft") != std::string::npos);
        QVERIFY(state(dialog).contains(QStringLiteral("Wrote")));
    }

    void saysWhyATableCannotBeMade()
    {
        auto *dialog = opened<TablesDialog>("tablesAction");
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
        auto *dialog = opened<TablesDialog>("tablesAction");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        QTRY_COMPARE(grid->rowCount(), 2);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(1);
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
        auto *dialog = opened<TablesDialog>("tablesAction");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        auto *caption = dialog->findChild<QLineEdit *>(QStringLiteral("captionEdit"));
        QTRY_COMPARE(grid->rowCount(), 2);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(1);
        QPlainTextEdit *cell = typeInCell(grid, 1, 1, "strong");
        table.rows.insert(table.rows.begin(), evidence::Row{{{"Rattan", {}, {}}, {}, {}}, {}});
        write(table);
        dialog->reload();
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
        dialog->reload();
        QTRY_COMPARE(grid->rowCount(), 2);
        QCOMPARE(caption->text(), QStringLiteral("Themes of crafts"));
        QTest::keyClick(caption, Qt::Key_Return);
        QTRY_COMPARE(app::tables(*review())->tables.front().caption, std::string("Themes of crafts"));
        table = app::tables(*review())->tables.front();
        table.caption = "Subjects";
        write(table);
        dialog->reload();
        QTRY_COMPARE(caption->text(), QStringLiteral("Subjects"));
    }

    void saysWhatWasTypedInARowThatIsGone()
    {
        evidence::Table table = writtenTable();
        write(table);
        auto *dialog = opened<TablesDialog>("tablesAction");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        QTRY_COMPARE(grid->rowCount(), 2);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(1);
        typeInCell(grid, 1, 1, "strong");
        table.rows.pop_back();
        write(table);
        dialog->reload();
        QTRY_COMPARE(grid->rowCount(), 1);
        QVERIFY(openCell(grid) == nullptr);
        QVERIFY(state(dialog).contains(QStringLiteral("strong")));
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
        auto *dialog = opened<TablesDialog>("tablesAction");
        auto *grid = dialog->findChild<QTableWidget *>(QStringLiteral("grid"));
        QTRY_COMPARE(grid->rowCount(), 2);
        grid->setCurrentCell(1, 0);
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(1);
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
        auto *dialog = opened<ReportDialog>("reportAction");
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("textEdit"));
        QTest::keyClicks(text, QStringLiteral("# Key messages"));
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, QStringLiteral("- Crafts **sell** [@K1]."));
        QTRY_VERIFY(preview(dialog).contains(QStringLiteral("Crafts sell [K1].")));
        const QSignalSpy exported(dialog, &ReportDialog::exported);
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
        auto workspace = review();
        std::atomic<bool> hasBegun = false;
        std::atomic<bool> mayEnd = false;
        std::atomic<bool> wasStopped = false;
        Worker worker(m_folder->path() / "r.winnow", services());
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
        ReportDialog dialog(*workspace, worker);
        dialog.show();
        const std::filesystem::path file = m_folder->path() / "report.md";
        dialog.exportReport(QString::fromStdString(file.string()));
        click(&dialog, "stopButton");
        QVERIFY(visible<QPushButton>(&dialog, "stopButton") == nullptr);
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("exportButton"))->isEnabled());
        QVERIFY(state(&dialog).contains(QStringLiteral("nothing is written")));
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
            if (auto *question = qobject_cast<QMessageBox *>(modal)) {
                ++questions;
                question->button(answer)->click();
            } else if (auto *dialog = qobject_cast<QFileDialog *>(modal); ++dialogs % 2 == 0) {
                modal->reject();
            } else {
                dialog->selectNameFilter(QStringLiteral("Word (*.docx)"));
                dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(typed);
                modal->accept();
            }
        });
        hand.start(50);
        const auto ask = [&] {
            dialogs = 0;
            questions = 0;
            return askWhereToSave(m_window.get(),
                                  QStringLiteral("Export"),
                                  QStringLiteral("report.html"),
                                  QStringLiteral("Page (*.html);;Word (*.docx)"));
        };
        QCOMPARE(ask(), QString());
        QCOMPARE(questions, 1);
        QCOMPARE(dialogs, 2); // asked anew
        answer = QMessageBox::Yes;
        QCOMPARE(ask(), file);
        QCOMPARE(questions, 1);
        typed += QStringLiteral("-2");
        QCOMPARE(ask(), typed + QStringLiteral(".docx"));
        QCOMPARE(questions, 0);
    }

    void saysWhichKeyTheReportCitesInVain()
    {
        auto *dialog = opened<ReportDialog>("reportAction");
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("textEdit"));
        QTest::keyClicks(text, QStringLiteral("Crafts [@nobody1999]."));
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY2(state(dialog).contains(QStringLiteral("nobody1999")), qPrintable(state(dialog)));
        QVERIFY(app::reportText(*review())->markdown.empty());
        click(dialog, "closeButton");
        QVERIFY(dialog->isVisible());
    }

private:
    app::Services services() { return {&m_clock, &m_uuids, "anna"}; }

    std::unique_ptr<app::Workspace> review()
    {
        return *app::Workspace::open(m_folder->path() / "r.winnow", services());
    }

    template <typename Dialog>
    Dialog *opened(const char *action)
    {
        m_window->findChild<QAction *>(QString::fromLatin1(action))->trigger();
        auto *dialog = m_window->findChild<Dialog *>();
        for (int i = 0; i < 100 && !dialog->isActiveWindow(); ++i) {
            dialog->activateWindow();
            QTest::qWait(10);
        }
        return dialog;
    }

    TablesDialog *withTable(const char *kind)
    {
        auto *dialog = opened<TablesDialog>("tablesAction");
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

    QString state(QWidget *dialog)
    {
        return dialog->findChild<QLabel *>(QStringLiteral("stateLabel"))->text();
    }

    QString preview(QWidget *dialog)
    {
        return dialog->findChild<QTextBrowser *>(QStringLiteral("preview"))->toPlainText();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::EvidenceTest)
#include "evidence_test.moc"
