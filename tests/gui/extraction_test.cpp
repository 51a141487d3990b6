#include "app/stages.h"
#include "extraction_fixture.h"
#include "flow/theme.h"
#include "gui/extraction/question_row.h"
#include "gui/extraction/study_list.h"
#include "gui/pages/page_view.h"
#include "gui/style.h"
#include "gui/theme.h"
#include "watched.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QStyleOption>
#include <QTest>
#include <QTextBrowser>
#include <QThread>
#include <QToolButton>
#include <QTreeWidget>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <atomic>

namespace winnow::gui {

/// Forms and appraisal tools filled in for the record that is read.
class ExtractionTest : public ExtractionFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void showsWholeFieldsAndQuestionsInLettersTwiceAsLarge()
    {
        constexpr int kPatienceMs = 30'000;
        applyTheme(*qApp, {Colours::Light, 20});
        m_window->resize(1360, 860);
        ExtractionPane *data = filled();
        QVERIFY(!attachPdf(data).empty());
        QTRY_COMPARE_WITH_TIMEOUT(data->findChild<PageView *>()->pageCount(), 6, kPatienceMs);
        const auto *fields = data->findChild<QScrollArea *>(QStringLiteral("formArea"));
        const auto *step = m_window->findChild<QScrollArea *>(QStringLiteral("stepArea"));
        QVERIFY(fields->isVisible());
        QTRY_COMPARE(lacking(*fields), QString());
        QTRY_COMPARE(lacking(*step), QString());
        const auto *questions = appraised()->findChild<QScrollArea *>(QStringLiteral("area"));
        QTRY_VERIFY(questions->isVisible());
        QTRY_COMPARE(lacking(*questions), QString());
        QTRY_COMPARE(lacking(*step), QString());
        applyTheme(*qApp);
    }

    void takesAFormAndShowsItsFields()
    {
        ExtractionPane *dialog = opened();
        QVERIFY(editor(dialog, "country") == nullptr);
        dialog->takeForm(QString::fromStdString(m_folder->file("small.json", kForm)));
        QTRY_VERIFY(editor(dialog, "country") != nullptr);
        QVERIFY(missing(dialog).contains(QStringLiteral("Still needed: Country")));
    }

