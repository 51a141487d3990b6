#include "net/session.h"

#include "net/address.h"
#include "net/backoff.h"
#include "net/channel_pool.h"
#include "net/rate_advice.h"
#include "net/request_guard.h"
#include "net/timing.h"

#include <curl/curl.h>

#include <algorithm>
#include <mutex>
#include <random>
#include <utility>
#include <variant>

namespace winnow::net {

namespace {

using std::chrono::milliseconds;

constexpr int kMostRedirects = 5;

/// How often a wait asks whether to stop.
constexpr milliseconds kPoll{50};

/// Waits between tries grow no longer than this.
constexpr milliseconds kMostBackoff{30'000};

/// A place at a server, which is free again at the end of the scope.
class Place
{
public:
    Place(RateLimiter &limiter, std::string server)
        : m_limiter(limiter)
        , m_server(std::move(server))
    {}

    ~Place() { m_limiter.release(m_server); }

    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

private:
    RateLimiter &m_limiter;
    std::string m_server;
};

/// libcurl as a whole, for as long as anything of it is used.
class Library
{
public:
    Library()
        : m_isThere(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
    {}

    ~Library()
    {
        if (m_isThere) {
            curl_global_cleanup();
        }
    }

    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }

private:
    bool m_isThere;
};

bool isRefusedForNow(int status)
{
    // 501 and 505 say that the server cannot do it at all.
    return status == 429 || (status >= 500 && status != 501 && status != 505);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

struct Session::Parts
{
    explicit Parts(const SessionOptions &given)
        : options(given)
        , timing(given.timing != nullptr ? given.timing : &systemTiming)
        , pool({.userAgent = given.userAgent,
                .connectTimeout = given.connectTimeout,
                .stallTimeout = given.stallTimeout,
                .reach = given.reach})
        , backoff(given.firstWait, kMostBackoff, given.seed ? *given.seed : std::random_device()())
    {}

    [[nodiscard]] bool waitFor(milliseconds length, const Task &task) const;
    [[nodiscard]] bool waitForPlace(const std::string &server, const Task &task);
    std::variant<Reply, Failure> askOnce(const Request &request, const Address &address, const Task &task);
    void learn(const std::string &server, const RateAdvice &advice);
    milliseconds waitAfter(int tried);
    Result<Reply> ask(const Request &request, const Address &address, const Task &task);
    Result<Reply> follow(Request request, const Task &task);

    SessionOptions options;
    SystemTiming systemTiming;
    Timing *timing;
    Library library; // before what uses it
    ChannelPool pool;
    RateLimiter limiter;
    std::mutex backoffMutex;
    Backoff backoff;
};

/// False when the user stops it.
bool Session::Parts::waitFor(milliseconds length, const Task &task) const
{
    const auto end = timing->now() + length;
    for (auto now = timing->now(); now < end && !task.isStopped(); now = timing->now()) {
        timing->pause(std::min(kPoll, std::chrono::ceil<milliseconds>(end - now)));
    }
    return !task.isStopped();
}

/// False when the user stops it; else the place is to be released.
bool Session::Parts::waitForPlace(const std::string &server, const Task &task)
{
    while (!task.isStopped()) {
        const auto wait = limiter.take(server, timing->now());
        if (wait == RateLimiter::Span::zero()) {
            return true;
        }
        timing->pause(std::min(kPoll, std::chrono::ceil<milliseconds>(wait)));
    }
    return false;
}

std::variant<Reply, Failure>
Session::Parts::askOnce(const Request &request, const Address &address, const Task &task)
{
    const std::string server = address.server();
    if (!waitForPlace(server, task)) {
        return Failure{FailureKind::Stopped, {}};
    }
    const Place place(limiter, server);
    auto channel = pool.take(server);
    if (!channel) {
        return Failure{FailureKind::Other, channel.error().detail};
    }
    auto outcome = channel->ask(request, address, task);
    pool.giveBack(server, std::move(*channel));
    return outcome;
}

void Session::Parts::learn(const std::string &server, const RateAdvice &advice)
{
    limiter.slowTo(server, advice.perSecond, advice.atOnce);
    // After a longer one nothing would be gained by waiting here: the server says itself why it refuses.
    if (advice.wait && *advice.wait <= options.longestWait) {
        limiter.hold(server, timing->now() + *advice.wait);
    }
}

milliseconds Session::Parts::waitAfter(int tried)
{
    const std::scoped_lock lock(backoffMutex);
    return backoff.afterTry(tried);
}

/// Asks until there is a reply that more tries would not change.
Result<Reply> Session::Parts::ask(const Request &request, const Address &address, const Task &task)
{
    milliseconds waited{0};
    for (int tried = 1;; ++tried) {
        auto outcome = askOnce(request, address, task);
        milliseconds wait = waitAfter(tried);
        const auto *const failure = std::get_if<Failure>(&outcome);
        bool isWorthIt = failure != nullptr && isWorthAnother(failure->kind, request.isRepeatable);
        if (auto *const reply = std::get_if<Reply>(&outcome)) {
            const RateAdvice advice = rateAdvice(*reply, timing->date());
            learn(address.server(), advice);
            isWorthIt = isRefusedForNow(reply->status);
            wait = advice.wait && advice.wait->count() > 0 ? milliseconds(*advice.wait) : wait;
        }
        if (!isWorthIt || tried >= options.mostTries || waited + wait > options.longestWait) {
            if (failure != nullptr) {
                return errorOf(*failure, address.server());
            }
            return std::get<Reply>(std::move(outcome));
        }
        waited += wait;
        if (!waitFor(wait, task)) {
            return Task::stoppedError();
        }
    }
}

Result<Reply> Session::Parts::follow(Request request, const Task &task)
{
    auto address = options.isWandering ? foreignAddress(request.url, options.reach) : addressOf(request.url);
    for (int followed = 0; address; ++followed) {
        auto reply = ask(request, *address, task);
        if (!reply || !isRedirect(reply->status)) {
            return reply;
        }
        if (followed == kMostRedirects) {
            return Error{ErrorCode::Unreachable,
                         address->server() + " sends us on and on. Check its address, or try again later.",
                         "too many redirects",
                         {}};
        }
        if (request.method == Method::Post && reply->status < 307) {
            request.method = Method::Get; // as all clients do (RFC 9110, 15.4.2, 15.4.3 and 15.4.4)
            request.body.clear();
        }
        const std::string_view location = reply->header("location");
        address = options.isWandering ? wanderedFrom(*address, location, options.reach)
                                      : redirectedFrom(*address, location);
    }
    return address.error();
}

Session::Session(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

Session::Session(Session &&) noexcept = default;
Session &Session::operator=(Session &&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::open(const SessionOptions &options)
{
    auto parts = std::make_unique<Parts>(options);
    if (!parts->library.isThere()) {
        return Error{
            ErrorCode::Internal, "The network cannot be used. Start Winnow again.", "curl_global_init", {}};
    }
    return Session(std::move(parts));
}

Result<void> Session::setPace(std::string_view url, HostPace pace)
{
    const auto address = addressOf(url);
    if (!address) {
        return address.error();
    }
    if (!(pace.perSecond > 0) || pace.atOnce < 1) {
        return Error{ErrorCode::InvalidArgument, "A server must be asked at least now and then.", {}, {}};
    }
    m_parts->limiter.setPace(address->server(), pace);
    return {};
}

Result<Reply> Session::fetch(const Request &request, const Task &task)
{
    if (auto fine = checkRequest(request); !fine) {
        return fine.error();
    }
    const bool hasSecret = std::ranges::any_of(request.headers, &Header::isSecret);
    if (m_parts->options.isWandering && hasSecret) {
        return Error{ErrorCode::Internal,
                     "The request would have shown a key to other servers, so it was not sent. Please report "
                     "this.",
                     {},
                     {}};
    }
    auto reply = m_parts->follow(request, task);
    return reply ? std::move(reply) : withoutSecrets(std::move(reply).error(), request);
}

} // namespace winnow::net
