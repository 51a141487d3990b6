#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "extraction/form.h"
#include "extraction/value.h"
#endif

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QTreeWidget;

namespace winnow::gui {

/// Where the value of one field is typed or chosen. Its text is what extraction::parseValue() reads, as on
/// the command line.
class ValueInput : public QWidget
{
    Q_OBJECT

public:
    ValueInput(extraction::Field field, QWidget *parent);

    [[nodiscard]] QString text() const;
    void setValue(const std::optional<extraction::Value> &value);

    /// Whether its text is typed, and may be unfinished as long as somebody types.
    [[nodiscard]] bool isTyped() const { return m_line != nullptr || m_lines != nullptr; }

Q_SIGNALS:
    void chosen();   ///< one of some options
    void finished(); ///< by the Return key

private:
    void makeCombo();
    void makeTree();
    void makeLine();
    void makeLines();
    void showLine(const extraction::Value &value);

    extraction::Field m_field;
    QLineEdit *m_line = nullptr;
    QComboBox *m_unit = nullptr; ///< beside the line
    QPlainTextEdit *m_lines = nullptr;
    QComboBox *m_combo = nullptr;
    QTreeWidget *m_tree = nullptr;
};

} // namespace winnow::gui
