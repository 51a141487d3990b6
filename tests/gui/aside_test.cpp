#include "app/stages.h"
#include "screening_fixture.h"
#include "watched.h"

namespace winnow::gui {

/// What the window shows beside the record that is read.
class AsideTest : public ScreeningFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_step = StepId::TitleAbstract;
        setUp();
    }

    void cleanup() { tearDown(); }

    void showsNoCriteriaWhereTheStageHasNone() { QVERIFY(!criteria()->isVisible()); }

    void showsTheCriteriaOfTheStageAsText()
    {
        setCriteria(Stage::TitleAbstract, {"Firms of <b>any</b> size"}, {"Wrong topic", "No data"});
        setCriteria(Stage::FullText, {"Has a control group"}, {});
        openAs("anna");
        QVERIFY(criteria()->isVisible());
        QVERIFY(criteria()->toPlainText().contains(QStringLiteral("Firms of <b>any</b> size")));
        QVERIFY(criteria()->toPlainText().contains(QStringLiteral("No data")));
        m_step = StepId::FullText;
        begin();
        QVERIFY(criteria()->toPlainText().contains(QStringLiteral("control group")));
        QVERIFY(!criteria()->toPlainText().contains(QStringLiteral("Firms")));
        setCriteria(Stage::FullText, {}, {});
        openAs("anna");
        QVERIFY(!criteria()->isVisible());
    }

    void foldsTheCriteriaByKey()
    {
        setCriteria(Stage::TitleAbstract, {"Firms"}, {});
        openAs("anna");
        QVERIFY(criteria()->isVisible());
        press(Qt::Key_C);
        QVERIFY(!criteria()->isVisible());
        QTest::keyClick(criteria(), Qt::Key_C);
        QVERIFY(criteria()->isVisible());
    }

    void saysThatNothingWasLearnedYet()
    {
        QVERIFY(!why()->isVisible());
        press(Qt::Key_W);
        QVERIFY(why()->isVisible());
        QTRY_VERIFY(why()->toPlainText().contains(QStringLiteral("Nothing was learned yet")));
    }

    void saysWhichWordsPutTheRecordThatIsReadInItsPlace()
    {
        press(Qt::Key_I); // of handicraft
        press(Qt::Key_E); // of steel
        QCOMPARE(row(), 2);
        press(Qt::Key_W);
        QTRY_VERIFY(share("steel").startsWith(QChar(0x2212)));
        QVERIFY(why()->toPlainText().contains(QStringLiteral("of 10 by what you decided")));
        read(3);
        QTRY_VERIFY(share("handicraft").startsWith(u'+'));
        QVERIFY(why()->toPlainText().contains(QStringLiteral("Number 1 of 10")) ||
                why()->toPlainText().contains(QStringLiteral("Number 2 of 10")) ||
                why()->toPlainText().contains(QStringLiteral("Number 3 of 10")));
        read(0);
        QTRY_VERIFY(why()->toPlainText().contains(QStringLiteral("You have decided on this record")));
        press(Qt::Key_W);
        QVERIFY(!why()->isVisible());
    }

    void decidesByKeyWhileTheWordsHaveTheFocus()
    {
        press(Qt::Key_W);
        QTest::keyClick(why(), Qt::Key_I);
        QCOMPARE(decisions(0, Stage::TitleAbstract).size(), 1U);
    }

private:
    QTextBrowser *criteria() { return child<QTextBrowser>("criteriaView"); }

    QTextBrowser *why() { return child<QTextBrowser>("whyView"); }

    /// The number that stands behind a word; empty while the word is not there.
    QString share(const char *word)
    {
        const QStringList lines = why()->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const qsizetype at = lines.indexOf(QString::fromLatin1(word));
        return at >= 0 && at + 1 < lines.size() ? lines[at + 1] : QString();
    }

    void setCriteria(Stage stage, std::vector<std::string> criteria, std::vector<std::string> reasons)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        StageSettings settings = defaultSettings(stage);
        settings.criteria = std::move(criteria);
        settings.reasons = std::move(reasons);
        QVERIFY(app::setStage(**workspace, settings));
    }
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::AsideTest)

#include "aside_test.moc"
