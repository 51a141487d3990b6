#pragma once

#include "gui/extraction/quote_edit.h"
#include "gui/frame/step.h"

#include <functional>

class QSplitter;

namespace winnow::gui {

class ReportView;
class StudyList;

/// Studies that are worked on one by one, with their reports beside to quote from.
class StudyPane : public Step
{
    Q_OBJECT

public:
    explicit StudyPane(Session &session, QWidget *parent = nullptr);

    void goTo(const Place &place) override;
    void search(const QString &query, bool isTyped) override;

    /// Goes to the study of a record.
    virtual void showRecord(RecordId record) = 0;

protected:
    struct Act
    {
        const char *name;
        QString text;
    };

    struct Acts
    {
        Act next;
        Act previous;
        Act quote;
        Act take;
        std::function<void()> takeOne; ///< what is filled in about a study, from somewhere else
    };

    /// To be called once the form is there.
    void setUpStudies(StudyList *list, QSplitter *splitter, const Acts &acts);

    /// Puts a quote where the focus is, or was last.
    virtual void putQuote(const TypedQuote &quote) = 0;

    /// Shows the place of a quote in the PDF, see model/quote_place.h.
    void openPlace(const QString &place);

    [[nodiscard]] ReportView *reports() const { return m_reports; }

private:
    void quote();

    StudyList *m_studies = nullptr;
    ReportView *m_reports;
};

} // namespace winnow::gui