    void savesEachFieldWithItsQuoteOnLeavingIt()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        type(dialog, "country", "quoteEdit", "in Kuala Lumpur");
        type(dialog, "country", "pageEdit", "4");
        type(dialog, "people", "valueEdit", "120");
        check(dialog, "products", 1);
        QTRY_COMPARE(said().size(), std::size_t{3});
        const extraction::Value country = said().at("country");
        QCOMPARE(country.parts.front().text, std::string("Malaysia"));
        QCOMPARE(country.quotes, (std::vector<extraction::Quote>{{"in Kuala Lumpur", "4"}}));
        QCOMPARE(said().at("people").parts.front().text, std::string("120"));
        QCOMPARE(extraction::entriesOf(said().at("products")), std::vector<std::string>{"bamboo"});
        QTRY_VERIFY(!missing(dialog).contains(QStringLiteral("Still needed")));
    }

    void undoesAFieldByTheKey()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        part<QLineEdit>(dialog, "people", "valueEdit")->setFocus();
        QTRY_COMPARE(said().size(), std::size_t{1});
        QTest::keyClick(part<QLineEdit>(dialog, "people", "valueEdit"), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(said().size(), std::size_t{0});
        QTRY_VERIFY(part<QLineEdit>(dialog, "country", "valueEdit")->text().isEmpty());
    }

    void saysBesideTheFieldWhatCannotBeRead()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "people", "valueEdit", "many");
        part<QLineEdit>(dialog, "country", "valueEdit")->setFocus();
        auto *problem = part<QLabel>(dialog, "people", "problemLabel");
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("whole number")));
        QCOMPARE(said().size(), std::size_t{0});
        QCOMPARE(part<QLineEdit>(dialog, "people", "valueEdit")->text(), QStringLiteral("many"));
    }

    void asksOnlyWhatTheAnswersLeadTo()
    {
        ExtractionPane *dialog = filled();
        QVERIFY(!editor(dialog, "blind")->isVisible());
        choose(part<QComboBox>(dialog, "trial", "valueBox"), "yes");
        QTRY_VERIFY(editor(dialog, "blind")->isVisible());
        choose(part<QComboBox>(dialog, "trial", "valueBox"), "no");
        QTRY_VERIFY(!editor(dialog, "blind")->isVisible());
    }

    void leavesAChoiceAloneWhenTheWheelPassesOverIt()
    {
        ExtractionPane *dialog = filled();
        part<QLineEdit>(dialog, "country", "valueEdit")->setFocus();
        auto *box = part<QComboBox>(dialog, "trial", "valueBox");
        const QPointF at = box->rect().center();
        QWheelEvent wheel(
            at, box->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
        QCOMPARE(box->currentIndex(), 0);
        box->setFocus();
        QApplication::sendEvent(box, &wheel);
        QCOMPARE(box->currentIndex(), 1);
    }

    void notesWhatWasNotReported()
    {
        ExtractionPane *dialog = filled();
        auto *status = part<QComboBox>(dialog, "people", "statusBox");
        status->setCurrentIndex(1);
        Q_EMIT status->activated(1);
        QTRY_COMPARE(said().size(), std::size_t{1});
        QVERIFY(said().at("people").status == extraction::ValueStatus::NotReported);
        QVERIFY(!part<QLineEdit>(dialog, "people", "valueEdit")->isEnabled());
    }

    void addsAnArm()
    {
        ExtractionPane *dialog = filled();
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("armsNameEdit"));
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("2 mg/day"));
        QTest::keyClick(name, Qt::Key_Return);
        const char *path = "arms/2 mg~1day/n";
        QTRY_VERIFY(editor(dialog, path) != nullptr);
        type(dialog, path, "valueEdit", "30");
        QTest::keyClick(part<QLineEdit>(dialog, path, "valueEdit"), Qt::Key_Return);
        QTRY_VERIFY(said().contains(path));
        QVERIFY(dialog->isVisible());
    }

    void showsWhatOthersSayOnceTheFullTextIsOpenAndAgrees()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        part<QLineEdit>(dialog, "people", "valueEdit")->setFocus();
        {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("ben"));
            const auto form = app::formOf(**workspace, "small");
            auto value = extraction::parseValue(*extraction::fieldAt(*form, "country"), "Indonesia");
            QVERIFY(app::extractValues(**workspace, {firstRecord()}, "small", {{"country", *value}}));
        }
        changed();
        QTest::qWait(100);
        QVERIFY(otherLabels(dialog, "country").isEmpty());
        {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
            QVERIFY(app::openStage(**workspace, Stage::FullText));
        }
        changed();
        QTRY_VERIFY(otherLabels(dialog, "country").contains(QStringLiteral("ben differs: Indonesia")));
        QTest::mouseClick(part<QPushButton>(dialog, "country", "agreeButton"), Qt::LeftButton);
        QTRY_VERIFY(otherLabels(dialog, "country").contains(QStringLiteral("Agreed: Indonesia")));
    }

    void keepsWhatIsTypedWhenTheWindowCloses()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        QVERIFY(m_window->closeReview());
        QCOMPARE(said().size(), std::size_t{1});
    }

    void keepsWhatIsTypedWhenAnArmIsAddedElsewhere()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "people", "valueEdit", "many");
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("armsNameEdit"));
        name->setText(QStringLiteral("pla"));
        type(dialog, "country", "valueEdit", "Malay");
        note("arms/x/n", "5");
        changed();
        QTRY_VERIFY(editor(dialog, "arms/x/n") != nullptr);
        auto *country = part<QLineEdit>(dialog, "country", "valueEdit");
        QCOMPARE(country->text(), QStringLiteral("Malay"));
        QVERIFY(country->hasFocus());
        QCOMPARE(part<QLineEdit>(dialog, "people", "valueEdit")->text(), QStringLiteral("many"));
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("armsNameEdit"))->text(),
                 QStringLiteral("pla"));
        for (const char *path : {"country", "people", "arms/x/n"}) {
            QVERIFY(editor(dialog, path)->isVisible());
        }
        QVERIFY(editor(dialog, "country")->y() < editor(dialog, "people")->y());
        QVERIFY(editor(dialog, "people")->y() < editor(dialog, "arms/x/n")->y());
    }

    void keepsWhatIsTypedWhenTheFormHasANewVersion()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "people", "valueEdit", "many");
        std::string form = kForm;
        form.replace(form.find("\"Country\""), 9, "\"Land\"");
        const std::string file = m_folder->file("second.json", form);
        QVERIFY(
            app::publishForm(**app::Workspace::open(m_folder->path() / "r.winnow", services("anna")), file));
        changed();
        QTRY_COMPARE(editor(dialog, "country")->label(), QStringLiteral("Land"));
        QCOMPARE(part<QLineEdit>(dialog, "people", "valueEdit")->text(), QStringLiteral("many"));
    }

    void savesToTheStudyInWhichItWasTyped()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        dialog->showRecord(record(1));
        QCOMPARE(said().size(), std::size_t{1});
        QVERIFY(!part<QLineEdit>(dialog, "country", "valueEdit")->isEnabled());
        QTRY_VERIFY(part<QLineEdit>(dialog, "country", "valueEdit")->isEnabled());
        QTRY_VERIFY(part<QLineEdit>(dialog, "country", "valueEdit")->text().isEmpty());
        QCOMPARE(said(1).size(), std::size_t{0});
    }

    void staysOnceInAStudyWithAnEntryThatCannotBeSaved()
    {
        include(0);
        include(1);
        ExtractionPane *dialog = filled();
        auto *studies = dialog->findChild<StudyList *>();
        QTRY_COMPARE(studies->count(), 2);
        type(dialog, "country", "valueEdit", "Malaysia");
        type(dialog, "people", "valueEdit", "many");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::ControlModifier);
        QTRY_COMPARE(studies->currentRow(), 0);
        QVERIFY(message().contains(QStringLiteral("Not saved: People")));
        QTest::qWait(100);
        QCOMPARE(part<QLineEdit>(dialog, "country", "valueEdit")->text(), QStringLiteral("Malaysia"));
        QCOMPARE(part<QLineEdit>(dialog, "people", "valueEdit")->text(), QStringLiteral("many"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::ControlModifier);
        QTRY_COMPARE(studies->currentRow(), 1);
        QTRY_VERIFY(part<QLineEdit>(dialog, "country", "valueEdit")->text().isEmpty());
        QVERIFY(part<QLineEdit>(dialog, "people", "valueEdit")->text().isEmpty());
        QTRY_VERIFY(part<QLineEdit>(dialog, "people", "valueEdit")->isEnabled());
        type(dialog, "people", "valueEdit", "few");
        QVERIFY(!m_window->closeReview());
        QVERIFY(dialog->isVisible());
        QVERIFY(m_window->closeReview());
        QCOMPARE(said().size(), std::size_t{1});
        QCOMPARE(said(1).size(), std::size_t{0});
    }

    void goesQuietlyWithTheFocusInAField()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        m_window.reset();
        QVERIFY(said().size() <= 1);
    }

    void savesWhatIsTypedBeforeAnotherReviewOpens()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        QVERIFY(m_window->createReview(m_folder->path() / "other.winnow", QStringLiteral("Another")));
        QCOMPARE(said().size(), std::size_t{1});
    }

    void appraisesByAnswers()
    {
        AppraisalPane *dialog = appraised();
        QTRY_VERIFY(dialog->findChild<QuestionRow *>(QStringLiteral("1.1")) != nullptr);
        // Random sequence, concealed, no baseline differences: a low risk.
        answer(dialog, "1.1", 0);
        answer(dialog, "1.2", 0);
        answer(dialog, "1.3", 3);
        QTRY_COMPARE(appraisal().answers.size(), std::size_t{3});
        QTRY_VERIFY(proposal(dialog, "D1").contains(QStringLiteral("Low")));
        auto *judgement = row(dialog, "D1")->findChild<QComboBox *>(QStringLiteral("judgementBox"));
        judgement->setFocus();
        judgement->setCurrentIndex(judgement->findText(QStringLiteral("High")));
        Q_EMIT judgement->activated(judgement->currentIndex());
        auto *problem = row(dialog, "D1")->findChild<QLabel *>(QStringLiteral("problemLabel"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("Say why")));
        QVERIFY(judged("D1").isProposed);
        auto *reason = row(dialog, "D1")->findChild<QLineEdit *>(QStringLiteral("supportEdit"));
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("the list was open"));
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(!judged("D1").isProposed);
        QCOMPARE(judged("D1").said.support, std::string("the list was open"));
        QVERIFY(judged("D1").said.judgement == appraisal::Judgement::High);
    }

    void readsForTheAppraisalWhileTheWindowGoesOn()
    {
        std::atomic<bool> mayGoOn = false;
        m_window->session()->reader().start({}, [&](app::Workspace &, Task &) -> Worker::Done {
            while (!mayGoOn) {
                QThread::msleep(1);
            }
            return {};
        });
        const auto release = qScopeGuard([&] { mayGoOn = true; }); // else the worker would not end
        m_window->goTo(
            {.step = StepId::Extraction, .part = QStringLiteral("appraisal"), .record = record(0)});
        auto *dialog = m_window->findChild<AppraisalPane *>();
        const auto *tools = dialog->findChild<QComboBox *>(QStringLiteral("toolBox"));
        dialog->showRecord(record(1));
        QCOMPARE(tools->count(), 0);
        mayGoOn = true;
        QTRY_VERIFY(tools->count() > 0);
        QTRY_VERIFY(!dialog->findChildren<QuestionRow *>().empty());
        QTRY_VERIFY(!dialog->findChild<QLabel *>(QStringLiteral("studyLabel"))->text().isEmpty());
    }

    void keepsWhatIsTypedInAnAppraisalWhenTheReviewChanges()
    {
        AppraisalPane *dialog = appraised();
        answer(dialog, "1.1", 0);
        QTRY_COMPARE(appraisal().answers.size(), std::size_t{1});
        auto *reason = row(dialog, "1.1")->findChild<QLineEdit *>(QStringLiteral("supportEdit"));
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("by a compu"));
        changed();
        QTest::qWait(200);
        QCOMPARE(reason->text(), QStringLiteral("by a compu"));
        QVERIFY(reason->hasFocus());
        QVERIFY(appraisal().answers.front().said.support.empty());
    }

    void staysOnceInAnAppraisalWithAJudgementThatCannotBeSaved()
    {
        AppraisalPane *dialog = appraised();
        answer(dialog, "1.1", 0);
        answer(dialog, "1.2", 0);
        answer(dialog, "1.3", 3);
        QTRY_VERIFY(proposal(dialog, "D1").contains(QStringLiteral("Low")));
        auto *judgement = row(dialog, "D1")->findChild<QComboBox *>(QStringLiteral("judgementBox"));
        judgement->setFocus();
        judgement->setCurrentIndex(judgement->findText(QStringLiteral("High"))); // without a reason
        dialog->showRecord(record(1));
        QVERIFY(message().contains(QStringLiteral("Not saved: D1")));
        QTest::qWait(100);
        QCOMPARE(judgement->currentText(), QStringLiteral("High"));
        auto *reason = row(dialog, "D1")->findChild<QLineEdit *>(QStringLiteral("quoteEdit"));
        reason->setText(QStringLiteral("open list"));
        QVERIFY(!m_window->closeReview());
        QVERIFY(dialog->isVisible());
        QVERIFY(m_window->closeReview());
        QVERIFY(judged("D1").isProposed);
    }

    void drawsAnswersThatStandOutFromTheirGround()
    {
        const auto style = Style::make();
        for (const bool isOn : {false, true}) {
            QStyleOptionButton option;
            option.rect = QRect(2, 2, 14, 14);
            option.state = QStyle::State_Enabled | (isOn ? QStyle::State_On : QStyle::State_Off);
            QImage image(18, 18, QImage::Format_RGB32);
            image.fill(currentTheme().window);
            QPainter painter(&image);
            style->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, nullptr);
            painter.end();
            const auto contrastAt = [&](int x, int y) {
                return flow::contrast(image.pixel(x, y) & 0xFFFFFFU, currentTheme().window.rgb() & 0xFFFFFFU);
            };
            QVERIFY(contrastAt(9, 2) >= 3); // WCAG 2.2, 1.4.11
            QCOMPARE(contrastAt(9, 9) >= 3, isOn);
        }
    }

    void showsAQuestionOnceItIsAsked()
    {
        AppraisalPane *dialog = appraised();
        QTRY_VERIFY(dialog->findChild<QuestionRow *>(QStringLiteral("2.1")) != nullptr);
        QTRY_VERIFY(!dialog->findChild<QuestionRow *>(QStringLiteral("2.3"))->isVisible());
        answer(dialog, "2.1", 0);
        QTRY_VERIFY(dialog->findChild<QuestionRow *>(QStringLiteral("2.3"))->isVisible());
    }

    void goesThroughTheQuestionsByTabAndThroughTheAnswersByArrows()
    {
        AppraisalPane *dialog = appraised();
        QTRY_VERIFY(row(dialog, "1.2") != nullptr && row(dialog, "1.2")->isVisible());
        QTRY_VERIFY(!row(dialog, "2.3")->isVisible());
        auto *first = row(dialog, "1.1")->findChildren<QRadioButton *>().front();
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(row(dialog, "1.2")->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QVERIFY(row(dialog, "1.2")->findChildren<QRadioButton *>().at(1)->isChecked());
        QTRY_COMPARE(appraisal().answers.size(), std::size_t{1});
        QCOMPARE(appraisal().answers.front().said.answer, std::string("PY"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("supportEdit"));
    }

    void tellsHowFarEachStudyIsAndFindsItByWords()
    {
        include(0);
        include(1);
        ExtractionPane *dialog = filled();
        auto *studies = dialog->findChild<StudyList *>();
        QTRY_COMPARE(studies->count(), 2);
        const auto told = [studies](int row) { return studies->item(row)->data(Qt::UserRole).toString(); };
        QTRY_COMPARE(told(0), QStringLiteral("0 of 4 fields, 1 needed"));
        note("country", "Malaysia");
        changed();
        QTRY_COMPARE(told(0), QStringLiteral("1 of 4 fields"));
        QCOMPARE(told(1), QStringLiteral("0 of 4 fields, 1 needed"));
        m_window->step(StepId::Extraction)->search(studies->item(1)->text(), true);
        QVERIFY(studies->item(0)->isHidden());
        QVERIFY(!studies->item(1)->isHidden());
    }

    void keepsTheStudyWhenThePartChanges()
    {
        include(0);
        include(1);
        filled();
        m_window->findChild<ExtractionPane *>()->showRecord(record(1));
        QTRY_COMPARE(m_window->findChild<ExtractionPane *>()->record(), record(1));
        m_window->goTo({.step = StepId::Extraction, .part = QStringLiteral("appraisal")});
        QCOMPARE(m_window->findChild<AppraisalPane *>()->record(), record(1));
    }

    void settlesWhatReviewersAnsweredDifferently()
    {
        include(0);
        AppraisalPane *dialog = appraised();
        answer(dialog, "1.1", 0);
        QTRY_COMPARE(appraisal().answers.size(), std::size_t{1});
        {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("ben"));
            QVERIFY(app::answerQuestions(**workspace, firstRecord(), *appraisal().tool, {{"1.1", "N"}}));
        }
        auto *settle = dialog->findChild<QPushButton *>(QStringLiteral("consensusButton"));
        changed();
        QTest::qWait(100);
        QVERIFY(!settle->isVisible());
        {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
            QVERIFY(app::openStage(**workspace, Stage::FullText));
        }
        changed();
        QTRY_VERIFY(settle->isVisible());
        answer(dialog, "1.1", 1);
        QTRY_VERIFY(appraisal().answers.front().said.answer == "PY");
        QTest::mouseClick(settle, Qt::LeftButton);
        QTRY_VERIFY(appraisal().answers.front().isConsensus);
        QCOMPARE(appraisal().answers.front().said.answer, std::string("PY"));
        QVERIFY(appraisal().differences.front().isSettled);
        QTRY_VERIFY(!settle->isVisible());
    }

private:
    /// What it needs to be seen without scrolling to the side, where it has less.
    static QString lacking(const QScrollArea &area)
    {
        if (area.widget() == nullptr) {
            return QStringLiteral("nothing is in it");
        }
        const int needed = area.widget()->minimumSizeHint().width();
        const int given = area.viewport()->width();
        return needed <= given ? QString() : QStringLiteral("%1 of %2 needed").arg(given).arg(needed);
    }
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::ExtractionTest)
#include "extraction_test.moc"
