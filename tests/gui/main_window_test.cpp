#include "app/flow_diagram.h"
#include "filled_review.h"
#include "gui/flow/flow_view.h"
#include "gui/imports/imports_dialog.h"
#include "gui/main_window.h"
#include "gui/theme.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

#include <algorithm>

namespace winnow::gui {

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<MainWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        std::string ris;
        for (int i = 0; i < 60; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   (i % 3 == 0 ? " on handicraft" : " on <b>steel</b>") +
                   "\nAB  - Text & more.\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
    }

    void cleanup() { m_window.reset(); }

    void showsWhatWasImported()
    {
        QCOMPARE(table()->model()->rowCount(), 60);
        QVERIFY(text().contains(QStringLiteral("Paper 0 on handicraft")));
        QVERIFY(text().contains(QStringLiteral("Text & more.")));
    }

    void listsTheRecordsBehindABoxThatIsClicked()
    {
        m_window->decide(Verdict::Exclude);
        QTRY_VERIFY(m_window->findChild<FlowView *>() != nullptr);
        auto *view = m_window->findChild<FlowView *>();
        QTRY_VERIFY(std::ranges::any_of(view->diagram().boxes, [](const flow::Box &box) {
            return box.id == "box5" && box.description.find('1') != std::string::npos;
        }));
        view->resize(view->sizeHint());
        const auto box = std::ranges::find(view->diagram().boxes, "box5", &flow::Box::id);
        const double factor = view->width() / (view->diagram().width + 16);
        const QPointF middle(box->rect.x + box->rect.width / 2 + 8, box->rect.y + box->rect.height / 2 + 8);
        QSignalSpy shown(m_window.get(), &MainWindow::boxShown);
        QTest::mouseClick(view, Qt::LeftButton, {}, (middle * factor).toPoint());
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(table()->model()->rowCount(), 1);
        m_window->search({});
        QTRY_COMPARE(table()->model()->rowCount(), 60);
    }

    void listsImportsAndUndoesOne()
    {
        m_window->showImports();
        QTRY_VERIFY(m_window->findChild<ImportsDialog *>() != nullptr);
        auto *dialog = m_window->findChild<ImportsDialog *>();
        const auto *tree = dialog->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("a.ris"));
        QCOMPARE(tree->topLevelItem(0)->text(3), QStringLiteral("60"));
        QVERIFY((tree->topLevelItem(0)->textAlignment(3) & Qt::AlignRight) != 0);
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("saveButton"))->isEnabled());
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("undoButton")), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
    }

    void decidesByKeyAndShowsTheNextRecord()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_I);
        QTest::keyClick(table(), Qt::Key_E);
        QTest::keyClick(table(), Qt::Key_M);
        QCOMPARE(table()->currentIndex().row(), 3);
        QCOMPARE(mark(0), QStringLiteral("\u2713"));
        QCOMPARE(mark(1), QStringLiteral("\u2717"));
        QCOMPARE(mark(2), QStringLiteral("~"));
        QVERIFY(text().contains(QStringLiteral("Paper 3")));
    }

    void undoesAndRedoesWithoutLimit()
    {
        table()->setFocus();
        for (int i = 0; i < 50; ++i) {
            QTest::keyClick(table(), i % 2 == 0 ? Qt::Key_I : Qt::Key_E);
        }
        for (int i = 0; i < 50; ++i) {
            QTest::keyClick(table(), Qt::Key_Z);
        }
        QCOMPARE(mark(0), QString());
        QCOMPARE(mark(49), QString());
        for (int i = 0; i < 50; ++i) {
            m_window->redo();
        }
        QCOMPARE(mark(0), QStringLiteral("\u2713"));
        QCOMPARE(mark(49), QStringLiteral("\u2717"));
    }

    void findsInScopusSyntaxAndMarksTheHits()
    {
        QSignalSpy found(m_window.get(), &MainWindow::searchFinished);
        auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("searchEdit"));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("TITLE(handicraft)"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(table()->model()->rowCount(), 20);
        QVERIFY(m_window->findChild<QTextBrowser *>(QStringLiteral("recordText"))
                    ->toHtml()
                    .contains(QStringLiteral("underline")));
    }

    void saysWhereAQueryIsWrongAndKeepsTheList()
    {
        m_window->search(QStringLiteral("TITLE(handicraft"));
        auto *problem = m_window->findChild<QLabel *>(QStringLiteral("problemLabel"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("never closed")));
        QCOMPARE(table()->model()->rowCount(), 60);
    }

    void keepsTheFlowDiagramUpToDate()
    {
        auto *flow = m_window->findChild<FlowView *>();
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_E);
        QTRY_VERIFY(flow->diagram().description.find("Records excluded** (n = 1)") != std::string::npos);
    }

    void showsTextOfRecordsAsTextAndNotAsMarkup()
    {
        table()->selectRow(1);
        QVERIFY2(text().contains(QStringLiteral("<b>steel</b>")) || text().contains(QStringLiteral("steel")),
                 "no tag is obeyed");
        QVERIFY(!m_window->findChild<QTextBrowser *>(QStringLiteral("recordText"))
                     ->toHtml()
                     .contains(QStringLiteral("<b>steel")));
    }

    void tellsInTheMessageLineWhatCannotBeOpened()
    {
        QVERIFY(!m_window->openReview(m_folder->file("x.winnow", "no review")));
        bool isTold = false;
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            isTold = isTold || label->text().contains(QStringLiteral("not a Winnow review"));
        }
        QVERIFY(isTold);
        QCOMPARE(table()->model()->rowCount(), 60);
    }

    void losesNothingThatWasDecidedWhenItIsClosed()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_I);
        m_window.reset();
        m_window = std::make_unique<MainWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        QCOMPARE(mark(0), QStringLiteral("\u2713"));
    }

    void writesTheFlowDiagram()
    {
        const std::filesystem::path file = m_folder->path() / "f.svg";
        m_window->exportFlow(QString::fromStdString(file.string()));
        QTRY_VERIFY(std::filesystem::exists(file));
    }

private:
    QTableView *table() { return m_window->findChild<QTableView *>(QStringLiteral("recordTable")); }

    QString text()
    {
        return m_window->findChild<QTextBrowser *>(QStringLiteral("recordText"))->toPlainText();
    }

    QString mark(int row) { return table()->model()->index(row, 0).data().toString(); }

    SystemClock m_clock;
    RandomUuidSource m_uuids{5};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::MainWindowTest)
#include "main_window_test.moc"
