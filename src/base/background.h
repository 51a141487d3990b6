#pragma once

namespace winnow {

/// The calling thread lets others go first from now on: for work that nobody waits for. Where the system
/// knows no such thing, nothing happens.
void goToBackground();

} // namespace winnow
