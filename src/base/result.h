#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace winnow {

/// What kind of thing went wrong, for code that must choose what to do next.
enum class ErrorCode {
    InvalidArgument, ///< the caller asked for something that makes no sense
    NotFound,
    AlreadyExists,
    Unreadable,   ///< a file or folder cannot be opened or read
    Unwritable,   ///< no space, no permission, read-only medium
    WrongFormat,  ///< the content is not what it should be
    TooNew,       ///< made by a newer version of Winnow
    Busy,         ///< another process holds the review
    Denied,       ///< a key or a right is missing
    Unreachable,  ///< a server does not answer, or not as it should
    Ambiguous,    ///< more than one thing answers to that name
    Unsupported,  ///< understood, but cannot be done here
    Cancelled,    ///< the user asked to stop
    Inconsistent, ///< data contradict one another
    Internal,     ///< a mistake of ours or of a library
};

/// `message` is one or two sentences for a person and says what to do next; `detail` is for the log; `where`
/// names the file, line or position. Never put a secret into any of them.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string detail;
    std::string where;
};

/// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point of this class
        : m_state(std::in_place_index<0>, std::move(value))
    {}

    Result(Error error) // NOLINT(google-explicit-constructor): likewise `return error;`
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }

    explicit operator bool() const { return isOk(); }

    /// The value; only to be called when isOk().
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }

    /// By value, so that nothing refers into a Result that is gone: `for (x : f().value())` is safe.
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_state)); }

    T &operator*() & { return value(); }

    const T &operator*() const & { return value(); }

    T operator*() && { return std::move(*this).value(); }

    T *operator->() { return &value(); }

    const T *operator->() const { return &value(); }

    /// The error; only to be called when not isOk().
    [[nodiscard]] const Error &error() const & { return std::get<1>(m_state); }

    [[nodiscard]] Error error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

/// Done, or the reason why not.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;

    Result(Error error) // NOLINT(google-explicit-constructor): `return error;` is the point of this class
        : m_error(std::move(error))
    {}

    [[nodiscard]] bool isOk() const { return !m_error; }

    explicit operator bool() const { return isOk(); }

    [[nodiscard]] const Error &error() const & { return *m_error; }

    [[nodiscard]] Error error() && { return *std::move(m_error); }

private:
    std::optional<Error> m_error;
};

} // namespace winnow
