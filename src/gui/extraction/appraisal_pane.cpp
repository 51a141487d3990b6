#include "gui/extraction/appraisal_pane.h"

#include "app/appraisal_tools.h"
#include "app/standing.h"
#include "app/studies.h"
#include "gui/extraction/judgement_row.h"
#include "gui/extraction/question_row.h"
#include "gui/extraction/report_view.h"
#include "gui/extraction/study_list.h"
#include "gui/file_dialog.h"
#include "gui/row_parts.h"
#include "ui_appraisal_pane.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace winnow::gui {

namespace {

/// Arrow keys pass through answers on the way to the one that is meant.
constexpr int kAnswerPauseMs = 400;
constexpr const char *kOverall = "Overall";

app::RecordAppraisal unsaid(const appraisal::ToolPtr &tool, const std::string &result)
{
    app::RecordAppraisal appraisal;
    appraisal.tool = tool;
    appraisal.result = result;
    const appraisal::Sheet sheet = appraisal::sheetOf(*tool, {});
    for (const appraisal::Question *question : sheet.asked) {
        appraisal.asked.push_back(question->id);
        appraisal.open.push_back(question->id);
    }
    appraisal.tally = appraisal::tallyOf(*tool, sheet);
    return appraisal;
}

template <typename Held, typename Of>
std::optional<Held> heldOf(const std::vector<Held> &all, const std::string &item, Of of)
{
    const auto found = std::ranges::find_if(all, [&](const Held &held) { return held.said.*of == item; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QString progressOf(const app::RecordAppraisal &appraisal)
{
    const auto differences = std::ranges::count(appraisal.differences, false, &app::Difference::isSettled);
    QString told = appraisal.asked.empty()  ? AppraisalPane::tr("Appraised")
                   : appraisal.open.empty() ? AppraisalPane::tr("All questions answered")
                                            : AppraisalPane::tr("%1 of %2 questions")
                                                  .arg(appraisal.asked.size() - appraisal.open.size())
                                                  .arg(appraisal.asked.size());
    return differences == 0
               ? told
               : told + AppraisalPane::tr(", %Ln in dispute", nullptr, static_cast<int>(differences));
}

/// What holds of each item on which reviewers differ, and which nobody settled.
void addDifferences(const app::RecordAppraisal &appraisal, app::RecordJudgements &said)
{
    for (const app::Difference &difference : appraisal.differences) {
        if (difference.isSettled) {
            continue;
        }
        if (auto held = heldOf(appraisal.answers, difference.item, &app::QuestionAnswer::question)) {
            said.answers.push_back(held->said);
        } else if (auto judged =
                       heldOf(appraisal.judgements, difference.item, &app::DomainJudgement::domain)) {
            said.judgements.push_back(judged->said);
        }
    }
}

template <typename Row>
Row *rowOf(QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (auto *row = qobject_cast<Row *>(widget)) {
            return row;
        }
    }
    return nullptr;
}

/// What is written there can be read, and quotes be shown in their PDFs.
void keepFromWriting(const QWidget &pane)
{
    for (auto *line : pane.findChildren<QLineEdit *>()) {
        line->setReadOnly(true);
    }
    for (auto *box : pane.findChildren<QComboBox *>()) {
        box->setEnabled(false);
    }
    for (auto *answer : pane.findChildren<QRadioButton *>()) {
        answer->setEnabled(false);
    }
}

} // namespace

AppraisalPane::AppraisalPane(Session &session, QWidget *parent)
    : StudyPane(session, parent)
    , m_ui(std::make_unique<Ui::AppraisalPane>())
    , m_saveTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    m_ui->resultLabel->hide();
    m_ui->resultBox->hide();
    setUpActions();
    connect(m_ui->studyList, &StudyList::chosen, this, &AppraisalPane::choose);
    connect(m_ui->consensusButton, &QPushButton::clicked, this, &AppraisalPane::settle);
    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(kAnswerPauseMs);
    connect(m_saveTimer, &QTimer::timeout, this, &AppraisalPane::save);
    connect(m_ui->toolBox, &QComboBox::activated, this, [this] {
        if (maySwitch()) {
            chooseTool();
        } else {
            m_ui->toolBox->setCurrentIndex(m_ui->toolBox->findData(shown(m_tool->id)));
        }
    });
    connect(m_ui->toolFileButton, &QPushButton::clicked, this, &AppraisalPane::askForToolFile);
    m_ui->toolFileButton->setProperty(kHasAction, true);
    m_ui->toolFileButton->setEnabled(!review().isReadOnly());
    connect(m_ui->resultBox, &QComboBox::activated, this, [this] {
        build();
        load();
    });
    connect(m_ui->resultBox->lineEdit(), &QLineEdit::editingFinished, this, &AppraisalPane::load);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now != nullptr && isAncestorOf(now)) {
            QWidget *const question = rowOf<QuestionRow>(now);
            QWidget *const row = question != nullptr ? question : rowOf<JudgementRow>(now);
            m_current = row != nullptr ? row : m_current.data();
        }
        if (before == nullptr || !isAncestorOf(before)) {
            return;
        }
        const bool leftQuestion =
            rowOf<QuestionRow>(before) != nullptr && rowOf<QuestionRow>(before) != rowOf<QuestionRow>(now);
        const bool leftJudgement =
            rowOf<JudgementRow>(before) != nullptr && rowOf<JudgementRow>(before) != rowOf<JudgementRow>(now);
        if (leftQuestion || leftJudgement) {
            save();
        }
    });
}

