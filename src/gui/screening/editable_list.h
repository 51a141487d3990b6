#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QListWidget;
class QPushButton;

namespace winnow::gui {

/// A list of short texts that a person edits, adds to, takes from and puts in order.
class EditableList : public QWidget
{
    Q_OBJECT

public:
    explicit EditableList(QWidget *parent = nullptr);

    void setTexts(const std::vector<std::string> &texts);

    /// Without surrounding space; empty ones are left out.
    [[nodiscard]] std::vector<std::string> texts() const;

Q_SIGNALS:
    void edited();

private:
    void addText(const QString &text);
    void move(int by);
    void showChoice();

    QListWidget *m_list;
    QPushButton *m_removeButton;
    QPushButton *m_upButton;
    QPushButton *m_downButton;
    bool m_isSetting = false;
};

} // namespace winnow::gui
