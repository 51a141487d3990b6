#include "net/channel.h"

#include "net/body_sink.h"
#include "net/curl_failure.h"
#include "net/environment.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace winnow::net {

namespace {

using Clock = std::chrono::steady_clock;

/// How often the task is asked whether to stop; half of it passes on the average until it is heard.
constexpr int kPollMs = 50;

/// Headers beyond these are no headers.
constexpr std::size_t kMostHeaderBytes = std::size_t{256} << 10U;

struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

// CURL and CURLM are both void, so that their owners need types of their own.
struct Easy
{
    CURL *handle = curl_easy_init();

    Easy() = default;

    ~Easy() { curl_easy_cleanup(handle); }

    Easy(const Easy &) = delete;
    Easy &operator=(const Easy &) = delete;
};

struct Multi
{
    CURLM *handle = curl_multi_init();

    Multi() = default;

    ~Multi() { curl_multi_cleanup(handle); }

    Multi(const Multi &) = delete;
    Multi &operator=(const Multi &) = delete;
};

using List = std::unique_ptr<curl_slist, FreeList>;

/// What has arrived so far.
struct Arrival
{
    CURL *easy = nullptr;
    BodySink *sink = nullptr;
    Reply reply;
    std::size_t maxBytes = 0;
    std::size_t bodyBytes = 0;
    std::size_t headerBytes = 0;
    bool isTooLarge = false;
    bool isUnwanted = false;
};

/// Who may be connected to, and whether anybody was refused.
struct Door
{
    Reach reach = Reach::Any;
    bool wasShut = false;
};

std::size_t takeBody(const char *bytes, std::size_t size, std::size_t count, void *target)
{
    auto &arrival = *static_cast<Arrival *>(target);
    if (size * count > arrival.maxBytes - arrival.bodyBytes) {
        arrival.isTooLarge = true;
        return 0;
    }
    arrival.bodyBytes += size * count;
    if (arrival.sink == nullptr) {
        arrival.reply.body.append(bytes, size * count);
        return size * count;
    }
    long status = 0;
    curl_easy_getinfo(arrival.easy, CURLINFO_RESPONSE_CODE, &status);
    arrival.isUnwanted = !arrival.sink->take(static_cast<int>(status), {bytes, size * count});
    return arrival.isUnwanted ? 0 : size * count;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::size_t takeHeader(const char *bytes, std::size_t size, std::size_t count, void *target)
{
    auto &arrival = *static_cast<Arrival *>(target);
    const std::string_view line(bytes, size * count);
    arrival.headerBytes += line.size();
    if (arrival.headerBytes > kMostHeaderBytes) {
        arrival.isTooLarge = true;
        return 0;
    }
    if (line.substr(0, 5) == "HTTP/") {
        arrival.reply.headers.clear(); // those before belong to an interim reply (RFC 9110, 15.2)
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
        arrival.reply.headers.push_back(
            {std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
    }
    return line.size();
}

/// Sees the number of each computer before it is connected to, whatever its name was.
curl_socket_t openSocket(void *target, curlsocktype /*purpose*/, curl_sockaddr *address)
{
    auto &door = *static_cast<Door *>(target);
    if (!mayConnect(address->addr, door.reach)) {
        door.wasShut = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void append(List &list, const std::string &line)
{
    if (curl_slist *const longer = curl_slist_append(list.get(), line.c_str())) {
        static_cast<void>(list.release());
        list.reset(longer);
    }
}

List headerList(const Request &request)
{
    List list;
    append(list, "Expect:"); // else a long body waits a second for a reply that few servers give
    for (const Header &header : request.headers) {
        // With a semicolon where the value is empty: a colon would take the header away.
        append(list, header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
    }
    return list;
}

void setSecurity(CURL *easy, const Address &address)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, address.scheme.c_str());
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    curl_easy_setopt(easy, CURLOPT_HEADEROPT, long{CURLHEADER_SEPARATE}); // our headers are not for the proxy
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (address.scheme == "http" && isHttpProxyElsewhere()) {
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    }
    if (const auto file = certificateFile()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, file->c_str());
    }
    if (const auto folder = certificateFolder()) {
        curl_easy_setopt(easy, CURLOPT_CAPATH, folder->c_str());
    }
}

void setRequest(CURL *easy, const Request &request, const Address &address, const curl_slist *headers)
{
    curl_easy_setopt(easy, CURLOPT_URL, address.url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
    if (request.method == Method::Post) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.c_str());
    }
}

void setArrival(CURL *easy, Arrival &arrival)
{
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &arrival);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &arrival);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(arrival.maxBytes));
}

/// A proxy is wherever it is, and looks up the names itself: so nothing goes around it to places that it
/// would be left out for.
void setDoor(CURL *easy, Door &door)
{
    if (door.reach == Reach::Public && hasProxy()) {
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    }
    if (door.reach != Reach::Any && !hasProxy()) {
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, openSocket);
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &door);
    }
}

