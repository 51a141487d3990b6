#include "gui/extraction/extraction_pane.h"

#include "app/outside_evidence.h"
#include "app/standing.h"
#include "app/studies.h"
#include "extraction/conditions.h"
#include "extraction/shipped_forms.h"
#include "gui/extraction/field_editor.h"
#include "gui/extraction/form_pane.h"
#include "gui/extraction/report_view.h"
#include "gui/extraction/study_list.h"
#include "gui/file_dialog.h"
#include "gui/row_parts.h"
#include "ui_extraction_pane.h"

#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>

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
        choices.push_back({ExtractionPane::tr("%1 (not included)").arg(shown(opened->label)),
                           {opened->reports.front(), {}, opened->name},
                           opened->reports});
    }
    for (const app::Study &study : *studies) {
        if (study.isIncluded) {
            choices.push_back({shown(study.label), {study.reports.front(), {}, study.name}, study.reports});
        }
    }
    for (const app::OutsideEvidence &piece : *outside) {
        choices.push_back(
            {ExtractionPane::tr("%1 (%2)").arg(shown(piece.title), shown(app::labelOf(piece.kind))),
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

/// How far each is extracted, by its reports or by its key where it is from outside.
struct Progress
{
    std::map<std::pair<RecordId, std::string>, QString> ofReports; ///< with the name of the study
    std::map<std::string, QString> ofEvidence;
    QString ofRest;
};

QString toldOf(const extraction::Form &form, const extraction::Values &values, int disputed)
{
    const extraction::Completeness completeness = extraction::completenessOf(form, values);
    QString told =
        completeness.asked == completeness.answered
            ? ExtractionPane::tr("All fields filled in")
            : ExtractionPane::tr("%1 of %2 fields").arg(completeness.answered).arg(completeness.asked);
    if (!completeness.missing.empty()) {
        told += ExtractionPane::tr(", %Ln needed", nullptr, static_cast<int>(completeness.missing.size()));
    }
    return disputed == 0 ? told : told + ExtractionPane::tr(", %Ln in dispute", nullptr, disputed);
}

Result<Progress> progressOf(app::Workspace &workspace, const extraction::Form &form)
{
    auto all = app::extractionsOf(workspace, form);
    if (!all) {
        return std::move(all).error();
    }
    Progress progress;
    progress.ofRest = toldOf(form, {}, 0);
    for (const app::StudyExtraction &one : *all) {
        const auto own = one.byExtractor.find(workspace.reviewer());
        const auto held = one.held(form);
        const auto disputed =
            std::ranges::count_if(held, [](const auto &value) { return value.second.isDisputed; });
        const QString told = toldOf(form,
                                    own == one.byExtractor.end() ? extraction::Values() : own->second,
                                    static_cast<int>(disputed));
        for (const RecordId report : one.reports) {
            progress.ofReports.insert_or_assign({report, one.name}, told);
        }
        if (one.reports.empty() && !one.keys.empty()) {
            progress.ofEvidence.insert_or_assign(one.keys.front(), told);
        }
    }
    return progress;
}

QString toldOf(const Progress &progress, const app::ExtractionSubject &subject)
{
    if (!subject.evidence.empty()) {
        const auto told = progress.ofEvidence.find(subject.evidence);
        return told == progress.ofEvidence.end() ? progress.ofRest : told->second;
    }
    const auto told = progress.ofReports.find({subject.record, subject.study});
    return told == progress.ofReports.end() ? progress.ofRest : told->second;
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

ExtractionPane::ExtractionPane(Session &session, QWidget *parent)
    : StudyPane(session, parent)
    , m_ui(std::make_unique<Ui::ExtractionPane>())
    , m_pane(new FormPane(this))
{
    m_ui->setupUi(this);
    m_ui->formArea->setWidget(m_pane);
    setUpForms();
    setUpActions();
    connect(m_ui->studyList, &StudyList::chosen, this, &ExtractionPane::choose);
    connect(m_pane, &FormPane::saveWanted, this, &ExtractionPane::save);
    connect(m_pane, &FormPane::agreeWanted, this, &ExtractionPane::agree);
    connect(m_pane, &FormPane::placeWanted, this, &ExtractionPane::openPlace);
    connect(m_pane, &FormPane::rebuilt, this, [this] {
        chainTabs(m_ui->takeFormButton, m_pane, reports());
        for (auto *edit : m_pane->findChildren<QLineEdit *>()) {
            shareUndo(edit);
        }
        for (auto *edit : m_pane->findChildren<QPlainTextEdit *>()) {
            shareUndo(edit);
        }
    });
    connect(m_pane, &FormPane::lineAdded, this, [this](QLineEdit *line) { shareUndo(line); });
}

ExtractionPane::~ExtractionPane()
{
    m_pane->disconnect(this);
}

void ExtractionPane::setUpActions()
{
    setUpStudies(m_ui->studyList,
                 m_ui->splitter,
                 {{"nextStudyAction", tr("Next study")},
                  {"previousStudyAction", tr("Previous study")},
                  {"quoteAction", tr("Quote the selected words for the field")},
                  {"takeFormAction", tr("Take a form...")},
                  [this] { m_ui->takeFormButton->showMenu(); }});
}

void ExtractionPane::setUpForms()
{
    auto *menu = newMenu(this);
    for (const ShippedFile &file : extraction::shippedForms()) {
        if (const auto form = extraction::shippedForm(file.name)) {
            menu->addAction(shown(form->title), this, [this, id = shown(form->id)] { takeForm(id); });
        }
    }
    menu->addSeparator();
    menu->addAction(tr("From a file..."), this, &ExtractionPane::askForFormFile);
    m_ui->takeFormButton->setMenu(menu);
    m_ui->takeFormButton->setEnabled(!review().isReadOnly());
    connect(m_ui->formBox, &QComboBox::activated, this, &ExtractionPane::chooseForm);
}

void ExtractionPane::askForFormFile()
{
    askForFile(this, tr("Take a form"), tr("Forms (*.json);;All files (*)"), [this](const QString &file) {
        takeForm(file);
    });
}

void ExtractionPane::takeForm(const QString &fileOrId)
{
    if (!maySwitch()) {
        return;
    }
    const auto taken = app::publishForm(review(), fileOrId.toStdString());
    if (!taken) {
        say(shown(taken.error().message));
        return;
    }
    tellDone({tr("Took the form %1, version %2.").arg(shown(taken->form.title)).arg(taken->form.version),
              Change::Values,
              {QStringLiteral("forms"), QStringLiteral("{}"), QStringLiteral("--add"), fileOrId}});
    loadForms();
    m_ui->formBox->setCurrentIndex(m_ui->formBox->findData(shown(taken->form.id)));
    chooseForm();
}

void ExtractionPane::reload(Changes changes)
{
    if (changes & Change::Values) {
        loadForms();
    }
    const Changes ofStudies = Changes(Change::Studies) | Change::Decisions | Change::Records |
                              Change::Duplicates | Change::Tables | Change::Stages;
    if (changes & ofStudies) {
        loadStudies();
    } else if (changes & Change::Values) {
        showStudy();
        readProgress();
    }
}

void ExtractionPane::takeFocus()
{
    if (m_forms.empty()) {
        m_ui->takeFormButton->setFocus();
    } else if (m_pane->focusProxy() != nullptr && m_pane->isEnabled()) {
        m_pane->setFocus();
    } else {
        m_ui->studyList->setFocus();
    }
}

RecordId ExtractionPane::record() const
{
    return subject() == nullptr ? RecordId{} : subject()->record;
}

/// Keeps what was typed, and shows what could not be kept when it is shown again.
void ExtractionPane::hideEvent(QHideEvent *event)
{
    m_pane->leave();
    StudyPane::hideEvent(event);
}

void ExtractionPane::putQuote(const TypedQuote &quote)
{
    if (!m_pane->quote(quote)) {
        say(tr("Put the cursor into the field that the words are for first."));
    }
}

void ExtractionPane::loadForms()
{
    auto forms = app::formsOf(review());
    if (!forms) {
        say(shown(forms.error().message));
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
    } else {
        fitForm();
    }
}

void ExtractionPane::loadStudies()
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
                say(shown(choices.error().message));
            }
        });
}

