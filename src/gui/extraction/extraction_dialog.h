#pragma once

#include "gui/review_dialog.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/extraction.h"
#include "app/forms.h"
#endif

#include <memory>
#include <optional>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ExtractionDialog;
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
};

/// What a study says, field by field of a form.
class ExtractionDialog : public ReviewDialog
{
    Q_OBJECT

public:
    ExtractionDialog(app::Workspace &workspace, Worker &worker, RecordId record, QWidget *parent = nullptr);
    ~ExtractionDialog() override;

    void reload() override;

    /// Goes to the study of a record.
    void showRecord(RecordId record);

    /// Takes a form into the review: the id of one that ships, or a file.
    void takeForm(const QString &fileOrId);

    /// Saves what was typed; stays open once where that cannot be.
    void done(int result) override;

private:
    void setUpForms();
    void askForFormFile();
    void loadForms();
    void loadStudies();
    void listStudies(std::vector<SubjectChoice> choices);
    void chooseForm();
    void fitForm();
    void goTo(int study);
    void step(int by);
    void showStudy();
    void showState(const ExtractionState &state);
    [[nodiscard]] bool maySwitch();
    void save(FieldEditor *editor);
    void agree(FieldEditor *editor, const extraction::Value &value);
    [[nodiscard]] const extraction::Form *form() const;
    [[nodiscard]] const app::ExtractionSubject *subject() const;

    std::unique_ptr<Ui::ExtractionDialog> m_ui;
    RecordId m_record; ///< with which it was opened
    std::vector<app::PublishedForm> m_forms;
    std::vector<SubjectChoice> m_choices;
    std::optional<SubjectChoice> m_shown; ///< whose values the pane has
    FormPane *m_pane;
    bool m_goesToRecord = true; ///< once the studies are listed
    bool m_isFresh = true;      ///< another study or form than before
    bool m_isNew = true;        ///< nothing was shown yet
};

} // namespace winnow::gui
