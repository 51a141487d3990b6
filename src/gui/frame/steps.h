#pragma once

#include "gui/frame/place.h"

#include <span>

class QWidget;

namespace winnow::gui {

class Session;
class Step;

/// A step as the side bar has it.
struct StepEntry
{
    StepId id;
    const char *name;  ///< of the object, of its icon, and in settings
    const char *title; ///< English; translated in the context "Steps"
    Step *(*make)(Session &session, QWidget *parent);
};

/// All steps of a review, by StepId.
[[nodiscard]] std::span<const StepEntry> allSteps();

/// The title of a step for people.
[[nodiscard]] QString titleOf(StepId step);

} // namespace winnow::gui
