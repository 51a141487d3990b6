#include "gui/extraction/extraction_dialog.h"

#include "app/outside_evidence.h"
#include "app/standing.h"
#include "app/studies.h"
#include "extraction/shipped_forms.h"
#include "gui/extraction/field_editor.h"
#include "gui/extraction/form_pane.h"
#include "gui/file_dialog.h"
#include "gui/row_parts.h"
#include "ui_extraction_dialog.h"

#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

namespace winnow::gui {

namespace {

Result<std::vector<SubjectChoice>> choicesOf(app::Workspace &workspace, RecordId record)
{
    auto studies = app::studiesOf(workspace);
    auto outside = app::outsideEvidence(workspace);
    auto opened =
        record.value == 0 ? Result<app::Study>(app::Study()) : app::studyOfReport(workspace, record);
    if (!studies || !outside || !opened) {
        return !studies   ? std::move(studies).error()
               : !outside ? std::move(outside).error()
                          : std::move(opened).error();
    }
    std::vector<SubjectChoice> choices;
    const auto isOpened = [&](const app::Study &study) { return study.reports == opened->reports; };
    if (!opened->reports.empty() && std::ranges::none_of(*studies, [&](const app::Study &study) {
            return study.isIncluded && isOpened(study);
        })) {
        choices.push_back({ExtractionDialog::tr("%1 (not included)").arg(shown(opened->label)),
                           {opened->reports.front(), {}, opened->name}});
    }
    for (const app::Study &study : *studies) {
        if (study.isIncluded) {
            choices.push_back({shown(study.label), {study.reports.front(), {}, study.name}});
        }
    }
    for (const app::OutsideEvidence &piece : *outside) {
        choices.push_back(
            {ExtractionDialog::tr("%1 (%2)").arg(shown(piece.title), shown(app::labelOf(piece.kind))),
             {{}, piece.key, {}}});
    }
    return choices;
}

int placeOf(const std::vector<SubjectChoice> &choices, const app::ExtractionSubject &subject)
{
    const auto found = std::ranges::find_if(choices, [&](const SubjectChoice &choice) {
        return choice.subject.record == subject.record && choice.subject.evidence == subject.evidence &&
               choice.subject.study == subject.study;
    });
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

/// Which of them is of the record; the first where none is.
int placeOf(const std::vector<SubjectChoice> &choices, RecordId record, app::Workspace &workspace)
{
    const auto study =
        record.value == 0 ? Result<app::Study>(app::Study()) : app::studyOfReport(workspace, record);
    const auto found = std::ranges::find_if(choices, [&](const SubjectChoice &choice) {
        return study && choice.subject.evidence.empty() &&
               std::ranges::find(study->reports, choice.subject.record) != study->reports.end();
    });
    return found == choices.end() ? 0 : static_cast<int>(found - choices.begin());
}

Result<ExtractionState>
stateOf(app::Workspace &workspace, const app::ExtractionSubject &subject, const extraction::Form &form)
{
    auto extraction = app::extractionOf(workspace, subject, form);
    auto standings = app::Standings::of(workspace);
    if (!extraction || !standings) {
        return !extraction ? std::move(extraction).error() : std::move(standings).error();
    }
    const bool maySettle = standings->maySettle(Stage::FullText) && !workspace.isReadOnly();
    return ExtractionState{*std::move(extraction), workspace.reviewer(), maySettle};
}

} // namespace

ExtractionDialog::ExtractionDialog(app::Workspace &workspace,
                                   Worker &worker,
                                   RecordId record,
                                   QWidget *parent)
    : ReviewDialog(workspace, worker, parent)
    , m_ui(std::make_unique<Ui::ExtractionDialog>())
    , m_record(record)
    , m_pane(new FormPane(this))
{
    m_ui->setupUi(this);
    m_ui->formArea->setWidget(m_pane);
    setUpForms();
    connect(m_ui->studyBox, &QComboBox::activated, this, &ExtractionDialog::goTo);
    connect(m_ui->previousButton, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_ui->nextButton, &QPushButton::clicked, this, [this] { step(1); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp), this),
            &QShortcut::activated,
            this,
            [this] { step(-1); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown), this),
            &QShortcut::activated,
            this,
            [this] { step(1); });
    connect(m_pane, &FormPane::saveWanted, this, &ExtractionDialog::save);
    connect(m_pane, &FormPane::agreeWanted, this, &ExtractionDialog::agree);
    connect(m_pane, &FormPane::rebuilt, this, [this] {
        chainTabs(m_ui->takeFormButton, m_pane, m_ui->closeButton);
        for (auto *edit : m_pane->findChildren<QLineEdit *>()) {
            shareUndo(edit);
        }
        for (auto *edit : m_pane->findChildren<QPlainTextEdit *>()) {
            shareUndo(edit);
        }
    });
    ExtractionDialog::reload();
}