AppraisalPane::~AppraisalPane()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void AppraisalPane::setUpActions()
{
    setUpStudies(m_ui->studyList,
                 m_ui->splitter,
                 {{"nextReportAction", tr("Next study to appraise")},
                  {"previousReportAction", tr("Previous study to appraise")},
                  {"quoteForAnswerAction", tr("Quote the selected words for the answer")},
                  {"takeToolAction", tr("Take a tool from a file...")},
                  [this] { askForToolFile(); }});
    addStepAction("consensusAction",
                  tr("Settle where reviewers differ, as shown"),
                  {Qt::CTRL | Qt::SHIFT | Qt::Key_Return},
                  [this] { settle(); })
        ->setEnabled(!review().isReadOnly());
}

void AppraisalPane::reload(Changes changes)
{
    const Changes ofReports =
        Changes(Change::Studies) | Change::Decisions | Change::Records | Change::Duplicates | Change::Stages;
    if (changes & ofReports) {
        loadReports();
    }
    if (changes & Change::Values) {
        inBackground(
            QStringLiteral("tools"),
            [](app::Workspace &workspace, Task & /*task*/) { return app::toolsOf(workspace); },
            [this](const Result<std::vector<appraisal::ToolPtr>> &tools) {
                if (tools) {
                    takeTools(*tools);
                } else {
                    say(shown(tools.error().message));
                }
            });
    }
    if (changes & (ofReports | Change::Values)) {
        read();
    }
}

void AppraisalPane::loadReports()
{
    inBackground(
        QStringLiteral("reports"),
        [record = m_record](app::Workspace &workspace, Task & /*task*/) -> Result<std::vector<Report>> {
            auto studies = app::studiesOf(workspace);
            if (!studies) {
                return std::move(studies).error();
            }
            std::vector<Report> reports;
            for (const app::Study &study : *studies) {
                for (std::size_t i = 0; study.isIncluded && i < study.reports.size(); ++i) {
                    const QString label = shown(study.label);
                    reports.push_back(
                        {study.reports[i],
                         study.reports.size() == 1 ? label : tr("%1 (%2)").arg(label, shown(study.keys[i]))});
                }
            }
            if (record.value != 0 && std::ranges::find(reports, record, &Report::record) == reports.end()) {
                const auto opened = app::studyOfReport(workspace, record);
                if (opened) {
                    reports.insert(reports.begin(),
                                   {record, tr("%1 (not included)").arg(shown(opened->label))});
                }
            }
            return reports;
        },
        [this](const Result<std::vector<Report>> &reports) {
            if (reports) {
                listReports(*reports);
            } else {
                say(shown(reports.error().message));
            }
        });
}

