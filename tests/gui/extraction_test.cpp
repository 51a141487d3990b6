#include "app/appraisals.h"
#include "app/decide.h"
#include "app/extraction.h"
#include "app/forms.h"
#include "app/stages.h"
#include "extraction/values.h"
#include "flow/theme.h"
#include "gui/extraction/appraisal_dialog.h"
#include "gui/extraction/extraction_dialog.h"
#include "gui/extraction/field_editor.h"
#include "gui/extraction/question_row.h"
#include "gui/style.h"
#include "gui/theme.h"
#include "screening_fixture.h"

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScopeGuard>
#include <QStyleOption>
#include <QThread>
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
class ExtractionTest : public ScreeningFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        setUp();
        m_window->activateWindow();
    }

    void cleanup() { tearDown(); }

    void takesAFormAndShowsItsFields()
    {
        ExtractionDialog *dialog = opened();
        QVERIFY(editor(dialog, "country") == nullptr);
        dialog->takeForm(QString::fromStdString(m_folder->file("small.json", kForm)));
        QTRY_VERIFY(editor(dialog, "country") != nullptr);
        QVERIFY(missing(dialog).contains(QStringLiteral("Still needed: Country")));
    }

    void savesEachFieldWithItsQuoteOnLeavingIt()
    {
        ExtractionDialog *dialog = filled();
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
        ExtractionDialog *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        part<QLineEdit>(dialog, "people", "valueEdit")->setFocus();
        QTRY_COMPARE(said().size(), std::size_t{1});
        QTest::keyClick(part<QLineEdit>(dialog, "people", "valueEdit"), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(said().size(), std::size_t{0});
        QTRY_VERIFY(part<QLineEdit>(dialog, "country", "valueEdit")->text().isEmpty());
    }

    void saysBesideTheFieldWhatCannotBeRead()
    {
        ExtractionDialog *dialog = filled();
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
        ExtractionDialog *dialog = filled();
        QVERIFY(!editor(dialog, "blind")->isVisible());
        choose(part<QComboBox>(dialog, "trial", "valueBox"), "yes");
        QTRY_VERIFY(editor(dialog, "blind")->isVisible());
        choose(part<QComboBox>(dialog, "trial", "valueBox"), "no");
        QTRY_VERIFY(!editor(dialog, "blind")->isVisible());
    }

    void leavesAChoiceAloneWhenTheWheelPassesOverIt()
    {
        ExtractionDialog *dialog = filled();
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
        ExtractionDialog *dialog = filled();
        auto *status = part<QComboBox>(dialog, "people", "statusBox");
        status->setCurrentIndex(1);
        Q_EMIT status->activated(1);
        QTRY_COMPARE(said().size(), std::size_t{1});
        QVERIFY(said().at("people").status == extraction::ValueStatus::NotReported);
        QVERIFY(!part<QLineEdit>(dialog, "people", "valueEdit")->isEnabled());
    }

    void addsAnArm()
    {
        ExtractionDialog *dialog = filled();
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
        ExtractionDialog *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        part<QLineEdit>(dialog, "people", "valueEdit")->setFocus();
        {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("ben"));
            const auto form = app::formOf(**workspace, "small");
            auto value = extraction::parseValue(*extraction::fieldAt(*form, "country"), "Indonesia");
            QVERIFY(app::extractValues(**workspace, {firstRecord()}, "small", {{"country", *value}}));
        }
        dialog->reload();
        QTest::qWait(100);
        QVERIFY(otherLabels(dialog, "country").isEmpty());
        {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
            QVERIFY(app::openStage(**workspace, Stage::FullText));
        }
        dialog->reload();
        QTRY_VERIFY(otherLabels(dialog, "country").contains(QStringLiteral("ben differs: Indonesia")));
        QTest::mouseClick(part<QPushButton>(dialog, "country", "agreeButton"), Qt::LeftButton);
        QTRY_VERIFY(otherLabels(dialog, "country").contains(QStringLiteral("Agreed: Indonesia")));
    }

    void keepsWhatIsTypedWhenTheWindowCloses()
    {
        ExtractionDialog *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        QTest::keyClick(part<QLineEdit>(dialog, "country", "valueEdit"), Qt::Key_Escape);
        QTRY_COMPARE(said().size(), std::size_t{1});
    }

    void keepsWhatIsTypedWhenAnArmIsAddedElsewhere()
    {
        ExtractionDialog *dialog = filled();
        type(dialog, "people", "valueEdit", "many");
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("armsNameEdit"));
        name->setText(QStringLiteral("pla"));
        type(dialog, "country", "valueEdit", "Malay");
        note("arms/x/n", "5");
        dialog->reload();
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
        ExtractionDialog *dialog = filled();
        type(dialog, "people", "valueEdit", "many");
        std::string form = kForm;
        form.replace(form.find("\"Country\""), 9, "\"Land\"");
        const std::string file = m_folder->file("second.json", form);
        QVERIFY(
            app::publishForm(**app::Workspace::open(m_folder->path() / "r.winnow", services("anna")), file));
        dialog->reload();
        QTRY_COMPARE(editor(dialog, "country")->label(), QStringLiteral("Land"));
        QCOMPARE(part<QLineEdit>(dialog, "people", "valueEdit")->text(), QStringLiteral("many"));
    }

    void savesToTheStudyInWhichItWasTyped()
    {
        ExtractionDialog *dialog = filled();
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
        ExtractionDialog *dialog = filled();
        auto *studies = dialog->findChild<QComboBox *>(QStringLiteral("studyBox"));
        QTRY_COMPARE(studies->count(), 2);
        type(dialog, "country", "valueEdit", "Malaysia");
        type(dialog, "people", "valueEdit", "many");
        auto *next = dialog->findChild<QPushButton *>(QStringLiteral("nextButton"));
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(studies->currentIndex(), 0);
        QVERIFY(state(dialog).contains(QStringLiteral("Not saved: People")));
        QTest::qWait(100);
        QCOMPARE(part<QLineEdit>(dialog, "country", "valueEdit")->text(), QStringLiteral("Malaysia"));
        QCOMPARE(part<QLineEdit>(dialog, "people", "valueEdit")->text(), QStringLiteral("many"));
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(studies->currentIndex(), 1);
        QTRY_VERIFY(part<QLineEdit>(dialog, "country", "valueEdit")->text().isEmpty());
        QVERIFY(part<QLineEdit>(dialog, "people", "valueEdit")->text().isEmpty());
        type(dialog, "people", "valueEdit", "few");
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("closeButton")), Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(said().size(), std::size_t{1});
        QCOMPARE(said(1).size(), std::size_t{0});
    }

    void goesQuietlyWithTheFocusInAField()
    {
        ExtractionDialog *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        delete dialog;
        QCOMPARE(said().size(), std::size_t{0});
    }

    void savesWhatIsTypedBeforeAnotherReviewOpens()
    {
        ExtractionDialog *dialog = filled();
        type(dialog, "country", "valueEdit", "Malaysia");
        QVERIFY(m_window->createReview(m_folder->path() / "other.winnow", QStringLiteral("Another")));
        QVERIFY(m_window->findChild<ExtractionDialog *>() == nullptr);
        QCOMPARE(said().size(), std::size_t{1});
    }

    void appraisesByAnswers()
    {
        AppraisalDialog *dialog = appraised();
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
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        Worker worker(m_folder->path() / "r.winnow", services("anna"));
        std::atomic<bool> mayGoOn = false;
        worker.start({}, [&](app::Workspace &, Task &) -> Worker::Done {
            while (!mayGoOn) {
                QThread::msleep(1);
            }
            return {};
        });
        const auto release = qScopeGuard([&] { mayGoOn = true; }); // else the worker would not end
        AppraisalDialog dialog(**workspace, worker, firstRecord());
        const auto *tools = dialog.findChild<QComboBox *>(QStringLiteral("toolBox"));
        dialog.showRecord(record(1));
        QCOMPARE(tools->count(), 0);
        mayGoOn = true;
        QTRY_VERIFY(tools->count() > 0);
        QTRY_VERIFY(!dialog.findChildren<QuestionRow *>().empty());
        QVERIFY(!dialog.findChild<QLabel *>(QStringLiteral("studyLabel"))->text().isEmpty());
    }

    void keepsWhatIsTypedInAnAppraisalWhenTheReviewChanges()
    {
        AppraisalDialog *dialog = appraised();
        answer(dialog, "1.1", 0);
        QTRY_COMPARE(appraisal().answers.size(), std::size_t{1});
        auto *reason = row(dialog, "1.1")->findChild<QLineEdit *>(QStringLiteral("supportEdit"));
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("by a compu"));
        dialog->reload();
        QTest::qWait(200);
        QCOMPARE(reason->text(), QStringLiteral("by a compu"));
        QVERIFY(reason->hasFocus());
        QVERIFY(appraisal().answers.front().said.support.empty());
    }

    void staysOnceInAnAppraisalWithAJudgementThatCannotBeSaved()
    {
        AppraisalDialog *dialog = appraised();
        answer(dialog, "1.1", 0);
        answer(dialog, "1.2", 0);
        answer(dialog, "1.3", 3);
        QTRY_VERIFY(proposal(dialog, "D1").contains(QStringLiteral("Low")));
        auto *judgement = row(dialog, "D1")->findChild<QComboBox *>(QStringLiteral("judgementBox"));
        judgement->setFocus();
        judgement->setCurrentIndex(judgement->findText(QStringLiteral("High"))); // without a reason
        dialog->showRecord(record(1));
        QVERIFY(state(dialog).contains(QStringLiteral("Not saved: D1")));
        QTest::qWait(100);
        QCOMPARE(judgement->currentText(), QStringLiteral("High"));
        auto *reason = row(dialog, "D1")->findChild<QLineEdit *>(QStringLiteral("quoteEdit"));
        reason->setText(QStringLiteral("open list"));
        auto *close = dialog->findChild<QPushButton *>(QStringLiteral("closeButton"));
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
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
        AppraisalDialog *dialog = appraised();
        QTRY_VERIFY(dialog->findChild<QuestionRow *>(QStringLiteral("2.1")) != nullptr);
        QTRY_VERIFY(!dialog->findChild<QuestionRow *>(QStringLiteral("2.3"))->isVisible());
        answer(dialog, "2.1", 0);
        QTRY_VERIFY(dialog->findChild<QuestionRow *>(QStringLiteral("2.3"))->isVisible());
    }

    void goesThroughTheQuestionsByTabAndThroughTheAnswersByArrows()
    {
        AppraisalDialog *dialog = appraised();
        QTRY_VERIFY(row(dialog, "1.2") != nullptr && row(dialog, "1.2")->isVisible());
        QTRY_VERIFY(!row(dialog, "2.3")->isVisible());
        for (int i = 0; i < 100 && !dialog->isActiveWindow(); ++i) {
            dialog->activateWindow();
            QTest::qWait(10);
        }
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

private:
    AppraisalDialog *appraised()
    {
        child<QAction>("appraiseAction")->trigger();
        auto *dialog = m_window->findChild<AppraisalDialog *>();
        auto *tools = dialog->findChild<QComboBox *>(QStringLiteral("toolBox"));
        for (int i = 0; i < 100 && tools->count() == 0; ++i) {
            QTest::qWait(20);
        }
        choose(tools, "rob2");
        return dialog;
    }

    ExtractionDialog *opened()
    {
        child<QAction>("extractAction")->trigger();
        return m_window->findChild<ExtractionDialog *>();
    }

    ExtractionDialog *filled()
    {
        ExtractionDialog *dialog = opened();
        dialog->takeForm(QString::fromStdString(m_folder->file("small.json", kForm)));
        for (int i = 0; i < 100 && editor(dialog, "country") == nullptr; ++i) {
            QTest::qWait(20);
        }
        dialog->activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(dialog);
        return dialog;
    }

    FieldEditor *editor(ExtractionDialog *dialog, const char *path)
    {
        for (auto *one : dialog->findChildren<FieldEditor *>()) {
            if (one->path() == path && !one->isHidden()) {
                return one;
            }
        }
        return dialog->findChild<FieldEditor *>(QString::fromLatin1(path));
    }

    template <typename Part>
    Part *part(ExtractionDialog *dialog, const char *path, const char *name)
    {
        return editor(dialog, path)->findChild<Part *>(QString::fromLatin1(name));
    }

    void type(ExtractionDialog *dialog, const char *path, const char *name, const char *text)
    {
        auto *edit = part<QLineEdit>(dialog, path, name);
        edit->setFocus();
        QTest::keyClicks(edit, QString::fromLatin1(text));
    }

    void check(ExtractionDialog *dialog, const char *path, int option)
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

    QString missing(ExtractionDialog *dialog)
    {
        return dialog->findChild<QLabel *>(QStringLiteral("missingLabel"))->text();
    }

    QString otherLabels(ExtractionDialog *dialog, const char *path)
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
    void note(const char *path, const char *text)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto form = app::formOf(**workspace, "small");
        auto value = extraction::parseValue(*extraction::fieldAt(*form, path), text);
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

    QWidget *row(AppraisalDialog *dialog, const char *name)
    {
        return dialog->findChild<QWidget *>(QString::fromLatin1(name));
    }

    QString proposal(AppraisalDialog *dialog, const char *domain)
    {
        return row(dialog, domain)->findChild<QLabel *>(QStringLiteral("proposalLabel"))->text();
    }

    void answer(AppraisalDialog *dialog, const char *question, int choice)
    {
        QTRY_VERIFY(row(dialog, question)->isVisible());
        auto *button = row(dialog, question)->findChildren<QRadioButton *>().at(choice);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(button->isChecked());
    }
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::ExtractionTest)
#include "extraction_test.moc"
