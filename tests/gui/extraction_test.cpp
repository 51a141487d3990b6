#include "app/appraisals.h"
#include "app/attachments.h"
#include "app/decide.h"
#include "app/extraction.h"
#include "app/forms.h"
#include "app/record_list.h"
#include "app/stages.h"
#include "extraction/values.h"
#include "filled_review.h"
#include "flow/theme.h"
#include "gui/extraction/appraisal_pane.h"
#include "gui/extraction/extraction_pane.h"
#include "gui/extraction/field_editor.h"
#include "gui/extraction/question_row.h"
#include "gui/extraction/study_list.h"
#include "gui/frame/step.h"
#include "gui/pages/page_view.h"
#include "gui/style.h"
#include "gui/theme.h"
#include "model/quote_place.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"
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

namespace {

constexpr const char *kForm = R"({"id": "small", "title": "Small", "sections": [{"title": "All", "fields": [
  {"id": "country", "label": "Country", "type": "text", "required": true},
  {"id": "people", "label": "People", "type": "integer"},
  {"id": "trial", "label": "Trial", "type": "yes-no"},
  {"id": "blind", "label": "Blinded", "type": "yes-no", "asked-if": {"field": "trial", "values": ["yes"]}},
  {"id": "products", "label": "Products", "type": "multiple",
   "options": [{"id": "wood", "label": "Wood"}, {"id": "bamboo", "label": "Bamboo"}]},
  {"id": "arms", "label": "Arms", "type": "group", "fields": [
     {"id": "n", "label": "Number", "type": "integer"}]}]}]})";

} // namespace

