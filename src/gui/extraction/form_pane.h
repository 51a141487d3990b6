#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/extraction.h"
#include "extraction/form.h"
#include "gui/extraction/field_editor.h"
#endif

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace winnow::gui {

class FieldEditor;

/// What is known of a study, and who looks at it.
struct ExtractionState
{
    app::StudyExtraction extraction;
    std::string reviewer;
    bool maySettle = false;
};

/// The fields of a form as they are filled in for a study. Those that are not asked are hidden.
class FormPane : public QWidget
{
    Q_OBJECT

public:
    explicit FormPane(QWidget *parent = nullptr);
    ~FormPane() override;

    /// Shows it with the next state. What is typed in fields that another version of the form has too stays.
    void setForm(const extraction::Form &form);

    [[nodiscard]] const extraction::Form &form() const { return m_form; }

    /// Another study is shown: arms that were named and not filled in are forgotten.
    void forgetNamed();

    /// What is being typed stays.
    void show(const ExtractionState &state);

    /// Asks to save what was typed last.
    void leave();

    /// The fields with what is not saved.
    [[nodiscard]] std::vector<FieldEditor *> unsaved() const;

    /// Forgets what is not saved.
    void drop();

    /// "Still needed: Country, Design. 3 of 12 fields left."
    [[nodiscard]] QString whatIsMissing() const { return m_missing; }

    /// Puts a quote into the field that has the focus, or had it last. False: into none that can take it.
    bool quote(const TypedQuote &quote);

Q_SIGNALS:
    void lineAdded(QLineEdit *line); ///< of a field that is shown already
    void saveWanted(winnow::gui::FieldEditor *editor);
    void agreeWanted(winnow::gui::FieldEditor *editor, const extraction::Value &value);
    void placeWanted(const QString &place); ///< a quote is to be shown in the PDF
    void rebuilt();

private:
    void clear();
    void rebuild();
    [[nodiscard]] FieldEditor *spareEditor(const std::string &path, const extraction::Field &field);
    void addEditor(const std::string &path, const extraction::Field &field);
    void addGroup(const extraction::Field &group);
    [[nodiscard]] QWidget *headOf(const extraction::Field &group);
    void nameInstance(const std::string &group, const QString &name);
    void tellMissing(const extraction::Values &own);
    [[nodiscard]] std::vector<std::string> instances(const extraction::Field &group) const;
    [[nodiscard]] FieldState stateOf(const FieldEditor &editor,
                                     const std::map<std::string, app::HeldValue> &held) const;

    extraction::Form m_form;
    ExtractionState m_state;
    extraction::Values m_all; ///< what anybody said, one value a path: for what is asked
    std::map<std::string, std::vector<std::string>> m_named; ///< instances of groups, not filled in yet
    std::vector<std::string> m_built;                        ///< paths of the editors
    std::vector<FieldEditor *> m_editors;
    std::map<std::string, QWidget *> m_headings; ///< of groups, by their ids
    std::vector<QWidget *> m_spare;              ///< what was shown before, while that is built anew
    bool m_isOtherForm = true;                   ///< than was built last
    QString m_missing;
    QPointer<FieldEditor> m_current; ///< that had the focus last
    QVBoxLayout *m_rows;
};

} // namespace winnow::gui