void AppraisalPane::listReports(std::vector<Report> reports)
{
    m_list = std::move(reports);
    m_isListed = true;
    std::vector<StudyLine> lines;
    for (const Report &report : m_list) {
        lines.push_back({report.label});
    }
    m_ui->studyList->setLines(lines);
    if (m_record.value == 0 && !m_list.empty()) {
        showRecord(m_list.front().record);
    }
    showPlace();
    readProgress();
}

void AppraisalPane::showPlace()
{
    const auto now = std::ranges::find(m_list, m_record, &Report::record);
    const int at = now == m_list.end() ? -1 : static_cast<int>(now - m_list.begin());
    m_ui->studyList->mark(at);
    m_ui->studyLabel->setText(at < 0 ? QString() : now->label);
    m_ui->placeLabel->setText(!m_isListed ? QString()
                              : at < 0
                                  ? tr("No study is included yet: full texts that are included come here.")
                                  : tr("%1 of %2  \u00b7  next Ctrl+Down").arg(at + 1).arg(m_list.size()));
    m_ui->placeLabel->setWordWrap(true);
    reports()->showReports(m_record.value == 0 ? std::vector<RecordId>() : std::vector{m_record});
}

/// How far each is appraised by the tool that is chosen.
void AppraisalPane::readProgress()
{
    if (m_tool == nullptr || m_list.empty()) {
        return;
    }
    inBackground(
        QStringLiteral("progress"),
        [tool = m_tool->id](app::Workspace &workspace,
                            Task & /*task*/) -> Result<std::map<RecordId, QString>> {
            auto all = app::appraisalsOfRecords(workspace);
            if (!all) {
                return std::move(all).error();
            }
            std::map<RecordId, QString> told;
            for (const auto &[record, appraisals] : *all) {
                for (const app::RecordAppraisal &one : appraisals) {
                    if (one.tool->id == tool) {
                        told.insert_or_assign(record, progressOf(one));
                    }
                }
            }
            return told;
        },
        [this](const Result<std::map<RecordId, QString>> &told) {
            for (std::size_t at = 0; told && at < m_list.size(); ++at) {
                const auto one = told->find(m_list[at].record);
                m_ui->studyList->setTold(static_cast<int>(at),
                                         one == told->end() ? tr("Not appraised yet") : one->second);
            }
        });
}

void AppraisalPane::choose(int row)
{
    if (row >= 0 && row < static_cast<int>(m_list.size())) {
        showRecord(m_list[static_cast<std::size_t>(row)].record);
    }
}

void AppraisalPane::takeFocus()
{
    m_ui->studyList->setFocus();
}

void AppraisalPane::hideEvent(QHideEvent *event)
{
    save();
    StudyPane::hideEvent(event);
}

void AppraisalPane::putQuote(const TypedQuote &quote)
{
    auto *edit = m_current == nullptr ? nullptr : m_current->findChild<QuoteEdit *>();
    if (edit == nullptr || !edit->isVisible()) {
        say(tr("Go to the question or judgement that the words are for first."));
        return;
    }
    edit->pick(quote);
}

void AppraisalPane::showRecord(RecordId record)
{
    if (record == m_record) {
        showPlace();
        return;
    }
    if (!maySwitch()) {
        showPlace();
        return;
    }
    m_record = record;
    m_ui->resultBox->clear();
    m_ownDomains.clear();
    build();
    showPlace();
    if (std::ranges::find(m_list, record, &Report::record) == m_list.end()) {
        loadReports();
    }
    read();
}

