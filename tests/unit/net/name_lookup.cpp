// Takes the place of the C library's getaddrinfo() in this program, for libcurl too: without a network
// nothing else could make a name unknown, or slow to be looked up.
#include <dlfcn.h>
#include <netdb.h>

#include <chrono>
#include <string_view>
#include <thread>

extern "C" int
getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **found) // NOLINT
{
    const std::string_view name = node != nullptr ? node : "";
    if (name == "unknown.invalid") {
        return EAI_NONAME;
    }
    if (name == "slow.invalid") {
        std::this_thread::sleep_for(std::chrono::milliseconds(1500));
        return EAI_AGAIN;
    }
    using Function = decltype(&getaddrinfo);
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"))(node, service, hints, found);
}
