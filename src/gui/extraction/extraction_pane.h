#pragma once

#include "gui/extraction/study_pane.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/extraction.h"
#include "app/forms.h"
#endif

#include <memory>
#include <optional>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ExtractionPane;
}

namespace winnow::gui {

class FieldEditor;
class FormPane;
struct ExtractionState;

/// What can be extracted from, as people call it.
struct SubjectChoice
{
    QString label;
    app::ExtractionSubject subject;
    std::vector<RecordId> reports{}; ///< none: evidence from outside
    QString title{};                 ///< of the first report
};

/// What a study says, field by field of a form.
class ExtractionPane : public StudyPane
{
    Q_OBJECT

public:
    explicit ExtractionPane(Session &session, QWidget *parent = nullptr);
    ~ExtractionPane() override;

    void reload(Changes changes) override;

    void takeFocus() override;

    /// Saves what was typed.
    [[nodiscard]] bool mayClose() override { return maySwitch(); }

    /// The first report of the study that is shown; 0: none.
    [[nodiscard]] RecordId record() const;

    void showRecord(RecordId record) override;

    /// Takes a form into the review: the id of one that ships, or a file.
    void takeForm(const QString &fileOrId);

protected:
    void hideEvent(QHideEvent *event) override;
    void putQuote(const TypedQuote &quote) override;

private:
    void setUpForms();
    void setUpActions();
    void askForFormFile();
    void loadForms();
    void loadStudies();
    void readProgress();
    void listStudies(std::vector<SubjectChoice> choices);
    void chooseForm();
    void fitForm();
    void choose(int study);
    void showStudy();
    void showState(const ExtractionState &state);
    [[nodiscard]] bool maySwitch();
    [[nodiscard]] QStringList command(const FieldEditor &editor, const extraction::Value &value) const;
    void save(FieldEditor *editor);
    void agree(FieldEditor *editor, const extraction::Value &value);
    [[nodiscard]] const extraction::Form *form() const;
    [[nodiscard]] const app::ExtractionSubject *subject() const;

    std::unique_ptr<Ui::ExtractionPane> m_ui;
    RecordId m_record; ///< with which it was opened
    std::vector<app::PublishedForm> m_forms;
    std::vector<SubjectChoice> m_choices;
    std::optional<SubjectChoice> m_shown; ///< whose values the pane has
    FormPane *m_pane;
    bool m_isListed = false;    ///< the studies are read
    bool m_goesToRecord = true; ///< once the studies are listed
    bool m_isFresh = true;      ///< another study or form than before
    bool m_isNew = true;        ///< nothing was shown yet
};

} // namespace winnow::gui