/// Goes to another study only where somebody wants to, or where the one that is shown is gone and nothing of
/// it is unsaved.
void ExtractionPane::listStudies(std::vector<SubjectChoice> choices)
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
    m_isListed = true;
    std::vector<StudyLine> lines;
    for (const SubjectChoice &choice : m_choices) {
        lines.push_back({choice.label, {}, choice.title});
    }
    m_ui->studyList->setLines(lines);
    m_ui->studyList->mark(m_choices.empty() ? -1 : at);
    showStudy();
    readProgress();
}

/// How far each study is extracted, by whom it is looked at.
void ExtractionPane::readProgress()
{
    if (form() == nullptr || m_choices.empty()) {
        return;
    }
    inBackground(
        QStringLiteral("progress"),
        [form = *form()](app::Workspace &workspace, Task & /*task*/) { return progressOf(workspace, form); },
        [this](const Result<Progress> &progress) {
            for (std::size_t at = 0; progress && at < m_choices.size(); ++at) {
                m_ui->studyList->setTold(static_cast<int>(at), toldOf(*progress, m_choices[at].subject));
            }
        });
}

void ExtractionPane::showRecord(RecordId record)
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
bool ExtractionPane::maySwitch()
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

const extraction::Form *ExtractionPane::form() const
{
    const auto at = static_cast<std::size_t>(m_ui->formBox->currentIndex());
    return at < m_forms.size() ? &m_forms[at].form : nullptr;
}

