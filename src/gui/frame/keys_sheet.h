#pragma once

#include "gui/frame/found_actions.h"

#include <QDialog>

namespace winnow::gui {

/// All keys at one glance: those of the step that is shown, then those of the window.
class KeysSheet : public QDialog
{
    Q_OBJECT

public:
    KeysSheet(const std::vector<FoundAction> &actions, QWidget *parent);
};

} // namespace winnow::gui
