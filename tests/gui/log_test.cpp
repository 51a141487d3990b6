#include "app/labels.h"
#include "app/record_list.h"
#include "filled_review.h"
#include "gui/frame/step.h"
#include "gui/log/log_model.h"
#include "gui/log/log_step.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

namespace winnow::gui {

/// The window of anna, who imported three records and labelled each.
class LogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        std::string ris;
        for (int i = 0; i < 3; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   "\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        m_records = *app::allRecords(review());
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            QVERIFY(app::addLabel(review(), "label-" + std::to_string(i), std::span(&m_records[i], 1)));
        }
        m_window->goTo({StepId::Log});
        QTRY_COMPARE(rows(), 4); // the newest first; the import is the oldest
    }

    void cleanup() { m_window.reset(); }

    void keepsToTheContractOfModels()
    {
        const QAbstractItemModelTester tester(model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto *words = child<QLineEdit>("wordsEdit");
        words->setText(QStringLiteral("label-1"));
        m_window->session()->undo();
        QTRY_COMPARE(rows(), 1);
        words->clear();
        QTRY_COMPARE(rows(), 5);
    }

    void findsEntriesByWordsAndKind()
    {
        child<QLineEdit>("wordsEdit")->setText(QStringLiteral("K1 label"));
        QCOMPARE(rows(), 1);
        QVERIFY(textAt(0).contains(QStringLiteral("label-1")));
        child<QLineEdit>("wordsEdit")->clear();
        auto *kinds = child<QComboBox>("kindBox");
        kinds->setCurrentIndex(kinds->findText(QStringLiteral("Import")));
        QCOMPARE(rows(), 1);
        kinds->setCurrentIndex(0);
        QCOMPARE(rows(), 4);
    }

    void hidesWhatWasUndoneWhereThatIsAskedFor()
    {
        m_window->session()->undo();
        QTRY_COMPARE(rows(), 5);
        QVERIFY(textAt(1).contains(QStringLiteral("(undone)")));
        child<QCheckBox>("undoneBox")->setChecked(false);
        QCOMPARE(rows(), 3);
    }

    void undoesBackToAnEntryOnceThatIsAgreed()
    {
        table()->selectRow(1);
        click("undoButton");
        auto *box = m_window->findChild<QMessageBox *>(QStringLiteral("undoBackBox"));
        QVERIFY(box != nullptr);
        QVERIFY(box->text().startsWith(QStringLiteral("2 acts")));
        for (QAbstractButton *button : box->buttons()) {
            if (button != nullptr && box->buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
            }
        }
        QTRY_COMPARE(labels(), QStringList(QStringLiteral("label-0")));
        QTRY_VERIFY(message().startsWith(QStringLiteral("2 acts undone")));
        m_window->session()->redo();
        QCOMPARE(labels(), (QStringList{QStringLiteral("label-0"), QStringLiteral("label-1")}));
    }

    void undoesTheLastActWithoutAsking()
    {
        table()->selectRow(0);
        click("undoButton");
        QTRY_COMPARE(labels(), (QStringList{QStringLiteral("label-0"), QStringLiteral("label-1")}));
        QTRY_COMPARE(rows(), 5);
        table()->selectRow(0); // what undid it
        QVERIFY(!child<QPushButton>("undoButton", "log")->isEnabled());
    }

    void showsTheRecordOfAnEntry()
    {
        table()->selectRow(0);
        click("recordButton");
        QCOMPARE(
            m_window->findChild<QStackedWidget *>(QStringLiteral("steps"))->currentWidget()->objectName(),
            QStringLiteral("records"));
    }

    void exportsAllThatTheReviewerMaySee()
    {
        const QString file = QString::fromStdString((m_folder->path() / "log.csv").string());
        m_window->findChild<LogStep *>()->exportTo(file);
        QTRY_VERIFY(message().startsWith(QStringLiteral("Wrote 4 entries")));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QCOMPARE(text.count("\r\n"), 5);
        QVERIFY(text.startsWith("entry,act,at,reviewer,kind"));
        QVERIFY(text.contains("label-2"));
    }

private:
    app::Workspace &review() { return m_window->session()->workspace(); }

    template <typename Widget>
    Widget *child(const char *name, const char *step = "log")
    {
        return m_window->findChild<QWidget *>(QString::fromLatin1(step))
            ->findChild<Widget *>(QString::fromLatin1(name));
    }

    void click(const char *button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }

    QTableView *table() { return child<QTableView>("logTable"); }

    QAbstractItemModel *model() { return table()->model(); }

    int rows() { return model()->rowCount(); }

    QString textAt(int row) { return model()->index(row, LogModel::What).data().toString(); }

    QString message() { return m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(); }

    /// Of all records.
    QStringList labels()
    {
        QStringList all;
        for (const RecordId record : m_records) {
            const auto marks = app::marksOf(review(), record);
            for (const std::string &label : marks->labels) {
                all << QString::fromStdString(label);
            }
        }
        return all;
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::vector<RecordId> m_records;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::LogTest)
#include "log_test.moc"