void setTimes(CURL *easy, const ChannelOptions &options)
{
    curl_easy_setopt(easy, CURLOPT_USERAGENT, options.userAgent.c_str());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a name that is being looked up does not hold up stop()
}

/// Tells when nothing has moved for too long. Finding and reaching the server has a time limit of its own.
class StallWatch
{
public:
    /// `longest`: in which all must be over; zero: any time.
    StallWatch(Clock::duration most, Clock::duration longest)
        : m_most(most)
        , m_longest(longest)
    {}

    [[nodiscard]] bool isStalled(CURL *easy, const Arrival &arrival)
    {
        curl_off_t sent = 0;
        curl_off_t received = 0;
        curl_off_t connected = 0;
        curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &sent);
        curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
        curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
        const auto moved = static_cast<curl_off_t>(arrival.headerBytes) + sent + received;
        const auto now = Clock::now();
        if (connected == 0 || moved != m_moved) {
            m_moved = moved;
            m_since = now;
        }
        const bool isOver = m_longest > Clock::duration::zero() && now - m_begin >= m_longest;
        return isOver || now - m_since >= m_most;
    }

private:
    Clock::duration m_most;
    Clock::duration m_longest;
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_since = Clock::now();
    curl_off_t m_moved = 0;
};

/// The result of the transfer once it is over.
std::optional<CURLcode> ending(CURLM *multi)
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE) {
            return message->data.result;
        }
    }
    return std::nullopt;
}

/// Runs until the end, until the user stops it (nothing is returned then) or until it stalls.
std::optional<CURLcode>
run(CURLM *multi, CURL *easy, const Arrival &arrival, const Task &task, StallWatch watch)
{
    while (!task.isStopped()) {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK) {
            return CURLE_FAILED_INIT;
        }
        if (const auto code = ending(multi)) {
            return code;
        }
        if (watch.isStalled(easy, arrival)) {
            return CURLE_OPERATION_TIMEDOUT;
        }
        if (curl_multi_poll(multi, nullptr, 0, kPollMs, nullptr) != CURLM_OK) {
            return CURLE_FAILED_INIT;
        }
    }
    return std::nullopt;
}

/// For the log: without the query, which may be long, and without keys.
std::string detailOf(const Request &request,
                     const Address &address,
                     CURLcode code,
                     const std::array<char, CURL_ERROR_SIZE> &said)
{
    std::string text = (request.method == Method::Post ? "POST " : "GET ") + address.scheme + "://" +
                       address.server() + address.path + ": " + curl_easy_strerror(code);
    if (said[0] != '\0') {
        text += std::string("; ") + said.data();
    }
    return text;
}

} // namespace

struct Channel::Parts
{
    ChannelOptions options;
    Multi multi; // keeps the connections, so it goes after the handle
    Easy easy;
};

Channel::Channel(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

Channel::Channel(Channel &&) noexcept = default;
Channel &Channel::operator=(Channel &&) noexcept = default;
Channel::~Channel() = default;

Result<Channel> Channel::open(ChannelOptions options)
{
    auto parts = std::make_unique<Parts>();
    parts->options = std::move(options);
    if (parts->easy.handle == nullptr || parts->multi.handle == nullptr) {
        return Error{
            ErrorCode::Internal, "The network cannot be used. Start Winnow again.", "no curl handle", {}};
    }
    return Channel(std::move(parts));
}

std::variant<Reply, Failure> Channel::ask(const Request &request, const Address &address, const Task &task)
{
    CURL *const easy = m_parts->easy.handle;
    CURLM *const multi = m_parts->multi.handle;
    const List headers = headerList(request);
    Arrival arrival;
    arrival.easy = easy;
    arrival.sink = request.sink;
    arrival.maxBytes = request.maxBytes;
    if (request.sink != nullptr) {
        request.sink->restart();
    }
    Door door{m_parts->options.reach};
    std::array<char, CURL_ERROR_SIZE> said{};

    curl_easy_reset(easy); // the connections stay
    setRequest(easy, request, address, headers.get());
    setSecurity(easy, address);
    setTimes(easy, m_parts->options);
    setArrival(easy, arrival);
    setDoor(easy, door);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, said.data());

    curl_multi_add_handle(multi, easy);
    const auto code = run(multi, easy, arrival, task, {m_parts->options.stallTimeout, request.longest});
    // Before the handle is removed, which forgets how far it was.
    const FailureKind kind = !code                                            ? FailureKind::Stopped
                             : arrival.isTooLarge                             ? FailureKind::TooLarge
                             : arrival.isUnwanted                             ? FailureKind::Unwanted
                             : *code == CURLE_COULDNT_CONNECT && door.wasShut ? FailureKind::OutOfReach
                                                                              : failureKind(*code, easy);
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_multi_remove_handle(multi, easy);
    const std::string detail = code ? detailOf(request, address, *code, said) : std::string();
    curl_easy_reset(easy); // what it points to ends here
    if (code != CURLE_OK) {
        return Failure{kind, detail};
    }
    arrival.reply.status = static_cast<int>(status);
    return std::move(arrival.reply);
}

} // namespace winnow::net
