#include "gui/screening/stage_page.h"

#include "app/ranking_models.h"
#include "app/stages.h"
#include "gui/screening/stage_words.h"
#include "gui/wrap_layout.h"
#include "ui_stage_page.h"

#include <cmath>

namespace winnow::gui {

namespace {

constexpr double kPercent = 100;

int percentOf(double share)
{
    return static_cast<int>(std::lround(share * kPercent));
}

/// A share that the box only rounds stays what it is.
double shareOf(int percent, double before)
{
    return percentOf(before) == percent ? before : percent / kPercent;
}

} // namespace

StagePage::StagePage(app::Workspace &workspace, Stage stage, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StagePage>())
    , m_workspace(workspace)
    , m_shown(static_cast<std::size_t>(stage))
{
    m_ui->setupUi(this);
    wrap({m_ui->pageLayout});
    for (const Stage each : kStages) {
        m_ui->stageBox->addItem(stageName(each));
    }
    m_ui->stageBox->setCurrentIndex(static_cast<int>(m_shown));
    m_ui->ruleBox->addItem(tr("all say the same"), static_cast<int>(AgreementRule::Unanimous));
    m_ui->ruleBox->addItem(tr("more than half say the same"), static_cast<int>(AgreementRule::Majority));
    m_ui->ruleBox->addItem(tr("anyone would include it"), static_cast<int>(AgreementRule::AnyInclude));
    connect(m_ui->stageBox, &QComboBox::currentIndexChanged, this, [this](int index) {
        take();
        m_shown = static_cast<std::size_t>(index);
        show(m_edited.at(m_shown));
    });
    for (QCheckBox *box : {m_ui->usedBox, m_ui->blindBox, m_ui->hidesVotesBox, m_ui->needsReasonBox}) {
        connect(box, &QCheckBox::toggled, this, &StagePage::take);
    }
    for (QSpinBox *box : {m_ui->reviewersBox, m_ui->shareBox, m_ui->randomBox}) {
        connect(box, &QSpinBox::valueChanged, this, &StagePage::take);
    }
    connect(m_ui->ruleBox, &QComboBox::currentIndexChanged, this, &StagePage::take);
    for (const std::string &model : app::modelNames()) {
        m_ui->modelBox->addItem(QString::fromStdString(model));
    }
    connect(m_ui->modelBox, &QComboBox::currentTextChanged, this, &StagePage::take);
    for (EditableList *list :
         {m_ui->criteriaList, m_ui->reasonsList, m_ui->reviewersList, m_ui->adjudicatorsList}) {
        connect(list, &EditableList::edited, this, &StagePage::take);
    }
    connect(m_ui->saveButton, &QPushButton::clicked, this, &StagePage::save);
    reload();
}

StagePage::~StagePage() = default;

void StagePage::reload()
{
    auto stored = app::stageSettings(m_workspace);
    if (!stored) {
        Q_EMIT told(QString::fromStdString(stored.error().message));
        return;
    }
    std::vector<StageSettings> edited = *stored;
    for (std::size_t i = 0; i < m_edited.size(); ++i) {
        if (m_edited[i] != m_stored[i]) {
            edited[i] = m_edited[i];
        }
    }
    m_stored = *std::move(stored);
    m_edited = std::move(edited);
    show(m_edited.at(m_shown));
}

bool StagePage::hasChanges() const
{
    return m_edited != m_stored;
}

void StagePage::show(const StageSettings &settings)
{
    m_isShowing = true;
    m_ui->usedBox->setVisible(settings.stage == Stage::Title);
    m_ui->usedBox->setChecked(settings.isUsed);
    m_ui->reviewersBox->setValue(settings.reviewersPerRecord);
    m_ui->shareBox->setValue(percentOf(settings.secondReviewerShare));
    m_ui->ruleBox->setCurrentIndex(m_ui->ruleBox->findData(static_cast<int>(settings.rule)));
    m_ui->randomBox->setValue(percentOf(settings.randomShare));
    m_ui->modelBox->setCurrentText(settings.rankingModel.empty()
                                       ? m_ui->modelBox->itemText(0)
                                       : QString::fromStdString(settings.rankingModel));
    m_ui->blindBox->setChecked(settings.isBlind);
    m_ui->hidesVotesBox->setChecked(settings.hidesVotes);
    m_ui->needsReasonBox->setChecked(settings.needsReason);
    m_ui->criteriaList->setTexts(settings.criteria);
    m_ui->reasonsList->setTexts(settings.reasons);
    m_ui->reviewersList->setTexts(settings.reviewers);
    m_ui->adjudicatorsList->setTexts(settings.adjudicators);
    m_isShowing = false;
    showChoice();
}

/// What the widgets say becomes what is to be saved.
void StagePage::take()
{
    if (m_isShowing || m_edited.empty()) {
        return;
    }
    StageSettings &settings = m_edited.at(m_shown);
    settings.isUsed = m_ui->usedBox->isChecked();
    settings.reviewersPerRecord = m_ui->reviewersBox->value();
    settings.secondReviewerShare = shareOf(m_ui->shareBox->value(), settings.secondReviewerShare);
    settings.rule = static_cast<AgreementRule>(m_ui->ruleBox->currentData().toInt());
    settings.randomShare = shareOf(m_ui->randomBox->value(), settings.randomShare);
    const QString model = m_ui->modelBox->currentText().trimmed();
    settings.rankingModel = model == m_ui->modelBox->itemText(0) ? std::string() : model.toStdString();
    settings.isBlind = m_ui->blindBox->isChecked();
    settings.hidesVotes = m_ui->hidesVotesBox->isChecked();
    settings.needsReason = m_ui->needsReasonBox->isChecked();
    settings.criteria = m_ui->criteriaList->texts();
    settings.reasons = m_ui->reasonsList->texts();
    settings.reviewers = m_ui->reviewersList->texts();
    settings.adjudicators = m_ui->adjudicatorsList->texts();
    showChoice();
}

void StagePage::showChoice()
{
    const bool isUsed = m_ui->usedBox->isChecked();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->reviewersBox,
                                                            m_ui->ruleBox,
                                                            m_ui->randomBox,
                                                            m_ui->modelBox,
                                                            m_ui->blindBox,
                                                            m_ui->needsReasonBox,
                                                            m_ui->criteriaList,
                                                            m_ui->reasonsList,
                                                            m_ui->reviewersList,
                                                            m_ui->adjudicatorsList}) {
        widget->setEnabled(isUsed);
    }
    m_ui->shareBox->setEnabled(isUsed && m_ui->reviewersBox->value() == 1);
    m_ui->shareLabel->setEnabled(m_ui->shareBox->isEnabled());
    m_ui->hidesVotesBox->setEnabled(isUsed && m_ui->blindBox->isChecked());
    m_ui->saveButton->setEnabled(hasChanges());
}

void StagePage::save()
{
    for (std::size_t i = 0; i < m_edited.size(); ++i) {
        if (m_edited[i] == m_stored[i]) {
            continue;
        }
        if (auto done = app::setStage(m_workspace, m_edited[i]); !done) {
            m_ui->stageBox->setCurrentIndex(static_cast<int>(i));
            Q_EMIT told(QString::fromStdString(done.error().message));
            return;
        }
        m_stored[i] = m_edited[i];
    }
    showChoice();
    Q_EMIT done(tr("Settings saved."), {});
}

} // namespace winnow::gui
