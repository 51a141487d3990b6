#include "app/labels.h"
#include "app/stages.h"
#include "gui/screening/labels_dialog.h"
#include "screening_fixture.h"
#include "watched.h"

#include <QLineEdit>
#include <QTreeWidget>

#include <algorithm>

namespace winnow::gui {

/// Which records the window lists and works through: those of a label, those of a search.
class ListsTest : public ScreeningFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void listsTheLabelsWithTheirCounts()
    {
        label("islands", {1, 2});
        label("women", {2});
        auto *dialog = labels();
        QCOMPARE(rows(dialog), (QStringList{QStringLiteral("islands 2"), QStringLiteral("women 1")}));
    }

    void renamesALabelAndUndoesIt()
    {
        label("ilands", {1, 2});
        auto *dialog = labels();
        name(dialog)->setText(QStringLiteral("islands"));
        click(dialog, "renameButton");
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("islands 2")));
        QVERIFY(message().contains(QStringLiteral("Label ilands is islands now")));
        undo();
        QVERIFY(message().contains(QStringLiteral("ilands")));
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("ilands 2")));
    }

    void mergesALabelIntoAnother()
    {
        label("ilands", {1, 2});
        label("islands", {2, 3});
        auto *dialog = labels();
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("renameButton"));
        QVERIFY(!button->isEnabled());
        name(dialog)->setText(QStringLiteral("islands"));
        QVERIFY(button->text().contains(QStringLiteral("Merge")));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("islands 3")));
    }

    void removesALabelAndUndoesIt()
    {
        label("islands", {1, 2});
        auto *dialog = labels();
        click(dialog, "removeButton");
        QVERIFY(rows(dialog).isEmpty());
        QVERIFY(state(dialog).contains(QStringLiteral("taken from 2 records")));
        undo();
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("islands 2")));
    }

    void leavesTheLabelsOfOthers()
    {
        label("islands", {1}, "ben");
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        QVERIFY(app::openStage(**workspace, Stage::TitleAbstract));
        auto *dialog = labels();
        click(dialog, "removeButton");
        QVERIFY(state(dialog).contains(QStringLiteral("others")));
        name(dialog)->setText(QStringLiteral("isles"));
        click(dialog, "renameButton");
        QVERIFY(state(dialog).contains(QStringLiteral("You have no label")));
        QCOMPARE(rows(dialog), QStringList(QStringLiteral("islands 1")));
    }

    void closesTheLabelsBeforeAnotherReviewOpens()
    {
        label("islands", {1});
        labels();
        QVERIFY(m_window->createReview(m_folder->path() / "other.winnow", QStringLiteral("Another")));
        QVERIFY(m_window->findChild<LabelsDialog *>() == nullptr);
    }

    void listsTheRecordsOfALabelUntilAllAreWantedAgain()
    {
        label("R&D <b>", {2, 3, 7});
        click(labels(), "showButton");
        QTRY_COMPARE(listed(), 3);
        QVERIFY(labelButton()->isVisible());
        QVERIFY(labelButton()->text().contains(QStringLiteral("R&&D <b>")));
        QCOMPARE(row(), 2);
        activate();
        press(Qt::Key_I);
        QCOMPARE(row(), 3);
        searchFor("TITLE(handicraft)");
        QTRY_COMPARE(listed(), 1);
        searchFor("");
        QTRY_COMPARE(listed(), 3);
        QTest::mouseClick(labelButton(), Qt::LeftButton);
        QTRY_COMPARE(listed(), 12);
        QVERIFY(!labelButton()->isVisible());
    }

    void listsAllAgainWhenTheLabelIsGone()
    {
        label("islands", {2});
        auto *dialog = labels();
        click(dialog, "showButton");
        QTRY_COMPARE(listed(), 1);
        click(dialog, "removeButton");
        QTRY_COMPARE(listed(), 12);
        QVERIFY(!labelButton()->isVisible());
    }

    void listsTheRecordsThatAnotherStepSendsHere()
    {
        const auto all = app::allRecords(session().workspace());
        Place place{StepId::TitleAbstract};
        place.listTitle = QStringLiteral("Two of them");
        place.list = std::vector{all->at(4), all->at(8)};
        m_window->goTo(place);
        QTRY_COMPARE(listed(), 2);
        QCOMPARE(row(), 4);
        QVERIFY(labelButton()->text().contains(QStringLiteral("Two of them")));
        press(Qt::Key_E);
        QCOMPARE(row(), 8);
        press(Qt::Key_E);
        QCOMPARE(row(), 8); // the last one stays
        QVERIFY(text().contains(QStringLiteral("Excluded")));
    }

    void worksThroughASearch()
    {
        press(Qt::Key_I);
        QVERIFY(!workThrough()->isVisible());
        searchFor("TITLE(handicraft)");
        QTRY_COMPARE(listed(), 4);
        QCOMPARE(row(), 0);
        QVERIFY(workThrough()->isVisible());
        QTest::mouseClick(workThrough(), Qt::LeftButton);
        QTRY_COMPARE(left(), QStringLiteral("3 left of this search"));
        QCOMPARE(row(), 3);
        press(Qt::Key_S);
        press(Qt::Key_E);
        press(Qt::Key_E);
        QCOMPARE(row(), 3); // what was put off comes last
        press(Qt::Key_E);
        QVERIFY(message().contains(QStringLiteral("the last of your work list")));
        searchFor("");
        QTRY_COMPARE(left(), QStringLiteral("8 left"));
        QVERIFY(!workThrough()->isVisible());
    }

    void keepsTheListWhileAQueryIsHalfTyped()
    {
        auto *edit = m_window->findChild<QLineEdit *>(QStringLiteral("searchEdit"));
        QTRY_COMPARE(listed(), 12);
        edit->setText(QStringLiteral("TITLE(handicraf"));
        QTest::keyClick(edit, 't');
        QTest::qWait(100);
        QCOMPARE(listed(), 12);
        QVERIFY(problem().isEmpty());
        QTest::keyClicks(edit, QStringLiteral(")"));
        QTRY_COMPARE(listed(), 4);
    }

    void followsAnotherSearchWithTheWorkList()
    {
        searchFor("TITLE(handicraft)");
        QTRY_COMPARE(listed(), 4);
        action("workThroughAction")->trigger();
        QTRY_COMPARE(left(), QStringLiteral("4 left of this search"));
        searchFor("TITLE(steel)");
        QTRY_COMPARE(left(), QStringLiteral("8 left of this search"));
        action("workThroughAction")->trigger();
        QTRY_COMPARE(left(), QStringLiteral("12 left"));
    }

private:
    QPushButton *labelButton() { return child<QPushButton>("listEndButton"); }

    QPushButton *workThrough() { return child<QPushButton>("workThroughButton"); }

    int listed() { return child<QListView>("recordList")->model()->rowCount(); }

    LabelsDialog *labels()
    {
        action("labelsAction")->trigger();
        return step()->findChild<LabelsDialog *>();
    }

    QLineEdit *name(QDialog *dialog) { return dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit")); }

    QStringList rows(QDialog *dialog)
    {
        const auto *tree = dialog->findChild<QTreeWidget *>(QStringLiteral("labelTree"));
        QStringList rows;
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            rows << tree->topLevelItem(i)->text(0) + QLatin1Char(' ') + tree->topLevelItem(i)->text(1);
        }
        return rows;
    }

    void label(const char *label, const std::vector<std::size_t> &rows, const char *reviewer = "anna")
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services(reviewer));
        const auto all = app::allRecords(**workspace);
        std::vector<RecordId> records(rows.size());
        std::ranges::transform(rows, records.begin(), [&](std::size_t row) { return all->at(row); });
        QVERIFY(app::addLabel(**workspace, label, records));
    }
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::ListsTest)

#include "lists_test.moc"
