#include "pdf/child/landlock.h"

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace winnow::pdf {

namespace {

constexpr std::uint64_t kChanges =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
    LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
    LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

// Newer than the header of Debian 12.
constexpr long kVersionWithTruncate = 3;
constexpr std::uint64_t kTruncate = 1U << 14U;
constexpr long kVersionWithTcp = 4;
constexpr std::uint64_t kTcp = 3; ///< to bind and to connect

/// As the kernel has it since the version with TCP; older ones know only its first number.
struct Rules
{
    std::uint64_t files;
    std::uint64_t net;
};

} // namespace

void forbidChanges()
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) {
        return;
    }
    const Rules rules{kChanges | (version >= kVersionWithTruncate ? kTruncate : 0),
                      version >= kVersionWithTcp ? kTcp : 0};
    const std::size_t size = version >= kVersionWithTcp ? sizeof(Rules) : sizeof(rules.files);
    const long set = syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    if (set >= 0) {
        syscall(SYS_landlock_restrict_self, set, 0);
        close(static_cast<int>(set));
    }
}

} // namespace winnow::pdf
