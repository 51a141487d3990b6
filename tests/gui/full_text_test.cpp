#include "app/decide.h"
#include "app/record_list.h"
#include "app/sought_reports.h"
#include "filled_review.h"
#include "gui/frame/step.h"
#include "gui/fulltext/report_model.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QTableView>
#include <QTest>

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

private:
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