/// Forms and appraisal tools filled in for the record that is read.
class ExtractionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(services("anna"));
        std::string ris;
        for (int i = 0; i < 3; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   "\nAB  - Bamboo from Malaysia was woven.\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

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

    void keepsAllQuotesOfAValueAndChangesEachOfThem()
    {
        ExtractionPane *dialog = filled();
        note("country", "Malaysia", {{"first words", "1"}, {"second words", "2"}});
        changed();
        QTRY_COMPARE(lines(dialog, "country", "quoteEdit"),
                     (QStringList{QStringLiteral("first words"), QStringLiteral("second words")}));
        auto *second = editor(dialog, "country")->findChildren<QLineEdit *>(QStringLiteral("pageEdit")).at(1);
        second->setFocus();
        second->selectAll();
        QTest::keyClicks(second, QStringLiteral("22"));
        QTest::mouseClick(part<QPushButton>(dialog, "country", "moreQuotesButton"), Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("third words"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes,
                     (std::vector<extraction::Quote>{
                         {"first words", "1"}, {"second words", "22"}, {"third words", ""}}));
        auto *first = part<QLineEdit>(dialog, "country", "quoteEdit");
        first->clear();
        part<QLineEdit>(dialog, "country", "pageEdit")->clear();
        part<QLineEdit>(dialog, "people", "valueEdit")->setFocus();
        QTRY_COMPARE(said().at("country").quotes.size(), std::size_t{2});
        QTRY_COMPARE(lines(dialog, "country", "quoteEdit").size(), 2);
    }

    void quotesWhatIsSelectedInTheReportForTheField()
    {
        ExtractionPane *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        auto *text = dialog->findChild<QTextBrowser *>(QStringLiteral("reportText"));
        bool isFound = false;
        QTRY_VERIFY((isFound = isFound || text->find(QStringLiteral("Bamboo from Malaysia"))));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Apostrophe, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("pageEdit"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes,
                     (std::vector<extraction::Quote>{{"Bamboo from Malaysia", "7"}}));
    }

    void quotesFromThePdfAndOpensThePlaceAgain()
    {
        constexpr int kPatienceMs = 30'000;
        ExtractionPane *dialog = filled();
        attachPdf(dialog);
        type(dialog, "country", "valueEdit", "Malaysia");
        part<QLineEdit>(dialog, "country", "valueEdit")->setFocus();
        auto *view = dialog->findChild<PageView *>();
        QTRY_COMPARE_WITH_TIMEOUT(view->pageCount(), 6, kPatienceMs);
        auto *quote = dialog->findChild<QPushButton *>(QStringLiteral("quoteButton"));
        QTRY_VERIFY_WITH_TIMEOUT((view->selectPage(), quote->isEnabled()), kPatienceMs);
        quote->click();
        QTRY_COMPARE_WITH_TIMEOUT(
            lines(dialog, "country", "quoteEdit"), QStringList{QStringLiteral("Woven by hand")}, kPatienceMs);
        QCOMPARE(lines(dialog, "country", "pageEdit"), QStringList{QStringLiteral("1")});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes.size(), std::size_t{1});
        const auto place = quotePlace(said().at("country").quotes.front().place);
        QVERIFY(place);
        QCOMPARE(place->page, std::int64_t{0});
        QVERIFY(!place->boxes.empty());
        view->goToPage(4);
        QTRY_COMPARE(view->currentPage(), 4);
        auto *open = editor(dialog, "country")->findChild<QToolButton *>(QStringLiteral("placeButton"));
        QVERIFY(open->isVisible());
        open->click();
        QTRY_COMPARE_WITH_TIMEOUT(view->currentPage(), 0, kPatienceMs);
    }

    void goesFromTheWindowToTheQuoteOfACell()
    {
        constexpr int kPatienceMs = 30'000;
        ExtractionPane *dialog = filled();
        const std::string file = attachPdf(dialog);
        const RecordId record = dialog->record();
        auto *view = dialog->findChild<PageView *>();
        QTRY_COMPARE_WITH_TIMEOUT(view->pageCount(), 6, kPatienceMs);
        dialog->showRecord(app::allRecords(m_window->session()->workspace()).value().back());
        QTRY_VERIFY(dialog->record() != record);
        QTRY_COMPARE(view->pageCount(), 0);
        m_window->goTo({.step = StepId::Overview});
        m_window->goTo({.step = StepId::Extraction,
                        .part = QStringLiteral("extraction"),
                        .record = record,
                        .quote = QString::fromStdString(toText({file, 4, {{72, 100, 200, 112}}}))});
        QTRY_COMPARE_WITH_TIMEOUT(view->currentPage(), 4, kPatienceMs);
    }

    void forgetsThePlaceOfAQuoteOfWhichNoWordIsLeft()
    {
        ExtractionPane *dialog = filled();
        const std::string place = std::string(64, 'a') + "#page=1";
        note("country", "Malaysia", {{"woven by hand", "1", place}});
        changed();
        auto *quote = part<QLineEdit>(dialog, "country", "quoteEdit");
        QTRY_COMPARE(quote->text(), QStringLiteral("woven by hand"));
        quote->setFocus();
        quote->setCursorPosition(0);
        QTest::keyClicks(quote, QStringLiteral("is "));
        QTest::keyClick(quote, Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes,
                     (std::vector<extraction::Quote>{{"is woven by hand", "1", place}}));
        quote->selectAll();
        QTest::keyClicks(quote, QStringLiteral("other words"));
        QTest::keyClick(quote, Qt::Key_Return);
        QTRY_COMPARE(said().at("country").quotes, (std::vector<extraction::Quote>{{"other words", "1", ""}}));
    }

    void saysOfAQuoteWhosePdfIsGone()
    {
        ExtractionPane *dialog = filled();
        const std::string place = std::string(64, 'a') + "#page=1";
        note("country", "Malaysia", {{"words", "1", place}});
        changed();
        auto *open = editor(dialog, "country")->findChild<QToolButton *>(QStringLiteral("placeButton"));
        QTRY_VERIFY(open->isVisible());
        open->click();
        QTRY_VERIFY(message().contains(QStringLiteral("not attached any more")));
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
    app::Services services(const char *reviewer) { return {&m_clock, &m_uuids, reviewer}; }

    QString message() { return m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(); }

    /// Something else than the window wrote to the review.
    void changed() { m_window->session()->refresh(kAllChanges); }

    QStringList lines(ExtractionPane *dialog, const char *path, const char *name)
    {
        QStringList texts;
        for (const auto *edit : editor(dialog, path)->findChildren<QLineEdit *>(QString::fromLatin1(name))) {
            if (edit->isVisible()) {
                texts << edit->text();
            }
        }
        return texts;
    }

    /// A PDF of six pages for the study that is shown; its hash.
    std::string attachPdf(ExtractionPane *dialog)
    {
        test::PdfFile pdf{.pages = {{test::pdfLine(72, 700, "Woven by hand")}}};
        pdf.pages.resize(6, {test::pdfLine(72, 700, "Sold at markets")});
        const auto file = m_folder->file("paper.pdf", test::makePdf(pdf));
        Task task;
        const auto done = app::attach(m_window->session()->workspace(), {dialog->record(), file}, task);
        m_window->session()->refresh(Change::Decisions);
        return done ? done->file.sha256 : std::string();
    }

    AppraisalPane *appraised()
    {
        m_window->goTo(
            {.step = StepId::Extraction, .part = QStringLiteral("appraisal"), .record = firstRecord()});
        auto *dialog = m_window->findChild<AppraisalPane *>();
        auto *tools = dialog->findChild<QComboBox *>(QStringLiteral("toolBox"));
        for (int i = 0; i < 100 && tools->count() == 0; ++i) {
            QTest::qWait(20);
        }
        choose(tools, "rob2");
        return dialog;
    }

    ExtractionPane *opened()
    {
        m_window->goTo(
            {.step = StepId::Extraction, .part = QStringLiteral("extraction"), .record = firstRecord()});
        return m_window->findChild<ExtractionPane *>();
    }

    ExtractionPane *filled()
    {
        ExtractionPane *dialog = opened();
        dialog->takeForm(QString::fromStdString(m_folder->file("small.json", kForm)));
        for (int i = 0; i < 100 && editor(dialog, "country") == nullptr; ++i) {
            QTest::qWait(20);
        }
        for (int i = 0; i < 100 && !editor(dialog, "country")->isEnabled(); ++i) {
            QTest::qWait(20);
        }
        return dialog;
    }

    FieldEditor *editor(ExtractionPane *dialog, const char *path)
    {
        for (auto *one : dialog->findChildren<FieldEditor *>()) {
            if (one->path() == path && !one->isHidden()) {
                return one;
            }
        }
        return dialog->findChild<FieldEditor *>(QString::fromLatin1(path));
    }

    template <typename Part>
    Part *part(ExtractionPane *dialog, const char *path, const char *name)
    {
        return editor(dialog, path)->findChild<Part *>(QString::fromLatin1(name));
    }

    void type(ExtractionPane *dialog, const char *path, const char *name, const char *text)
    {
        auto *edit = part<QLineEdit>(dialog, path, name);
        edit->setFocus();
        QTest::keyClicks(edit, QString::fromLatin1(text));
    }

    void check(ExtractionPane *dialog, const char *path, int option)
    {
        auto *tree = part<QTreeWidget>(dialog, path, "valueTree");
        tree->setFocus();
        tree->setCurrentItem(tree->topLevelItem(option));
        QTest::keyClick(tree, Qt::Key_Space);
    }

    void choose(QComboBox *box, const char *data)
    {
        box->setCurrentIndex(box->findData(QString::fromLatin1(data)));
        Q_EMIT box->activated(box->currentIndex());
    }

    QString missing(ExtractionPane *dialog)
    {
        return dialog->findChild<QLabel *>(QStringLiteral("missingLabel"))->text();
    }

    QString otherLabels(ExtractionPane *dialog, const char *path)
    {
        QStringList all;
        for (const auto *label : editor(dialog, path)->findChildren<QLabel *>(QStringLiteral("otherLabel"))) {
            all << label->text();
        }
        return all.join(QLatin1Char('\n'));
    }

    RecordId firstRecord()
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        return app::allRecords(**workspace)->front();
    }

    RecordId record(std::size_t row)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        return app::allRecords(**workspace)->at(row);
    }

    void include(std::size_t row)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const std::array<app::DecideRequest, 2> included{
            {{record(row), Stage::TitleAbstract, Verdict::Include, {}, {}},
             {record(row), Stage::FullText, Verdict::Include, {}, {}}}};
        QVERIFY(app::decide(**workspace, included));
    }

    /// Anna says it in another window.
    void note(const char *path, const char *text, const std::vector<extraction::Quote> &quotes = {})
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto form = app::formOf(**workspace, "small");
        auto value = extraction::parseValue(*extraction::fieldAt(*form, path), text);
        value->quotes = quotes;
        QVERIFY(app::extractValues(**workspace, {firstRecord()}, "small", {{path, *value}}));
    }

    /// What anna said of a record.
    extraction::Values said(std::size_t row = 0)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto form = app::formOf(**workspace, "small");
        const auto study = app::extractionOf(**workspace, {app::allRecords(**workspace)->at(row)}, *form);
        const auto own = study->byExtractor.find("anna");
        return own == study->byExtractor.end() ? extraction::Values() : own->second;
    }

    app::RecordAppraisal appraisal()
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto all = app::appraisalsOfRecord(**workspace, app::allRecords(**workspace)->front());
        return all->empty() ? app::RecordAppraisal() : all->front();
    }

    app::HeldJudgement judged(const char *domain)
    {
        for (const app::HeldJudgement &held : appraisal().judgements) {
            if (held.said.domain == domain) {
                return held;
            }
        }
        return {};
    }

    QWidget *row(AppraisalPane *dialog, const char *name)
    {
        return dialog->findChild<QWidget *>(QString::fromLatin1(name));
    }

    QString proposal(AppraisalPane *dialog, const char *domain)
    {
        return row(dialog, domain)->findChild<QLabel *>(QStringLiteral("proposalLabel"))->text();
    }

    void answer(AppraisalPane *dialog, const char *question, int choice)
    {
        QTRY_VERIFY(row(dialog, question)->isVisible());
        auto *button = row(dialog, question)->findChildren<QRadioButton *>().at(choice);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(button->isChecked());
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::ExtractionTest)
#include "extraction_test.moc"