ExtractionDialog::~ExtractionDialog()
{
    m_pane->disconnect(this);
}

void ExtractionDialog::setUpForms()
{
    auto *menu = new QMenu(this);
    for (const ShippedFile &file : extraction::shippedForms()) {
        if (const auto form = extraction::shippedForm(file.name)) {
            menu->addAction(shown(form->title), this, [this, id = shown(form->id)] { takeForm(id); });
        }
    }
    menu->addSeparator();
    menu->addAction(tr("From a file..."), this, &ExtractionDialog::askForFormFile);
    m_ui->takeFormButton->setMenu(menu);
    m_ui->takeFormButton->setEnabled(!review().isReadOnly());
    connect(m_ui->formBox, &QComboBox::activated, this, &ExtractionDialog::chooseForm);
}

void ExtractionDialog::askForFormFile()
{
    const QString file = askForFile(this, tr("Take a form"), tr("Forms (*.json);;All files (*)"));
    if (!file.isEmpty()) {
        takeForm(file);
    }
}

void ExtractionDialog::takeForm(const QString &fileOrId)
{
    if (!maySwitch()) {
        return;
    }
    const auto taken = app::publishForm(review(), fileOrId.toStdString());
    if (!taken) {
        tell(shown(taken.error().message));
        return;
    }
    tellDone(tr("Took the form %1, version %2.   (Ctrl+Z undoes)")
                 .arg(shown(taken->form.title))
                 .arg(taken->form.version));
    loadForms();
    m_ui->formBox->setCurrentIndex(m_ui->formBox->findData(shown(taken->form.id)));
    chooseForm();
}

void ExtractionDialog::reload()
{
    loadForms();
    loadStudies();
}

void ExtractionDialog::loadForms()
{
    auto forms = app::formsOf(review());
    if (!forms) {
        tell(shown(forms.error().message));
        return;
    }
    const QString id = m_ui->formBox->currentData().toString();
    m_forms = *std::move(forms);
    m_ui->formBox->clear();
    for (const app::PublishedForm &one : m_forms) {
        m_ui->formBox->addItem(shown(one.form.title), shown(one.form.id));
    }
    m_ui->formBox->setCurrentIndex(m_forms.empty() ? -1 : std::max(0, m_ui->formBox->findData(id)));
    m_ui->formBox->setEnabled(!m_forms.empty());
    m_ui->pages->setCurrentWidget(m_forms.empty() ? m_ui->noFormPage : m_ui->formPage);
    if (m_forms.empty()) {
        m_ui->missingLabel->clear();
        m_ui->takeFormButton->setFocus();
    } else {
        fitForm();
    }
}

void ExtractionDialog::loadStudies()
{
    inBackground(
        QStringLiteral("studies"),
        [record = m_record](app::Workspace &workspace, Task & /*task*/) {
            return choicesOf(workspace, record);
        },
        [this](Result<std::vector<SubjectChoice>> choices) {
            if (choices) {
                listStudies(*std::move(choices));
            } else {
                m_pane->setEnabled(true);
                tell(shown(choices.error().message));
            }
        });
}

/// Goes to another study only where somebody wants to, or where the one that is shown is gone and nothing of
/// it is unsaved.
void ExtractionDialog::listStudies(std::vector<SubjectChoice> choices)
{
    const std::optional<app::ExtractionSubject> now =
        subject() == nullptr ? std::nullopt : std::optional(*subject());
    int at = now ? placeOf(choices, *now) : -1;
    if (at < 0 && m_shown && !m_goesToRecord) {
        m_pane->leave();
        if (!m_pane->unsaved().empty()) {
            choices.insert(choices.begin(), *m_shown);
            at = 0;
        }
    }
    if (at < 0 || m_goesToRecord) {
        const bool isGone = now && now->evidence.empty() && !m_goesToRecord;
        at = placeOf(choices, isGone ? now->record : m_record, review());
        m_isFresh = true;
    }
    m_goesToRecord = false;
    m_choices = std::move(choices);
    m_ui->studyBox->clear();
    for (const SubjectChoice &choice : m_choices) {
        m_ui->studyBox->addItem(choice.label);
    }
    m_ui->studyBox->setCurrentIndex(m_choices.empty() ? -1 : at);
    if (m_choices.empty()) {
        tell(tr("No study is included yet. Choose a record in the main window and open this window again."));
    }
    showStudy();
}

void ExtractionDialog::showRecord(RecordId record)
{
    if (!maySwitch()) {
        return;
    }
    m_record = record;
    m_goesToRecord = true;
    m_pane->setEnabled(false); // what is typed until it is shown would be of the one before
    loadStudies();
}

