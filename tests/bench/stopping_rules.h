#pragma once

namespace winnow::bench {

/// How often each stopping rule ends the screening of a labelled set below the recall that it is to promise,
/// and how much work it saves: over all labelled sets and priors, with the ranking that Winnow uses. Printed
/// as a table.
void showStoppingRules();

} // namespace winnow::bench
