#include "base/background.h"

#ifdef __linux__
#include <sched.h>
#endif

namespace winnow {

void goToBackground()
{
#ifdef __linux__
    // A thread of this kind never takes the processor from another by waking up.
    const sched_param parameters{};
    static_cast<void>(sched_setscheduler(0, SCHED_BATCH, &parameters));
#endif
}

} // namespace winnow
