#include "fuzz/checks.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

/// The target that WINNOW_FUZZ names; without it they are listed. libFuzzer starts this program again with
/// the same environment and other arguments when it minimises, so that the name is no argument.
const winnow::fuzz::Target &target()
{
    static const winnow::fuzz::Target kTarget = [] {
        const char *const name = std::getenv("WINNOW_FUZZ");
        std::vector<winnow::fuzz::Target> all = winnow::fuzz::targets();
        const auto found = std::ranges::find(all, name == nullptr ? "" : name, &winnow::fuzz::Target::name);
        if (found == all.end()) {
            for (const winnow::fuzz::Target &known : all) {
                std::printf("%s\n", known.name.c_str());
            }
            std::exit(name == nullptr ? 0 : 2);
        }
        return std::move(*found);
    }();
    return kTarget;
}

} // namespace

// The names and types of these two are libFuzzer's.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" int LLVMFuzzerInitialize(int * /*argc*/, char *** /*argv*/)
{
    static_cast<void>(target());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string finding = target().check({reinterpret_cast<const char *>(data), size});
    if (!finding.empty()) {
        std::fprintf(stderr, "This does not hold in %s:\n%s\n", target().name.c_str(), finding.c_str());
        std::abort();
    }
    return 0;
}

// NOLINTEND(readability-identifier-naming)
