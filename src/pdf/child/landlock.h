#pragma once

namespace winnow::pdf {

/// Takes from this process the right to change, make or remove any file, to start any program and to speak
/// TCP; reading stays. Needs PR_SET_NO_NEW_PRIVS. Where the kernel has no Landlock (before 5.13, or switched
/// off) it does nothing, and where it has an older one, less.
void forbidChanges();

} // namespace winnow::pdf
