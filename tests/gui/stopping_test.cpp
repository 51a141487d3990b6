#include "app/stopping.h"
#include "screening_fixture.h"

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
        QTest::keyClick(table(), Qt::Key_I);
        QTest::keyClick(table(), Qt::Key_E);
        QTest::keyClick(table(), Qt::Key_E);
    }

    void cleanup() { tearDown(); }

    void tellsWhatEachRuleSaysOfTheScreening()
    {
        auto *dialog = screening(kPage);
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("3 of 12 records screened")));
        QVERIFY(told(dialog).contains(QStringLiteral("Of the last 2 records none was relevant")));
        QVERIFY(told(dialog).contains(QStringLiteral("Müller-Hansen")));
        QVERIFY(told(dialog).contains(QStringLiteral("No sample of the unscreened records was drawn")));
        QCOMPARE(told(dialog).count(QStringLiteral("Says stop.")), 0);
        box(dialog, "runBox")->setValue(2);
        QTRY_COMPARE(told(dialog).count(QStringLiteral("Says stop.")), 1);
    }

    void proposesTheSampleThatCouldSayStopAndDrawsIt()
    {
        auto *dialog = screening(kPage);
        QTRY_COMPARE(box(dialog, "sampleSizeBox")->value(), 9);
        box(dialog, "recallBox")->setValue(40);
        QTRY_VERIFY(box(dialog, "sampleSizeBox")->value() < 9);
        const int size = box(dialog, "sampleSizeBox")->value();
        QVERIFY(size > 0);
        click(dialog, "drawButton");
        QTRY_VERIFY(state(dialog).contains(QStringLiteral("%1 records drawn").arg(size)));
        QTRY_VERIFY(told(dialog).contains(
            QStringLiteral("%1 of the %1 records of the sample are not screened").arg(size)));
    }

    void leavesTheSizeThatAPersonChose()
    {
        auto *dialog = screening(kPage);
        QTRY_COMPARE(box(dialog, "sampleSizeBox")->value(), 9);
        box(dialog, "sampleSizeBox")->setValue(2);
        box(dialog, "recallBox")->setValue(90);
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("90 %")));
        QCOMPARE(box(dialog, "sampleSizeBox")->value(), 2);
        click(dialog, "drawButton");
        QTRY_VERIFY(state(dialog).contains(QStringLiteral("2 records drawn")));
        dialog->close();
        QTRY_VERIFY(m_window->findChild<ScreeningDialog *>() == nullptr);
        table()->setFocus();
        QTRY_COMPARE(left(), QStringLiteral("9 left"));
        for (int i = 0; i < 9; ++i) {
            QTest::keyClick(table(), Qt::Key_E);
        }
        dialog = screening(kPage);
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("recall, estimated")));
    }

    void endsScreeningAndTakesTheEndBack()
    {
        auto *dialog = screening(kPage);
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("3 of 12")));
        auto *stop = dialog->findChild<QPushButton *>(QStringLiteral("stopButton"));
        QVERIFY(!isStopped());
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("Screening ended here")));
        QVERIFY(told(dialog).contains(QStringLiteral("by anna")));
        QVERIFY(isStopped());
        QVERIFY(!stop->isEnabled());
        QTRY_COMPARE(left(), QStringLiteral("9 left, screening has ended"));
        m_window->undo();
        QVERIFY(message().contains(QStringLiteral("screening stopped")));
        QTRY_VERIFY(!told(dialog).contains(QStringLiteral("Screening ended here")));
        QTRY_VERIFY(stop->isEnabled());
        QVERIFY(!isStopped());
        QTRY_COMPARE(left(), QStringLiteral("9 left"));
    }

    void writesDownWhatARuleSaysAndGoesOn()
    {
        auto *dialog = screening(kPage);
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("3 of 12")));
        dialog->findChild<QComboBox *>(QStringLiteral("stoppingRuleBox"))->setCurrentIndex(0);
        box(dialog, "runBox")->setValue(2);
        click(dialog, "recordButton");
        QTRY_COMPARE(state(dialog), QStringLiteral("Written down: the rule says stop."));
        QVERIFY(!isStopped());
        m_window->undo();
        QVERIFY(message().contains(QStringLiteral("stopping rule at title-abstract")));
    }

    void saysWhyARuleCannotBeWrittenDown()
    {
        auto *dialog = screening(kPage);
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("3 of 12")));
        dialog->findChild<QComboBox *>(QStringLiteral("stoppingRuleBox"))->setCurrentIndex(2);
        click(dialog, "stopButton");
        QTRY_VERIFY(state(dialog).contains(QStringLiteral("No sample")));
        QVERIFY(!isStopped());
    }

    void endsOnlyTheStageThatTheDiagramCanTellOf()
    {
        auto *dialog = screening(kPage);
        dialog->findChild<QWidget *>(QStringLiteral("StoppingPage"))
            ->findChild<QComboBox *>(QStringLiteral("stageBox"))
            ->setCurrentIndex(static_cast<int>(Stage::FullText));
        QTRY_VERIFY(told(dialog).contains(QStringLiteral("at full text")));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("stopButton"))->isEnabled());
    }

private:
    static constexpr int kPage = 3;

    QString told(QDialog *dialog)
    {
        return dialog->findChild<QTextBrowser *>(QStringLiteral("stoppingView"))->toPlainText();
    }

    QSpinBox *box(QDialog *dialog, const char *name)
    {
        return dialog->findChild<QWidget *>(QStringLiteral("StoppingPage"))
            ->findChild<QSpinBox *>(QString::fromLatin1(name));
    }

    bool isStopped()
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        return *app::isStopped(**workspace);
    }
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::StoppingTest)

#include "stopping_test.moc"