void AppraisalPane::takeTools(std::vector<appraisal::ToolPtr> tools)
{
    const QString before = m_wantedTool.isEmpty() ? m_ui->toolBox->currentData().toString() : m_wantedTool;
    m_wantedTool.clear();
    m_tools = std::move(tools);
    m_ui->toolBox->clear();
    for (const appraisal::ToolPtr &tool : m_tools) {
        m_ui->toolBox->addItem(shown(tool->name), shown(tool->id));
    }
    m_ui->toolBox->setCurrentIndex(std::max(0, m_ui->toolBox->findData(before)));
    const auto &chosen = m_tools[static_cast<std::size_t>(m_ui->toolBox->currentIndex())];
    if (m_tool == nullptr || !(*m_tool == *chosen)) {
        chooseTool();
    }
}

void AppraisalPane::askForToolFile()
{
    askForFile(this, tr("Take a tool"), tr("Tools (*.json);;All files (*)"), [this](const QString &file) {
        takeTool(file);
    });
}

void AppraisalPane::takeTool(const QString &file)
{
    const auto tool = app::publishTool(review(), file.toStdString());
    if (!tool) {
        say(shown(tool.error().message));
        return;
    }
    m_wantedTool = shown((*tool)->id);
    tellDone({tr("Took the tool %1.").arg(shown((*tool)->name)),
              Change::Values,
              {QStringLiteral("appraise"), QStringLiteral("{}"), QStringLiteral("--tool-file"), file}});
    reload(Change::Values);
}

void AppraisalPane::chooseTool()
{
    save();
    m_tool = m_tools[static_cast<std::size_t>(m_ui->toolBox->currentIndex())];
    m_ownDomains.clear();
    const bool isOfResults = m_tool->unit == appraisal::Unit::Result;
    m_ui->resultLabel->setVisible(isOfResults);
    m_ui->resultBox->setVisible(isOfResults);
    build();
    load();
    readProgress();
}

std::string AppraisalPane::result() const
{
    return m_tool->unit == appraisal::Unit::Result ? m_ui->resultBox->currentText().simplified().toStdString()
                                                   : std::string();
}

void AppraisalPane::build()
{
    if (m_tool == nullptr) {
        return;
    }
    m_questions.clear();
    m_judgements.clear();
    if (QWidget *before = m_ui->area->takeWidget()) {
        before->hide();
        before->deleteLater(); // it may be what led here
    }
    m_pane = new QWidget(this);
    m_rows = new QVBoxLayout(m_pane);
    m_rows->setContentsMargins(0, 0, 12, 0);
    m_rows->setSpacing(4);
    m_ui->area->setWidget(m_pane); // while it is empty: its rows are laid out in an event of their own
    m_pane->show();
    if (!m_tool->description.empty()) {
        m_rows->addWidget(quietText(m_pane, shown(m_tool->description)));
    }
    for (const auto *domains : {&m_tool->domains, &m_tool->further}) {
        for (const appraisal::ToolDomain &domain : *domains) {
            addDomain(domain);
        }
    }
    for (const std::string &name : m_ownDomains) {
        m_rows->addWidget(headingText(m_pane, shown(name), 1.1));
        addJudgement(name);
    }
    const bool hasWhole = m_tool->isJudged() && m_tool->overall != appraisal::OverallRule::None;
    if (hasWhole || !m_tool->conclusion.empty()) {
        m_rows->addWidget(headingText(m_pane, tr("Overall"), 1.25));
    }
    if (!m_tool->conclusion.empty()) {
        addQuestion(kOverall, tr("What is to be done with the study?"), {}, m_tool->conclusion);
    }
    if (hasWhole) {
        addJudgement(kOverall);
    }
    if (m_tool->domains.empty() && m_tool->isJudged()) {
        QLineEdit *name = textLine(
            m_pane, "domainEdit", tr("Name of another domain, then Return"), tr("Name of another domain"));
        m_rows->addWidget(name);
        connect(name, &QLineEdit::returnPressed, this, [this, name] {
            const std::string domain = name->text().simplified().toStdString();
            if (!domain.empty() && std::ranges::find(m_ownDomains, domain) == m_ownDomains.end()) {
                save();
                m_ownDomains.push_back(domain);
                build();
                load();
            }
        });
    }
    m_rows->addStretch(1);
    m_pane->setEnabled(m_record.value != 0);
    if (review().isReadOnly()) {
        keepFromWriting(*m_pane);
    }
    chainTabs(m_ui->resultBox, m_pane, reports());
    watchLines();
}

