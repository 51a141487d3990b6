#pragma once

#include "gui/frame/step.h"

#include <string>
#include <vector>

class QComboBox;
class QPushButton;

namespace winnow::gui {

class ReadingPane;

/// The reports of a study to read beside the form, from which quotes are picked.
class ReportView : public Step
{
    Q_OBJECT

public:
    explicit ReportView(Session &session, QWidget *parent = nullptr);
    ~ReportView() override;

    void reload(Changes changes) override;

    /// Shows the first report of these, or evidence from outside by its key where there is none.
    void showReports(std::vector<RecordId> reports, const std::string &evidence = {});

    [[nodiscard]] RecordId report() const;

    /// What is selected in the text, in one line.
    [[nodiscard]] QString selected() const;

Q_SIGNALS:
    void quoteWanted();

private:
    void read();
    void readEvidence();
    void readReport(RecordId report);
    void listReports();

    std::vector<RecordId> m_reports;
    std::string m_evidence;
    RecordId m_read; ///< which the pane shows
    QComboBox *m_box;
    ReadingPane *m_text;
    QPushButton *m_quote;
};

} // namespace winnow::gui
