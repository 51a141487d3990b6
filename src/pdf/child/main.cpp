// winnow-pdf PATH MEMORY-BYTES CPU-SECONDS: reads one PDF file for Winnow, which starts it; not for people.
#include "pdf/child/channel.h"
#include "pdf/child/confinement.h"
#include "pdf/child/reader.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <optional>
#include <string_view>

namespace {

constexpr int kWrongUse = 2;
constexpr int kWrongInput = 3;

template <class T>
std::optional<T> numberOf(std::string_view text)
{
    T value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

int serve(const char *path, unsigned cpuSeconds)
{
    using namespace winnow::pdf; // NOLINT(google-build-using-namespace): all of it is about that
    std::optional<Reader> reader;
    while (const auto message = receive()) {
        allowCpuSeconds(cpuSeconds);
        const auto request = decodeRequest(*message);
        if (!request) {
            return kWrongInput;
        }
        if (!reader) {
            reader.emplace(path);
        }
        if (!send(reader->answer(*request))) {
            return kWrongInput;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const auto memory = argc == 4 ? numberOf<std::uint64_t>(argv[2]) : std::nullopt;
    const auto seconds = argc == 4 ? numberOf<unsigned>(argv[3]) : std::nullopt;
    if (!memory || !seconds) {
        std::fputs("usage: winnow-pdf PATH MEMORY-BYTES CPU-SECONDS\n", stderr);
        return kWrongUse;
    }
    winnow::pdf::confine(*memory);
    try {
        return serve(argv[1], *seconds);
    } catch (const std::bad_alloc &) {
        return winnow::pdf::kExitOutOfMemory;
    } catch (const std::exception &failure) {
        std::fputs(failure.what(), stderr);
        return 1;
    }
}