void AppraisalPane::watchLines()
{
    for (auto *edit : m_pane->findChildren<QLineEdit *>()) {
        shareUndo(edit);
    }
}

void AppraisalPane::addDomain(const appraisal::ToolDomain &domain)
{
    QLabel *heading = headingText(m_pane, tr("%1. %2").arg(shown(domain.code), shown(domain.name)), 1.1);
    heading->setContentsMargins(0, 8, 0, 4);
    m_rows->addWidget(heading);
    for (const appraisal::Question &question : domain.questions) {
        addQuestion(question.id,
                    tr("%1 %2").arg(shown(question.id), shown(question.text)),
                    shown(question.help),
                    question.answers);
    }
    if (m_tool->isJudged()) {
        addJudgement(domain.code);
    }
}

void AppraisalPane::addQuestion(const std::string &id,
                                const QString &text,
                                const QString &help,
                                const std::string &answers)
{
    const appraisal::AnswerSet *set = appraisal::answerSetOf(*m_tool, answers);
    if (set == nullptr) {
        return;
    }
    auto *row = new QuestionRow(id, text, help, set->choices, m_pane);
    connect(row, &QuestionRow::chosen, m_saveTimer, qOverload<>(&QTimer::start));
    connect(row, &QuestionRow::finished, this, &AppraisalPane::save);
    connect(row, &QuestionRow::placeWanted, this, &AppraisalPane::openPlace);
    m_rows->addWidget(row);
    m_questions.push_back(row);
}

void AppraisalPane::addJudgement(const std::string &domain)
{
    auto *row = new JudgementRow(m_tool, domain, m_pane);
    connect(row, &JudgementRow::saveWanted, this, &AppraisalPane::save);
    connect(row, &JudgementRow::placeWanted, this, &AppraisalPane::openPlace);
    m_rows->addWidget(row);
    m_judgements.push_back(row);
}

void AppraisalPane::load()
{
    save();
    read();
}

/// What is being typed stays.
void AppraisalPane::read()
{
    if (m_record.value == 0) {
        return;
    }
    inBackground(
        QStringLiteral("appraisals"),
        [record = m_record](app::Workspace &workspace, Task & /*task*/) {
            const auto standings = app::Standings::of(workspace);
            const bool maySettle = standings && standings->checkMayAgree(Stage::FullText, {&record, 1}) &&
                                   !workspace.isReadOnly();
            return std::pair(app::appraisalsOfRecord(workspace, record), maySettle);
        },
        [this](const std::pair<Result<std::vector<app::RecordAppraisal>>, bool> &told) {
            const auto &[all, maySettle] = told;
            m_maySettle = maySettle;
            if (all && m_tool != nullptr) {
                showAppraisals(*all);
            } else if (!all) {
                say(shown(all.error().message));
            }
        });
}

