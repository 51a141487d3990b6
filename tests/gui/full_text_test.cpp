#include "app/attachments.h"
#include "app/decide.h"
#include "app/record_list.h"
#include "app/sought_reports.h"
#include "filled_review.h"
#include "gui/frame/step.h"
#include "gui/fulltext/file_acts.h"
#include "gui/fulltext/full_text_step.h"
#include "gui/fulltext/report_model.h"
#include "gui/pages/pdf_pane.h"
#include "person.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

#include <filesystem>

namespace winnow::gui {

/// The window of anna, who included the first two of four records.
class FullTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        std::string ris;
        for (int i = 0; i < 4; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   "\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        const auto records = app::allRecords(review());
        for (std::size_t i = 0; i < 2; ++i) {
            const app::DecideRequest request{
                records->at(i), Stage::TitleAbstract, Verdict::Include, {}, {}, {}, {}};
            QVERIFY(app::decide(review(), std::span(&request, 1)));
        }
        m_window->session()->refresh(Change::Decisions);
        Place place{StepId::FullText};
        place.part = QStringLiteral("reports");
        m_window->goTo(place);
        QTRY_COMPARE(rows(), 2);
        table()->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void keepsToTheContractOfModels()
    {
        const QAbstractItemModelTester tester(table()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        choose(QStringLiteral("Not retrieved"));
        QCOMPARE(rows(), 0);
        choose(QStringLiteral("All reports"));
        QCOMPARE(rows(), 2);
    }

    void givesTheTitleWhatIsLeftButAlwaysRoomToBeRead()
    {
        const QHeaderView *header = table()->horizontalHeader();
        m_window->resize(1800, 800);
        QTRY_COMPARE(header->length(), header->width());
        m_window->resize(700, 800);
        QTRY_VERIFY(header->width() < 700);
        QVERIFY(header->sectionSize(ReportModel::Title) >= 30 * table()->fontMetrics().averageCharWidth());
    }

    void notesByOneKeyWhatCouldNotBeHadAndWhy()
    {
        table()->selectRow(1);
        press(Qt::Key_X);
        answer(QStringLiteral("no access, authors asked twice"));
        QTRY_COMPARE(statusAt(1), QStringLiteral("Not retrieved"));
        QCOMPARE(textAt(1, ReportModel::Why), QStringLiteral("no access, authors asked twice"));
        QVERIFY(message().contains(QStringLiteral("K1")));
        choose(QStringLiteral("Not retrieved"));
        QCOMPARE(rows(), 1);
        press(Qt::Key_S);
        QTRY_COMPARE(rows(), 0);
        m_window->session()->undo();
        QTRY_COMPARE(rows(), 1);
    }

    void saysOfAReportThatTheReviewHasItAlready()
    {
        table()->selectRow(1);
        press(Qt::Key_D);
        answer(QStringLiteral("nobody"));
        QVERIFY(message().contains(QStringLiteral("nobody")));
        press(Qt::Key_D);
        answer(QStringLiteral("K0"));
        QTRY_COMPARE(statusAt(1), QStringLiteral("Duplicate report"));
    }

    void showsTheVerdictOfAReportThatWasRead()
    {
        const app::DecideRequest request{
            app::allRecords(review())->front(), Stage::FullText, Verdict::Exclude, "no data", {}, {}, {}};
        QVERIFY(app::decide(review(), std::span(&request, 1)));
        m_window->session()->refresh(Change::Decisions);
        QTRY_VERIFY(statusAt(0).contains(QStringLiteral("Excluded")));
        table()->selectRow(0);
        press(Qt::Key_X);
        answer(QStringLiteral("lost"));
        QVERIFY(message().contains(QStringLiteral("was assessed at full text")));
    }

    void listsTheFilesOfReportsAndTakesThemOff()
    {
        attach(1, "paper.pdf");
        QTRY_COMPARE(textAt(1, ReportModel::Files), QStringLiteral("1 PDF"));
        QCOMPARE(statusAt(1), QStringLiteral("Retrieved"));
        QCOMPARE(textAt(0, ReportModel::Files), QString());
        choose(QStringLiteral("Retrieved"));
        QCOMPARE(rows(), 1);
        choose(QStringLiteral("All reports"));
        table()->selectRow(0);
        QVERIFY(!button("detachButton")->isEnabled());
        table()->selectRow(1);
        press(Qt::Key_Delete);
        QTRY_COMPARE(textAt(1, ReportModel::Files), QString());
        QVERIFY(message().contains(QStringLiteral("detached paper.pdf")));
        m_window->session()->undo();
        QTRY_COMPARE(textAt(1, ReportModel::Files), QStringLiteral("1 PDF"));
    }

    void takesAPdfThatIsDroppedOnTheBoard()
    {
        table()->selectRow(0);
        QVERIFY(drop(table()->parentWidget(), {pdf("dropped.pdf")}));
        QTRY_COMPARE(textAt(0, ReportModel::Files), QStringLiteral("1 PDF"));
        QVERIFY(message().contains(QStringLiteral("K0: attached dropped.pdf")));
    }

    void leavesOtherFilesThatAreDroppedToTheWindow()
    {
        QMimeData data;
        setFiles(data, {QStringLiteral("/tmp/a.pdf"), QStringLiteral("/tmp/b.PDF")});
        QCOMPARE(pdfsOf(data).size(), 2);
        setFiles(data, {QStringLiteral("/tmp/a.pdf"), QStringLiteral("/tmp/records.ris")});
        QVERIFY(pdfsOf(data).isEmpty());
    }

    void asksForThePdfOfAReport()
    {
        table()->selectRow(0);
        Person person(*m_window);
        person.choose(pdf("chosen.pdf"), [this] { press(Qt::Key_P); });
        QTRY_COMPARE(textAt(0, ReportModel::Files), QStringLiteral("1 PDF"));
    }

    void readsThePdfOfAReportBesideItsDecision()
    {
        attach(0, "paper.pdf");
        read(0);
        QVERIFY(step()->pdf()->isVisible());
        QTRY_COMPARE(step()->pdf()->view()->pageCount(), 3);
        QVERIFY(step()->pdf()->view()->hasFocus());
        const QByteArray shot = qgetenv("WINNOW_PICTURE");
        if (!shot.isEmpty()) {
            QTest::qWait(500);
            QVERIFY(m_window->grab().save(QString::fromLocal8Bit(shot)));
        }
    }

    void keepsTheKeysOfScreeningWhileAPdfIsRead()
    {
        attach(0, "paper.pdf");
        attach(1, "other.pdf");
        read(0);
        PageView *view = step()->pdf()->view();
        QTRY_VERIFY(view->hasFocus());
        const RecordId first = step()->record();
        QTest::keyClick(view, Qt::Key_PageDown);
        QTRY_COMPARE(view->pageCount(), 3);
        QCOMPARE(step()->record(), first);
        QTest::keyClick(view, Qt::Key_I);
        QTRY_VERIFY(step()->record() != first);
        QVERIFY(message().contains(QStringLiteral("Included")));
        QVERIFY(view->hasFocus());
        QCOMPARE(step()->pdf()->shownFile().name, QStringLiteral("other.pdf"));
        QTest::keyClick(view, Qt::Key_Left);
        QTRY_COMPARE(step()->record(), first);
        QCOMPARE(step()->pdf()->shownFile().name, QStringLiteral("paper.pdf"));
    }

    void hasTheAbstractOneKeyAway()
    {
        attach(0, "paper.pdf");
        read(0);
        auto *record = step()->findChild<QTextBrowser *>(QStringLiteral("recordText"));
        QVERIFY(!record->isVisible());
        QTest::keyClick(step()->pdf()->view(), Qt::Key_T);
        QVERIFY(record->isVisible() && record->hasFocus());
        QVERIFY(record->toPlainText().contains(QStringLiteral("Paper 0")));
        QVERIFY(line().contains(QStringLiteral("paper.pdf is attached")));
        QTest::keyClick(record, Qt::Key_T);
        QVERIFY(step()->pdf()->view()->hasFocus());
    }

    void showsTheRecordWhereThereIsNoPdfAndTakesOneThatIsDropped()
    {
        read(1);
        QVERIFY(!step()->pdf()->isVisible());
        QVERIFY(line().contains(QStringLiteral("No PDF attached")));
        QVERIFY(drop(step(), {pdf("dropped.pdf")}));
        QTRY_VERIFY(step()->pdf()->isVisible());
        QTRY_COMPARE(step()->pdf()->view()->pageCount(), 3);
        QVERIFY(step()->pdf()->view()->hasFocus());
        m_window->session()->undo();
        QTRY_VERIFY(!step()->pdf()->isVisible());
        m_window->session()->redo();
        QTRY_VERIFY(step()->pdf()->isVisible());
        m_window->findChild<QAction *>(QStringLiteral("detachPdfAction"))->trigger();
        QTRY_VERIFY(!step()->pdf()->isVisible());
    }

    void saysWhatIsWrongWithAFileThatIsNoPdf()
    {
        read(1);
        QVERIFY(drop(
            step(),
            {QString::fromStdString(m_folder->file("page.pdf", "<html>Please log in</html>").string())}));
        QTRY_VERIFY(message().contains(QStringLiteral("page.pdf")));
        QVERIFY(!step()->pdf()->isVisible());
    }

    void saysOfAFileThatIsGoneWhatToDo()
    {
        attach(0, "paper.pdf");
        const auto files = app::attachmentsOf(review(), app::allRecords(review())->front());
        QVERIFY(std::filesystem::remove(files->front().path));
        read(0);
        QVERIFY(step()->pdf()->isVisible());
        QVERIFY(step()->pdf()->view()->sentence().startsWith(QStringLiteral("paper.pdf: ")));
    }

private:
    FullTextStep *step() { return qobject_cast<FullTextStep *>(m_window->step(StepId::FullText)); }

    QPushButton *button(const char *name)
    {
        return m_window->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    QString line() { return m_window->findChild<QLabel *>(QStringLiteral("pdfLineLabel"))->text(); }

    /// Three pages that name the file.
    QString pdf(const std::string &name)
    {
        test::PdfFile file;
        for (int page = 0; page < 3; ++page) {
            file.pages.push_back(
                {.content = test::pdfLine(72, 700, name + ", page " + std::to_string(page))});
        }
        return QString::fromStdString(m_folder->file(name, test::makePdf(file)).string());
    }

    void attach(std::size_t record, const std::string &name)
    {
        Task task;
        const app::AttachRequest request{app::allRecords(review())->at(record), pdf(name).toStdString()};
        QVERIFY(app::attach(review(), request, task));
        m_window->session()->refresh(Change::Decisions);
    }

    /// Goes to a record in the reading place.
    void read(std::size_t record)
    {
        QApplication::setActiveWindow(m_window.get());
        Place place{StepId::FullText};
        place.part = QStringLiteral("read");
        place.record = app::allRecords(review())->at(record);
        m_window->goTo(place);
        step()->takeFocus();
        QTRY_COMPARE(step()->record(), place.record);
    }

    static void setFiles(QMimeData &data, const QStringList &files)
    {
        QList<QUrl> urls;
        for (const QString &file : files) {
            urls << QUrl::fromLocalFile(file);
        }
        data.setUrls(urls);
    }

    static bool drop(QWidget *target, const QStringList &files)
    {
        QMimeData data;
        setFiles(data, files);
        const QPoint middle = target->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(target, &enter);
        QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(target, &dropped);
        return enter.isAccepted();
    }

    app::Workspace &review() { return m_window->session()->workspace(); }

    QTableView *table() { return m_window->findChild<QTableView *>(QStringLiteral("reportTable")); }

    int rows() { return table()->model()->rowCount(); }

    QString textAt(int row, int column) { return table()->model()->index(row, column).data().toString(); }

    QString statusAt(int row) { return textAt(row, ReportModel::Status); }

    QString message() { return m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(); }

    /// Where windows are, one that a dialog was over is active again by itself.
    void press(Qt::Key key)
    {
        QApplication::setActiveWindow(m_window.get());
        table()->setFocus();
        QTest::keyClick(table(), key);
    }

    void choose(const QString &place)
    {
        auto *box = m_window->findChild<QComboBox *>(QStringLiteral("placeBox"));
        box->setCurrentIndex(box->findText(place, Qt::MatchStartsWith));
    }

    void answer(const QString &text)
    {
        auto *dialog = m_window->findChild<QInputDialog *>(QStringLiteral("statusDialog"));
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(text);
        dialog->accept();
        QTRY_VERIFY(m_window->findChild<QInputDialog *>(QStringLiteral("statusDialog")) == nullptr);
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::FullTextTest)
#include "full_text_test.moc"
