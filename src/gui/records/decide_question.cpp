#include "gui/records/decide_question.h"

#include "gui/frame/session.h"
#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "ui_decide_question.h"

#include <QPointer>

#include <algorithm>

namespace winnow::gui {

DecideQuestion::DecideQuestion(Session &session, std::vector<RecordId> records, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DecideQuestion>())
    , m_session(session)
    , m_records(std::move(records))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("decideQuestion"));
    for (const Stage stage : kStages) {
        if (session.settings(stage).isUsed) {
            m_ui->stageBox->addItem(stageName(stage), static_cast<int>(stage));
        }
    }
    for (const Verdict verdict : {Verdict::Exclude, Verdict::Include, Verdict::Maybe}) {
        m_ui->verdictBox->addItem(verdictName(verdict), static_cast<int>(verdict));
    }
    connect(m_ui->stageBox, &QComboBox::currentIndexChanged, this, [this] {
        showReasons();
        preview();
    });
    connect(m_ui->verdictBox, &QComboBox::currentIndexChanged, this, &DecideQuestion::preview);
    connect(m_ui->changeBox, &QCheckBox::toggled, this, &DecideQuestion::showChoice);
    connect(m_ui->decideButton, &QPushButton::clicked, this, &DecideQuestion::answer);
    showReasons();
    preview();
}

DecideQuestion::~DecideQuestion() = default;

Stage DecideQuestion::stage() const
{
    return static_cast<Stage>(m_ui->stageBox->currentData().toInt());
}

Verdict DecideQuestion::verdict() const
{
    return static_cast<Verdict>(m_ui->verdictBox->currentData().toInt());
}

void DecideQuestion::showReasons()
{
    const StageSettings &settings = m_session.settings(stage());
    m_ui->reasonBox->clear();
    if (!settings.needsReason) {
        m_ui->reasonBox->addItem(QString());
    }
    for (const std::string &reason : settings.reasons) {
        m_ui->reasonBox->addItem(shown(reason));
    }
    m_ui->reasonBox->setEditable(settings.reasons.empty());
}

void DecideQuestion::preview()
{
    m_ui->decideButton->setEnabled(false);
    m_ui->previewLabel->setText(
        tr("Looking at %Ln record(s) ...", nullptr, static_cast<int>(m_records.size())));
    const QPointer<DecideQuestion> dialog(this);
    m_session.reader().start(QStringLiteral("decideQuestion"),
                             [dialog, records = m_records, stage = stage(), verdict = verdict()](
                                 app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
                                 auto preview = app::previewChosen(workspace, records, stage, verdict);
                                 return [dialog, stage, verdict, preview = std::move(preview)] {
                                     if (dialog && dialog->stage() == stage && dialog->verdict() == verdict) {
                                         dialog->showPreview(preview);
                                     }
                                 };
                             });
}

void DecideQuestion::showPreview(const Result<app::ChosenPreview> &preview)
{
    if (!preview) {
        m_ui->previewLabel->setText(shown(preview.error().message));
        return;
    }
    m_preview = *preview;
    QStringList told{tr("%Ln of the chosen record(s) you have not decided yet.",
                        nullptr,
                        static_cast<int>(m_preview.open.size()))};
    if (m_preview.same > 0) {
        told << tr("%Ln you have decided so already.", nullptr, static_cast<int>(m_preview.same));
    }
    if (m_preview.others > 0) {
        told << tr(
            "%Ln are not yours to decide at this stage now.", nullptr, static_cast<int>(m_preview.others));
    }
    m_ui->previewLabel->setText(told.join(QLatin1Char('\n')));
    const int differently = static_cast<int>(m_preview.differently.size());
    m_ui->changeBox->setText(tr("Change the %Ln that you decided differently", nullptr, differently));
    m_ui->changeBox->setEnabled(differently > 0);
    m_ui->changeBox->setChecked(m_ui->changeBox->isChecked() && differently > 0);
    showChoice();
}

void DecideQuestion::showChoice()
{
    const bool excludes = verdict() == Verdict::Exclude;
    m_ui->reasonBox->setEnabled(excludes);
    m_ui->reasonLabel->setEnabled(excludes);
    const std::size_t count =
        m_preview.open.size() + (m_ui->changeBox->isChecked() ? m_preview.differently.size() : 0);
    m_ui->decideButton->setText(
        tr("%1 %Ln record(s)", nullptr, static_cast<int>(count)).arg(verdictName(verdict())));
    m_ui->decideButton->setEnabled(count > 0);
}

void DecideQuestion::answer()
{
    std::vector<RecordId> records = m_preview.open;
    if (m_ui->changeBox->isChecked()) {
        records.insert(records.end(), m_preview.differently.begin(), m_preview.differently.end());
        std::ranges::sort(records);
    }
    const bool excludes = verdict() == Verdict::Exclude;
    Q_EMIT answered({{},
                     stage(),
                     verdict(),
                     excludes ? m_ui->reasonBox->currentText().simplified().toStdString() : std::string(),
                     m_ui->remarkEdit->text().trimmed().toStdString()},
                    records);
    accept();
}

} // namespace winnow::gui
