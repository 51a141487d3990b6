#pragma once

#include "gui/frame/place.h"

#include <QListWidget>

#include <map>

namespace winnow::gui {

/// The number of a step beside its name, and whether the step needs somebody.
struct StepNumber
{
    QString text;
    bool needsAttention = false;

    bool operator==(const StepNumber &) const = default;
};

/// The steps of the review, each with its one number, and a dot where somebody is needed.
class SideBar : public QListWidget
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    void setNumbers(const std::map<StepId, StepNumber> &numbers);

    /// Marks the step that is shown; does not go there.
    void setStep(StepId step);

    [[nodiscard]] StepId step() const;

    /// Only the icons are shown, with the names as tips.
    void setFolded(bool isFolded);

    /// What it needs for names, icons and numbers in the letters of now.
    [[nodiscard]] int wantedWidth() const;

Q_SIGNALS:
    void chosen(winnow::gui::StepId step);

private:
    void fitTips();

    bool m_isFolded = false;
};

} // namespace winnow::gui
