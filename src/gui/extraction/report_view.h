#pragma once

#include "gui/extraction/quote_edit.h"
#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/attachments.h"
#include "model/quote_place.h"
#endif

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QAction;
class QComboBox;
class QPushButton;

namespace winnow::gui {

class PdfOrRecord;

/// The reports of a study to read beside the form, their PDFs or what their records say, from which quotes
/// are picked.
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

    /// Of the PDF.
    [[nodiscard]] std::array<QAction *, 2> choosingActions() const;

    /// Tells what is selected by quoted(); false where nothing is.
    [[nodiscard]] bool quote();

    /// Shows a quote in the PDF that it was picked from, or tells that no report of the study has that.
    void openAt(const QuotePlace &place);

    /// The same once a report is shown that has the file; until then nothing is told.
    void openOnceThere(const QuotePlace &place);

Q_SIGNALS:
    void quoteWanted();
    void quoted(const winnow::gui::TypedQuote &quote);
    void told(const QString &text);

private:
    void read();
    void readEvidence();
    void readReport(RecordId report);
    void listReports();
    void readFiles();
    void showFiles();
    void showPlace();
    void fitQuote();
    [[nodiscard]] QString selectedText() const;

    std::vector<RecordId> m_reports;
    std::string m_evidence;
    RecordId m_read;                                                           ///< which the pane shows
    std::optional<std::map<RecordId, std::vector<app::AttachedFile>>> m_files; ///< once they are read
    std::optional<QuotePlace> m_wanted;                                        ///< to be shown once they are
    bool m_waits = false; ///< for reports that have its file
    QComboBox *m_box;
    PdfOrRecord *m_shown;
    QPushButton *m_quote;
};

} // namespace winnow::gui
