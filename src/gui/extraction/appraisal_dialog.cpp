#include "gui/extraction/appraisal_dialog.h"

#include "app/appraisal_tools.h"
#include "app/studies.h"
#include "gui/extraction/judgement_row.h"
#include "gui/extraction/question_row.h"
#include "gui/file_dialog.h"
#include "gui/row_parts.h"
#include "ui_appraisal_dialog.h"

#include <QApplication>
#include <QLineEdit>
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

} // namespace

AppraisalDialog::AppraisalDialog(app::Workspace &workspace, Worker &worker, RecordId record, QWidget *parent)
    : ReviewDialog(workspace, worker, parent)
    , m_ui(std::make_unique<Ui::AppraisalDialog>())
    , m_record(record)
    , m_saveTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(kAnswerPauseMs);
    connect(m_saveTimer, &QTimer::timeout, this, &AppraisalDialog::save);
    connect(m_ui->toolBox, &QComboBox::activated, this, [this] {
        if (maySwitch()) {
            chooseTool();
        } else {
            m_ui->toolBox->setCurrentIndex(m_ui->toolBox->findData(shown(m_tool->id)));
        }
    });
    connect(m_ui->toolFileButton, &QPushButton::clicked, this, &AppraisalDialog::takeToolFile);
    m_ui->toolFileButton->setEnabled(!review().isReadOnly());
    connect(m_ui->resultBox, &QComboBox::activated, this, [this] {
        build();
        load();
    });
    connect(m_ui->resultBox->lineEdit(), &QLineEdit::editingFinished, this, &AppraisalDialog::load);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
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
    AppraisalDialog::reload();
}

AppraisalDialog::~AppraisalDialog()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void AppraisalDialog::reload()
{
    inBackground(
        QStringLiteral("tools"),
        [record = m_record](app::Workspace &workspace, Task & /*task*/) {
            return std::pair(app::toolsOf(workspace), app::studyOfReport(workspace, record));
        },
        [this](const std::pair<Result<std::vector<appraisal::ToolPtr>>, Result<app::Study>> &told) {
            const auto &[tools, study] = told;
            m_ui->studyLabel->setText(study ? shown(study->label) : shown(study.error().message));
            if (tools) {
                takeTools(*tools);
            } else {
                tell(shown(tools.error().message));
            }
        });
    read();
}

void AppraisalDialog::showRecord(RecordId record)
{
    if (!maySwitch()) {
        return;
    }
    m_record = record;
    m_ui->resultBox->clear();
    m_ownDomains.clear();
    build();
    reload();
}

void AppraisalDialog::takeTools(std::vector<appraisal::ToolPtr> tools)
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

void AppraisalDialog::takeToolFile()
{
    const QString file = askForFile(this, tr("Take a tool"), tr("Tools (*.json);;All files (*)"));
    if (file.isEmpty()) {
        return;
    }
    const auto tool = app::publishTool(review(), file.toStdString());
    if (!tool) {
        tell(shown(tool.error().message));
        return;
    }
    tellDone(tr("Took the tool %1.   (Ctrl+Z undoes)").arg(shown((*tool)->name)));
    m_wantedTool = shown((*tool)->id);
    reload();
}

void AppraisalDialog::chooseTool()
{
    save();
    m_tool = m_tools[static_cast<std::size_t>(m_ui->toolBox->currentIndex())];
    m_ownDomains.clear();
    const bool isOfResults = m_tool->unit == appraisal::Unit::Result;
    m_ui->resultLabel->setVisible(isOfResults);
    m_ui->resultBox->setVisible(isOfResults);
    build();
    load();
}

std::string AppraisalDialog::result() const
{
    return m_tool->unit == appraisal::Unit::Result ? m_ui->resultBox->currentText().simplified().toStdString()
                                                   : std::string();
}

void AppraisalDialog::build()
{
    if (m_tool == nullptr) {
        return;
    }
    m_questions.clear();
    m_judgements.clear();
    m_pane = new QWidget(this);
    m_rows = new QVBoxLayout(m_pane);
    m_rows->setContentsMargins(0, 0, 12, 0);
    m_rows->setSpacing(4);
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
    m_pane->setEnabled(!review().isReadOnly());
    if (QWidget *before = m_ui->area->takeWidget()) {
        before->hide();
        before->deleteLater(); // it may be what led here
    }
    m_ui->area->setWidget(m_pane);
    m_pane->show();
    chainTabs(m_ui->resultBox, m_pane, m_ui->closeButton);
    watchLines();
}

void AppraisalDialog::watchLines()
{
    for (auto *edit : m_pane->findChildren<QLineEdit *>()) {
        shareUndo(edit);
    }
}

void AppraisalDialog::addDomain(const appraisal::ToolDomain &domain)
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

void AppraisalDialog::addQuestion(const std::string &id,
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
    connect(row, &QuestionRow::finished, this, &AppraisalDialog::save);
    m_rows->addWidget(row);
    m_questions.push_back(row);
}

void AppraisalDialog::addJudgement(const std::string &domain)
{
    auto *row = new JudgementRow(m_tool, domain, m_pane);
    connect(row, &JudgementRow::saveWanted, this, &AppraisalDialog::save);
    m_rows->addWidget(row);
    m_judgements.push_back(row);
}

void AppraisalDialog::load()
{
    save();
    read();
}

/// What is being typed stays.
void AppraisalDialog::read()
{
    inBackground(
        QStringLiteral("appraisals"),
        [record = m_record](app::Workspace &workspace, Task & /*task*/) {
            return app::appraisalsOfRecord(workspace, record);
        },
        [this](const Result<std::vector<app::RecordAppraisal>> &all) {
            if (all && m_tool != nullptr) {
                show(*all);
            } else if (!all) {
                tell(shown(all.error().message));
            }
        });
}

void AppraisalDialog::show(const std::vector<app::RecordAppraisal> &all)
{
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

QString AppraisalDialog::remarkOn(const app::RecordAppraisal &appraisal, const std::string &item) const
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

void AppraisalDialog::tellProgress(const app::RecordAppraisal &appraisal)
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
}

/// Saves what was said before something else is shown.
bool AppraisalDialog::maySwitch()
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
QString AppraisalDialog::save()
{
    m_saveTimer->stop();
    if (m_tool == nullptr || review().isReadOnly()) {
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
        tell(problem);
        return problem;
    }
    std::ranges::for_each(answered, &QuestionRow::settle);
    std::ranges::for_each(judged, &JudgementRow::settle);
    const QString what =
        shown(said.judgements.empty() ? said.answers.front().question : said.judgements.front().domain);
    tellDone(tr("%1 saved.   (Ctrl+Z undoes)").arg(what));
    read();
    return {};
}

void AppraisalDialog::done(int result)
{
    if (maySwitch()) {
        QDialog::done(result);
    }
}

} // namespace winnow::gui
