#pragma once

#include "gui/extraction/study_pane.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/appraisals.h"
#endif

#include <QPointer>

#include <memory>
#include <vector>

class QTimer;
class QVBoxLayout;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class AppraisalPane;
}

namespace winnow::gui {

class JudgementRow;
class QuestionRow;

/// The questions of a tool on one record's report, with the judgements that follow from the answers.
class AppraisalPane : public StudyPane
{
    Q_OBJECT

public:
    explicit AppraisalPane(Session &session, QWidget *parent = nullptr);
    ~AppraisalPane() override;

    void reload(Changes changes) override;
    void takeFocus() override;

    /// Saves what was said.
    [[nodiscard]] bool mayClose() override { return maySwitch(); }

    /// Whose report is appraised; 0: none.
    [[nodiscard]] RecordId record() const { return m_record; }

    void showRecord(RecordId record) override;

    /// Makes what is shown, where reviewers differ, hold for all of them.
    void settle();

protected:
    void hideEvent(QHideEvent *event) override;
    void putQuote(const TypedQuote &quote) override;

private:
    struct Report
    {
        RecordId record;
        QString label;
    };

    void setUpActions();
    void loadReports();
    void listReports(std::vector<Report> reports);
    void readProgress();
    void choose(int row);
    void showPlace();
    [[nodiscard]] QStringList command(const app::RecordJudgements &said) const;
    void takeTools(std::vector<appraisal::ToolPtr> tools);
    void askForToolFile();
    void takeTool(const QString &file);
    void chooseTool();
    void build();
    void addDomain(const appraisal::ToolDomain &domain);
    void
    addQuestion(const std::string &id, const QString &text, const QString &help, const std::string &answers);
    void addJudgement(const std::string &domain);
    void watchLines();
    void load();
    void read();
    void showAppraisals(const std::vector<app::RecordAppraisal> &all);
    void tellProgress(const app::RecordAppraisal &appraisal);
    QString save();
    [[nodiscard]] bool maySwitch();
    [[nodiscard]] QString remarkOn(const app::RecordAppraisal &appraisal, const std::string &item) const;
    [[nodiscard]] std::string result() const;

    std::unique_ptr<Ui::AppraisalPane> m_ui;
    RecordId m_record;
    std::vector<Report> m_list; ///< of the included studies, and the one that was asked for
    bool m_isListed = false;    ///< once the studies are read
    bool m_maySettle = false;
    QPointer<QWidget> m_current; ///< the row that had the focus last
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