const app::ExtractionSubject *ExtractionPane::subject() const
{
    const auto at = static_cast<std::size_t>(m_ui->studyList->currentRow());
    return at < m_choices.size() ? &m_choices[at].subject : nullptr;
}

void ExtractionPane::chooseForm()
{
    if (maySwitch()) {
        fitForm();
        return;
    }
    m_ui->formBox->setCurrentIndex(m_ui->formBox->findData(shown(m_pane->form().id)));
    showStudy();
}

/// Shows the form that is chosen.
void ExtractionPane::fitForm()
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

void ExtractionPane::choose(int study)
{
    m_ui->studyList->mark(study);
    if (!maySwitch()) {
        m_ui->studyList->mark(m_shown ? placeOf(m_choices, m_shown->subject) : -1);
        showStudy(); // saving the rest may have begun to show the other one
        return;
    }
    m_goesToRecord = false;
    m_pane->forgetNamed();
    m_isFresh = true;
    showStudy();
}

void ExtractionPane::showStudy()
{
    const int at = m_ui->studyList->currentRow();
    m_ui->placeLabel->setText(
        !m_isListed ? QString()
        : at < 0    ? tr("No study is included yet: full texts that are included come here.")
                    : tr("%1 of %2  \u00b7  next Ctrl+Down").arg(at + 1).arg(m_ui->studyList->count()));
    m_ui->placeLabel->setWordWrap(true);
    if (subject() != nullptr) {
        reports()->showReports(m_choices[static_cast<std::size_t>(at)].reports, subject()->evidence);
    }
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
                say(shown(state.error().message));
            }
        });
}

void ExtractionPane::showState(const ExtractionState &state)
{
    m_pane->show(state);
    holdWidth(m_ui->formArea);
    m_ui->missingLabel->setText(m_pane->whatIsMissing());
    if (m_isFresh) {
        m_isFresh = false;
        m_ui->formArea->verticalScrollBar()->setValue(0);
    }
    if (m_isNew && isVisible()) {
        m_isNew = false;
        m_pane->setFocus();
    }
}

/// Empty where the value cannot be said on one line.
QStringList ExtractionPane::command(const FieldEditor &editor, const extraction::Value &value) const
{
    const app::ExtractionSubject &subject = m_shown->subject;
    const QString path = shown(editor.path());
    const QString text = shown(extraction::display(editor.field(), value));
    const QString key =
        subject.evidence.empty() ? QStringLiteral("#%1").arg(subject.record.value) : shown(subject.evidence);
    const bool hasPages = std::ranges::any_of(value.quotes, [](const extraction::Quote &quote) {
        return !quote.page.empty() || !quote.place.empty();
    });
    if (text.contains(QLatin1Char('\n')) || (value.quotes.size() > 1 && hasPages)) {
        return {};
    }
    QStringList arguments{QStringLiteral("extract"),
                          QStringLiteral("{}"),
                          key,
                          QStringLiteral("--form"),
                          shown(m_pane->form().id),
                          path + QLatin1Char('=') + text};
    if (!subject.study.empty()) {
        arguments << QStringLiteral("--study") << shown(subject.study);
    }
    for (const extraction::Quote &quote : value.quotes) {
        arguments << QStringLiteral("--quote") << path + QLatin1Char('=') + shown(quote.text);
        if (!quote.page.empty()) {
            arguments << QStringLiteral("--page") << path + QLatin1Char('=') + shown(quote.page);
        }
        if (!quote.place.empty()) {
            arguments << QStringLiteral("--place") << path + QLatin1Char('=') + shown(quote.place);
        }
    }
    return arguments;
}

void ExtractionPane::save(FieldEditor *editor)
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
    tellDone({tr("%1 saved.").arg(editor->label()), Change::Values, command(*editor, *value)});
    showStudy();
    readProgress();
}

void ExtractionPane::agree(FieldEditor *editor, const extraction::Value &value)
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
    QStringList done = command(*editor, value);
    if (!done.isEmpty()) {
        done << QStringLiteral("--agree");
    }
    tellDone({tr("%1 agreed on.").arg(editor->label()), Change::Values, done});
    showStudy();
    readProgress();
}

} // namespace winnow::gui
