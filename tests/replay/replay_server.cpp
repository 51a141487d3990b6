#include "replay/replay_server.h"

#include "replay/certificate.h"
#include "replay/wire.h"

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>

namespace winnow::replay {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, code, 16).ec == std::errc()) {
            result += static_cast<char>(code);
            i += 2;
        } else {
            result += text[i] == '+' ? ' ' : text[i];
        }
    }
    return result;
}

/// Takes off the text up to `end`, and `end` itself.
std::string cut(std::string_view &text, std::string_view end)
{
    const auto at = text.find(end);
    std::string head(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
    return head;
}

std::optional<std::string> parameterIn(std::string_view pairs, std::string_view name)
{
    while (!pairs.empty()) {
        const std::string pair = cut(pairs, "&");
        std::string_view value = pair;
        if (decoded(cut(value, "=")) == name) {
            return decoded(value);
        }
    }
    return std::nullopt;
}

Asked readHead(std::string_view head)
{
    Asked asked;
    asked.method = cut(head, " ");
    asked.target = cut(head, " ");
    cut(head, "\r\n");
    std::string_view rest = asked.target;
    if (const auto scheme = rest.find("://"); scheme != std::string_view::npos) {
        rest.remove_prefix(std::min(rest.find('/', scheme + 3), rest.size()));
    }
    asked.path = cut(rest, "?");
    asked.query = rest;
    while (!head.empty()) {
        const std::string line = cut(head, "\r\n");
        std::string_view value = line;
        const std::string name = cut(value, ":");
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        asked.headers.emplace_back(name, value);
    }
    return asked;
}

/// The next request of the connection; nothing at its end.
std::optional<Asked> readRequest(Wire &wire, std::string &buffer)
{
    constexpr std::string_view kEnd = "\r\n\r\n";
    while (buffer.find(kEnd) == std::string::npos) {
        const std::string more = wire.readSome();
        if (more.empty()) {
            return std::nullopt;
        }
        buffer += more;
    }
    const auto headSize = buffer.find(kEnd) + kEnd.size();
    Asked asked = readHead(std::string_view(buffer).substr(0, headSize - 2));
    buffer.erase(0, headSize);
    const std::string length = asked.header("Content-Length");
    std::size_t bodySize = 0;
    std::from_chars(length.data(), length.data() + length.size(), bodySize);
    while (buffer.size() < bodySize && wire.isOpen()) {
        buffer += wire.readSome();
    }
    asked.body = buffer.substr(0, bodySize);
    buffer.erase(0, bodySize);
    asked.at = std::chrono::steady_clock::now();
    return asked;
}

std::string headOf(const Answer &answer, std::size_t bodySize)
{
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " Scripted\r\n";
    if (bodySize > 0) {
        head += "Content-Type: " + answer.type + "\r\n";
    }
    for (const auto &[name, value] : answer.headers) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
    if (answer.isGzipped) {
        head += "Content-Encoding: gzip\r\n";
    }
    head += answer.hasLength ? "Content-Length: " + std::to_string(bodySize) : "Connection: close";
    return head + "\r\n\r\n";
}

/// The answers for one path.
struct Route
{
    std::vector<Answer> answers;
    std::size_t next = 0;

    Answer take()
    {
        const Answer &answer = answers.at(std::min(next, answers.size() - 1));
        ++next;
        return answer;
    }
};

} // namespace

std::string Asked::header(std::string_view name) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto &header) {
        return std::ranges::equal(header.first, name, {}, lower, lower);
    });
    return found == headers.end() ? std::string() : found->second;
}

std::string Asked::parameter(std::string_view name) const
{
    const auto inQuery = parameterIn(query, name);
    return inQuery ? *inQuery : parameterIn(body, name).value_or("");
}

struct ReplayServer::Parts
{
    explicit Parts(std::optional<Certificate> given);
    ~Parts();
    Parts(const Parts &) = delete;
    Parts &operator=(const Parts &) = delete;

    void acceptAll();
    void serve(int socket, int number);
    bool respond(Wire &wire, const Asked &asked);
    bool play(Wire &wire, const Answer &answer);
    bool sendBody(Wire &wire, const Answer &answer, const std::string &payload);
    bool waitFor(std::chrono::milliseconds length);
    Answer answerTo(const Asked &asked);

    std::optional<Certificate> certificate;
    int listener = -1;
    int port = 0;

    std::mutex mutex; // of all that follows
    std::condition_variable stopping;
    bool isStopping = false;
    std::optional<int> tunnel;
    std::map<std::string, Route> routes;
    std::vector<Asked> log;
    std::set<int> sockets;
    std::vector<std::thread> threads;
    std::thread acceptor; // after what it uses
};

ReplayServer::Parts::Parts(std::optional<Certificate> given)
    : certificate(std::move(given))
    , listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const any = reinterpret_cast<sockaddr *>(&address);
    constexpr int kQueue = 64;
    if (listener < 0 || ::bind(listener, any, size) != 0 || ::listen(listener, kQueue) != 0 ||
        ::getsockname(listener, any, &size) != 0) {
        throw std::runtime_error("no port of 127.0.0.1 to listen at");
    }
    port = ntohs(address.sin_port);
    acceptor = std::thread([this] { acceptAll(); });
}

