#pragma once

#include "gui/review_dialog.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/appraisals.h"
#endif

#include <memory>
#include <vector>

class QTimer;
class QVBoxLayout;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class AppraisalDialog;
}

namespace winnow::gui {

class JudgementRow;
class QuestionRow;

/// The questions of a tool on one record's report, with the judgements that follow from the answers.
class AppraisalDialog : public ReviewDialog
{
    Q_OBJECT

public:
    AppraisalDialog(app::Workspace &workspace, Worker &worker, RecordId record, QWidget *parent = nullptr);
    ~AppraisalDialog() override;

    void reload() override;
    void showRecord(RecordId record);

    /// Saves what was said; stays open once where that cannot be.
    void done(int result) override;

private:
    void takeTools(std::vector<appraisal::ToolPtr> tools);
    void takeToolFile();
    void chooseTool();
    void build();
    void addDomain(const appraisal::ToolDomain &domain);
    void
    addQuestion(const std::string &id, const QString &text, const QString &help, const std::string &answers);
    void addJudgement(const std::string &domain);
    void watchLines();
    void load();
    void read();
    void show(const std::vector<app::RecordAppraisal> &all);
    void tellProgress(const app::RecordAppraisal &appraisal);
    QString save();
    [[nodiscard]] bool maySwitch();
    [[nodiscard]] QString remarkOn(const app::RecordAppraisal &appraisal, const std::string &item) const;
    [[nodiscard]] std::string result() const;

    std::unique_ptr<Ui::AppraisalDialog> m_ui;
    RecordId m_record;
    std::vector<appraisal::ToolPtr> m_tools;
    appraisal::ToolPtr m_tool;             ///< nullptr until the tools are read
    QString m_wantedTool;                  ///< id of the one to be shown next
    std::vector<std::string> m_ownDomains; ///< of a tool that has none
    std::vector<QuestionRow *> m_questions;
    std::vector<JudgementRow *> m_judgements;
    QWidget *m_pane = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QTimer *m_saveTimer;
};

} // namespace winnow::gui
