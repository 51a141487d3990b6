#include "app/stopping.h"
#include "screening_fixture.h"
#include "watched.h"

#include <QSpinBox>

namespace winnow::gui {

/// The page on which a reviewer sees whether screening can stop.
class StoppingTest : public ScreeningFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        setUp();
        press(Qt::Key_I);
        press(Qt::Key_E);
        press(Qt::Key_E);
    }

    void cleanup() { tearDown(); }

    void tellsWhatEachRuleSaysOfTheScreening()
    {
        auto *page = stopping();
        QTRY_VERIFY(told(page).contains(QStringLiteral("3 of 12 records screened")));
        QVERIFY(told(page).contains(QStringLiteral("Of the last 2 records none was relevant")));
        QVERIFY(told(page).contains(QStringLiteral("Müller-Hansen")));
        QVERIFY(told(page).contains(QStringLiteral("No sample of the unscreened records was drawn")));
        QCOMPARE(told(page).count(QStringLiteral("Says stop.")), 0);
        box(page, "runBox")->setValue(2);
        QTRY_COMPARE(told(page).count(QStringLiteral("Says stop.")), 1);
    }

    void proposesTheSampleThatCouldSayStopAndDrawsIt()
    {
        auto *page = stopping();
        QTRY_COMPARE(box(page, "sampleSizeBox")->value(), 9);
        box(page, "recallBox")->setValue(40);
        QTRY_VERIFY(box(page, "sampleSizeBox")->value() < 9);
        const int size = box(page, "sampleSizeBox")->value();
        QVERIFY(size > 0);
        click(page, "drawButton");
        QTRY_VERIFY(message().contains(QStringLiteral("%1 records drawn").arg(size)));
        QTRY_VERIFY(told(page).contains(
            QStringLiteral("%1 of the %1 records of the sample are not screened").arg(size)));
    }

    void leavesTheSizeThatAPersonChose()
    {
        auto *page = stopping();
        QTRY_COMPARE(box(page, "sampleSizeBox")->value(), 9);
        box(page, "sampleSizeBox")->setValue(2);
        box(page, "recallBox")->setValue(90);
        QTRY_VERIFY(told(page).contains(QStringLiteral("90 %")));
        QCOMPARE(box(page, "sampleSizeBox")->value(), 2);
        click(page, "drawButton");
        QTRY_VERIFY(message().contains(QStringLiteral("2 records drawn")));
        action("readAction")->trigger();
        activate();
        QTRY_COMPARE(left(), QStringLiteral("9 left"));
        for (int i = 0; i < 9; ++i) {
            press(Qt::Key_E);
        }
        page = stopping();
        QTRY_VERIFY(told(page).contains(QStringLiteral("recall, estimated")));
    }

    void endsScreeningAndTakesTheEndBack()
    {
        auto *page = stopping();
        QTRY_VERIFY(told(page).contains(QStringLiteral("3 of 12")));
        auto *stop = page->findChild<QPushButton *>(QStringLiteral("stopButton"));
        QVERIFY(!isStopped());
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(told(page).contains(QStringLiteral("Screening ended here")));
        QVERIFY(told(page).contains(QStringLiteral("by anna")));
        QVERIFY(isStopped());
        QVERIFY(!stop->isEnabled());
        QTRY_COMPARE(left(), QStringLiteral("9 left, screening has ended"));
        undo();
        QVERIFY(message().contains(QStringLiteral("screening stopped")));
        QTRY_VERIFY(!told(page).contains(QStringLiteral("Screening ended here")));
        QTRY_VERIFY(stop->isEnabled());
        QVERIFY(!isStopped());
        QTRY_COMPARE(left(), QStringLiteral("9 left"));
    }

    void writesDownWhatARuleSaysAndGoesOn()
    {
        auto *page = stopping();
        QTRY_VERIFY(told(page).contains(QStringLiteral("3 of 12")));
        page->findChild<QComboBox *>(QStringLiteral("stoppingRuleBox"))->setCurrentIndex(0);
        box(page, "runBox")->setValue(2);
        click(page, "recordButton");
        QTRY_COMPARE(message(), QStringLiteral("Written down: the rule says stop."));
        QVERIFY(!isStopped());
        undo();
        QVERIFY(message().contains(QStringLiteral("stopping rule at title-abstract")));
    }

    void saysWhyARuleCannotBeWrittenDown()
    {
        auto *page = stopping();
        QTRY_VERIFY(told(page).contains(QStringLiteral("3 of 12")));
        page->findChild<QComboBox *>(QStringLiteral("stoppingRuleBox"))->setCurrentIndex(2);
        click(page, "stopButton");
        QTRY_VERIFY(message().contains(QStringLiteral("No sample")));
        QVERIFY(!isStopped());
    }

    void endsOnlyTheStageThatTheDiagramCanTellOf()
    {
        auto *page = stopping();
        page->findChild<QComboBox *>(QStringLiteral("stageBox"))
            ->setCurrentIndex(static_cast<int>(Stage::FullText));
        QTRY_VERIFY(told(page).contains(QStringLiteral("at full text")));
        QVERIFY(!page->findChild<QPushButton *>(QStringLiteral("stopButton"))->isEnabled());
    }

private:
    QWidget *stopping()
    {
        action("stoppingAction")->trigger();
        return step()->findChild<QWidget *>(QStringLiteral("StoppingPage"));
    }

    QString told(QWidget *page)
    {
        return page->findChild<QTextBrowser *>(QStringLiteral("stoppingView"))->toPlainText();
    }

    QSpinBox *box(QWidget *page, const char *name)
    {
        return page->findChild<QSpinBox *>(QString::fromLatin1(name));
    }

    bool isStopped()
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        return *app::isStopped(**workspace);
    }
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::StoppingTest)

#include "stopping_test.moc"