void AppraisalPane::showAppraisals(const std::vector<app::RecordAppraisal> &all)
{
    holdWidth(m_ui->area);
    const QString typed = m_ui->resultBox->currentText();
    QStringList results;
    for (const app::RecordAppraisal &one : all) {
        if (one.tool->id == m_tool->id && !one.result.empty()) {
            results << shown(one.result);
        }
    }
    for (const QString &result : results) {
        if (m_ui->resultBox->findText(result) < 0) {
            m_ui->resultBox->addItem(result);
        }
    }
    m_ui->resultBox->setEditText(typed.isEmpty() && !results.isEmpty() ? results.front() : typed);
    const auto found = std::ranges::find_if(all, [this, now = result()](const app::RecordAppraisal &one) {
        return one.tool->id == m_tool->id && one.result == now;
    });
    const app::RecordAppraisal appraisal = found == all.end() ? unsaid(m_tool, result()) : *found;
    if (m_tool->domains.empty()) {
        const std::size_t before = m_ownDomains.size();
        for (const app::HeldJudgement &held : appraisal.judgements) {
            if (held.said.domain != kOverall &&
                std::ranges::find(m_ownDomains, held.said.domain) == m_ownDomains.end()) {
                m_ownDomains.push_back(held.said.domain);
            }
        }
        if (m_ownDomains.size() != before) {
            build();
        }
    }
    for (QuestionRow *row : m_questions) {
        row->show(heldOf(appraisal.answers, row->id(), &app::QuestionAnswer::question),
                  remarkOn(appraisal, row->id()));
        const bool isAsked =
            row->id() == kOverall || std::ranges::find(appraisal.asked, row->id()) != appraisal.asked.end();
        row->setVisible(isAsked);
    }
    for (JudgementRow *row : m_judgements) {
        row->show(heldOf(appraisal.judgements, row->domain(), &app::DomainJudgement::domain),
                  remarkOn(appraisal, row->domain()));
    }
    tellProgress(appraisal);
}

QString AppraisalPane::remarkOn(const app::RecordAppraisal &appraisal, const std::string &item) const
{
    for (const app::Difference &difference : appraisal.differences) {
        if (difference.item != item) {
            continue;
        }
        QStringList said;
        for (const auto &[reviewer, label] : difference.said) {
            said << tr("%1: %2").arg(shown(reviewer), shown(label));
        }
        return (difference.isSettled ? tr("Reviewers differed, and agreed since. %1")
                                     : tr("Reviewers differ. %1"))
            .arg(said.join(QStringLiteral("; ")));
    }
    return {};
}

void AppraisalPane::tellProgress(const app::RecordAppraisal &appraisal)
{
    QString text;
    if (!appraisal.asked.empty()) {
        text =
            appraisal.open.empty()
                ? tr("All questions that are asked are answered.")
                : tr("%1 of %2 questions are open.").arg(appraisal.open.size()).arg(appraisal.asked.size());
    }
    if (appraisal.tally.answered > 0) {
        text +=
            QLatin1Char(' ') + tr("Answers: %1.").arg(shown(appraisal::tallyText(*m_tool, appraisal.tally)));
    }
    m_ui->progressLabel->setText(text.trimmed());
    const auto differences = std::ranges::count(appraisal.differences, false, &app::Difference::isSettled);
    m_ui->consensusButton->setVisible(differences > 0 && m_maySettle);
    m_ui->consensusButton->setText(
        tr("Settle %Ln difference(s) as shown  Ctrl+Shift+Return", nullptr, static_cast<int>(differences)));
}

/// Saves what was said before something else is shown.
bool AppraisalPane::maySwitch()
{
    const QString problem = save();
    QStringList said;
    QStringList names;
    const auto look = [&](const auto *row, const std::string &name) {
        if (const QString unsaved = row->unsaved(); !unsaved.isEmpty()) {
            said << unsaved;
            names << shown(name);
        }
    };
    for (const QuestionRow *row : m_questions) {
        look(row, row->id());
    }
    for (const JudgementRow *row : m_judgements) {
        look(row, row->domain());
    }
    return mayLeave(said,
                    problem.isEmpty() ? tr("Not saved: %1.").arg(names.join(QStringLiteral(", "))) : problem);
}

