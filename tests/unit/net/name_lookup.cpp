// Takes the place of the C library's getaddrinfo() in this program, for libcurl too: without a network
// nothing else could make a name unknown, slow to be looked up, or one of the internet that leads to this
// computer
// ("inside.example.org").
#include "name_lookup.h"

#include <dlfcn.h>
#include <netdb.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string_view>

namespace winnow::net {

namespace {

struct Gate
{
    std::mutex mutex;
    std::condition_variable opened;
    bool isOpen = true;
    int waiting = 0;
};

Gate &gate()
{
    static Gate one;
    return one;
}

void waitAtGate()
{
    std::unique_lock lock(gate().mutex);
    ++gate().waiting;
    gate().opened.wait_for(lock, std::chrono::seconds(30), [] { return gate().isOpen; });
    --gate().waiting;
}

void setOpen(bool isOpen)
{
    const std::lock_guard lock(gate().mutex);
    gate().isOpen = isOpen;
    gate().opened.notify_all();
}

} // namespace

SlowLookup::SlowLookup()
{
    setOpen(false);
}

SlowLookup::~SlowLookup()
{
    setOpen(true);
}

bool SlowLookup::isUnderWay()
{
    const std::lock_guard lock(gate().mutex);
    return gate().waiting > 0;
}

} // namespace winnow::net

extern "C" int
getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **found) // NOLINT
{
    const std::string_view name = node != nullptr ? node : "";
    if (name == "unknown.invalid") {
        return EAI_NONAME;
    }
    if (name == "slow.invalid") {
        winnow::net::waitAtGate();
        return EAI_AGAIN;
    }
    if (name == "inside.example.org") {
        node = "127.0.0.1";
    }
    using Function = decltype(&getaddrinfo);
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"))(node, service, hints, found);
}
