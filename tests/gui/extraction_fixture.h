#pragma once

#include "app/appraisals.h"
#include "app/attachments.h"
#include "app/decide.h"
#include "app/extraction.h"
#include "app/forms.h"
#include "app/record_list.h"
#include "extraction/values.h"
#include "filled_review.h"
#include "gui/extraction/appraisal_pane.h"
#include "gui/extraction/extraction_pane.h"
#include "gui/extraction/field_editor.h"
#include "gui/frame/step.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>
#include <QTreeWidget>

#include <array>

namespace winnow::gui {

/// The window of anna with three papers, and a small form to fill in; each test has its own.
class ExtractionFixture : public QObject
{
protected:
    static constexpr const char *kForm =
        R"({"id": "small", "title": "Small", "sections": [{"title": "All", "fields": [
      {"id": "country", "label": "Country", "type": "text", "required": true},
      {"id": "people", "label": "People", "type": "integer"},
      {"id": "trial", "label": "Trial", "type": "yes-no"},
      {"id": "blind", "label": "Blinded", "type": "yes-no", "asked-if": {"field": "trial", "values": ["yes"]}},
      {"id": "products", "label": "Products", "type": "multiple",
       "options": [{"id": "wood", "label": "Wood"}, {"id": "bamboo", "label": "Bamboo"}]},
      {"id": "arms", "label": "Arms", "type": "group", "fields": [
         {"id": "n", "label": "Number", "type": "integer"}]}]}]})";

    /// To be called before each test, as tearDown() is afterwards.
    void setUp()
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

    void tearDown() { m_window.reset(); }

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