/// What was answered since is one act, what was judged another. Says what prevents it.
QString AppraisalPane::save()
{
    m_saveTimer->stop();
    if (m_tool == nullptr || m_record.value == 0 || review().isReadOnly()) {
        return {};
    }
    std::vector<app::QuestionAnswer> answers;
    std::vector<QuestionRow *> answered;
    for (QuestionRow *row : m_questions) {
        if (auto said = row->change()) {
            answers.push_back(*std::move(said));
            answered.push_back(row);
        }
    }
    app::RecordJudgements said{m_record, {}, std::move(answers), result()};
    std::vector<JudgementRow *> judged;
    for (JudgementRow *row : m_judgements) {
        if (auto judgement = row->change()) {
            said.judgements.push_back(*std::move(judgement));
            judged.push_back(row);
        }
    }
    if (said.answers.empty() && said.judgements.empty()) {
        return {};
    }
    if (auto saved = app::appraiseAll(review(), *m_tool, {said}); !saved) {
        QString problem = shown(saved.error().message);
        say(problem);
        return problem;
    }
    std::ranges::for_each(answered, &QuestionRow::settle);
    std::ranges::for_each(judged, &JudgementRow::settle);
    const QString what =
        shown(said.judgements.empty() ? said.answers.front().question : said.judgements.front().domain);
    tellDone({tr("%1 saved.").arg(what), Change::Values, command(said)});
    read();
    readProgress();
    return {};
}

QStringList AppraisalPane::command(const app::RecordJudgements &said) const
{
    QStringList arguments{QStringLiteral("appraise"),
                          QStringLiteral("{}"),
                          QStringLiteral("#%1").arg(said.record.value),
                          QStringLiteral("--tool"),
                          shown(m_tool->id)};
    const auto add = [&arguments](const char *option, const std::string &item, const std::string &text) {
        if (!text.empty()) {
            arguments << QString::fromLatin1(option) << shown(item + '=' + text);
        }
    };
    const auto addReasons = [&add](const std::string &item, const auto &one) {
        add("--support", item, one.support);
        add("--quote", item, one.quote);
        add("--page", item, one.page);
        add("--place", item, one.place);
    };
    for (const app::DomainJudgement &one : said.judgements) {
        arguments << shown(one.domain + '=') + shown(appraisal::toString(one.judgement));
    }
    for (const app::QuestionAnswer &one : said.answers) {
        add("--answer", one.question, one.answer);
        addReasons(one.question, one);
    }
    for (const app::DomainJudgement &one : said.judgements) {
        addReasons(one.domain, one);
    }
    if (!said.result.empty()) {
        arguments << QStringLiteral("--result") << shown(said.result);
    }
    if (said.isConsensus) {
        arguments << QStringLiteral("--consensus");
    }
    return arguments;
}

void AppraisalPane::settle()
{
    if (const QString problem = save(); !problem.isEmpty() || m_tool == nullptr) {
        return;
    }
    const auto all = app::appraisalsOfRecord(review(), m_record);
    if (!all) {
        say(shown(all.error().message));
        return;
    }
    const auto found = std::ranges::find_if(*all, [this, now = result()](const app::RecordAppraisal &one) {
        return one.tool->id == m_tool->id && one.result == now;
    });
    app::RecordJudgements said{m_record, {}, {}, result(), true};
    if (found != all->end()) {
        addDifferences(*found, said);
    }
    if (said.answers.empty() && said.judgements.empty()) {
        say(tr("Reviewers do not differ here, as far as you may see."));
        return;
    }
    if (auto settled = app::appraiseAll(review(), *m_tool, {said}); !settled) {
        say(shown(settled.error().message));
        return;
    }
    tellDone({tr("%Ln difference(s) settled.",
                 nullptr,
                 static_cast<int>(said.answers.size() + said.judgements.size())),
              Change::Values,
              command(said)});
    read();
    readProgress();
}

} // namespace winnow::gui