ReplayServer::Parts::~Parts()
{
    {
        const std::scoped_lock lock(mutex);
        isStopping = true;
        for (const int socket : sockets) {
            ::shutdown(socket, SHUT_RDWR); // ends what reads or writes there
        }
    }
    stopping.notify_all();
    ::shutdown(listener, SHUT_RDWR);
    acceptor.join();
    for (std::thread &thread : threads) {
        thread.join();
    }
    ::close(listener);
}

void ReplayServer::Parts::acceptAll()
{
    for (int number = 1;; ++number) {
        const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::scoped_lock lock(mutex);
        if (socket < 0 || isStopping) {
            if (socket >= 0) {
                ::close(socket);
            }
            return;
        }
        sockets.insert(socket);
        threads.emplace_back([this, socket, number] { serve(socket, number); });
    }
}

void ReplayServer::Parts::serve(int socket, int number)
{
    // OpenSSL writes without MSG_NOSIGNAL.
    sigset_t pipe{};
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);

    Wire wire(socket, certificate ? certificate->context() : nullptr);
    std::string buffer;
    for (bool goesOn = wire.isOpen(); goesOn;) {
        auto asked = readRequest(wire, buffer);
        if (!asked) {
            break;
        }
        asked->connection = number;
        {
            const std::scoped_lock lock(mutex);
            log.push_back(*asked);
        }
        goesOn = respond(wire, *asked);
    }
    const std::scoped_lock lock(mutex); // closed only when nobody can shut down its successor of that number
    sockets.erase(socket);
}

/// False when the connection is over.
bool ReplayServer::Parts::respond(Wire &wire, const Asked &asked)
{
    std::optional<int> target;
    {
        const std::scoped_lock lock(mutex);
        target = tunnel;
    }
    if (asked.method == "CONNECT" && target) {
        wire.write("HTTP/1.1 200 Go on\r\n\r\n");
        wire.tunnelTo(*target);
        return false;
    }
    return play(wire, answerTo(asked));
}

Answer ReplayServer::Parts::answerTo(const Asked &asked)
{
    const std::scoped_lock lock(mutex);
    auto route = routes.find(asked.path + "?" + asked.query);
    if (route == routes.end()) {
        route = routes.find(asked.path);
    }
    if (route == routes.end()) {
        Answer none;
        none.status = 404;
        return none;
    }
    return route->second.take();
}

/// False when the connection is over.
bool ReplayServer::Parts::play(Wire &wire, const Answer &answer)
{
    if (!waitFor(answer.delay) || answer.isDropped) {
        return false;
    }
    if (answer.raw) {
        wire.write(*answer.raw);
        return false;
    }
    const std::string payload = answer.isGzipped ? gzipped(answer.body) : answer.body;
    return wire.write(headOf(answer, payload.size() * answer.times)) && sendBody(wire, answer, payload) &&
           answer.hasLength && !answer.cutAfter;
}

bool ReplayServer::Parts::sendBody(Wire &wire, const Answer &answer, const std::string &payload)
{
    std::size_t left = std::min(answer.cutAfter.value_or(SIZE_MAX), payload.size() * answer.times);
    while (left > 0) {
        std::string_view rest = std::string_view(payload).substr(0, left);
        left -= rest.size();
        while (!rest.empty()) {
            const auto piece = rest.substr(0, answer.piece > 0 ? answer.piece : rest.size());
            if (!wire.write(piece) || !waitFor(answer.pause)) {
                return false;
            }
            rest.remove_prefix(piece.size());
        }
    }
    return true;
}

/// False when the server ends.
bool ReplayServer::Parts::waitFor(std::chrono::milliseconds length)
{
    std::unique_lock lock(mutex);
    return !stopping.wait_for(lock, length, [this] { return isStopping; });
}

ReplayServer::ReplayServer()
    : m_parts(std::make_unique<Parts>(std::nullopt))
{}

ReplayServer::ReplayServer(const Certificate &certificate)
    : m_parts(std::make_unique<Parts>(certificate))
{}

ReplayServer::~ReplayServer() = default;

void ReplayServer::answer(const std::string &path, std::vector<Answer> answers)
{
    if (answers.empty()) {
        throw std::invalid_argument("no answers");
    }
    const std::scoped_lock lock(m_parts->mutex);
    m_parts->routes[path] = {std::move(answers), 0};
}

void ReplayServer::answer(const std::string &path, Answer one)
{
    answer(path, std::vector<Answer>{std::move(one)});
}

void ReplayServer::tunnelTo(int port)
{
    const std::scoped_lock lock(m_parts->mutex);
    m_parts->tunnel = port;
}

int ReplayServer::port() const
{
    return m_parts->port;
}

std::string ReplayServer::url(std::string_view path) const
{
    return (m_parts->certificate ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port()) +
           std::string(path);
}

std::vector<Asked> ReplayServer::asked() const
{
    const std::scoped_lock lock(m_parts->mutex);
    return m_parts->log;
}

} // namespace winnow::replay