/// Saves what was typed before something else is shown.
bool ExtractionDialog::maySwitch()
{
    m_pane->leave();
    QStringList typed;
    QStringList labels;
    for (const FieldEditor *editor : m_pane->unsaved()) {
        typed << editor->typed();
        labels << editor->label();
    }
    if (mayLeave(typed, tr("Not saved: %1.").arg(labels.join(QStringLiteral(", "))))) {
        m_pane->drop();
        return true;
    }
    m_ui->formArea->ensureWidgetVisible(m_pane->unsaved().front());
    return false;
}

const extraction::Form *ExtractionDialog::form() const
{
    const auto at = static_cast<std::size_t>(m_ui->formBox->currentIndex());
    return at < m_forms.size() ? &m_forms[at].form : nullptr;
}

const app::ExtractionSubject *ExtractionDialog::subject() const
{
    const auto at = static_cast<std::size_t>(m_ui->studyBox->currentIndex());
    return at < m_choices.size() ? &m_choices[at].subject : nullptr;
}

void ExtractionDialog::chooseForm()
{
    if (maySwitch()) {
        fitForm();
        return;
    }
    m_ui->formBox->setCurrentIndex(m_ui->formBox->findData(shown(m_pane->form().id)));
    showStudy();
}

/// Shows the form that is chosen.
void ExtractionDialog::fitForm()
{
    const extraction::Form *const chosen = form();
    if (chosen == nullptr || toJson(*chosen) == toJson(m_pane->form())) {
        return;
    }
    m_pane->leave();
    m_isFresh = m_isFresh || chosen->id != m_pane->form().id;
    m_pane->setForm(*chosen);
    showStudy();
}

void ExtractionDialog::goTo(int study)
{
    m_ui->studyBox->setCurrentIndex(study);
    if (!maySwitch()) {
        m_ui->studyBox->setCurrentIndex(m_shown ? placeOf(m_choices, m_shown->subject) : -1);
        showStudy(); // saving the rest may have begun to show the other one
        return;
    }
    m_goesToRecord = false;
    m_pane->forgetNamed();
    m_isFresh = true;
    tell({});
    showStudy();
}

void ExtractionDialog::step(int by)
{
    const int next = m_ui->studyBox->currentIndex() + by;
    if (next >= 0 && next < m_ui->studyBox->count()) {
        goTo(next);
    }
}

void ExtractionDialog::showStudy()
{
    const int at = m_ui->studyBox->currentIndex();
    m_ui->previousButton->setEnabled(at > 0);
    m_ui->nextButton->setEnabled(at + 1 < m_ui->studyBox->count());
    m_ui->placeLabel->setText(at < 0 ? QString() : tr("%1 of %2").arg(at + 1).arg(m_ui->studyBox->count()));
    if (form() == nullptr || subject() == nullptr) {
        return;
    }
    if (m_isFresh) {
        m_pane->setEnabled(false);
    }
    inBackground(
        QStringLiteral("state"),
        [form = *form(), subject = *subject()](app::Workspace &workspace, Task & /*task*/) {
            return stateOf(workspace, subject, form);
        },
        [this, choice = m_choices[static_cast<std::size_t>(at)]](const Result<ExtractionState> &state) {
            m_pane->setEnabled(true);
            if (state) {
                m_shown = choice;
                showState(*state);
            } else {
                tell(shown(state.error().message));
            }
        });
}

void ExtractionDialog::showState(const ExtractionState &state)
{
    m_pane->show(state);
    m_ui->missingLabel->setText(m_pane->whatIsMissing());
    if (m_isFresh) {
        m_isFresh = false;
        m_ui->formArea->verticalScrollBar()->setValue(0);
    }
    if (m_isNew) {
        m_isNew = false;
        m_pane->setFocus();
    }
}

void ExtractionDialog::save(FieldEditor *editor)
{
    if (!m_shown) {
        return;
    }
    const auto value = editor->change();
    if (!value) {
        return;
    }
    const auto saved =
        app::extractValues(review(), m_shown->subject, m_pane->form().id, {{editor->path(), *value}});
    if (!saved) {
        editor->tell(shown(saved.error().message));
        return;
    }
    editor->settle(*value);
    tellDone(tr("%1 saved.   (Ctrl+Z undoes)").arg(editor->label()));
    showStudy();
}

void ExtractionDialog::agree(FieldEditor *editor, const extraction::Value &value)
{
    if (!m_shown) {
        return;
    }
    const auto agreed =
        app::agreeOnValues(review(), m_shown->subject, m_pane->form().id, {{editor->path(), value}});
    if (!agreed) {
        editor->tell(shown(agreed.error().message));
        return;
    }
    tellDone(tr("%1 agreed on.   (Ctrl+Z undoes)").arg(editor->label()));
    showStudy();
}

void ExtractionDialog::done(int result)
{
    if (maySwitch()) {
        QDialog::done(result);
    }
}

} // namespace winnow::gui
