#pragma once

#include "gui/settings/appearance.h"

#include <QDialog>

#include <array>
#include <memory>

class QKeySequenceEdit;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class SettingsDialog;
}

namespace winnow::gui {

/// What a person sets for all reviews. Every change holds at once in the whole program; "As before" takes all
/// of them back. Keys that contradict each other are told and hold only when that is settled.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Appearance &appearance, QWidget *parent);
    ~SettingsDialog() override;

private:
    void setUpLook();
    void setUpReading();
    void setUpKeys();
    void setUpYou();

    /// Writes the preferences into the fields.
    void show(const Preferences &preferences);
    void showKeys(const ScreeningKeys &keys);
    void showSample();
    void take();
    void takePreset();
    void takeKey(Act act, const QKeySequence &key);

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    Appearance &m_appearance;
    Preferences m_before;
    ScreeningKeys m_keys; ///< as the fields have them
    std::array<QKeySequenceEdit *, kActs> m_keyEdits{};
    bool m_isShowing = false; ///< the fields change because they are written
};

} // namespace winnow::gui
